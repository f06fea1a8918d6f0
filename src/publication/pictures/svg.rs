//! How large a drawing (SVG) is.

use super::Size;

/// The size of an SVG picture, from the attributes of its root element: `width` and `height`,
/// or else the last two numbers of its `viewBox`. None for pictures of other kinds.
pub(super) fn svg_size(bytes: &[u8]) -> Option<Size> {
    let text = std::str::from_utf8(bytes).ok()?;
    let start = text.find("<svg")?;
    let root = &text[start..start + text[start..].find('>')?];
    let pixels = |name| attribute(root, name)?.trim_end_matches("px").parse::<f64>().ok();
    let (width, height) = pixels("width").zip(pixels("height")).or_else(|| {
        let mut numbers =
            attribute(root, "viewBox")?.split([' ', ',']).filter_map(|part| part.parse::<f64>().ok()).skip(2);
        numbers.next().zip(numbers.next())
    })?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "in range by the check")]
    let whole = |number: f64| (1.0..=65_535.0).contains(&number).then(|| number.round() as u32);
    Some(Size { width: whole(width)?, height: whole(height)? })
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.match_indices(name).find_map(|(at, _)| {
        let begins = tag[..at].ends_with(char::is_whitespace);
        let value = tag[at + name.len()..].trim_start().strip_prefix('=').map(str::trim_start)?;
        let quote = value.chars().next().filter(|sign| begins && "\"'".contains(*sign))?;
        Some(value[1..].split_once(quote)?.0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_comes_from_the_attributes_or_the_view_box() {
        let size = |text: &str| svg_size(text.as_bytes()).map(|size| (size.width, size.height));
        assert_eq!(
            size("<?xml?><svg viewBox=\"0 0 10 20\" width=\"1200\" height=\"675px\"><g/></svg>"),
            Some((1200, 675))
        );
        assert_eq!(size("<svg viewBox=\"0 0 1200 600\"/>"), Some((1200, 600)));
        assert_eq!(size("<svg\n\twidth = '12'\n\theight='6' stroke-width=\"2\">"), Some((12, 6)));
        assert_eq!(size("<svg width=\"100%\">"), None);
        assert_eq!(size("<svg width=\"-5\" height=\"1e99\">"), None);
    }
}
