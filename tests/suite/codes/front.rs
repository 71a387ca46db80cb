//! Codes of front matter.

use crate::codes::{Trial, front, page};
use crate::site::PAGES;

const WAGES: &str = "content/eligibility/wages.md";

pub(super) const TRIALS: &[Trial] = &[
    Trial(
        "F101",
        |s| front(s, "title = \"甲\"\nsumary = \"乙\""),
        |s| front(s, "title = \"甲\"\nsummary = \"乙\"\ntags = []"),
    ),
    Trial(
        "F102",
        |s| front(s, "summary = \"乙\""),
        |s| front(s, "title = \"甲\"\nsummary = \"乙\""),
    ),
    Trial("F103", |s| front(s, "title = 5"), |s| front(s, "title = \"5\"\nsummary = \"乙\"")),
    Trial(
        "F104",
        |s| s.write(WAGES, PAGES[0].1.replace("not-verified", "not-verfied")),
        |s| s.write(WAGES, PAGES[0].1.replace("not-verified", "required")),
    ),
    Trial(
        "F105",
        |s| front(s, "title = \"甲\"\nsummary = \"乙\"\ndate = 2026-02-30"),
        |s| front(s, "title = \"甲\"\nsummary = \"乙\"\ndate = 2024-02-29"),
    ),
    Trial(
        "F106",
        |s| front(s, "title = \"\""),
        |s| front(s, "title = \"甲\"\nsummary = \"乙\"\nkeywords = []"),
    ),
    Trial("F107", |s| page(s, "〔待填：短句〕"), |s| page(s, "〔样例〕短句")),
];
