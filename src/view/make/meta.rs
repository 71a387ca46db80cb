//! The tags of government sites and data for search engines.

use serde::Serialize;
use serde_json::json;

use crate::domain::kind::{Kind, KindName};
use crate::model::section::Section;
use crate::model::site::{PageId, Site};
use crate::view::make::{source, text};
use crate::view::site::{ArticleMetaView, MetaView};

/// A description is cut after so many characters.
const DESCRIPTION: usize = 120;

/// Tags of the home page.
#[must_use]
pub fn home(site: &Site, tagline: &str) -> MetaView {
    let title = &site.settings().identity.title;
    let index = site.section_named("").and_then(|section| section.index);
    let summary = index.and_then(|id| text(site, site.page(id).head.summary.as_ref()));
    let keywords = index.map(|id| keywords(site, id)).filter(|words| !words.is_empty());
    MetaView {
        title: title.clone(),
        description: clip(summary.as_deref().unwrap_or(tagline)),
        column_name: "首页".to_owned(),
        column_description: clip(tagline),
        column_keywords: keywords.unwrap_or_else(|| "法律援助,免费律师,12348".to_owned()),
        column_type: "首页".to_owned(),
        article: None,
        url: site.settings().web.base_url.clone(),
        json_ld: structured(&json!({
            "@context": "https://schema.org", "@type": "WebSite",
            "name": title, "url": site.settings().web.base_url, "description": tagline,
            "inLanguage": site.settings().identity.language,
        })),
    }
}

/// Tags of a list page named `title`, at `href`.
#[must_use]
pub fn list(site: &Site, section: &Section, title: &str, href: &str) -> MetaView {
    let site_title = &site.settings().identity.title;
    let index = section.index;
    let summary = index.and_then(|id| text(site, site.page(id).head.summary.as_ref()));
    let description = summary.unwrap_or_else(|| format!("{site_title}的{title}"));
    let words = index.map(|id| keywords(site, id)).filter(|words| !words.is_empty());
    MetaView {
        title: format!("{title} - {site_title}"),
        description: clip(&description),
        column_name: section.title.clone(),
        column_description: clip(&description),
        column_keywords: words.unwrap_or_else(|| format!("{},法律援助", section.title)),
        column_type: column_type(section.kind, "").to_owned(),
        article: None,
        url: address(site, href),
        json_ld: structured(&json!({
            "@context": "https://schema.org", "@type": "CollectionPage",
            "name": title, "url": address(site, href), "description": clip(&description),
        })),
    }
}

/// Tags of a page that is in no section: the look-up page, the page for dead addresses.
#[must_use]
pub fn plain(site: &Site, title: &str, description: &str, href: &str) -> MetaView {
    let site_title = &site.settings().identity.title;
    MetaView {
        title: format!("{title} - {site_title}"),
        description: description.to_owned(),
        column_name: title.to_owned(),
        column_description: description.to_owned(),
        column_keywords: format!("{title},法律援助"),
        column_type: "办事服务".to_owned(),
        article: None,
        url: address(site, href),
        json_ld: String::new(),
    }
}

/// Tags of a page.
#[must_use]
pub fn page(site: &Site, id: PageId) -> MetaView {
    let page = site.page(id);
    let site_title = &site.settings().identity.title;
    let title = site.fill(&page.head.title.value);
    let section = site.section_named(page.section());
    let column = section.map_or_else(|| "首页".to_owned(), |section| section.title.clone());
    let summary = text(site, page.head.summary.as_ref());
    let description = clip(summary.as_deref().unwrap_or(&title));
    let about = section.and_then(|section| section.index);
    let about = about.and_then(|id| text(site, site.page(id).head.summary.as_ref()));
    let words = keywords(site, id);
    let head = &page.head;
    let checked = match &page.kind {
        Kind::Contact(contact) => contact.checked_on.as_ref(),
        _ => None,
    };
    let reviewed = head.review.as_ref().and_then(|review| review.on.as_ref());
    // An office has no day it was published on; the day it was checked says the same to a reader.
    let date = head.date.as_ref().or(head.updated.as_ref()).or(checked).or(reviewed);
    MetaView {
        title: format!("{title} - {column} - {site_title}"),
        column_description: clip(about.as_deref().unwrap_or(&format!("{site_title}的{column}"))),
        column_keywords: format!("{column},法律援助"),
        column_type: column_type(page.kind.name(), page.stem()).to_owned(),
        article: Some(ArticleMetaView {
            title: title.clone().into_owned(),
            pub_date: date.map(|date| format!("{} 00:00", date.value)).unwrap_or_default(),
            source: source(site, page).unwrap_or_else(|| site_title.clone()),
            keywords: if words.is_empty() { format!("{column},法律援助") } else { words },
            author: text(site, page.head.author.as_ref()).unwrap_or_default(),
        }),
        url: address(site, site.route(id).as_str()),
        json_ld: page_data(site, id, &description),
        column_name: column,
        description,
    }
}

/// Tags of a page's twin in the large-type edition: the same article, said to be at the page's own
/// address, where its data for search engines are.
#[must_use]
pub fn twin(site: &Site, id: PageId) -> MetaView {
    let own = page(site, id);
    MetaView { title: format!("{}（长辈版）", own.title), json_ld: String::new(), ..own }
}

fn page_data(site: &Site, id: PageId, description: &str) -> String {
    let page = site.page(id);
    let title = site.fill(&page.head.title.value);
    let url = address(site, site.route(id).as_str());
    match &page.kind {
        Kind::Contact(contact) => structured(&json!({
            "@context": "https://schema.org", "@type": "GovernmentOffice",
            "name": title, "url": url, "description": description,
            "address": contact.address.as_ref().map(|address| site.fill(&address.value)),
            // A search engine would offer it to be dialled.
            "telephone": contact.phones.first().filter(|_| !contact.sample)
                .map(|phone| site.fill(&phone.number.value)),
        })),
        Kind::Event(event) => structured(&json!({
            "@context": "https://schema.org", "@type": "Event",
            "name": title, "url": url, "description": description,
            "startDate": event.day.as_ref().map(|day| day.value.to_string()),
            "location": event.place.as_ref().map(|place| site.fill(&place.value)),
            "organizer": {"@type": "GovernmentOrganization", "name": publisher(site)},
        })),
        Kind::Channel(_) => structured(&json!({
            "@context": "https://schema.org", "@type": "GovernmentService",
            "name": title, "url": url, "description": description,
            "provider": {"@type": "GovernmentOrganization", "name": publisher(site)},
        })),
        Kind::Statistics(_) => structured(&json!({
            "@context": "https://schema.org", "@type": "Dataset",
            "name": title, "url": url, "description": description,
            "creator": {"@type": "GovernmentOrganization", "name": publisher(site)},
        })),
        _ => article(&Article {
            context: "https://schema.org",
            kind: "Article",
            date_published: page.head.date.as_ref().map(|date| date.value.to_string()),
            date_modified: page.head.updated.as_ref().map(|date| date.value.to_string()),
            headline: &title,
            publisher: Publisher { kind: "GovernmentOrganization", name: publisher(site) },
            url: &url,
        }),
    }
}

fn publisher(site: &Site) -> &str {
    let identity = &site.settings().identity;
    identity.organiser.as_deref().unwrap_or(&identity.title)
}

/// What most pages are to a search engine: written straight away, there are thousands.
#[derive(Serialize)]
struct Article<'a> {
    #[serde(rename = "@context")]
    context: &'a str,
    #[serde(rename = "@type")]
    kind: &'a str,
    #[serde(rename = "dateModified", skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    #[serde(rename = "datePublished", skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    headline: &'a str,
    publisher: Publisher<'a>,
    #[serde(skip_serializing_if = "str::is_empty")]
    url: &'a str,
}

#[derive(Serialize)]
struct Publisher<'a> {
    #[serde(rename = "@type")]
    kind: &'a str,
    name: &'a str,
}

fn article(article: &Article<'_>) -> String {
    // Strings and maps with string keys are always JSON.
    for_html(&serde_json::to_string(article).unwrap_or_default())
}

/// JSON as it may stand in a `script` of HTML: no `<`, because not only `</script` ends or changes
/// what follows, `<!--<script` does too. In JSON a `<` stands in strings alone.
fn for_html(json: &str) -> String {
    json.replace('<', "\\u003c")
}

/// JSON for a data block in HTML, members without a value left out.
fn structured(value: &serde_json::Value) -> String {
    let mut value = value.clone();
    if let Some(members) = value.as_object_mut() {
        members.retain(|_, value| !value.is_null() && value.as_str() != Some(""));
    }
    for_html(&value.to_string())
}

fn keywords(site: &Site, id: PageId) -> String {
    let words = &site.page(id).head.keywords;
    words.iter().map(|word| word.value.as_str()).collect::<Vec<_>>().join(",")
}

/// The absolute address; empty where no base address is configured.
fn address(site: &Site, href: &str) -> String {
    let base = &site.settings().web.base_url;
    match base.as_str() {
        "" => String::new(),
        base => format!("{base}{href}"),
    }
}

fn clip(text: &str) -> String {
    let mut out: String =
        text.chars().take(DESCRIPTION).map(|c| if c == '\n' { ' ' } else { c }).collect();
    if text.chars().count() > DESCRIPTION {
        out.push('…');
    }
    out
}

/// `ColumnType` from the list in the annex to 国办发〔2017〕47号.
fn column_type(kind: KindName, stem: &str) -> &'static str {
    match kind {
        KindName::Eligibility | KindName::Channel | KindName::Contact | KindName::Checkup => {
            "办事服务"
        }
        KindName::Case | KindName::Notice | KindName::Article | KindName::Event => "工作动态",
        KindName::Statistics => "数据发布",
        KindName::Law => "政策文件",
        KindName::Page if matches!(stem, "complaint" | "objection") => "咨询投诉",
        KindName::Page => "机构职能",
    }
}
