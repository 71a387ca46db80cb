//! 统一社会信用代码 (GB 32100-2015): department, kind, six digits of area, nine characters of
//! organisation code (GB 11714 with its own check character), one check character.

/// A unified social credit code whose two check characters fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreditCode(String);

/// The alphabet: digits and capital letters without I O S V Z.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
/// Powers of 3 modulo 31.
const WEIGHTS: [usize; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS: [usize; 8] = [3, 7, 9, 10, 5, 8, 4, 2];

impl CreditCode {
    /// Reads eighteen characters, letters in either case; both check characters must fit.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let code = text.to_ascii_uppercase();
        let bytes = code.as_bytes();
        let fits = bytes.len() == 18
            && bytes.iter().all(u8::is_ascii)
            && bytes[2..8].iter().all(u8::is_ascii_digit)
            && check(&bytes[..17])? == bytes[17]
            && organisation_code(&code[8..17]);
        fits.then_some(Self(code))
    }

    /// The code as written officially.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn check(body: &[u8]) -> Option<u8> {
    let mut sum = 0;
    for (byte, weight) in body.iter().zip(WEIGHTS) {
        sum += ALPHABET.iter().position(|known| known == byte)? * weight;
    }
    Some(ALPHABET[(31 - sum % 31) % 31])
}

/// 组织机构代码 (GB 11714): eight characters and a check character; a hyphen is allowed.
#[must_use]
pub fn organisation_code(text: &str) -> bool {
    let code: String = text.to_ascii_uppercase().chars().filter(|c| *c != '-').collect();
    let bytes = code.as_bytes();
    if bytes.len() != 9 || !bytes.iter().all(u8::is_ascii_alphanumeric) {
        return false;
    }
    let value =
        |byte: u8| usize::from(if byte.is_ascii_digit() { byte - b'0' } else { byte - b'A' + 10 });
    let sum: usize =
        bytes.iter().zip(ORGANISATION_WEIGHTS).map(|(byte, weight)| value(*byte) * weight).sum();
    let wanted = match 11 - sum % 11 {
        10 => b'X',
        11 => b'0',
        digit => b'0' + u8::try_from(digit).unwrap_or(0),
    };
    bytes[8] == wanted
}

/// MOD 11,10 (ISO 7064) as used by fifteen-digit business registration numbers and food licences:
/// whether the last digit checks the ones before it.
#[must_use]
pub fn mod_11_10(digits: &str) -> bool {
    if digits.len() < 2 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let (body, check) = digits.as_bytes().split_at(digits.len() - 1);
    let mut product = 10u32;
    for digit in body {
        let sum = (u32::from(digit - b'0') + product) % 10;
        product = (if sum == 0 { 10 } else { sum }) * 2 % 11;
    }
    (11 - product) % 10 == u32::from(check[0] - b'0')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{CreditCode, check, mod_11_10, organisation_code};

    #[test]
    fn codes_of_the_newspaper_page_fit() {
        for code in ["51341100MJA914934X", "51341122560672489X", "8134110034383017XA"] {
            assert!(CreditCode::parse(code).is_some(), "{code}");
        }
        assert!(CreditCode::parse("51341122560672498X").is_none(), "two digits swapped");
        assert!(CreditCode::parse("5134112256067248").is_none());
        assert!(CreditCode::parse("五1341122560672489").is_none());
    }

    /// Every character replaced by every other of its alphabet, every two neighbours swapped.
    fn slips<'a>(good: &'a str, alphabet: &'a [u8]) -> impl Iterator<Item = String> + 'a {
        let one = (0..good.len()).flat_map(move |at| {
            alphabet.iter().filter(move |c| **c != good.as_bytes()[at]).map(move |c| {
                let mut bad = good.as_bytes().to_vec();
                bad[at] = *c;
                bad
            })
        });
        let two = (1..good.len()).map(move |at| {
            let mut bad = good.as_bytes().to_vec();
            bad.swap(at - 1, at);
            bad
        });
        let all = one.chain(two).map(|bad| String::from_utf8(bad).unwrap());
        all.filter(move |bad| bad != good)
    }

    proptest! {
        /// Both check characters together; the first alone would miss nothing either, 31 being a
        /// prime.
        #[test]
        fn every_slip_in_a_credit_code_is_caught(area in 110_000u32..660_000, serial in 0u32..100_000_000) {
            let body = format!("{serial:08}");
            let end = "0123456789X".chars().find(|c| organisation_code(&format!("{body}{c}")));
            let code = format!("51{area}{body}{}", end.unwrap());
            let code = format!("{code}{}", char::from(check(code.as_bytes()).unwrap()));
            prop_assert!(CreditCode::parse(&code).is_some());
            for bad in slips(&code, super::ALPHABET) {
                prop_assert!(CreditCode::parse(&bad).is_none(), "{bad}");
            }
        }

        /// Digits only: letters are counted to 35 and so collide modulo 11.
        #[test]
        fn every_slip_of_digits_in_an_organisation_code_is_caught(serial in 0u32..100_000_000) {
            let body = format!("{serial:08}");
            let end = "0123456789X".chars().find(|c| organisation_code(&format!("{body}{c}")));
            let code = format!("{body}{}", end.unwrap());
            let digits = slips(&code, b"0123456789").filter(|bad| !bad[..8].contains('X'));
            for bad in digits {
                prop_assert!(!organisation_code(&bad), "{bad}");
            }
        }

        #[test]
        fn every_slip_of_one_digit_in_a_licence_is_caught(serial in 0u64..10_000_000_000_000) {
            let body = format!("{serial:013}");
            let end = (0..10).find(|d| mod_11_10(&format!("{body}{d}"))).unwrap();
            let code = format!("{body}{end}");
            for at in 0..14 {
                for digit in b'0'..=b'9' {
                    let mut bad = code.clone().into_bytes();
                    bad[at] = digit;
                    let same = bad == code.as_bytes();
                    prop_assert_eq!(mod_11_10(std::str::from_utf8(&bad).unwrap()), same);
                }
            }
        }

        /// The standard misses some swaps of neighbours that follow one another in counting (9 and 0
        /// too), the check digit's only of 0 and 1; it catches all others.
        #[test]
        fn swaps_of_neighbours_in_a_licence(serial in 0u64..10_000_000_000_000, at in 0usize..13) {
            let body = format!("{serial:013}");
            let end = (0..10).find(|d| mod_11_10(&format!("{body}{d}"))).unwrap();
            let good = format!("{body}{end}");
            let mut bad = good.clone().into_bytes();
            bad.swap(at, at + 1);
            let (low, high) = (bad[at].min(bad[at + 1]), bad[at].max(bad[at + 1]));
            let blind = match at {
                12 => (low, high) == (b'0', b'1'),
                _ => high - low == 1 || (low, high) == (b'0', b'9'),
            };
            let same = bad == good.as_bytes();
            prop_assert!(same || blind || !mod_11_10(std::str::from_utf8(&bad).unwrap()));
        }

        #[test]
        fn nothing_panics(text in "\\PC{0,24}") {
            let _ = (CreditCode::parse(&text), organisation_code(&text), mod_11_10(&text));
        }
    }

    #[test]
    fn organisation_codes_and_licences() {
        assert!(organisation_code("56067248-9") && !organisation_code("56067248-8"));
        assert!(mod_11_10("13301080111719") && mod_11_10("23506230105266"));
        assert!(!mod_11_10("13301080111718"));
    }
}
