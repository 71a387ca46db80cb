//! Numbers as they were slipped past the scan once, and numbers it once took for what they are not.

use super::find::{conceal, doubtful, scan};
use super::sighting::{Markup, in_file};

/// 3499xx is an unassigned area; the check digit fits.
const ID: &str = "349907198511030129";
/// The same person's number with a wrong check digit.
const SLIP: &str = "349907198511030120";

/// What a reader makes of a file: found as written, or in a page.
fn found(text: &str) -> bool {
    !scan(text).is_empty()
}

fn all_found(texts: &[&str]) {
    for text in texts {
        assert!(found(text), "{text:?}");
        let hidden = conceal(text);
        assert_eq!(hidden.len(), text.len());
        assert!(scan(&hidden).is_empty(), "{text:?}: {hidden:?}");
    }
}

#[test]
fn letters_beside_it_are_its_ends() {
    for lead in
        ["学籍号L", "学籍号G", "No", "id", "ID", "SFZ", "liumou", "IMG", "I", "l", "O", "甲"]
    {
        for tail in ["", ".md", ".jpg", "l", "o", "X", "甲", "43B1", "43"] {
            let text = format!("{lead}{ID}{tail}");
            let places = scan(&text);
            assert!(!places.is_empty(), "{text}");
            assert!(text[places[0].clone()].contains(ID), "{text}");
        }
    }
}

#[test]
fn numbers_pasted_behind_and_before_it() {
    all_found(&[
        &format!("柳某{ID}13800000000"),
        &format!("柳某13800000000{ID}"),
        &format!("柳某{ID}2026年11月20日来访"),
        &format!("柳某{ID}5000元"),
        &format!("纳税人识别号：{ID}01"),
        &format!("皖税字{ID}00号"),
    ]);
    // Longer numbers that only hold such digits, and those that offices make of a day and a serial.
    for text in [
        format!("流水号7{ID}"),
        format!("流水号{ID}7"),
        format!("流水号{ID}12345678901"),
        format!("流水号12800000000{ID}"),
        "3411252026110100172026年".to_owned(),
    ] {
        assert!(!found(&text), "{text}");
    }
}

#[test]
fn marks_between_its_parts() {
    for mark in "–—−－．，,、：:•·+丨|~/_ \u{2002}\u{2009}\u{202F}\u{3000}.-*#'\"\\\n。".chars()
    {
        all_found(&[&format!("柳某349907{mark}19851103{mark}0129遗失")]);
        all_found(&[&format!("身份证号：349907{mark}1985{mark}11{mark}03{mark}012{mark}9")]);
    }
    all_found(&[
        "身份证号：349907－19851103－0129",
        "身份证号：349907-1985.11.03 0129",
        "柳某349907（19851103）0129",
        "349907【19851103】0129",
        "柳某,349907,19851103,0129",
        "柳某349907“19851103”0129",
        "柳某349907『19851103』0129",
        "\"349907\",\"19851103\",\"0129\"",
        "[\"349907198\",\"511030129\"]",
        "|349907198|511030129|",
        "3499 0719 8511 0301 29",
        "3 4 9 9 0 7 1 9 8 5 1 1 0 3 0 1 2 9",
        "34 99 07 19 85 11 03 01 29",
        "349 907 198 511 030 129",
    ]);
}

#[test]
fn what_is_not_drawn_is_not_there() {
    let unseen =
        "\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}\u{AD}\u{200E}\u{202D}\u{202C}\u{34F}\u{332}";
    for c in unseen.chars() {
        let text: String = ID.chars().flat_map(|digit| [digit, c]).collect();
        assert_eq!(scan(&text).len(), 1, "{c:?}");
        assert!(found(&format!("{}{c}{}", &ID[..6], &ID[6..])), "{c:?}");
    }
    all_found(&["柳某349907&zwnj;19851103&shy;0129", "349907&ensp;19851103&ensp;0129"]);
}

#[test]
fn look_alikes_and_digits_in_other_dress() {
    for text in [
        "3499O7l985llO3Ol29",
        "3499Ｏ7ｌ985ｌｌＯ3Ｏｌ29",
        "3499〇7198511〇3〇129",
        "3499○7198511○3○129",
        "3499О7198511О3О129",
        "3499071985!!030!29",
        "349907|985||030|29",
        "３４９９０７１９８５１１０３０１２９",
        "③④⑨⑨⓪⑦①⑨⑧⑤①①⓪③⓪①②⑨",
        "𝟑𝟒𝟗𝟗𝟎𝟕𝟏𝟗𝟖𝟓𝟏𝟏𝟎𝟑𝟎𝟏𝟐𝟗",
        "身份证号：三四九九〇七一九八五一一〇三〇一二九",
        "身份证号码为叁肆玖玖零柒壹玖捌伍壹壹零叁零壹贰玖。",
        "公民身份号码三四九九○七 一九八五一一○三 ○一二九",
    ] {
        assert!(found(text), "{text}");
    }
}

#[test]
fn a_label_says_enough() {
    all_found(&[
        "居民证号：349907851103012",
        "身份证\n号 349907 851103 012",
        "姓名,身份证号\n柳某,349907851103012",
        "身份证明材料上写的号码是：349907198511030120",
        "身份证号：34990719851103012",
        "身份证号：3499071985110301",
        "身份证号：3499071985****0129",
        "公民身份号码：349907 1985 **** 0129",
        "ID 349907198511030120",
        "身份证编号3499071985110301296222",
        "残疾人证349907198511030120",
    ]);
    // A month without a year and an area is nobody.
    let half = "身份证号：349907198511******";
    assert!(found(half) && !conceal(half).contains("349") && !conceal(half).contains("1985"));
    for text in
        ["身份证号：34**************29", "身份证号：349907********0129", "身份证号：****0129"]
    {
        assert!(!found(text), "{text}");
    }
}

/// Marks of items and notes are no digits of the number they stand beside.
#[test]
fn marks_of_items_and_notes() {
    all_found(&[
        &format!("①{ID}；②李某"),
        &format!("⑴{ID}"),
        &format!("⒈{ID}"),
        &format!("❶{ID}"),
        &format!("{ID}①"),
        &format!("{ID}¹"),
        &format!("{ID}²有效"),
        &format!("身份证号：①{SLIP}；②李某"),
    ]);
}

/// However it is cut, its birth date stands between its first six digits and its last four.
#[test]
fn cut_around_the_birth_date() {
    all_found(&[
        "34 9907 1985 1103 0129",
        "3499 07 1985 1103 0129",
        "349 907 1985 1103 0129",
        "34 99 07 1985 1103 0129",
        "349907 1985 1103 01 29",
        "349907 198511 03 01 29",
        "349907 19 85 11 03 0129",
        "349907-19851103 0129",
        "349907 19851103－0129",
        "349907 1985-11-03 0129",
        "349907（1985-11-03）0129",
        "349907 1985/11/03 0129",
        "地区码,出生日期,顺序码\n349907,1985-11-03,0129",
    ]);
    for text in [
        "341125 2026-11-03 0129",
        "邮编349907 1985-11-03 0129-1234567",
        "1 349907 1985-11-03 0129",
        "349907 1985-11-03 0128",
    ] {
        assert!(!found(text), "{text}");
    }
}

/// The label is spaced, stands behind, has a remark, or is another name for the same number.
#[test]
fn labels_however_they_are_written() {
    let old = "349907851103012";
    for text in [
        format!("张某（身 份 证 号：{old}）"),
        format!("身 份 证 号：{SLIP}"),
        format!("身 份 证 号：{}", "34990719851103****"),
        format!("身\u{3000}份\u{3000}证\u{3000}号：{}", &ID[..17]),
        format!("身份 证号：{old}"),
        format!("证 件 号 码：{old}"),
        format!("公 民 身 份 号 码：{old}"),
        format!("公民号码：{old}"),
        format!("身\u{200B}份证号：{old}"),
        format!("张某（{old}，身份证号）"),
        format!("{old}是他的身份证号。"),
        format!("号码{old}（身份证）。"),
        "身份证号（大写）：三四九九零七一九八五一一零三零一二九".to_owned(),
        "身份证上的号码是三四九九零七一九八五一一零三零一二九".to_owned(),
        format!(
            "| 姓名 | 证件号码 | 金额 |\n|---|---|---|\n| 张某 | 无 | 1 |\n| 李某 | {old} | 5 |"
        ),
        format!("姓名,身份证号（18位）\n张某,无\n李某,{old}\n"),
        format!("姓名,身 份 证 号\n张某,无\n李某,{old}\n"),
        format!("驾驶证号：{SLIP}"),
        format!("社保号：{SLIP}"),
        format!("纳税人识别号：{SLIP}"),
    ] {
        assert!(found(&text), "{text}");
    }
    for text in [
        format!("收据{old}，身份证复印件一份"),
        format!("{old}，带身份证来"),
        "姓名,证件号码\n张某,13411200910123456\n".to_owned(),
        format!("社保局的收据{SLIP}"),
    ] {
        assert!(!found(&text), "{text}");
    }
}

/// What is named as an office's number is one, if its holder was not born before there were offices.
#[test]
fn numbers_named_as_an_offices() {
    // The check digit fits, as one in eleven does.
    let fits = "341125202603020017";
    for label in [
        "案件编号：",
        "案号：",
        "登记号",
        "援助编号：",
        "档案号：",
        "合同编号：",
        "决定书编号",
        "保单号：",
        "准考证号：",
        "序号",
        "皖农（2026）第",
    ] {
        assert!(!found(&format!("{label}{fits}")), "{label}");
        assert!(found(&format!("{label}{ID}")), "{label}");
    }
    for label in ["公告编号", "固定资产编码：", "设备编号：", "办件编号：341125202609010011、"]
    {
        assert!(!found(&format!("{label}{fits}")), "{label}");
    }
    for label in ["", "编号：", "学生编号：", "证件编号：", "事故中受伤的小张", "受理后，小张"]
    {
        assert!(found(&format!("{label}{fits}")), "{label}");
    }
}

#[test]
fn inside_a_longer_number() {
    all_found(&[
        "34990719851103012943B1",
        "34990719851103012943",
        "3499071985110301296222",
        "张某45349907198511030129",
        "张某349907198511030129233200",
        "张某3499071985110301290550-4021234",
        "张某3499071985110301292026.11.20",
        "张某1985.11.03349907198511030129",
        "349907198511030129349907198511030129",
        "349907198511030129349907198511030129349907198511030129",
    ]);
    for text in
        ["票据34990719851103012912345678", "编号12349907198511030129", "9349907198511030129123"]
    {
        assert!(!found(text), "by chance: {text}");
    }
}

fn in_page(page: &str) -> bool {
    in_file(page.as_bytes(), Markup::Html).is_some()
}

#[test]
fn cut_up_by_tags_or_coded() {
    let coded = |code: fn(char) -> String| ID.chars().map(code).collect::<String>();
    for page in [
        "349907198<u>511030129</u>".to_owned(),
        "<font color=\"red\">349907</font><kbd>19851103</kbd><x-a>0129</x-a>".to_owned(),
        "349907<!-- a > b -->198511030129".to_owned(),
        "<tr><td>349907198</td>\n      <td>511030129</td></tr>".to_owned(),
        "<td>349907</td><td>19851103</td><td>0129</td>".to_owned(),
        "<meta name=\"keywords\" content=\"349907198,511030129\">".to_owned(),
        "349907&#8204;1985&shy;1103&zwj;0129".to_owned(),
        "<text>349907<tspan dy=\"2\">19851103</tspan>0129</text>".to_owned(),
        "<w:r><w:t>349907</w:t></w:r><w:r><w:t>198511030129</w:t></w:r>".to_owned(),
        coded(|c| format!("&#{};", u32::from(c))),
        coded(|c| format!("&#x{:X};", u32::from(c))),
        format!("<a href=\"x?id={}\">", coded(|c| format!("%{:X}", u32::from(c)))),
        format!("{{\"a\":\"{}\"}}", coded(|c| format!("\\u{:04x}", u32::from(c)))),
        format!("身份证号<b>：</b>{SLIP}"),
        "身份证号：<b>3499071985</b>****0129".to_owned(),
        "<entry><content><![CDATA[349907<b>19851103</b>0129]]></content></entry>".to_owned(),
    ] {
        assert!(in_page(&page), "{page}");
    }
    for text in
        [coded(|c| format!("%{:X}", u32::from(c))), coded(|c| format!("\\u{:04x}", u32::from(c)))]
    {
        assert_eq!(scan(&text).len(), 1, "{text}");
        assert!(scan(&conceal(&text)).is_empty(), "{}", conceal(&text));
    }
    for page in [
        "<p>349907198</p><p>电话511030129</p>",
        "<tr><td>349907198</td></tr><tr><td>511030129</td></tr>",
        "<svg><path d=\"M34 99 07 19 85 11 03 01 29\"/></svg>",
        "<polygon points=\"34 99 07 19 85 11 03 01 29\"/>",
    ] {
        assert!(!in_page(page), "{page}");
    }
}

/// What offices write: none of these is a person's number, and none can be told from one by its
/// date alone.
#[test]
fn numbers_of_offices() {
    for label in include_str!("../../../tests/cases/offices.txt").lines() {
        for number in ["341125202511030012", "341125202003150021", SLIP] {
            let text = format!("{label}{number}");
            assert!(!found(&text) && doubtful(&text).is_empty(), "{text}");
        }
    }
    for text in [
        "付款凭证 341125 20251103 0012",
        "340421 2020-11-03 0550-4021234",
        "12 34 11 25 2019 10 12 30 15",
        "定远县233200 2026-11-01 0550-4021234",
        "请带身份证。0550-4021234、0550-4021235",
        "请带身份证，0550-4021234 2026-11-01",
        "卡号6222021985110301234",
        "341125,20251103,0012",
        "2026-11-24 2026-11-25 2026-11-26",
        "0550-4021234，0550-4021235，0550-4021236",
    ] {
        assert!(!found(text) && doubtful(text).is_empty(), "{text}");
    }
}

/// One in eleven of them fits; a row of them tells that none is a person's.
#[test]
fn rows_of_an_office() {
    let row = |label: &str, count: usize| -> String {
        let number = |at: usize| format!("{label}34112520251103{at:04}，");
        (10..10 + count).map(number).collect()
    };
    assert!(!found(&row("受理号：", 90)), "its name says enough");
    for label in ["", "编号："] {
        let text = row(label, 40);
        assert!(!found(&text), "{label}");
        assert!(in_file(text.as_bytes(), Markup::Text).is_some_and(|seen| !seen.sure), "{label}");
        assert!(!doubtful(&text).is_empty(), "it may be one all the same");
        assert!(found(&format!("{text}{ID}")), "of another century");
    }
    let cells = row("", 40).replace("3411252025", "341125,2025").replace("03", "03,");
    assert!(!found(&cells.replace('，', "\n")), "county, day and serial");
    // A child's number among a few, or one that is named.
    let child = "34990720161103012";
    let child = citizen_with_check(child);
    assert!(found(&format!("{}{child}", row("编号", 6))));
    assert!(found(&format!("{}身份证号：{child}", row("编号", 40))));
    assert!(found(&child));
}

/// Seventeen digits and the check digit that fits.
fn citizen_with_check(digits: &str) -> String {
    let fits = |check: &char| super::CitizenId::parse(&format!("{digits}{check}")).is_some();
    let check = "0123456789X".chars().find(fits).unwrap();
    format!("{digits}{check}")
}

#[test]
fn a_number_nobody_names_is_doubtful() {
    let text = format!("柳某{SLIP}遗失");
    assert!(!found(&text));
    assert!(doubtful(&text).contains(&(6..24)));
    assert!(!conceal(&text).contains(SLIP), "a report does not repeat it");
}

/// Area and birth date with the rest hidden say who it is.
#[test]
fn hidden_by_half() {
    all_found(&[
        "| 姓名 | 身份证号 | 金额 |\n|---|---|---|\n| 柳某 | 34990719851103**** | 500 |",
        "| 姓名 | 身份证号 | 金额 |\n|---|---|---|\n| 邹某 | 3499071990****0015 | 500 |",
        "| 姓名 | 身份证号 | 金额 |\n|---|---|---|\n| 马某 | 349907851103012 | 500 |",
        "| 姓名 | 身份证号 | 金额 |\n|---|---|---|\n| 孙某 | 34990719851103012 | 500 |",
        "张某（34990719851103****）",
        "身份证号：34990719851103----",
        "身份证号：34990719851103……",
    ]);
    for page in [
        "<p>张某34990719851103XXXX</p>",
        "<p>张某<b>34990719851103</b>****</p>",
        "<p>张某34990719851103xxxx</p>",
        "<tr><td>34990719851103****</td></tr>",
    ] {
        assert!(in_page(page), "{page}");
    }
    assert!(!in_page("<td>34**************29</td>"));
    assert!(!found(&format!("身份证,户口簿\n{}", "1,".repeat(20))), "a list of what was brought");
}

#[test]
fn in_groups_beside_other_numbers() {
    all_found(&[
        "张某 3499 0719 8511 0301 29 13800000000",
        "13800000000 3499 0719 8511 0301 29 62 岁",
        "柳某3 4 9 9 0 7 1 9 8 5 1 1 0 3 0 1 2 9 13800000000",
        "柳某 349-907-1985-1103-0129-62",
        "349907·19·85·11·03·0129",
    ]);
    // One of these is another person's; a row of figures goes on in the same parts.
    assert_eq!(scan("3499 0719 8511 0301 29\n3499 0719 8511 0301 29").len(), 2);
    assert!(!found("3500 3499 0719 8511 0301 29"));
}

#[test]
fn licences_and_codes_beside_the_word() {
    for text in [
        "法定代表人身份证复印件，营业执照 341125670613208。",
        "带身份证和营业执照（注册号341125600319181）。",
        "单位证件号码：51341125300298742X",
        "| 律师 | 执业证号 |\n|---|---|\n| 张律师 | 13411200610271699 |",
    ] {
        assert!(!found(text) && in_file(text.as_bytes(), Markup::Text).is_none(), "{text}");
    }
    all_found(&["二代证：349907851103012", "驾驶证号：349907851103012"]);
    assert_eq!(doubtful(&format!("监护人证号：{SLIP}")).len(), 1);
    assert!(doubtful(&format!("执业证号：{SLIP}")).is_empty());
}

/// Numbers of before 1999 have no check digit: named, they are certain; else they may be one.
#[test]
fn fifteen_digits() {
    for text in
        ["柳某349907851103014，住本县", "证号：349907851103014", "监护人证号 349907851103014"]
    {
        assert!(!found(text) && doubtful(text).len() == 1, "{text}");
        assert!(in_file(text.as_bytes(), Markup::Text).is_none(), "{text}");
        assert!(!conceal(text).contains("851103"), "{text}");
    }
    // The first fifteen of eighteen, a stroke for a 1 among the last.
    all_found(&["No349935200206058!04"]);
    // A trader was registered under his own number; a body's ends with its code.
    all_found(&[
        "皖税滁字349907851103014号",
        "税务登记证号：349907851103014",
        "{ kind = \"tax_registration\", value = \"349907851103014\" }",
    ]);
    for text in [
        "注册号349907851103014",
        "账号：349907851103014",
        "收据号349907851103014",
        "349907851303012",
        "3499078511030145",
        "349907851103 014",
        "税务登记证号：341125560112000",
        "341125600319181",
    ] {
        assert!(!found(text) && doubtful(text).is_empty(), "{text}");
    }
}
