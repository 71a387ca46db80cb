//! `import notices` run as a clerk runs it: encodings, pages, exit codes, and what never gets out.

use std::io::Write;
use std::process::Stdio;

use lantian::import::notices::{read, show};
use proptest::prelude::*;
use serde_json::Value;

use crate::site::{Run, Site, program};

/// A page as it is pasted: article, notices, adverts. The ID number is of an unassigned area.
const PAGE: &str = "援助工作纪实\n\n近年来，中心整体入驻\n\n工作人员为群众解答\n\n县行政服务中心，群众满意。\n\n遗失\n\n遗失某市马拉松运动协会(统一社会信用代码:51341100MJA914934X)社会团体法人登记证书副本一份,声明作废。\n\n遗失柳青苗(身份证号:349907198511030129)《就业失业登记证》,证号:3411250012018438,声明作废。\n\n遗失安小川(男,2019年5月4日)的出生医学证明,编号:S340000017,声明作废。\n\n更正\n本报昨日刊登的遗失声明中号码有误，特此更正。\n\n广告热线\n\n0550-0000000\n";
const ID: &str = "349907198511030129";

fn paper(site: &Site, bytes: impl AsRef<[u8]>) -> String {
    site.write("paper.txt", bytes);
    site.path("paper.txt").to_str().unwrap().to_owned()
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap()
}

#[test]
fn a_page_as_json() {
    let site = Site::sound();
    let file = paper(&site, PAGE);
    let run = site.run(&["import", "notices", &file, "--format", "json"]).expect(0);
    let json = json(&run);
    let records = json["records"].as_array().unwrap();
    assert_eq!(records.len(), 3, "{json:#}");
    assert_eq!(records[0]["holder"], "某市马拉松运动协会");
    assert_eq!(records[0]["line"], 11);
    assert_eq!(records[1]["identifiers"][0]["value"], "34**************29");
    assert_eq!(records[1]["identifiers"][0]["valid"], true, "found before masking");
    assert_eq!(records[1]["identifiers"][1]["kind"], "employment_registration");
    assert_eq!(json["unread"].as_array().unwrap().len(), 1);
    assert_eq!(json["unread"][0]["reason"], "correction");
    assert!(!site.exists("content/notices"), "json writes nothing");
}

#[test]
fn every_encoding_gives_the_same_records() {
    let site = Site::sound();
    let read = |bytes: Vec<u8>| {
        let file = paper(&site, bytes);
        json(&site.run(&["import", "notices", &file, "--format", "json"]).expect(0))
    };
    let utf8 = read(PAGE.as_bytes().to_vec());
    let wide = PAGE.replace('\n', "\r\n");
    for bytes in [
        encoding_rs::GB18030.encode(PAGE).0.into_owned(),
        [0xFEFF].into_iter().chain(PAGE.encode_utf16()).flat_map(u16::to_le_bytes).collect(),
        [0xFEFF].into_iter().chain(PAGE.encode_utf16()).flat_map(u16::to_be_bytes).collect(),
        wide.into_bytes(),
    ] {
        assert_eq!(read(bytes), utf8);
    }
}

#[test]
fn standard_input() {
    let mut child = program()
        .args(["import", "notices", "-", "--format", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(PAGE.as_bytes()).unwrap();
    let run = Run::of(child.wait_with_output().unwrap()).expect(0);
    assert_eq!(json(&run)["records"].as_array().unwrap().len(), 3);
}

#[test]
fn a_page_is_written_once_and_what_an_editor_changed_stays() {
    let site = Site::sound();
    let file = paper(&site, PAGE);
    let import = || {
        let options = ["--date", "2021-03-12", "--source", "某某日报", "--page", "4"];
        site.run(&[&["import", "notices", &file][..], &options].concat()).expect(0)
    };
    import();
    let path = "content/notices/2021-03-12.md";
    let page = site.read(path);
    assert!(page.contains("holder = \"柳某某\"") && page.contains("holder = \"安某某\""), "{page}");
    assert!(page.contains("3411250012018438"), "the certificate's number stays");
    for private in [ID, "19851103", "柳青苗", "安小川", "S340000017", "2019年5月4日"] {
        assert!(!page.contains(private), "{private}");
    }
    let errors: Vec<_> = site
        .findings(&["--no-print"])
        .into_iter()
        .filter(|finding| finding["severity"] == "error")
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    assert!(!import().err.contains("I609"), "the same again is no news");
    site.write(path, page.replace("某市", "本市"));
    assert!(import().err.contains("I609"));
    assert!(site.read(path).contains("本市"), "what an editor changed stays");
}

#[test]
fn nothing_printed_holds_an_id_number() {
    let site = Site::sound();
    // Notices that cannot be read: their text is shown all the same.
    let half = format!("{}\n{}", &ID[..9], &ID[9..]);
    let text = format!(
        "遗失黑色皮包一个，身份证号{ID}，声明作废。\n\n遗失{half}包，声明作废。\n\n更正\n本报刊登的身份证号{ID}有误，特此更正。\n"
    );
    let file = paper(&site, text);
    for lang in ["zh", "en"] {
        let arguments = ["import", "notices", &file, "--format", "json", "--lang", lang];
        let run = Run::of(program().args(arguments).output().unwrap()).expect(0);
        let all = format!("{}{}", run.out, run.err);
        assert!(
            !all.contains(ID) && !all.contains(&ID[..12]) && !all.contains("19851103"),
            "{all}"
        );
    }
}

#[test]
fn exit_codes() {
    let site = Site::sound();
    site.run(&["import", "notices", "/no/such/file"]).expect(3);
    site.run(&["import", "poems", "x"]).expect(2);
    let file = paper(&site, b"\x81\x20\xff\xff");
    assert!(site.run(&["import", "notices", &file]).expect(1).err.contains("I601"));
    let file = paper(&site, PAGE);
    site.run(&["import", "notices", &file, "--name", "../../out"]).expect(2);
    assert!(!site.exists("content/notices"));
}

#[test]
fn the_line_is_where_the_notice_begins() {
    let text = "甲\n\n遗失声明\n\n柳青苗遗失\n身份证，声明作废。遗失某公司公章一枚，\n声明作废。\n";
    let lines: Vec<_> = read(text).records.iter().map(|record| record.line).collect();
    assert_eq!(lines, [5, 6]);
}

/// Pieces notices are made of, to be put together in any order.
const SCRAPS: &[&str] = &[
    "遗失",
    "丢失",
    "声明作废",
    "柳青苗",
    "某县某某有限公司",
    "营业执照",
    "《",
    "》",
    "（",
    "）",
    "(",
    ")",
    "身份证号：",
    "证号",
    "：",
    "，",
    "。",
    "、",
    "\n",
    "\n\n",
    " ",
    "●",
    "349907198511030129",
    "51341100MJA914934X",
    "皖UT605挂",
    "皖",
    "各一份",
    "正、副本",
    "公章",
    "和",
    "的",
    "将",
    "因保管不善",
    "更正",
    "遗失声明\n",
    "2019年5月4日",
    "12",
    "遗失人：",
    "证件名称：",
    "***",
    "特此声明",
    "一枚",
    "第0001234号",
    "字",
    "银行",
    "支行",
    "\u{E863}",
    "１２３",
];

proptest! {
    #![proptest_config(crate::fuzz::cases(400))]

    #[test]
    fn any_order_of_scraps_is_read_and_keeps_id_numbers_in(
        picks in prop::collection::vec(0..SCRAPS.len(), 0..120)
    ) {
        let text: String = picks.iter().map(|pick| SCRAPS[*pick]).collect();
        let reading = read(&text);
        let shown = show::json(&reading).to_string();
        // An ID number that two scraps made longer is none any more.
        let alone = text.split(|c: char| !c.is_ascii_digit()).any(|run| run == ID);
        let joined = text.replace(['\n', ' '], "");
        if alone && !joined.contains(&format!("{ID}1")) && !joined.contains(&format!("2{ID}")) {
            prop_assert!(!shown.contains(ID), "{text:?}\n{shown}");
        }
        for record in &reading.records {
            prop_assert!(record.line >= 1 && record.line <= text.lines().count().max(1));
            prop_assert!(!record.holder.is_empty() && !record.document.is_empty());
        }
    }

    #[test]
    fn any_text_is_read(text in "(遗失|[\u{4E00}-\u{4FFF}]|\\PC|\n){0,200}") {
        let _ = read(&text);
    }
}

#[test]
fn time_grows_with_length() {
    for scrap in [
        "遗失",
        "遗失某公司公章，",
        "（",
        "《",
        "遗失柳青苗身份证声明作废",
        "12 ",
        "证号：",
        "甲",
        "皖",
        "的营业执照",
        "●",
    ] {
        let time = |times: usize| {
            let text = scrap.repeat(times);
            let started = std::time::Instant::now();
            let _ = read(&text);
            started.elapsed()
        };
        let (short, long) = (time(3_000), time(12_000));
        // Four times the text; a quadratic step would take sixteen times as long.
        let most = short * 9 + std::time::Duration::from_millis(400);
        assert!(long < most, "{scrap}: {short:?}, then {long:?}");
    }
}
