//! What translating will cost, as far as anybody can say beforehand.

use std::fmt;

/// Characters, and what they cost at the configured price.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cost {
    /// Characters of words: services do not count the tags around them.
    pub characters: usize,
    /// The money, in that of the price; none: nobody said what a million characters cost.
    pub money: Option<f64>,
}

/// What `characters` cost.
pub fn estimate(characters: usize, price_per_million: Option<f64>) -> Cost {
    #[expect(clippy::cast_precision_loss, reason = "nobody translates 2^53 characters")]
    let money = price_per_million.map(|price| price * characters as f64 / 1e6);
    Cost { characters, money }
}

impl fmt::Display for Cost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} characters", self.characters)?;
        match self.money {
            Some(money) => write!(f, ", about {money:.2}"),
            None => f.write_str(", at a price that translate.price_per_million does not say"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cost_is_told_with_the_characters() {
        assert_eq!(estimate(25_000, Some(20.0)).to_string(), "25000 characters, about 0.50");
        assert!(estimate(1, None).to_string().contains("price_per_million"));
    }
}
