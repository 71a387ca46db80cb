//! What every page shares: made once a build, handed to every template as `site`.

use serde::Serialize;

/// A link in a menu, a trail, a footer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LinkView {
    /// Words.
    pub title: String,
    /// Relative to the site's root; absolute for other sites.
    pub href: String,
}

/// `site` in templates.
#[derive(Clone, Debug, Serialize)]
pub struct SiteView {
    /// Name of the site.
    pub title: String,
    /// One line of what it does; a general sentence where site.toml has none.
    pub tagline: String,
    /// `zh-CN`.
    pub language: String,
    /// The number to call: `12348`.
    pub hotline: String,
    /// `tel:12348`.
    pub hotline_href: String,
    /// Where the site is published, ending in `/`; may be empty.
    pub base_url: String,
    /// Host of `base_url`; may be empty.
    pub domain: String,
    /// 主办单位
    pub sponsor: Option<String>,
    /// 承办单位
    pub organiser: Option<String>,
    /// How to reach the publisher.
    pub contact: Option<String>,
    /// ICP备案编号
    pub icp: Option<String>,
    /// 公安备案号
    pub police: Option<String>,
    /// 网站标识码
    pub site_code: Option<String>,
    /// Address of the error-report form.
    pub error_report: Option<String>,
    /// Marks at the foot of every page; pictures the body was given.
    pub marks: Vec<MarkView>,
    /// The sections that have pages, in menu order.
    pub menu: Vec<MenuView>,
    /// Address of the first self-check, where there is one.
    pub checkup_href: Option<String>,
    /// The page to look things up on: everyday words by letter, all sections (`find.html`); none
    /// where it is not built.
    pub find_href: Option<String>,
    /// The finder: where to apply; none where there are no offices.
    pub where_href: Option<String>,
    /// The checklists; none where no page is about a matter.
    pub bring_href: Option<String>,
    /// Everyday problems; none where no page is about a matter.
    pub problems_href: Option<String>,
    /// The first page of the large-type edition (长辈版); none where it would be empty.
    pub elder_href: Option<String>,
    /// Calendar of all events that have a day; none where no event has one.
    pub calendar_href: Option<String>,
    /// The notices' Atom feed; none without notices or without a base address.
    pub notice_feed_href: Option<String>,
    /// Path of the style sheet of pages where something is done (guide, self-check, figures): the
    /// other one and more.
    pub tasks_href: String,
    /// The search page (`search.html`).
    pub search_href: String,
    /// The map of the site (`map.html`).
    pub map_href: String,
    /// The Atom feed; none where the site has no address or is read without a network.
    pub feed_href: Option<String>,
    /// The service worker that keeps the core pages for when there is no network; none in editions
    /// that lie below another site or on a stick.
    pub worker_href: Option<String>,
    /// Well-known pages of about/ by file name: `privacy`, `accessibility`, `site-help`,
    /// `complaint`, `free` … for the footer.
    pub about: std::collections::BTreeMap<String, LinkView>,
    /// The day the site was built for: 2026年11月24日.
    pub built: String,
    /// The same as 2026-11-24.
    pub built_iso: String,
    /// Path of the style sheet below the root, with a hash in its name.
    pub style_href: String,
    /// Path of the script below the root, with a hash in its name.
    pub script_href: String,
    /// The same for the script of the search page.
    pub search_script_href: String,
}

/// A mark at the foot of every page.
#[derive(Clone, Debug, Serialize)]
pub struct MarkView {
    /// The picture, relative to the root.
    pub src: String,
    /// What it says.
    pub name: String,
    /// Where it leads.
    pub href: Option<String>,
}

/// A section in the menu.
#[derive(Clone, Debug, Serialize)]
pub struct MenuView {
    /// Folder name: `cases`.
    pub name: String,
    /// Title.
    pub title: String,
    /// Its first list page.
    pub href: String,
    /// How many pages.
    pub count: usize,
}

/// `meta` in templates: the tags Chinese government sites must carry (国办发〔2017〕47号, annex
/// 网页设计规范): site tags everywhere, column tags on lists and pages, content tags on pages.
#[derive(Clone, Debug, Serialize)]
pub struct MetaView {
    /// For `<title>`: page title and site title.
    pub title: String,
    /// For `description`.
    pub description: String,
    /// `ColumnName`
    pub column_name: String,
    /// `ColumnDescription`
    pub column_description: String,
    /// `ColumnKeywords`, comma-separated.
    pub column_keywords: String,
    /// `ColumnType`: 首页, 办事服务, 工作动态 …
    pub column_type: String,
    /// Content tags, on content pages only.
    pub article: Option<ArticleMetaView>,
    /// Absolute address of the page; empty where no base address is configured.
    pub url: String,
    /// schema.org data as JSON with `</` written `<\/`, printed unescaped; may be empty.
    pub json_ld: String,
}

/// The content tags.
#[derive(Clone, Debug, Serialize)]
pub struct ArticleMetaView {
    /// `ArticleTitle`
    pub title: String,
    /// `PubDate` as `2026-03-02 00:00`; empty where the page has no date.
    pub pub_date: String,
    /// `ContentSource`
    pub source: String,
    /// Keywords, comma-separated.
    pub keywords: String,
    /// Author; may be empty.
    pub author: String,
}
