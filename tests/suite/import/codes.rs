//! Every code of taking in: a file that fires it and one close to it that does not.

use crate::import::office::{docx, xlsx};
use crate::site::Site;

/// A code, what is taken in, bytes that fire it, bytes that do not.
pub(crate) struct Trial(pub(crate) &'static str, &'static str, fn() -> Vec<u8>, fn() -> Vec<u8>);

fn loss(text: &str) -> Vec<u8> {
    format!("{text}\n\n遗失某县某某商贸有限公司公章一枚，声明作废。\n").into_bytes()
}

fn table(rows: &str) -> Vec<u8> {
    rows.as_bytes().to_vec()
}

const HEADED: &str = "<w:p><w:r><w:t>张某讨薪案</w:t></w:r></w:p><w:p><w:r><w:t>【案情简介】一。</w:t></w:r></w:p><w:p><w:r><w:t>【办理过程】二。</w:t></w:r></w:p><w:p><w:r><w:t>【法律分析】三。</w:t></w:r></w:p><w:p><w:r><w:t>【典型意义】四。</w:t></w:r></w:p>";

fn written(more: &str) -> Vec<u8> {
    docx(&format!("{HEADED}<w:p><w:r><w:t>{more}</w:t></w:r></w:p>"))
}

const OFFICE: &str = "<c r=\"A2\" t=\"inlineStr\"><is><t>一站</t></is></c>";

pub(crate) const TRIALS: &[Trial] = &[
    Trial("I601", "notices", || b"\x81\x20\xff\xff".to_vec(), || loss("")),
    Trial(
        "I602",
        "notices",
        || encoding_rs::GB18030.encode("遗失柳青苗身份证，声明作废。").0.into_owned(),
        || loss(""),
    ),
    Trial(
        "I603",
        "notices",
        || loss("遗失黑色皮包一个，声明作废。"),
        || loss("遗失柳青苗退休证，声明作废。"),
    ),
    Trial(
        "I604",
        "notices",
        || loss("更正\n本报刊登的遗失声明有误，特此更正。"),
        || loss("更多新闻"),
    ),
    Trial(
        "I605",
        "notices",
        || loss("遗失柳青苗学生证，学号：２０１９０１２３，声明作废。"),
        || loss("遗失柳青苗学生证，学号：20190123，声明作废。"),
    ),
    Trial(
        "I606",
        "notices",
        || loss("遗失柳\u{E863}禾学生证，声明作废。"),
        || loss("遗失柳䶮禾学生证，声明作废。"),
    ),
    Trial(
        "I607",
        "notices",
        || loss("遗失某县棋类协会（统一社会信用代码：51341122560672498X）公章，声明作废。"),
        || loss("遗失某县棋类协会（统一社会信用代码：51341122560672489X）公章，声明作废。"),
    ),
    Trial("I608", "notices", || "天气晴朗。".as_bytes().to_vec(), || loss("")),
    Trial(
        "I610",
        "notices",
        || {
            loss(
                "遗失某县某某面馆开户许可证（核准号：J3412345678901，账号：20000012345018），声明作废。",
            )
        },
        // The number of the paper itself is kept.
        || loss("柳青苗遗失定期存单一张，编号：00123456，声明作废。"),
    ),
    Trial("I611", "contacts", || table("甲,乙\n一,二\n"), || table("名称,电话\n一,0550-0000000\n")),
    Trial(
        "I612",
        "contacts",
        || table("名称,电话,微信\n一,0550-0000000,无\n"),
        || table("序号,名称,电话\n1,一,0550-0000000\n"),
    ),
    Trial(
        "I613",
        "contacts",
        || {
            xlsx(
                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>名称</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>电话</t></is></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>一</t></is></c><c r=\"B2\"><v>5500000102</v></c></row>",
            )
        },
        || table("名称,电话\n一,0550-0000102\n"),
    ),
    Trial(
        "I614",
        "contacts",
        || table("名称,电话\n一,=A1\n"),
        || table("名称,电话\n一,\"=\"\"0550-0000000\"\"\"\n"),
    ),
    Trial(
        "I615",
        "contacts",
        || table("名称,电话\n,0550-0000000\n"),
        || table("名称,电话\n,\n一,0550-0000000\n三和站,\n"),
    ),
    Trial(
        "I616",
        "contacts",
        || table("名称,电话\n一,1.38E+10\n"),
        || table("名称,电话\n一,1.3800000001E+10\n"),
    ),
    Trial(
        "I617",
        "contacts",
        || table("名称,电话\n\"一,0550-0000000\n"),
        || table("名称,电话\n\"一\n站\",0550-0000000\n"),
    ),
    Trial(
        "I618",
        "contacts",
        || xlsx(&format!("<row r=\"2\" hidden=\"1\">{OFFICE}</row>")),
        || xlsx(&format!("<row r=\"2\" hidden=\"0\">{OFFICE}</row>")),
    ),
    Trial(
        "I619",
        "contacts",
        || table("名称,类型,电话\n某县妇联,群团,12338\n"),
        || table("名称,类型,电话\n某县妇联,站,12338\n某县妇联维权岗,群团,12338\n"),
    ),
    Trial("I621", "case", || docx("<w:p><w:r><w:t>张某讨薪案</w:t></w:r></w:p>"), || docx(HEADED)),
    Trial(
        "I622",
        "case",
        || docx(&format!("{HEADED}<w:p><w:r><w:drawing/></w:r></w:p>")),
        || docx(HEADED),
    ),
    Trial(
        "I623",
        "case",
        || written("受援人柳青苗，在工地受伤。"),
        || written("受援人柳某某，在工地受伤。"),
    ),
    Trial(
        "I624",
        "case",
        || written("身份证号349907198511030129。"),
        || written("身份证号34**************29。"),
    ),
    Trial(
        "I625",
        "case",
        || docx(&format!("{HEADED}<w:p><w:ins><w:r><w:t>后加的</w:t></w:r></w:ins></w:p>")),
        || docx(&format!("{HEADED}<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr></w:p>")),
    ),
];

fn fired(what: &str, bytes: Vec<u8>) -> String {
    let site = Site::sound();
    site.write("file", bytes);
    let file = site.path("file");
    let run = site.run(&["import", what, file.to_str().unwrap(), "--date", "2021-03-12"]);
    assert!(matches!(run.code, 0 | 1), "{}", run.err);
    assert!(!run.err.contains("panicked"), "{}", run.err);
    run.err
}

#[test]
fn each_code_fires_and_its_near_miss_does_not() {
    let mut wrong = Vec::new();
    for Trial(code, what, fires, misses) in TRIALS {
        let (with, without) = (fired(what, fires()), fired(what, misses()));
        if !with.contains(&format!("[{code}]")) {
            wrong.push(format!("{code} does not fire:\n{with}"));
        }
        if without.contains(&format!("[{code}]")) {
            wrong.push(format!("{code} fires at the near miss:\n{without}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
