//! A number of any kind China checks: read as people write it, printed as offices do, and masked where
//! it leads to a person.
//!
//! Whoever has a number and a word for its kind need not know which standard it is under. The kinds are
//! those of notices, and beside them `bank_card`, `phone` and `postal_code`.

use std::fmt;

use super::bank;
use super::citizen;
use super::phone::Phone;
use super::rule::obeys;

/// A number that obeys the rule of its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identifier<'k> {
    kind: &'k str,
    /// Its characters alone: half-width, capital, without what only divides them.
    value: String,
}

impl<'k> Identifier<'k> {
    /// Reads a number in full-width or half-width characters, with spaces, dots or hyphens. `None` where
    /// it does not obey the rule of its kind, where that has none, and where part of it is starred out.
    #[must_use]
    pub fn parse(kind: &'k str, text: &str) -> Option<Self> {
        if kind == "phone" {
            let phone = Phone::parse(text)?;
            let value = match phone.extension {
                Some(extension) => format!("{}转{extension}", phone.digits),
                None => phone.digits,
            };
            return Some(Self { kind, value });
        }
        let value = bare(text);
        let obeys = match kind {
            "bank_card" => bank::card(&value),
            _ => obeys(kind, &value) == Some(true),
        };
        obeys.then_some(Self { kind, value })
    }

    /// Its characters alone.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.value
    }

    /// As it may be published. What names a body stays (USCC, its organisation code, its licences); of
    /// what leads to a person two characters stay at each end, of a bank card the last four, of a mobile
    /// its first three and last four, of a plate where it was issued.
    #[must_use]
    pub fn masked(&self) -> String {
        let value = &self.value;
        match self.kind {
            "id_card"
            | "vin"
            | "birth_certificate"
            | "employment_registration"
            | "lawyer_licence" => citizen::mask(value),
            "disability_card" => format!("{}{}", citizen::mask(&value[..18]), &value[18..]),
            // Sole traders had their own ID number there.
            "tax_registration" if value.len() >= 18 => citizen::mask(value),
            "bank_card" => bank::mask(value),
            "phone" => Phone::parse(value).map_or_else(String::new, |phone| phone.masked()),
            "plate" => {
                let stars = |(at, c): (usize, char)| if at < 2 { c } else { '*' };
                value.chars().enumerate().map(stars).collect()
            }
            _ => value.clone(),
        }
    }
}

/// As offices print it: 56067248-9, 皖M·12345, cards in fours.
impl fmt::Display for Identifier<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = &self.value;
        match self.kind {
            "org_code" => write!(f, "{}-{}", &value[..8], &value[8..]),
            "plate" => {
                let front: String = value.chars().take(2).collect();
                write!(f, "{front}·{}", &value[front.len()..])
            }
            "bank_card" => {
                for (at, c) in value.chars().enumerate() {
                    let gap = if at > 0 && at % 4 == 0 { " " } else { "" };
                    write!(f, "{gap}{c}")?;
                }
                Ok(())
            }
            _ => f.write_str(value),
        }
    }
}

/// Half-width, capital, and without what only divides.
fn bare(text: &str) -> String {
    let half = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        c => c,
    };
    let kept = text.chars().map(half);
    let kept = kept.filter(|c| !c.is_whitespace() && !matches!(c, '-' | '·' | '•' | '・' | '.'));
    kept.map(|c| c.to_ascii_uppercase()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Identifier;

    #[test]
    fn read_printed_and_masked() {
        for (kind, typed, printed, masked) in [
            ("id_card", "349907 19851103 0129", "349907198511030129", "34**************29"),
            ("uscc", "51341122560672489x", "51341122560672489X", "51341122560672489X"),
            ("org_code", "５６０６７２４８－９", "56067248-9", "560672489"),
            ("plate", "皖m·12345", "皖M·12345", "皖M*****"),
            ("plate", "皖UT605挂", "皖U·T605挂", "皖U*****"),
            ("plate", "皖MD12345", "皖M·D12345", "皖M******"),
            ("vin", "1M8GDM9AXKP042788", "1M8GDM9AXKP042788", "1M*************88"),
            ("birth_certificate", "T340000001", "T340000001", "T3******01"),
            ("account_approval", "J3755000026202", "J3755000026202", "J3755000026202"),
            ("food_licence", "JY13301080111719", "JY13301080111719", "JY13301080111719"),
            (
                "disability_card",
                "34990719851103012943",
                "34990719851103012943",
                "34**************2943",
            ),
            ("bank_card", "6222020000000000000", "6222 0200 0000 0000 000", "***************0000"),
            ("phone", "（0550）4021234转801", "05504021234转801", "05504021234"),
            ("phone", "138 0000 0000", "13800000000", "138****0000"),
            ("postal_code", "233200", "233200", "233200"),
        ] {
            let number = Identifier::parse(kind, typed).unwrap_or_else(|| panic!("{kind} {typed}"));
            assert_eq!((number.to_string().as_str(), number.masked().as_str()), (printed, masked));
        }
        for (kind, wrong) in [
            ("id_card", "349907198511030120"),
            ("id_card", "34**************29"),
            ("uscc", "51341122560672498X"),
            ("bank_card", "6222020000000000001"),
            ("phone", "4021234"),
            ("postal_code", "23320"),
            ("receipt", "0012345"),
        ] {
            assert_eq!(Identifier::parse(kind, wrong), None, "{kind} {wrong}");
        }
    }

    proptest! {
        /// What was read is read again from its print, and no mask shows a birth date.
        #[test]
        fn print_and_mask(
            kind in prop::sample::select(&[
                "uscc", "id_card", "org_code", "business_registration", "tax_registration",
                "account_approval", "birth_certificate", "employment_registration", "plate", "vin",
                "food_licence", "medical_institution", "disability_card", "bank_card", "phone",
                "postal_code", "real_estate",
            ][..]),
            text in "\\PC{0,24}|[0-9X]{5,22}|皖[A-Z][A-Z0-9]{5,6}|[JS][0-9]{9,13}",
        ) {
            if let Some(number) = Identifier::parse(kind, &text) {
                prop_assert_eq!(Identifier::parse(kind, &number.to_string()), Some(number.clone()));
                let masked = number.masked();
                prop_assert!(crate::domain::identifier::find::scan(&masked).is_empty() || kind == "plate");
            }
        }
    }
}
