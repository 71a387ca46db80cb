//! What can be found: the pages of the content, and those the program makes that answer a question
//! nobody writes a page for: where do I go, what do I bring, what can be helped with.

use std::borrow::Cow;

use crate::domain::kind::KindName;
use crate::model::site::{PageId, Site};
use crate::view::guide::StageView;
use crate::view::make::guide::{BRING, Guide, PROBLEMS, WHERE, has_offices, sheet_address};
use crate::web::search::text::{self, Words};
use crate::web::search::words;

/// Something that can be found.
pub(super) enum Entry {
    /// A page of the content.
    Page(PageId),
    /// A page the program makes.
    Made(Made),
}

/// What is found of a page the program makes.
pub(super) struct Made {
    title: String,
    route: String,
    summary: &'static str,
    /// Questions it answers, divided by spaces.
    keywords: &'static str,
    /// Everyday words of the page it belongs to, which answers these.
    about: String,
    text: String,
    weight: char,
}

/// Who asks for an office wants the finder, who asks for a matter its page before its checklist.
/// Pages of the guide come first alike.
const FIRST: char = '9';
const CHECKLIST: char = '7';
const STAGE: char = '5';

/// Everything there is to find, numbered in this order.
pub(super) fn entries(guide: &Guide<'_>) -> Vec<Entry> {
    let site = guide.site;
    let pages =
        site.pages().filter(|(id, page)| &*page.path != "_index.md" && site.stands_in_lists(*id));
    let pages = pages.map(|(id, _)| Entry::Page(id));
    pages.chain(made(guide).into_iter().map(Entry::Made)).collect()
}

fn made(guide: &Guide<'_>) -> Vec<Made> {
    let site = guide.site;
    let mut made = Vec::new();
    if has_offices(site) {
        let finder = guide.finder();
        let county = finder.county.iter().map(|office| {
            let phones = office.phones.iter().map(|phone| phone.number.as_str());
            // The hours by their name, so that an excerpt for 星期六上班吗 begins with them.
            let hours = office.when.as_ref().map(|when| format!("上班时间{when}"));
            let facts: Vec<&str> =
                hours.as_deref().into_iter().chain(phones).chain(office.place.as_deref()).collect();
            format!("{}：{}。", office.title, facts.join("；"))
        });
        made.push(Made {
            title: "去哪里申请".to_owned(),
            route: WHERE.to_owned(),
            summary: "按事情到了哪一步、按乡镇，查到哪里申请，附全县的地址、电话和上班时间。",
            keywords: words::WHERE,
            about: String::new(),
            text: county.collect(),
            weight: FIRST,
        });
        made.extend(finder.stages.into_iter().map(stage));
    }
    if !guide.matters.is_empty() {
        made.push(Made {
            title: "要带什么".to_owned(),
            route: BRING.to_owned(),
            summary: "按您的事情列好的材料清单，可以打印。",
            keywords: words::BRING,
            about: String::new(),
            text: String::new(),
            weight: FIRST,
        });
        made.push(Made {
            title: "您遇到了什么事".to_owned(),
            route: PROBLEMS.to_owned(),
            summary: "用平常的话说出您遇到的事，看能不能申请、要带什么。",
            keywords: words::PROBLEMS,
            about: String::new(),
            text: String::new(),
            weight: FIRST,
        });
    }
    made.extend(guide.matters.iter().map(|id| sheet(guide, *id)));
    made
}

fn stage(stage: StageView) -> Made {
    let mut text = stage.hint.to_owned();
    stage.more.iter().for_each(|more| text.push_str(more));
    Made {
        title: stage.title.to_owned(),
        route: stage.href,
        summary: stage.answer,
        keywords: "",
        about: String::new(),
        text,
        weight: STAGE,
    }
}

fn sheet(guide: &Guide<'_>, id: PageId) -> Made {
    let sheet = guide.sheet(id);
    let words = guide.site.page(id).head.keywords.iter().map(|word| word.value.as_str());
    Made {
        title: format!("{}：要带什么", sheet.title),
        route: sheet_address(guide.site, id),
        summary: "",
        keywords: "",
        about: words.collect::<Vec<_>>().join(" "),
        text: sheet.proof.join("；"),
        weight: CHECKLIST,
    }
}

/// What a result shows beside the text.
pub(super) struct Head<'e> {
    pub(super) route: &'e str,
    pub(super) section: &'e str,
    pub(super) date: Option<String>,
    pub(super) summary: Cow<'e, str>,
}

impl Entry {
    /// How much it is helped by its kind, in digits: who searches wants help first, then examples;
    /// the words of the law last, which help nobody who could not read them.
    pub(super) fn weight(&self, site: &Site) -> char {
        let id = match self {
            Self::Made(made) => return made.weight,
            Self::Page(id) => *id,
        };
        match site.page(id).kind.name() {
            kind if KindName::GUIDE.contains(&kind) => FIRST,
            KindName::Page => '8',
            KindName::Case => '4',
            KindName::Article | KindName::Event | KindName::Statistics => '3',
            _ => '2',
        }
    }

    /// Whether it leads to help.
    pub(super) fn helps(&self, site: &Site) -> bool {
        self.weight(site) >= '8'
    }

    /// Its everyday words.
    pub(super) fn everyday<'e>(&'e self, site: &'e Site) -> Vec<&'e str> {
        match self {
            Self::Made(made) => made.keywords.split(' ').chain([&*made.title]).collect(),
            Self::Page(id) => {
                let head = &site.page(*id).head;
                let title = Some(head.title.value.as_str()).filter(|_| self.helps(site));
                head.keywords.iter().map(|word| word.value.as_str()).chain(title).collect()
            }
        }
    }

    /// Gathers its words.
    pub(super) fn words(&self, site: &Site, words: &mut Words) {
        match self {
            Self::Page(id) => text::words(site, site.page(*id), words),
            Self::Made(made) => {
                words.clear();
                words.title.push_str(&made.title);
                words.keywords.push_str(made.keywords);
                words.keywords.push(' ');
                words.keywords.push_str(&made.about);
                words.text.push_str(&made.text);
            }
        }
    }

    /// What its result shows.
    pub(super) fn head<'e>(&'e self, site: &'e Site) -> Head<'e> {
        let id = match self {
            Self::Page(id) => *id,
            Self::Made(made) => {
                let summary = Cow::Borrowed(made.summary);
                return Head { route: &made.route, section: "", date: None, summary };
            }
        };
        let page = site.page(id);
        let dated = matches!(
            page.kind.name(),
            KindName::Case
                | KindName::Notice
                | KindName::Article
                | KindName::Event
                | KindName::Statistics
        );
        let date = page.head.date.as_ref().filter(|_| dated);
        let summary = page.head.summary.as_ref();
        Head {
            route: site.route(id).as_str(),
            section: site.section_named(page.section()).map_or("", |section| &section.title),
            date: date.map(|date| date.value.to_string()),
            summary: summary.map_or(Cow::Borrowed(""), |summary| site.fill(&summary.value)),
        }
    }
}
