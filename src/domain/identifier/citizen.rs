//! 公民身份号码 (GB 11643-1999): six digits of area, eight of birth date, three of order, one check
//! digit by ISO 7064 MOD 11-2.

use crate::base::date::Date;

/// A citizen's ID number that is well formed: 18 digits (the last may be X), a birth date that
/// exists and a check digit that fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitizenId {
    digits: [u8; 18],
}

/// The provinces of GB/T 2260; 83 for residents of Taiwan, 91 for foreigners with the permanent
/// card.
const PROVINCES: [&[u8; 2]; 36] = [
    b"11", b"12", b"13", b"14", b"15", b"21", b"22", b"23", b"31", b"32", b"33", b"34", b"35",
    b"36", b"37", b"41", b"42", b"43", b"44", b"45", b"46", b"50", b"51", b"52", b"53", b"54",
    b"61", b"62", b"63", b"64", b"65", b"71", b"81", b"82", b"83", b"91",
];

fn is_province(digits: &[u8]) -> bool {
    PROVINCES.iter().any(|province| digits.starts_with(*province))
}

const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK: [u8; 11] = *b"10X98765432";

impl CitizenId {
    /// Reads eighteen characters, `x` in either case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits: [u8; 18] = text.to_ascii_uppercase().as_bytes().try_into().ok()?;
        let id = Self { digits };
        (id.shaped() && id.birth().is_some() && id.area_possible() && id.check() == digits[17])
            .then_some(id)
    }

    fn shaped(&self) -> bool {
        self.digits[..17].iter().all(u8::is_ascii_digit)
            && (self.digits[17].is_ascii_digit() || self.digits[17] == b'X')
    }

    /// The first two digits name a province. The four after them are not looked up: counties
    /// come and go, and a number keeps the one it was born with.
    fn area_possible(&self) -> bool {
        is_province(&self.digits)
    }

    /// The birth date inside, where such a day exists in or after 1890.
    #[must_use]
    pub fn birth(&self) -> Option<Date> {
        let number = |from: usize, to: usize| {
            self.digits[from..to].iter().try_fold(0i16, |sum, digit| {
                digit.is_ascii_digit().then(|| sum * 10 + i16::from(digit - b'0'))
            })
        };
        let year = number(6, 10)?;
        let month = i8::try_from(number(10, 12)?).ok()?;
        let day = i8::try_from(number(12, 14)?).ok()?;
        Date::new(year, month, day).filter(|_| (1890..=2100).contains(&year))
    }

    fn check(&self) -> u8 {
        let sum: u32 = self.digits[..17]
            .iter()
            .zip(WEIGHTS)
            .map(|(digit, weight)| u32::from(digit - b'0') * weight)
            .sum();
        CHECK[(sum % 11) as usize]
    }

    /// First two and last two characters, the rest stars: `34**************21`.
    #[must_use]
    pub fn masked(&self) -> String {
        mask(&String::from_utf8_lossy(&self.digits))
    }
}

/// Whether the first two digits name a province.
pub(super) fn starts_with_area(digits: &str) -> bool {
    is_province(digits.as_bytes())
}

/// Whether eighteen digits, the last perhaps `X`, could be a citizen's number with one digit
/// miscopied: an area and a birth date that are possible, whatever the check digit says.
#[must_use]
pub fn plausible(digits: [u8; 18]) -> bool {
    let id = CitizenId { digits };
    // The day of the build is not known here; a number with a later date is no harm to hide.
    let born = |id: &CitizenId| id.birth().is_some_and(|day| (1900..=2030).contains(&day.year()));
    id.area_possible() && born(&id) && id.shaped()
}

/// The fifteen-digit form of before 1999: area, two-digit year, month, day, order; no check digit.
#[must_use]
pub fn is_old_form(text: &str) -> bool {
    if text.len() != 15 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let part = |from: usize, to: usize| text[from..to].parse::<i8>().ok();
    let day = part(8, 10).zip(part(10, 12));
    let year = text[6..8].parse::<i16>().ok();
    let exists = year.zip(day).and_then(|(year, (m, d))| Date::new(1900 + year, m, d)).is_some();
    is_province(text.as_bytes()) && exists
}

/// First two and last two characters, the rest stars.
#[must_use]
pub fn mask(number: &str) -> String {
    let count = number.chars().count();
    number
        .chars()
        .enumerate()
        .map(|(at, c)| if at < 2 || at + 2 >= count { c } else { '*' })
        .collect()
}

/// The text with every eighteen characters that are a citizen's number starred out in their middle,
/// also within a longer row of digits, where a reader of pages sees none; byte for byte as long.
#[must_use]
pub fn hide_within(text: String) -> String {
    let mut bytes = text.into_bytes();
    for at in 0..bytes.len().saturating_sub(17) {
        let window = std::str::from_utf8(&bytes[at..at + 18]).unwrap_or_default();
        if bytes[at].is_ascii_digit() && CitizenId::parse(window).is_some() {
            bytes[at + 2..at + 16].fill(b'*');
        }
    }
    // Nothing but ASCII was put in the place of ASCII.
    String::from_utf8(bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{CHECK, CitizenId, WEIGHTS, hide_within, is_old_form, mask};

    /// A number of an unassigned area (3499xx) with the right check digit.
    fn invented(area: u32, birth: &str, order: u32) -> String {
        let body = format!("3499{area:02}{birth}{order:03}");
        let sum: u32 = body.bytes().zip(WEIGHTS).map(|(d, w)| u32::from(d - b'0') * w).sum();
        format!("{body}{}", char::from(CHECK[(sum % 11) as usize]))
    }

    #[test]
    fn date_and_check_digit_decide() {
        let good = invented(1, "19760229", 244);
        assert!(CitizenId::parse(&good).is_some());
        assert!(CitizenId::parse(&invented(1, "19750229", 244)).is_none(), "no such day");
        assert_eq!(CitizenId::parse(&good).unwrap().masked(), mask(&good));
        assert_eq!(mask("123456").len(), 6);
        assert!(is_old_form("349907760229244") && !is_old_form("349907761329244"));
    }

    #[test]
    fn a_number_within_others_is_hidden() {
        let good = invented(7, "19760229", 244);
        let text = format!("甲{good}51341100MJA914934X乙{good}");
        let hidden = hide_within(text.clone());
        assert_eq!(hidden.len(), text.len());
        assert!(!hidden.contains("19760229") && hidden.ends_with(&mask(&good)), "{hidden}");
        assert_eq!(hide_within("甲12348".to_owned()), "甲12348");
    }

    proptest! {
        /// Of any character by any other, the last one and X included.
        #[test]
        fn every_slip_of_one_character_is_caught(
            order in 0u32..1000,
            at in 0usize..18,
            other in prop::sample::select(b"0123456789X".to_vec()),
        ) {
            let good = invented(7, "20010203", order);
            let mut bad = good.clone().into_bytes();
            bad[at] = other;
            prop_assert!(CitizenId::parse(&good).is_some());
            let same = bad == good.as_bytes();
            prop_assert!(same || CitizenId::parse(std::str::from_utf8(&bad).unwrap()).is_none());
        }

        /// The last two as well: their weights differ like all neighbours'.
        #[test]
        fn every_swap_of_neighbours_is_caught(order in 0u32..1000, at in 0usize..17) {
            let good = invented(7, "20010203", order);
            let mut bad = good.clone().into_bytes();
            bad.swap(at, at + 1);
            let same = bad == good.as_bytes();
            prop_assert!(same || CitizenId::parse(std::str::from_utf8(&bad).unwrap()).is_none());
        }

        /// Weights come round after ten places: a swap over exactly ten is what the standard cannot
        /// catch, and only the date may. Any other swap of two digits is caught.
        #[test]
        fn swaps_over_any_distance(order in 0u32..1000, from in 0usize..17, to in 0usize..17) {
            let good = invented(7, "20010203", order);
            let mut bad = good.clone().into_bytes();
            bad.swap(from, to);
            let same = bad == good.as_bytes();
            let blind = from.abs_diff(to) == 10;
            prop_assert!(same || blind || CitizenId::parse(std::str::from_utf8(&bad).unwrap()).is_none());
        }
    }

    #[test]
    fn a_swap_over_ten_places_is_not_caught() {
        // The fifth and the fifteenth digit, 0 and 2.
        let good = invented(7, "20010203", 210);
        let mut swapped = good.clone().into_bytes();
        swapped.swap(4, 14);
        assert_ne!(swapped, good.as_bytes());
        assert!(CitizenId::parse(std::str::from_utf8(&swapped).unwrap()).is_some());
    }
}
