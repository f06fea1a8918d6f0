//! What translating will cost, as far as anybody can say beforehand.

use std::fmt;

/// What a service takes for its work.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Price {
    /// Nothing.
    Free,
    /// So much for a million characters.
    PerMillion(f64),
    /// Nobody said what, and it may be something.
    Unknown,
}

/// Characters, and what they cost.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cost {
    /// Characters of words: services do not count the tags around them.
    pub characters: usize,
    /// What they are to be paid with.
    pub price: Price,
}

impl Cost {
    /// The money, in that of the price; none when nobody can say.
    pub fn money(&self) -> Option<f64> {
        match self.price {
            Price::Free => Some(0.0),
            #[expect(clippy::cast_precision_loss, reason = "nobody translates 2^53 characters")]
            Price::PerMillion(price) => Some(price * self.characters as f64 / 1e6),
            Price::Unknown => None,
        }
    }
}

impl fmt::Display for Cost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} characters", self.characters)?;
        match (self.price, self.money()) {
            (Price::Free, _) => f.write_str(", for nothing"),
            (_, Some(money)) => write!(f, ", about {money:.2}"),
            (_, None) => f.write_str(", at a price that translate.price_per_million does not say"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cost_is_told_with_the_characters() {
        let told = |characters, price| Cost { characters, price }.to_string();
        assert_eq!(told(25_000, Price::PerMillion(20.0)), "25000 characters, about 0.50");
        assert_eq!(told(25_000, Price::Free), "25000 characters, for nothing");
        assert!(told(1, Price::Unknown).contains("price_per_million"));
    }
}
