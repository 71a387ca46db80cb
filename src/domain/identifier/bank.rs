//! 银行卡号: sixteen to nineteen digits, the first of the network (62 for 银联), the last by the
//! Luhn rule of ISO/IEC 7812-1.

/// Whether the last digit checks the ones before it (Luhn). A swap of 0 and 9 is the one slip of
/// neighbours the rule cannot see.
#[must_use]
pub fn luhn(digits: &str) -> bool {
    if digits.len() < 2 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(at, byte)| {
            let digit = u32::from(byte - b'0');
            match at % 2 {
                0 => digit,
                _ if digit > 4 => digit * 2 - 9,
                _ => digit * 2,
            }
        })
        .sum();
    sum.is_multiple_of(10)
}

/// Whether `digits` is a bank card: network, the length that network gives, check digit. Networks
/// hardly seen in a county are left out: a certificate's sixteen digits pass Luhn one time in ten.
#[must_use]
pub fn card(digits: &str) -> bool {
    let foreign = ["4", "51", "52", "53", "54", "55"];
    let issued = match digits.len() {
        16 => digits.starts_with("62") || foreign.iter().any(|start| digits.starts_with(start)),
        17..=19 => digits.starts_with("62"),
        _ => false,
    };
    issued && luhn(digits)
}

/// Stars, and the last four digits.
#[must_use]
pub fn mask(digits: &str) -> String {
    let count = digits.chars().count();
    digits.chars().enumerate().map(|(at, c)| if at + 4 < count { '*' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{card, luhn, mask};

    fn invented(body: u64) -> String {
        let body = format!("622202{body:012}");
        let check = (0..10).find(|d| luhn(&format!("{body}{d}"))).unwrap();
        format!("{body}{check}")
    }

    #[test]
    fn cards() {
        assert!(luhn("79927398713") && !luhn("79927398710"));
        let good = invented(123_456_789);
        assert!(card(&good) && !card(&good[1..]) && !card("6222021234567890"));
        assert_eq!(mask("6222020000000000000"), "***************0000");
    }

    proptest! {
        #[test]
        fn every_slip_of_one_digit_is_caught(body in 0u64..1_000_000_000_000, at in 0usize..19, add in 1u8..10) {
            let good = invented(body);
            let mut bad = good.clone().into_bytes();
            bad[at] = b'0' + (bad[at] - b'0' + add) % 10;
            prop_assert!(luhn(&good) && !luhn(std::str::from_utf8(&bad).unwrap()));
        }

        #[test]
        fn every_swap_but_nought_and_nine_is_caught(body in 0u64..1_000_000_000_000, at in 0usize..18) {
            let good = invented(body);
            let mut bad = good.clone().into_bytes();
            bad.swap(at, at + 1);
            let blind = matches!((bad[at], bad[at + 1]), (b'0', b'9') | (b'9', b'0'));
            // Not assumed away: a long run has more of them than the test may reject.
            let same = bad == good.as_bytes();
            prop_assert!(same || blind || !luhn(std::str::from_utf8(&bad).unwrap()));
        }
    }
}
