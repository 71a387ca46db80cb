//! Lists: the home page, sections, and cases by category, group and township.

use serde::Serialize;

use crate::view::brief::Brief;
use crate::view::kind::FigureView;
use crate::view::site::LinkView;

/// `list` in templates: one page of a list.
#[derive(Clone, Debug, Serialize)]
pub struct ListView {
    /// Title of the section, or `典型案例：劳动报酬`.
    pub title: String,
    /// Summary of the section.
    pub summary: Option<String>,
    /// Text of `_index.md` as HTML, on the first page only; may be empty.
    pub body: String,
    /// Folder of the section.
    pub section: String,
    /// Kind of its pages: decides how entries look.
    pub kind: &'static str,
    /// How many entries in all.
    pub total: usize,
    /// Number of this page of the list, from 1.
    pub number: usize,
    /// How many pages the list has.
    pub count: usize,
    /// The page of the list before.
    pub before: Option<LinkView>,
    /// The page of the list after.
    pub after: Option<LinkView>,
}

/// A way to narrow a list.
#[derive(Clone, Debug, Serialize)]
pub struct FacetView {
    /// 按类别
    pub title: &'static str,
    /// Its values.
    pub terms: Vec<TermView>,
}

/// A value of a facet.
#[derive(Clone, Debug, Serialize)]
pub struct TermView {
    /// 劳动报酬
    pub name: String,
    /// Its list.
    pub href: String,
    /// How many cases.
    pub count: usize,
    /// Whether this is the list being shown.
    pub current: bool,
}

/// `home` in templates.
#[derive(Clone, Debug, Serialize)]
pub struct HomeView {
    /// Text of `content/_index.md` as HTML; may be empty.
    pub body: String,
    /// Summary of `content/_index.md`.
    pub summary: Option<String>,
    /// The four doors: can I get help, where do I go, what do I bring, whom do I call. Only those
    /// that have a page.
    pub doors: Vec<DoorView>,
    /// What happened to you: everyday words and the page that answers them.
    pub problems: Vec<LinkView>,
    /// The latest batches of notices.
    pub notices: Vec<Brief>,
    /// The latest articles and events.
    pub news: Vec<Brief>,
    /// The figures of the latest statistics, at most three, and their page.
    pub figures: Vec<FigureView>,
    /// The statistics page the figures come from.
    pub statistics: Option<LinkView>,
    /// Brochures to download.
    pub downloads: Vec<DownloadView>,
    /// The centre or window to visit, as an entry of a list.
    pub office: Option<Brief>,
}

/// One of the four doors.
#[derive(Clone, Debug, Serialize)]
pub struct DoorView {
    /// `can`, `where`, `bring`, `call`: for pictures and styles.
    pub word: &'static str,
    /// 我能申请吗
    pub title: &'static str,
    /// A line more.
    pub text: &'static str,
    /// Where it leads.
    pub href: String,
}

/// A brochure to download.
#[derive(Clone, Debug, Serialize)]
pub struct DownloadView {
    /// Title.
    pub title: String,
    /// `brochures/handbook.pdf`
    pub href: String,
    /// `handbook`, `leaflet`
    pub form: &'static str,
    /// A5
    pub paper: &'static str,
    /// `1.2 MB`; none in a preview, which sets a brochure only when somebody asks for it.
    pub size: Option<String>,
}

/// `find` in templates: everything by everyday word, and the map of the site.
#[derive(Clone, Debug, Serialize)]
pub struct FindView {
    /// Words by the first letter of their pinyin, A to Z; empty letters are left out.
    pub letters: Vec<LetterView>,
    /// The sections in menu order.
    pub sections: Vec<MapView>,
}

/// A letter of the index.
#[derive(Clone, Debug, Serialize)]
pub struct LetterView {
    /// `L`; `0` for words that begin with a digit.
    pub letter: String,
    /// Its words, by pinyin.
    pub words: Vec<WordView>,
}

/// A word of the index.
#[derive(Clone, Debug, Serialize)]
pub struct WordView {
    /// 老板不给工钱
    pub word: String,
    /// `laobanbugeigongqian lbbggq`: what people type who type pinyin; may be empty.
    pub pinyin: String,
    /// The pages that answer it.
    pub pages: Vec<LinkView>,
}

/// A section on the map of the site.
#[derive(Clone, Debug, Serialize)]
pub struct MapView {
    /// Its title.
    pub title: String,
    /// Its list.
    pub href: String,
    /// How many pages it has.
    pub total: usize,
    /// Its pages, at most the first few dozen of a long section.
    pub pages: Vec<LinkView>,
}
