//! `page` in templates: what every page has, its kind's view, its text as HTML.

use serde::Serialize;

use crate::view::kind::{
    ArticleView, CaseView, ChannelView, CheckupView, ContactView, EligibilityView, EventView,
    LawView, NoticeBatchView, StatisticsView,
};
use crate::view::site::LinkView;

/// A citation, and where its article is digested on this site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LawReference {
    /// 《法律援助法》第三十一条
    pub text: String,
    /// The digest's heading, relative to the root; none where the statute is not digested.
    pub href: Option<String>,
}

/// Who looked at a page.
#[derive(Clone, Debug, Serialize)]
pub struct ReviewView {
    /// 编辑
    pub editor: Option<String>,
    /// 法律审核
    pub legal: Option<String>,
    /// 负责人
    pub chief: Option<String>,
    /// 2026年3月1日
    pub on: Option<String>,
}

/// `signed` in signature.html: when, whence and by whom a page was looked at. A page has the same
/// fields of its own.
#[derive(Clone, Debug, Serialize)]
pub struct SignedView {
    /// 2026年3月2日
    pub date: Option<String>,
    /// 2026-03-02
    pub date_iso: Option<String>,
    /// 2026年3月2日; only where the page says so.
    pub updated: Option<String>,
    /// Where it comes from; the publisher where the page does not say.
    pub source: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Who looked at it.
    pub review: Option<ReviewView>,
}

/// An entry of a page's own table of contents.
#[derive(Clone, Debug, Serialize)]
pub struct ContentsEntry {
    /// Anchor without `#`.
    pub id: String,
    /// Words.
    pub title: String,
    /// 2 or 3.
    pub level: u8,
}

/// `page` in templates.
#[derive(Clone, Debug, Serialize)]
pub struct PageView {
    /// Title.
    pub title: String,
    /// Summary, facts filled in.
    pub summary: Option<String>,
    /// Relative to the root.
    pub href: String,
    /// Kind: `case`; also the name of its template.
    pub kind: &'static str,
    /// Folder of its section: `cases`.
    pub section: String,
    /// 2026年3月2日
    pub date: Option<String>,
    /// 2026-03-02
    pub date_iso: Option<String>,
    /// 2026年3月2日; only where the page says so.
    pub updated: Option<String>,
    /// Where it comes from; the publisher where the page does not say.
    pub source: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Subjects.
    pub tags: Vec<String>,
    /// Everyday words.
    pub keywords: Vec<String>,
    /// The law behind it.
    pub laws: Vec<LawReference>,
    /// Who looked at it.
    pub review: Option<ReviewView>,
    /// Headings of levels 2 and 3; empty when there are fewer than three.
    pub contents: Vec<ContentsEntry>,
    /// The text as HTML; on screen only.
    pub body: String,
    /// The page before it in its section's list.
    pub before: Option<LinkView>,
    /// The page after it.
    pub after: Option<LinkView>,
    /// On cases: the pages that answer what the case is about.
    pub answers: Vec<LinkView>,
    /// On pages about a matter: its checklist.
    pub bring: Option<String>,
    /// The kind's own view; the one that fits `kind` is there, the others are none.
    pub eligibility: Option<EligibilityView>,
    /// See `eligibility`.
    pub channel: Option<ChannelView>,
    /// See `eligibility`.
    pub contact: Option<ContactView>,
    /// See `eligibility`.
    pub case: Option<CaseView>,
    /// See `eligibility`.
    pub notice: Option<NoticeBatchView>,
    /// See `eligibility`.
    pub article: Option<ArticleView>,
    /// See `eligibility`.
    pub statistics: Option<StatisticsView>,
    /// See `eligibility`.
    pub event: Option<EventView>,
    /// See `eligibility`.
    pub checkup: Option<CheckupView>,
    /// See `eligibility`.
    pub law: Option<LawView>,
}
