//! The guide made from many pages, gathered once a build: towns with their offices, checklists,
//! everyday problems by subject, ways through the self-checks, cases that are like a page.

use std::collections::BTreeMap;

use crate::domain::citation::Citation;
use crate::domain::kind::{Kind, KindName};
use crate::domain::kinds::contact::Role;
use crate::domain::kinds::eligibility::{Eligibility, Hardship};
use crate::domain::kinds::statistics::Figure;
use crate::domain::kinds::walk::{Stop, walk};
use crate::domain::slug::Slugs;
use crate::model::site::{PageId, Site};
use crate::view::guide::{FinderView, GroupView, ProblemView, SheetView, StageView, TownView};
use crate::view::make::alike::Alike;
use crate::view::make::brief::brief;
use crate::view::make::bring::{base, base_for};
use crate::view::make::page::signed;
use crate::view::make::{cite, laws, link, texts};
use crate::view::site::LinkView;
use crate::view::words;

/// The finder, where there are offices.
pub const WHERE: &str = "where.html";
/// The checklists, where there are pages about matters.
pub const BRING: &str = "bring.html";
/// The everyday problems, where there are pages about matters.
pub const PROBLEMS: &str = "problems.html";

/// A figure is compared over at most so many years, the latest.
const MOST_YEARS: usize = 6;
/// The subject of problems whose page names none.
const NO_SUBJECT: &str = "别的事";

/// A township and its offices.
#[derive(Debug)]
pub struct Town<'s> {
    /// 炉桥镇
    pub name: &'s str,
    /// Its page: `where/lu-qiao-zhen.html`.
    pub href: String,
    /// Its offices in the order of the list.
    pub offices: Vec<PageId>,
}

/// What is gathered.
#[derive(Debug)]
pub struct Guide<'s> {
    /// The site.
    pub site: &'s Site,
    /// The townships in the order of their offices.
    pub towns: Vec<Town<'s>>,
    /// The pages about a matter, each of which has a checklist.
    pub matters: Vec<PageId>,
    /// The ways through each self-check.
    pub walks: BTreeMap<PageId, Vec<Stop<'s>>>,
    /// The place to go to: the window, else the centre.
    pub office: Option<PageId>,
    /// What everybody brings, whatever the matter.
    base: Vec<String>,
    /// Which cases are like which page.
    pub alike: Alike<'s>,
    figures: BTreeMap<&'s str, Vec<(PageId, &'s Figure)>>,
}

impl<'s> Guide<'s> {
    /// Gathers it.
    #[must_use]
    pub fn gather(site: &'s Site) -> Self {
        let walks = site.of_kind(KindName::Checkup).filter_map(|id| match &site.page(id).kind {
            Kind::Checkup(checkup) => Some((id, walk(checkup).ok()?)),
            _ => None,
        });
        let matters: Vec<PageId> =
            site.of_kind(KindName::Eligibility).filter(|id| about_matter(site, *id)).collect();
        Self {
            site,
            towns: towns(site),
            walks: walks.collect(),
            office: office(site),
            base: base(site),
            alike: Alike::gather(site, &matters),
            figures: figures(site),
            matters,
        }
    }

    /// Whether a page has a checklist.
    #[must_use]
    pub fn has_sheet(&self, id: PageId) -> bool {
        about_matter(self.site, id)
    }

    /// The stages, townships and offices.
    #[must_use]
    pub fn finder(&self) -> FinderView {
        let site = self.site;
        let offices: Vec<PageId> = site.of_kind(KindName::Contact).collect();
        let county = offices.iter().filter(|id| {
            let Kind::Contact(contact) = &site.page(**id).kind else { return false };
            let role = contact.role.as_ref().map(|role| role.value);
            contact.township.is_none() && role != Some(Role::Hotline)
        });
        FinderView {
            stages: STAGES.iter().map(|stage| stage.view(site)).collect(),
            towns: self
                .towns
                .iter()
                .map(|town| LinkView { title: town.name.to_owned(), href: town.href.clone() })
                .collect(),
            county: county.map(|id| brief(site, *id)).collect(),
            offices: offices.iter().map(|id| brief(site, *id)).collect(),
            channels: site
                .of_kind(KindName::Channel)
                .filter_map(|id| with_mode(site, id))
                .collect(),
            checked: checked(site, &offices),
        }
    }

    /// A township's own view.
    #[must_use]
    pub fn town(&self, number: usize) -> Option<TownView> {
        let town = self.towns.get(number)?;
        let offices = town.offices.iter().map(|id| brief(self.site, *id)).collect();
        Some(TownView { name: town.name.to_owned(), offices })
    }

    /// Everyday problems by subject; subjects in the order of their pages, the unnamed last.
    #[must_use]
    pub fn groups(&self) -> Vec<GroupView> {
        let mut groups: Vec<GroupView> = Vec::new();
        for id in &self.matters {
            let head = &self.site.page(*id).head;
            let subject = head.tags.first().map_or(NO_SUBJECT, |tag| tag.value.as_str());
            let problem = self.problem(*id);
            match groups.iter_mut().find(|group| group.title == subject) {
                Some(group) => group.problems.push(problem),
                None => {
                    groups.push(GroupView { title: subject.to_owned(), problems: vec![problem] });
                }
            }
        }
        groups.sort_by_key(|group| group.title == NO_SUBJECT);
        groups
    }

    fn problem(&self, id: PageId) -> ProblemView {
        let LinkView { title, href } = link(self.site, id);
        ProblemView {
            title,
            href,
            words: texts(self.site, &self.site.page(id).head.keywords),
            badge: badge(self.site, id),
            bring: sheet_address(self.site, id),
        }
    }

    /// The page of a township in the finder.
    #[must_use]
    pub fn town_link(&self, name: &str) -> Option<LinkView> {
        let town = self.towns.iter().find(|town| town.name == name.trim())?;
        Some(LinkView { title: town.name.to_owned(), href: town.href.clone() })
    }

    /// A figure over the years, the oldest first; nothing where only one year has it.
    #[must_use]
    pub fn years(&self, figure: &str) -> &[(PageId, &'s Figure)] {
        let years = self.figures.get(figure).map_or(&[][..], Vec::as_slice);
        let from = years.len().saturating_sub(MOST_YEARS);
        if years.len() < 2 { &[] } else { &years[from..] }
    }

    /// The checklist of a matter.
    #[must_use]
    pub fn sheet(&self, id: PageId) -> SheetView {
        let LinkView { title, href } = link(self.site, id);
        let page = eligibility(self.site, id);
        let proof = page.map(|page| texts(self.site, &page.proof)).unwrap_or_default();
        let hardship = page.and_then(|page| page.hardship.as_ref()).map(|it| it.value);
        SheetView {
            title,
            href,
            badge: badge(self.site, id),
            base: base_for(&self.base, hardship, &proof),
            proof,
            office: self.office.map(|id| brief(self.site, id)),
            laws: laws(self.site, &self.site.page(id).head.laws),
            signed: signed(self.site, self.site.page(id)),
        }
    }
}

/// The figures of all statistics by their ids, the oldest first.
fn figures(site: &Site) -> BTreeMap<&str, Vec<(PageId, &Figure)>> {
    let mut pages: Vec<PageId> = site.of_kind(KindName::Statistics).collect();
    pages.sort_by_key(|id| (site.page(*id).head.date.as_ref().map(|date| date.value), *id));
    let mut figures: BTreeMap<&str, Vec<(PageId, &Figure)>> = BTreeMap::new();
    for id in pages {
        let Kind::Statistics(statistics) = &site.page(id).kind else { continue };
        for figure in &statistics.figures {
            figures.entry(&figure.id.value).or_default().push((id, figure));
        }
    }
    figures
}

/// Whether there is an office to go to.
#[must_use]
pub fn has_offices(site: &Site) -> bool {
    site.of_kind(KindName::Contact).next().is_some()
}

/// Whether a page is about a matter.
#[must_use]
pub fn has_matters(site: &Site) -> bool {
    site.of_kind(KindName::Eligibility).any(|id| about_matter(site, id))
}

/// `bring/wages.html` for `eligibility/wages.html`.
#[must_use]
pub fn sheet_address(site: &Site, id: PageId) -> String {
    let route = site.route(id).as_str();
    format!("bring/{}", route.split_once('/').map_or(route, |(_, name)| name))
}

fn eligibility(site: &Site, id: PageId) -> Option<&Eligibility> {
    match &site.page(id).kind {
        Kind::Eligibility(page) => Some(page),
        _ => None,
    }
}

/// Whether a page is about a matter, not about the conditions as such.
fn about_matter(site: &Site, id: PageId) -> bool {
    eligibility(site, id).is_some_and(|page| !page.matters.is_empty()) && !site.page(id).is_index()
}

fn badge(site: &Site, id: PageId) -> Option<&'static str> {
    let hardship = eligibility(site, id)?.hardship.as_ref()?.value;
    Some(Hardship::label(hardship))
}

/// The day the office longest unchecked was called.
fn checked(site: &Site, offices: &[PageId]) -> Option<String> {
    let days: Option<Vec<_>> = offices
        .iter()
        .map(|id| match &site.page(*id).kind {
            Kind::Contact(contact) => contact.checked_on.as_ref().map(|day| day.value),
            _ => None,
        })
        .collect();
    days?.into_iter().min().map(words::day)
}

/// The place to go to: the window, else the centre.
pub(super) fn office(site: &Site) -> Option<PageId> {
    let role = |id: &PageId| match &site.page(*id).kind {
        Kind::Contact(contact) => contact.role.as_ref().map(|role| role.value),
        _ => None,
    };
    let find = |wanted: Role| site.of_kind(KindName::Contact).find(|id| role(id) == Some(wanted));
    find(Role::Window).or_else(|| find(Role::Centre))
}

fn with_mode(site: &Site, id: PageId) -> Option<crate::view::brief::Brief> {
    let brief = brief(site, id);
    brief.badge.is_some().then_some(brief)
}

fn towns(site: &Site) -> Vec<Town<'_>> {
    let mut towns: Vec<Town<'_>> = Vec::new();
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    let mut slugs = Slugs::default();
    for id in site.of_kind(KindName::Contact) {
        let Kind::Contact(contact) = &site.page(id).kind else { continue };
        let Some(name) = contact.township.as_ref().map(|name| name.value.trim()) else { continue };
        let at = *known.entry(name).or_insert_with(|| {
            let href = format!("where/{}.html", slugs.unique(name));
            towns.push(Town { name, href, offices: Vec::new() });
            towns.len() - 1
        });
        towns[at].offices.push(id);
    }
    towns
}

/// How far a matter is; the county asked follows from it.
struct Stage {
    word: &'static str,
    title: &'static str,
    hint: &'static str,
    answer: &'static str,
    more: &'static [&'static str],
    articles: &'static [u16],
}

/// 法律援助法 arts. 38–40, in everyday words.
const STAGES: [Stage; 4] = [
    Stage {
        word: "stage-talk",
        title: "还没有打官司",
        hint: "想先问问、谈谈、调解，或者申请劳动仲裁",
        answer: "到处理这件事的机关所在的县，或者事情发生的县。两处都行，挑近的。",
        more: &[
            "事情出在本县：到您乡镇的工作站，或者县里的窗口。",
            "在外地打工没拿到工钱：工地、厂子在哪个县，就到哪个县的法律援助中心。",
            "申请劳动仲裁：仲裁委员会在哪个县，也可以到哪个县申请。",
        ],
        articles: &[38],
    },
    Stage {
        word: "stage-court",
        title: "要打官司，或者正在打",
        hint: "要到法院告，已经收到传票、开庭通知，或者对判决不服",
        answer: "到办这个案子的法院所在的县。",
        more: &[
            "案子在本县法院：到您乡镇的工作站，或者县里的窗口。",
            "案子在外地法院：到那个县的法律援助中心。走不开，先打电话，我们帮您问清楚怎么办。",
            "传票、判决书上写着法院的名字，带上它。",
        ],
        articles: &[38],
    },
    Stage {
        word: "stage-criminal",
        title: "家人被抓了，或者自己被告了",
        hint: "公安、检察院、法院正在办的刑事案件",
        answer: "到办案的公安、检察院、法院所在的县。",
        more: &[
            "人关在看守所：可以当面对看守所的人说要申请，他们二十四小时内把申请转过来。",
            "家里人也可以替他申请，带上拘留、逮捕的通知书和关系证明。",
            "没有律师的，可以要求见值班律师，不收钱。",
        ],
        articles: &[38, 39, 40],
    },
    Stage {
        word: "stage-elsewhere",
        title: "说不清该归哪里管",
        hint: "事情牵扯几个地方，或者人在外地",
        answer: "先打电话，或者到最近的窗口。走错了也不要紧，会告诉您该去哪里。",
        more: &[
            "打电话时说清楚三件事：出了什么事、在哪里出的、现在谁在管。",
            "人在外地，拨那边的区号再加热线号码，接的就是那边。",
        ],
        articles: &[38],
    },
];

/// How many stages there are.
pub const STAGE_COUNT: usize = STAGES.len();

impl Stage {
    fn view(&self, site: &Site) -> StageView {
        let laws = self
            .articles
            .iter()
            .map(|article| cite(site, &Citation::of_article("法律援助法", *article)));
        StageView {
            title: self.title,
            hint: self.hint,
            href: format!("where/{}.html", self.word),
            answer: self.answer,
            more: self.more.to_vec(),
            laws: laws.collect(),
        }
    }
}
