//! Whether a number obeys the public rule of its kind, by the words of
//! [`crate::domain::kinds::notice::IDENTIFIER_KINDS`].
//!
//! Where the standard has a check character it is computed; where only the shape is public (a plate,
//! a bank's approval number) the shape is compared. Kinds without a public rule have no answer.

use super::citizen::{CitizenId, is_old_form};
use super::credit::{CreditCode, mod_11_10, organisation_code};
use super::phone::postal_code;

/// The one-character names of provinces that begin plates and the numbers of courts and offices.
/// Guizhou has two: 贵 on plates (GA 36), 黔 elsewhere, and plates are printed with that too.
pub const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵黔粤青藏川宁琼";

/// Whether `value` obeys the rule of `kind`; `None` where there is no public rule or the number is
/// masked.
#[must_use]
pub fn obeys(kind: &str, value: &str) -> Option<bool> {
    if value.contains(['*', '＊', '×']) {
        return None;
    }
    let bare: String = value.chars().filter(|c| !c.is_whitespace()).collect();
    let digits = bare.bytes().all(|byte| byte.is_ascii_digit());
    let length = bare.chars().count();
    match kind {
        "uscc" => Some(CreditCode::parse(&bare).is_some()),
        "id_card" => Some(CitizenId::parse(&bare).is_some() || is_old_form(&bare)),
        "org_code" => Some(organisation_code(&bare)),
        // Numbers of thirteen digits are from before 2007 and have no check digit.
        "business_registration" if length == 13 && digits => None,
        "business_registration" => Some(length == 15 && mod_11_10(&bare)),
        "tax_registration" => tax(&bare),
        "account_approval" => Some(lettered(&bare, "JLZ", 13)),
        "birth_certificate" => Some(lettered(&bare, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", 9)),
        "employment_registration" => Some(digits && length == 16),
        "plate" => Some(plate(&bare)),
        "vin" => Some(vin(&bare)),
        "food_licence" => food(&bare),
        "medical_institution" => {
            Some(length == 22 && bare.is_ascii() && organisation_code(&bare[..9]))
        }
        "disability_card" => Some(disability(&bare)),
        "transport_permit" => Some(trailing_digits(&bare) == 12),
        "seal_code" => Some(digits && length == 13),
        "lawyer_licence" => Some(digits && length == 17),
        "invoice_code" => Some(digits && matches!(length, 10 | 12)),
        "invoice_number" => Some(digits && matches!(length, 8 | 20)),
        "real_estate" => real_estate(&bare),
        "postal_code" => Some(postal_code(&bare)),
        _ => None,
    }
}

/// One of `letters`, then so many digits.
fn lettered(text: &str, letters: &str, count: usize) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|first| letters.contains(first))
        && chars.clone().count() == count
        && chars.all(|c| c.is_ascii_digit())
}

/// How many digits stand together at the end, a closing 号 aside.
fn trailing_digits(text: &str) -> usize {
    text.trim_end_matches('号').chars().rev().take_while(char::is_ascii_digit).count()
}

/// 税务登记证: six digits of area and an organisation code; where words stand before it
/// (皖税滁字…号), what follows them counts. Sole traders had their own ID number there instead.
fn tax(text: &str) -> Option<bool> {
    let code: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
    match code.len() {
        15 => Some(code[..6].bytes().all(|b| b.is_ascii_digit()) && organisation_code(&code[6..])),
        18 | 20 => Some(CitizenId::parse(&code[..18]).is_some()),
        _ => Some(false),
    }
}

/// 号牌 (GA 36): province, letter, then five of digits and letters without I and O; four and 挂, 学,
/// 警 …; six for new energy, small (D or F first) or large (D or F last) and the later letters A to K.
/// The dot on the plate itself may be written, and letters may be small.
#[must_use]
pub fn plate(text: &str) -> bool {
    let dot = |(at, c): &(usize, char)| *at == 2 && matches!(c, '·' | '•' | '・' | '.');
    let signs = text.chars().enumerate().filter(|sign| !dot(sign));
    let chars: Vec<char> = signs.map(|(_, c)| c.to_ascii_uppercase()).collect();
    let [province, office, rest @ ..] = chars.as_slice() else { return false };
    let sign = |c: &char| c.is_ascii_digit() || (c.is_ascii_uppercase() && !matches!(c, 'I' | 'O'));
    if !PROVINCES.contains(*province) || !office.is_ascii_uppercase() || *office == 'I' {
        return false;
    }
    let energy = |c: &char| matches!(c, 'A'..='K') && *c != 'I';
    match rest {
        [body @ .., '挂' | '学' | '警' | '港' | '澳' | '领' | '试' | '超'] => {
            body.len() == 4 && body.iter().all(sign)
        }
        body if body.len() == 5 => body.iter().all(sign),
        [first, second, body @ ..] if body.len() == 4 && energy(first) => {
            sign(second) && body.iter().all(char::is_ascii_digit)
        }
        [body @ .., last] if body.len() == 5 && energy(last) => {
            body.iter().all(char::is_ascii_digit)
        }
        _ => false,
    }
}

/// 车辆识别代号 (GB 16735): seventeen characters without I, O, Q; the ninth checks the others.
#[must_use]
pub fn vin(text: &str) -> bool {
    const WEIGHTS: [u32; 17] = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
    let value = |c: char| match c {
        '0'..='9' => c.to_digit(10),
        'A'..='H' => Some(u32::from(c) - u32::from('A') + 1),
        'J'..='N' => Some(u32::from(c) - u32::from('J') + 1),
        'P' => Some(7),
        'R' => Some(9),
        'S'..='Z' => Some(u32::from(c) - u32::from('S') + 2),
        _ => None,
    };
    let text = text.to_ascii_uppercase();
    if text.chars().count() != 17 {
        return false;
    }
    let sum = text.chars().zip(WEIGHTS).try_fold(0, |sum, (c, w)| Some(sum + value(c)? * w));
    let check = text.chars().nth(8);
    sum.is_some_and(|sum| check == "0123456789X".chars().nth((sum % 11) as usize))
}

/// 食品经营许可证 (JY) and 食品生产许可证 (SC): fourteen digits, the last by MOD 11,10. Older
/// licences (SP, 餐证字) have no public rule.
fn food(text: &str) -> Option<bool> {
    let text = text.to_ascii_uppercase();
    let number = text.strip_prefix("JY").or_else(|| text.strip_prefix("SC"))?;
    Some(number.len() == 14 && mod_11_10(number))
}

/// 残疾人证: the citizen's number, kind 1–7, grade 1–4, and B1, B2 … or a digit for a re-issue.
fn disability(text: &str) -> bool {
    let bytes = text.as_bytes();
    (bytes.len() >= 20 && bytes.len() <= 22 && text.is_ascii())
        && CitizenId::parse(&text[..18]).is_some()
        && matches!(bytes[18], b'1'..=b'7')
        && matches!(bytes[19], b'1'..=b'4')
}

/// 皖（2019）某县不动产权第0001234号; the older 房地权证…字第…号 has no common rule.
fn real_estate(text: &str) -> Option<bool> {
    let text = text.replace('（', "(").replace('）', ")");
    let mut parts = text.split(['(', ')']);
    let (province, year, rest) = (parts.next()?, parts.next()?, parts.next()?);
    let (_, number) = rest.split_once("不动产")?;
    let year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let number = number.trim_end_matches('号').chars().rev().take_while(char::is_ascii_digit);
    Some(year && province.chars().count() == 1 && number.count() == 7)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{obeys, plate, vin};

    /// What a character of a VIN counts: letters share their values with digits, A and J with 1.
    fn counts(c: u8) -> u32 {
        match c {
            b'0'..=b'9' => u32::from(c - b'0'),
            b'S'..=b'Z' => u32::from(c - b'S') + 2,
            b'J'..=b'R' => u32::from(c - b'J') + 1,
            _ => u32::from(c - b'A') + 1,
        }
    }

    fn invented(body: &[u8]) -> String {
        let (front, back) = body.split_at(8);
        let code = |check: char| {
            format!("{}{check}{}", String::from_utf8_lossy(front), String::from_utf8_lossy(back))
        };
        "0123456789X".chars().map(code).find(|code| vin(code)).unwrap()
    }

    proptest! {
        /// The standard misses a character taken for another that counts the same (1, A and J), and
        /// a swap with the check character beside it, whose own weight is nought; nothing else.
        #[test]
        fn slips_and_swaps_in_a_vin(
            body in prop::collection::vec(
                prop::sample::select(b"0123456789ABCDEFGHJKLMNPRSTUVWXYZ".to_vec()), 16),
            at in 0usize..17,
            other in prop::sample::select(b"0123456789ABCDEFGHJKLMNPRSTUVWXYZ".to_vec()),
        ) {
            let good = invented(&body).into_bytes();
            let passes = |bytes: &[u8]| vin(std::str::from_utf8(bytes).unwrap());
            let mut slip = good.clone();
            slip[at] = other;
            let blind = at != 8 && counts(other) == counts(good[at]);
            prop_assert_eq!(passes(&slip), slip == good || blind);
            if at < 16 && at != 7 && at != 8 {
                let mut swap = good.clone();
                swap.swap(at, at + 1);
                let blind = counts(swap[at]) == counts(swap[at + 1]);
                prop_assert_eq!(passes(&swap), swap == good || blind);
            }
        }
    }

    #[test]
    fn plates_of_every_form() {
        for good in [
            "皖U6F477",
            "皖M·12345",
            "皖m12345",
            "皖UT605挂",
            "皖MD12345",
            "皖M12345D",
            "皖M1234学",
            "沪A0007警",
            "贵H3B21Q",
            "黔H3B21Q",
        ] {
            assert!(plate(good), "{good}");
        }
        for bad in ["皖M1234", "皖MI2345", "皖I12345", "国M12345", "皖MD1234A", "皖M12345Z", "皖"]
        {
            assert!(!plate(bad), "{bad}");
        }
    }

    #[test]
    fn the_ninth_character_of_a_vin_checks_the_rest() {
        assert!(vin("1M8GDM9AXKP042788"));
        assert!(!vin("1M8GDM9A0KP042788") && !vin("1M8GDM9AXKP04278") && !vin("IM8GDM9AXKP042788"));
    }

    #[test]
    fn kinds_with_and_without_a_rule() {
        for (kind, value, answer) in [
            ("food_licence", "JY13301080111719", Some(true)),
            ("food_licence", "JY13301080111718", Some(false)),
            ("food_licence", "皖餐证字20133411", None),
            ("tax_registration", "341125560672489", Some(true)),
            ("tax_registration", "皖税滁字341125560672488号", Some(false)),
            ("account_approval", "J3755000026202", Some(true)),
            ("account_approval", "J375500002620", Some(false)),
            ("birth_certificate", "T340000001", Some(true)),
            ("disability_card", "3499071985110301294", Some(false)),
            ("disability_card", "34990719851103012943", Some(true)),
            ("medical_institution", "56067248934112517D1102", Some(true)),
            ("real_estate", "皖（2019）某县不动产权第0001234号", Some(true)),
            ("real_estate", "房地权证某字第2011012345号", None),
            ("transport_permit", "皖交运管许可滁字341103200123号", Some(true)),
            ("uscc", "5134**********489X", None),
            ("other", "12345", None),
        ] {
            assert_eq!(obeys(kind, value), answer, "{kind} {value}");
        }
    }
}
