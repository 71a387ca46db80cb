//! Codes of reading a file.

use crate::codes::{PAGE, Trial, front, page};

fn gbk(text: &str) -> Vec<u8> {
    encoding_rs::GB18030.encode(text).0.into_owned()
}

pub(super) const TRIALS: &[Trial] = &[
    Trial(
        "S101",
        |s| s.write(PAGE, b"+++\ntitle = \"\xFF\xFF\x81\"\n+++\n"),
        |s| s.write(PAGE, gbk("+++\ntitle = \"标题\"\n+++\n")),
    ),
    Trial(
        "S102",
        |s| s.write(PAGE, gbk("+++\ntitle = \"标题\"\n+++\n")),
        |s| s.write(PAGE, "\u{FEFF}+++\r\ntitle = \"标题\"\r\nsummary = \"摘要\"\r\n+++\r\n"),
    ),
    Trial("S103", |s| page(s, &"字".repeat(3_000_000)), |s| page(s, &"字".repeat(300_000))),
    Trial("S104", |s| page(s, "空\0字符"), |s| page(s, "制表\t符")),
    Trial(
        "S105",
        |s| s.write(PAGE, "# 没有页首\n"),
        |s| s.write(PAGE, "\n+++\ntitle = \"空行在前\"\nsummary = \"摘要\"\n+++\n"),
    ),
    Trial(
        "S106",
        |s| s.write(PAGE, "+++\ntitle = \"标题\"\n正文\n"),
        |s| s.write(PAGE, "+++\ntitle = \"标题\"\nsummary = \"摘要\"\n+++"),
    ),
    Trial("S107", |s| front(s, "title = 标题"), |s| front(s, "title = '标题'\nsummary = \"摘要\"")),
    Trial(
        "S108",
        |s| front(s, "title ＝ \"标题\""),
        |s| front(s, "title = \"甲＝“乙”\"\nsummary = \"摘要\""),
    ),
    Trial(
        "S109",
        |s| front(s, "title = \"甲\"\ntitle = \"乙\""),
        |s| front(s, "title = \"甲\"\nsummary = \"摘要\"\n[review]\neditor = \"甲\""),
    ),
    Trial(
        "S110",
        |s| page(s, "前\n\n<div>块</div>"),
        |s| page(s, "1 < 2，<https://example.com/>，`<b>`"),
    ),
    Trial(
        "S111",
        |s| page(s, &format!("{} 深", ">".repeat(13))),
        |s| page(s, &format!("{} 深", ">".repeat(5))),
    ),
    Trial(
        "S112",
        |s| page(s, "打 {{ contact..phone }}"),
        |s| page(s, "打 {{contact.centre.phone}}，{ 单括号 }"),
    ),
    Trial("S113", |s| page(s, "看注[^甲]。"), |s| page(s, "看注[^甲]。\n\n[^甲]: 注文。")),
];
