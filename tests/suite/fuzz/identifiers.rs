//! Identifiers: what hides numbers hides every one, moves nothing and touches nothing else.

use lantian::domain::citation::mentions;
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
        for (place, citation) in mentions(&text, &["法律援助法"]) {
            prop_assert!(place.start >= end && place.end > place.start, "{text:?}");
            prop_assert!(text.get(place.clone()).is_some() && !citation.statute.is_empty());
            end = place.end;
        }
    }
}
