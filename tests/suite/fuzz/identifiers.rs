//! Identifiers: what hides numbers hides every one, moves nothing and touches nothing else.

use lantian::domain::citation::{Statutes, mentions};
use lantian::domain::identifier::{CitizenId, CreditCode, find};
use proptest::prelude::*;

use super::{cases, citizen, scraps};

/// What stands around numbers.
const AROUND: &[&str] = &[
    "身份证号",
    "身份证",
    "号码：",
    "统一社会信用代码",
    "证号",
    "电话",
    "第",
    "号",
    "，",
    "。",
    "、",
    "\n",
    " ",
    "-",
    "(",
    "）",
    "某公司",
    "柳某某",
    "1",
    "0",
    "X",
    "x",
    "O",
    "l",
    "12348",
    "51341100MJA914934X",
    "0550-0000000",
    "2026-11-24",
    "皖M12345",
    "*",
    "**",
    "６",
    "\u{3000}",
    "349907",
    "19851103",
    "A",
    "L",
    "G",
];

/// What stands right before a number, and right behind.
const LEADS: &[&str] = &[
    "",
    "甲",
    "学籍号L",
    "学籍号G",
    "No",
    "NO.",
    "id",
    "SFZ",
    "liumou",
    "IMG",
    "（",
    "|",
    "\"",
    "l",
    "证",
];
const TAILS: &[&str] = &["", "甲", "43B1", "43", ".md", ".jpg", "）", "|", "遗失", "l", "a"];
/// Digits in another dress, from nought to nine: full-width ones, then look-alikes.
const DRESSES: &[&str] = &[
    "０１２３４５６７８９",
    "Ol23456789",
    "oI23456789",
    "〇1２345６789",
    "ОІ23456789",
    "○!23456789",
    "⓪①②③④⑤⑥⑦⑧⑨",
    "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
];
const UNSEEN: &[char] = &[
    '\u{200B}', '\u{200C}', '\u{200D}', '\u{2060}', '\u{FEFF}', '\u{AD}', '\u{200E}', '\u{202D}',
    '\u{202C}', '\u{34F}',
];
/// Places at which people cut a number up.
const CUTS: &[&[usize]] = &[
    &[],
    &[9],
    &[6],
    &[14],
    &[6, 14],
    &[6, 10, 14],
    &[6, 10, 12, 14],
    &[4, 8, 12, 16],
    &[3, 6, 9, 12, 15],
];
/// Places at which a number is cut whose end is hidden.
const HALVES: &[&[usize]] = &[&[], &[6], &[6, 14]];
const MARKS: &[&str] = &[
    " ", "-", "－", "–", "—", "−", "．", "，", ",", "、", "：", "•", "+", "~", "\n", "**",
    "\u{2002}", "\u{202F}", "\u{3000}", "/", "\",\"", "\\\n", "&ensp;", "_",
];
/// What offices call their numbers.
fn offices() -> Vec<&'static str> {
    include_str!("../../cases/offices.txt").lines().collect()
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn hiding_keeps_every_byte_where_it_was(text in scraps(AROUND, 40)) {
        let hidden = find::conceal(&text);
        prop_assert_eq!(hidden.len(), text.len());
        for place in find::scan(&text) {
            prop_assert!(text.get(place).is_some());
        }
    }

    #[test]
    fn a_number_behind_its_label_is_hidden(
        (birth, order) in (0u32..20_000, 0u32..100_000),
        before in scraps(AROUND, 12),
        after in scraps(AROUND, 12),
    ) {
        let number = citizen(birth, order);
        prop_assert!(CitizenId::parse(&number).is_some());
        let text = format!("{before}。身份证号：{number}，{after}");
        prop_assert!(!find::conceal(&text).contains(&number), "{text:?}");
    }

    /// Numbers in a list, one behind the other, are all hidden.
    #[test]
    fn every_number_of_a_list_is_hidden(
        people in prop::collection::vec((0u32..20_000, 0u32..100_000), 1..5),
        gap in prop::sample::select(&[" ", "\n", "\u{3000}", " \n ", "、", "-", "，"][..]),
        label in prop::sample::select(&["身份证号：", "", "名单\n"][..]),
    ) {
        let numbers: Vec<String> = people.iter().map(|(b, o)| citizen(*b, *o)).collect();
        let text = format!("{label}{}。", numbers.join(gap));
        let hidden = find::conceal(&text);
        for number in &numbers {
            prop_assert!(!hidden.contains(number.as_str()), "{text:?}\n{hidden}");
        }
    }

    /// However a number is typed, cut up and glued to letters, it is found and hidden.
    #[test]
    fn a_disguised_number_is_found(
        (birth, order) in (0u32..20_000, 0u32..100_000),
        lead in prop::sample::select(LEADS),
        tail in prop::sample::select(TAILS),
        dress in 0usize..DRESSES.len(),
        dressed in prop::collection::vec(any::<bool>(), 18),
        unseen in prop::collection::vec((0usize..18, prop::sample::select(UNSEEN)), 0..6),
        cut in prop::sample::select(CUTS),
        mark in prop::sample::select(MARKS),
    ) {
        let number = citizen(birth, order);
        let mut text = lead.to_owned();
        for (at, c) in number.chars().enumerate() {
            if cut.contains(&at) {
                text.push_str(mark);
            }
            // A letter at either end is the end of a word; at least every other digit is one.
            let inside = dress == 0 || ((1..17).contains(&at) && at % 2 == 1);
            let worn = c.to_digit(10).filter(|_| dressed[at] && inside);
            text.push(worn.map_or(c, |digit| DRESSES[dress].chars().nth(digit as usize).unwrap()));
            text.extend(unseen.iter().filter(|(place, _)| *place == at).map(|(_, c)| *c));
        }
        text.push_str(tail);
        let places = find::scan(&text);
        prop_assert_eq!(places.len(), 1, "{:?}", text);
        let hidden = find::conceal(&text);
        prop_assert_eq!(hidden.len(), text.len());
        prop_assert!(find::scan(&hidden).is_empty(), "{hidden:?}");
    }

    /// A number of which only the end is hidden still tells the birth date.
    #[test]
    fn a_number_hidden_by_half_is_found(
        (birth, order) in (0u32..20_000, 0u32..100_000),
        lead in prop::sample::select(LEADS),
        tail in prop::sample::select(&["", "甲", "。", "，电话0550-0000000", "）", "\n"][..]),
        (shown, star) in (14usize..18, prop::sample::select(&["*", "＊", "X", "x", "●", "○", "×"][..])),
        cut in prop::sample::select(HALVES),
        mark in prop::sample::select(&["", " ", "-", "\u{3000}"][..]),
    ) {
        let number = citizen(birth, order);
        // An X at the end alone is the check digit's own.
        let shown = shown.min(if star.eq_ignore_ascii_case("x") { 16 } else { 17 });
        let mut text = lead.to_owned();
        for (at, c) in number.chars().enumerate() {
            if cut.contains(&at) && at <= shown {
                text.push_str(mark);
            }
            if at < shown { text.push(c) } else { text.push_str(star) }
        }
        text.push_str(tail);
        prop_assert_eq!(find::scan(&text).len(), 1, "{:?}", text);
        let hidden = find::conceal(&text);
        prop_assert!(!hidden.contains(&number[6..14]) && hidden.len() == text.len(), "{hidden:?}");
        prop_assert!(find::scan(&hidden).is_empty(), "{hidden:?}");
    }

    /// What offices number by county, day and serial is not taken for a person's number.
    #[test]
    fn numbers_of_offices_are_left_alone(
        label in prop::sample::select(offices()),
        (year, month, day) in (1990u32..2031, 1u32..13, 1u32..29),
        serial in 0u32..10_000,
        mark in prop::sample::select(&["", " ", "-", "－", "/"][..]),
    ) {
        let number = |serial| format!("341125{year}{month:02}{day:02}{serial:04}");
        // Every eleventh has a check digit that fits, and nobody can tell those: the next one has not.
        let fits = CitizenId::parse(&number(serial)).is_some();
        let serial = if fits { serial / 10 * 10 + (serial + 1) % 10 } else { serial };
        let number = number(serial);
        let typed = format!("{}{mark}{}{mark}{}", &number[..6], &number[6..14], &number[14..]);
        let text = format!("本中心{label}{typed}，请保存好。");
        prop_assert!(find::scan(&text).is_empty() && find::doubtful(&text).is_empty(), "{text}");
        let rows = format!("{label}\n{year}-{month:02}-{day:02} 0550-402{serial:04}\n{serial:04}-1234567");
        prop_assert!(find::scan(&rows).is_empty(), "{rows}");
    }

    #[test]
    fn nothing_is_no_number(text in "\\PC{0,40}") {
        let _ = (CitizenId::parse(&text), CreditCode::parse(&text));
        prop_assert_eq!(find::conceal(&text).len(), text.len());
    }

    #[test]
    fn citations_stand_in_order(text in scraps(
        &["《", "》", "法律援助法", "民法典", "第", "三十", "一", "31", "条", "款", "项", "（", "）", "、", "和", "至", "，"],
        30,
    )) {
        let mut end = 0;
        for mention in mentions(&text, &Statutes::with(std::iter::empty())) {
            let place = mention.words;
            prop_assert!(place.start >= end && place.end > place.start, "{text:?}");
            prop_assert!(text.get(place.clone()).is_some() && !mention.law.statute.is_empty());
            end = place.end;
        }
    }
}
