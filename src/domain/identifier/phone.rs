//! 电话号码: mobiles, landlines with their area code, 400/800 lines, the short national hotlines,
//! with or without an extension (电信网编号计划).

/// What kind of line answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// 手机: a person, as a rule.
    Mobile,
    /// 固定电话 with its area code.
    Landline,
    /// 400 and 800.
    Service,
    /// 110, 12348, 95598 …
    Hotline,
}

/// A telephone number taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    /// What kind of line.
    pub line: Line,
    /// The digits without separators and extension, area code included.
    pub digits: String,
    /// 转801, -801.
    pub extension: Option<String>,
}

/// The hotlines an office may name: the number and whose it is.
pub const HOTLINES: [(&str, &str); 22] = [
    ("12348", "公共法律服务"),
    ("12345", "政务服务"),
    ("12333", "人力资源社会保障"),
    ("12338", "妇女维权"),
    ("12355", "青少年服务"),
    ("12351", "职工维权"),
    ("12385", "残疾人服务"),
    ("12368", "法院诉讼服务"),
    ("12309", "检察服务"),
    ("12389", "公安违法违纪举报"),
    ("12388", "纪检监察举报"),
    ("12315", "消费者投诉"),
    ("12349", "民政服务"),
    ("12393", "医疗保障"),
    ("12320", "卫生健康"),
    ("12328", "交通运输"),
    ("12350", "安全生产举报"),
    ("12366", "纳税服务"),
    ("12378", "金融消费者投诉"),
    ("12369", "环保举报"),
    ("12337", "扫黑除恶举报"),
    ("12123", "交通管理"),
];

impl Phone {
    /// Reads a number as people write it: full-width digits, brackets around the area code, spaces
    /// and hyphens, `+86`, an extension after 转 or a second hyphen.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text: String = text.trim().chars().map(narrow).collect();
        let (main, extension) = match text.split_once('转') {
            Some((main, extension)) => (main.to_owned(), Some(extension.trim().to_owned())),
            None => match text.rsplit_once('-') {
                Some((main, tail))
                    if main.contains(['-', ')']) && tail.len() < 6 && whole(main).is_some() =>
                {
                    (main.to_owned(), Some(tail.to_owned()))
                }
                _ => (text, None),
            },
        };
        let digit = |text: &String| text.bytes().all(|byte| byte.is_ascii_digit());
        if extension.as_ref().is_some_and(|e| !(1..=6).contains(&e.len()) || !digit(e)) {
            return None;
        }
        let (line, digits) = whole(&main)?;
        // A mobile or a hotline has no switchboard behind it.
        let switched = matches!(line, Line::Landline | Line::Service);
        (extension.is_none() || switched).then_some(Self { line, digits, extension })
    }

    /// `138****1234`: the middle starred out; numbers that are public anyway stay.
    #[must_use]
    pub fn masked(&self) -> String {
        match self.line {
            Line::Mobile => format!("{}****{}", &self.digits[..3], &self.digits[7..]),
            _ => self.digits.clone(),
        }
    }
}

/// Full-width signs as plain ones.
fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '—' | '–' | '‐' | '‑' => '-',
        '\u{3000}' | '\u{a0}' => ' ',
        c => c,
    }
}

/// A number without extension.
fn whole(text: &str) -> Option<(Line, String)> {
    let text = text.trim().trim_start_matches("+86").trim_start_matches("86-").trim();
    if !text.chars().all(|c| c.is_ascii_digit() || " -()".contains(c)) {
        return None;
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let bytes = digits.as_bytes();
    let line = match bytes {
        [b'1', b'3'..=b'9', ..] if bytes.len() == 11 => Line::Mobile,
        [b'4' | b'8', b'0', b'0', ..] if bytes.len() == 10 => Line::Service,
        [b'0', ..] if landline(&digits) => Line::Landline,
        [b'1', b'1' | b'2', _] => Line::Hotline,
        [b'1', b'2', ..] | [b'9', b'5' | b'6', ..] | [b'1', b'0', b'0', ..] if bytes.len() == 5 => {
            Line::Hotline
        }
        _ => return None,
    };
    Some((line, digits))
}

/// 010 and 02x with eight digits, all other areas four digits with seven or eight.
fn landline(digits: &str) -> bool {
    let (area, least) = match digits.as_bytes() {
        [b'0', b'1', b'0', ..] | [b'0', b'2', b'0'..=b'9', ..] => (3, 8),
        [b'0', b'3'..=b'9', ..] => (4, 7),
        _ => return false,
    };
    (least..=8).contains(&digits.len().saturating_sub(area))
}

/// 公共法律服务热线, of the Ministry of Justice: the hotline of a centre that names no other.
pub const HOTLINE: &str = "12348";

/// The hotline `number` was most likely meant to be: one digit off, or two neighbours swapped.
/// None where it is a hotline itself.
#[must_use]
pub fn meant_hotline<'h>(number: &str, hotline: &'h str) -> Option<&'h str> {
    let (a, b) = (number.as_bytes(), hotline.as_bytes());
    if a.len() != b.len() || a == b || HOTLINES.iter().any(|(known, _)| *known == number) {
        return None;
    }
    let off: Vec<usize> = (0..a.len()).filter(|at| a[*at] != b[*at]).collect();
    let near = match off.as_slice() {
        [_] => true,
        [i, j] => *j == i + 1 && a[*i] == b[*j] && a[*j] == b[*i],
        _ => false,
    };
    near.then_some(hotline)
}

/// 邮政编码: six digits, the first two a province or part of one (01–86).
#[must_use]
pub fn postal_code(text: &str) -> bool {
    text.len() == 6
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && text[..2].parse::<u8>().is_ok_and(|area| (1..=86).contains(&area))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Line, Phone, meant_hotline, postal_code};

    #[test]
    fn as_people_write_them() {
        for (text, line, digits, extension) in [
            ("13800000000", Line::Mobile, "13800000000", None),
            ("+86 138 0000 0000", Line::Mobile, "13800000000", None),
            ("１３８００００００００", Line::Mobile, "13800000000", None),
            ("0550-0000000", Line::Landline, "05500000000", None),
            ("（0550）0000000", Line::Landline, "05500000000", None),
            ("010-12345678-801", Line::Landline, "01012345678", Some("801")),
            ("0550-0000000转12", Line::Landline, "05500000000", Some("12")),
            ("400-123-4567", Line::Service, "4001234567", None),
            ("12348", Line::Hotline, "12348", None),
            ("110", Line::Hotline, "110", None),
            ("95598", Line::Hotline, "95598", None),
        ] {
            let read = Phone::parse(text).unwrap_or_else(|| panic!("{text}"));
            let got = (read.line, read.digits.as_str(), read.extension.as_deref());
            assert_eq!(got, (line, digits, extension), "{text}");
        }
        for other in ["2026-11-24", "12800000000", "010-1234567", "34990", "", "0550", "12348-1"] {
            assert_eq!(Phone::parse(other), None, "{other}");
        }
        assert_eq!(Phone::parse("13800001234").unwrap().masked(), "138****1234");
    }

    #[test]
    fn hotlines_miswritten() {
        assert_eq!(meant_hotline("12384", "12348"), Some("12348"), "neighbours swapped");
        assert_eq!(meant_hotline("12340", "12348"), Some("12348"), "one digit off");
        for fine in ["12348", "12345", "12378", "13248"] {
            let near = fine == "13248";
            assert_eq!(meant_hotline(fine, "12348").is_some(), near, "{fine}");
        }
        assert!(postal_code("233200") && !postal_code("993200") && !postal_code("23320"));
    }

    proptest! {
        #[test]
        fn nothing_panics(text in "\\PC{0,24}") {
            let _ = Phone::parse(&text);
            let _ = meant_hotline(&text, "12348");
            let _ = postal_code(&text);
        }
    }
}
