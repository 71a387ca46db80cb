//! Codes C320–C369: the guard.

use crate::codes::{Trial, front, page, settings};
use crate::site::{PAGES, Site};

/// The case of the small site with these words as its facts.
fn case(site: &Site, words: &str) {
    site.write(PAGES[3].0, PAGES[3].1.replace("一。", words));
}

/// The same with another line in its front matter.
fn case_with(site: &Site, line: &str, words: &str) {
    let text =
        PAGES[3].1.replace("一。", words).replacen("\n+++\n", &format!("\n{line}\n+++\n"), 1);
    site.write(PAGES[3].0, text);
}

/// The case of the small site with this line in place of the consent.
fn consent(site: &Site, line: &str) {
    site.write(PAGES[3].0, PAGES[3].1.replace("consent = true", line));
}

fn allow(site: &Site, text: &str, words: &str) {
    case_with(
        site,
        &format!(
            "[[allow]]\ncode = \"C321\"\ntext = \"{text}\"\nby = \"许某\"\nwhy = \"本人要求公开\""
        ),
        words,
    );
}

fn holder(site: &Site, name: &str) {
    site.write(
        "content/notices/a.md",
        format!("+++\ntitle = \"声明\"\ndate = 2026-11-20\nsummary = \"遗失\"\n[[notice]]\nholder = \"{name}\"\nholder_kind = \"person\"\ndocument = \"学生证\"\n+++\n"),
    );
}

fn minor(site: &Site, words: &str) {
    case_with(site, "groups = [\"未成年人\"]", words);
}

fn contact(site: &Site, name: &str, number: &str) {
    site.write(
        "content/contacts/other.md",
        format!("+++\ntitle = \"{name}\"\nsummary = \"电话\"\nchecked_on = 2026-11-01\n[[phone]]\nnumber = \"{number}\"\n+++\n"),
    );
}

fn figure(site: &Site, words: &str) {
    site.write(
        "content/statistics/2020.md",
        "+++\ntitle = \"2020\"\ndate = 2021-01-15\nsummary = \"数字\"\nperiod = \"2020\"\n[[figure]]\nid = \"accepted\"\nlabel = \"办理案件\"\nvalue = 999\nunit = \"件\"\n+++\n",
    );
    page(site, words);
}

fn terms(site: &Site, days: &str) {
    settings(site, &format!("[check]\n{days}\n"));
}

fn window(site: &Site, words: &str) {
    site.write(PAGES[1].0, PAGES[1].1.replace("带上身份证。", words));
}

fn glossary(site: &Site, term: &str) {
    site.write(
        "content/about/glossary.md",
        format!("+++\ntitle = \"名词\"\nsummary = \"解释\"\n+++\n{term}\n: 说明。\n"),
    );
    window(site, "别过了诉讼时效。");
}

pub(super) const TRIALS: &[Trial] = &[
    Trial(
        "C320",
        |s| allow(s, "13800000000", "他来申请。"),
        |s| allow(s, "13800000000", "电话13800000000。"),
    ),
    Trial(
        "C321",
        |s| allow(s, "13800000001", "电话13800000000。"),
        |s| allow(s, "13800000000", "电话13800000000。"),
    ),
    Trial(
        "C322",
        |s| page(s, "卡号6222 0200 0000 0000 000。"),
        |s| page(s, "卡号6222 0200 0000 0000 001，尾号0000。"),
    ),
    Trial(
        "C323",
        |s| case(s, "张某，1985年11月3日出生。"),
        |s| case(s, "张某，1985年出生，2026年1月3日来申请出生医学证明。"),
    ),
    Trial(
        "C324",
        |s| case(s, "张某住炉桥镇大路村三组。"),
        |s| case(s, "张某住炉桥镇某村，仲裁庭三人，第3号证据在办公室。"),
    ),
    Trial("C325", |s| case(s, "一辆皖M12345开来。"), |s| case(s, "一辆皖M*****开来。")),
    Trial(
        "C326",
        |s| case(s, "（2025）皖1125民初123号判决。"),
        |s| case(s, "（2025）皖1125民初某号判决，国办秘函〔2019〕19号。"),
    ),
    Trial(
        "C327",
        |s| case(s, "受援人王小明，男。"),
        |s| case(s, "受援人王某明，原告方面，申请人应当到场。"),
    ),
    Trial("C327", |s| holder(s, "王小明"), |s| holder(s, "王某")),
    Trial(
        "C328",
        |s| case(s, "定远县宏大劳务有限公司欠薪。"),
        |s| case(s, "定远某劳务有限公司欠薪，是一家有限公司。"),
    ),
    Trial(
        "C329",
        |s| minor(s, "她在炉桥镇中心小学读书。"),
        |s| minor(s, "她在镇上的小学读书，中学没毕业。"),
    ),
    Trial("C329", |s| minor(s, "住炉桥镇大路村。"), |s| case(s, "住炉桥镇大路村。")),
    Trial(
        "C331",
        |s| contact(s, "某县法律援助中心", "0550-0000001"),
        |s| contact(s, "某县服务窗口", "0550-0000001"),
    ),
    Trial("C332", |s| page(s, "请打 0550-4021234。"), |s| page(s, "请打 0550-0000000。")),
    Trial(
        "C333",
        |s| page(s, "请拨打12384热线。"),
        |s| page(s, "请拨打12345热线。这件事的卷宗号是12384。"),
    ),
    Trial("C334", |s| figure(s, "2020年办理案件998件。"), |s| figure(s, "2020年办理案件999件。")),
    Trial("C336", |s| terms(s, "home_days = 14"), |s| terms(s, "home_days = 365")),
    Trial("C337", |s| terms(s, "column_days = 180"), |s| terms(s, "column_days = 365")),
    Trial(
        "C338",
        |s| {
            s.write(
                "content/events/_index.md",
                "+++\ntitle = \"宣传活动\"\nsummary = \"活动\"\n+++\n",
            )
        },
        |s| {
            s.write(
                "content/cases/_index.md",
                "+++\ntitle = \"典型案例\"\nsummary = \"案例\"\n+++\n",
            )
        },
    ),
    Trial("C340", |s| page(s, "请打１２３４８。"), |s| page(s, "（一）请打 12348！")),
    Trial("C340", |s| page(s, "您好,请进。"), |s| page(s, "您好，1,450人。")),
    Trial("C341", |s| page(s, "法律\u{2F42}书。"), |s| page(s, "法律文书。")),
    Trial(
        "C342",
        |s| window(s, &format!("{}。", "请您带上证件".repeat(11))),
        |s| window(s, &format!("{}。{}。", "请您带上证件".repeat(6), "请您带上证件".repeat(6))),
    ),
    Trial(
        "C343",
        |s| window(s, "来，看，问，说，写，交，等，走。"),
        |s| window(s, "来，看，问，说。写，交，等，走。"),
    ),
    Trial("C344", |s| glossary(s, "受援人"), |s| glossary(s, "诉讼时效")),
    Trial(
        "C345",
        |s| terms(s, "review = [\"legal\"]"),
        |s| {
            terms(s, "review = [\"legal\"]");
            for (path, text) in PAGES {
                s.write(path, text.replacen("\n+++\n", "\n[review]\nlegal = \"许某\"\n+++\n", 1));
            }
        },
    ),
    Trial(
        "C346",
        |s| {
            front(
                s,
                "title = \"甲\"\nsummary = \"乙\"\nupdated = 2026-11-02\n[review]\non = 2026-11-01",
            )
        },
        |s| {
            front(
                s,
                "title = \"甲\"\nsummary = \"乙\"\nupdated = 2026-11-01\n[review]\non = 2026-11-01",
            )
        },
    ),
    Trial(
        "C347",
        |s| consent(s, "consent = false"),
        |s| consent(s, "consent = false\ndraft = true"),
    ),
    Trial("C347", |s| consent(s, "consent = false"), |s| consent(s, "# consent")),
];
