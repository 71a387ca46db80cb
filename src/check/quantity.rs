//! Numbers as running text writes them, and how exact they are: 1,450, 50.05, 九百九十八, 1.3万.

use crate::domain::citation::parse_numeral;

/// A number read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Quantity<'t> {
    pub(super) value: f64,
    /// How far the number meant may be from the number written: 1.3万 may be 12,960 and 13,040, but
    /// not 12,000. None where every digit was written.
    pub(super) within: f64,
    /// The words.
    pub(super) words: &'t str,
}

impl Quantity<'_> {
    /// Whether it cannot be this number.
    pub(super) fn differs(&self, exact: f64) -> bool {
        (self.value - exact).abs() > self.within + 1e-9
    }
}

pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || "零〇一二三四五六七八九十百千".contains(c)
}

/// A figure or a sign of a share in plain width.
pub(super) fn narrow(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '％' => '%',
        c => c,
    }
}

/// The number a text begins with.
pub(super) fn quantity(text: &str) -> Option<Quantity<'_>> {
    let (value, length, places) = plain(text)?;
    let Some(behind) = text[length..].strip_prefix('万') else {
        return Some(Quantity { value, within: 0.0, words: &text[..length] });
    };
    // 300万元: 万元 is the unit, and figures in it are as exact as they are written.
    if behind.starts_with('元') {
        return Some(Quantity { value, within: 0.0, words: &text[..length] });
    }
    let length = length + '万'.len_utf8();
    // 一万三千: the rest in its own words.
    let rest = behind.starts_with(|c| is_digit(c) && !c.is_ascii_digit());
    if let Some((rest, more, _)) = plain(behind).filter(|_| rest) {
        let value = value * 1e4 + rest;
        return Some(Quantity { value, within: 0.0, words: &text[..length + more] });
    }
    // Rounded or cut: people do either.
    let within = 1e4 / 10f64.powi(places) * 0.999_999;
    Some(Quantity { value: value * 1e4, within, words: &text[..length] })
}

/// The number a text ends with, all of it: 发了300.
pub(super) fn ending(text: &str) -> Option<Quantity<'_>> {
    let part = |c: char| is_digit(c) || matches!(c, '.' | ',' | '万');
    let start = text.trim_end_matches(part).len();
    quantity(&text[start..]).filter(|number| number.words.len() == text.len() - start)
}

/// A number without 万, its length, and its places behind the point.
fn plain(text: &str) -> Option<(f64, usize, i32)> {
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        let inside = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
        let length = text.find(|c| !inside(c)).unwrap_or(text.len());
        let digits = text[..length].trim_end_matches([',', '.']);
        let value = digits.replace(',', "").parse().ok()?;
        let places = digits.split_once('.').map_or(0, |(_, places)| places.len());
        return Some((value, digits.len(), i32::try_from(places).ok()?));
    }
    let length = text.find(|c| !is_digit(c)).unwrap_or(text.len());
    Some((f64::from(parse_numeral(&text[..length])?), length, 0))
}

#[cfg(test)]
mod tests {
    use super::quantity;

    #[test]
    fn numbers_and_how_exact_they_are() {
        for (text, value, words) in [
            ("1,450人次", 1450.0, "1,450"),
            ("50.05%", 50.05, "50.05"),
            ("九百九十八件", 998.0, "九百九十八"),
            ("1.3万份", 13_000.0, "1.3万"),
            ("一万三千份", 13_000.0, "一万三千"),
            ("300万元", 300.0, "300"),
            ("612.", 612.0, "612"),
        ] {
            let read = quantity(text).unwrap();
            assert_eq!((read.value, read.words), (value, words), "{text}");
        }
        assert_eq!(quantity("件"), None);
        let rounded = quantity("1.3万份").unwrap();
        assert!(!rounded.differs(12_960.0) && !rounded.differs(13_040.0));
        assert!(rounded.differs(12_000.0) && rounded.differs(14_000.0));
    }
}
