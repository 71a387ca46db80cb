//! The kinds of pages: the one `match` from a section's name to a typed page.
//!
//! Adding a kind means a file in `kinds/`, a variant and an arm here; the compiler then names
//! every other place that has to know.

use crate::base::record::Fields;
use crate::base::text::Text;
use crate::domain::kinds::{
    article::Article, case::Case, channel::Channel, checkup::Checkup, contact::Contact,
    eligibility::Eligibility, event::Event, law::Law, notice::NoticeBatch, statistics::Statistics,
};
use crate::say;

/// What a page's kind adds to it.
#[derive(Clone, Debug)]
pub enum Kind {
    /// 申请条件
    Eligibility(Eligibility),
    /// 申请渠道
    Channel(Channel),
    /// 联系方式
    Contact(Contact),
    /// 典型案例
    Case(Case),
    /// 遗失声明
    Notice(NoticeBatch),
    /// 援助动态
    Article(Article),
    /// 援务公开
    Statistics(Statistics),
    /// 宣传活动
    Event(Event),
    /// 资格自测
    Checkup(Checkup),
    /// 法规依据
    Law(Law),
    /// 其他页面
    Page,
}

/// The name of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KindName {
    /// 申请条件
    Eligibility,
    /// 申请渠道
    Channel,
    /// 联系方式
    Contact,
    /// 典型案例
    Case,
    /// 遗失声明
    Notice,
    /// 援助动态
    Article,
    /// 援务公开
    Statistics,
    /// 宣传活动
    Event,
    /// 资格自测
    Checkup,
    /// 法规依据
    Law,
    /// 其他页面
    Page,
}

impl KindName {
    /// How many days a column of this kind may stand as it is before an inspection counts it against
    /// the site (国办秘函〔2019〕19号: news two weeks, notices and policy six months); none where it
    /// need not change. Figures are published once a year (法律援助法 art. 58), with a month to work
    /// them out.
    #[must_use]
    pub fn patience(self) -> Option<u32> {
        match self {
            Self::Article | Self::Event => Some(14),
            Self::Case | Self::Notice => Some(183),
            Self::Statistics => Some(396),
            _ => None,
        }
    }

    /// Every kind, in the order of the site's menu.
    pub const ALL: [Self; 11] = [
        Self::Eligibility,
        Self::Channel,
        Self::Contact,
        Self::Checkup,
        Self::Case,
        Self::Law,
        Self::Notice,
        Self::Statistics,
        Self::Article,
        Self::Event,
        Self::Page,
    ];

    /// The kinds that help to apply, in the order people ask: can I, with what, whom do I call, how.
    pub const GUIDE: [Self; 4] = [Self::Checkup, Self::Eligibility, Self::Contact, Self::Channel];

    /// The word on the command line and in templates: `case`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Eligibility => "eligibility",
            Self::Channel => "channel",
            Self::Contact => "contact",
            Self::Case => "case",
            Self::Notice => "notice",
            Self::Article => "article",
            Self::Statistics => "statistics",
            Self::Event => "event",
            Self::Checkup => "checkup",
            Self::Law => "law",
            Self::Page => "page",
        }
    }

    /// The folder below `content/`: `cases`.
    #[must_use]
    pub fn section(self) -> &'static str {
        match self {
            Self::Eligibility => "eligibility",
            Self::Channel => "channels",
            Self::Contact => "contacts",
            Self::Case => "cases",
            Self::Notice => "notices",
            Self::Article => "articles",
            Self::Statistics => "statistics",
            Self::Event => "events",
            Self::Checkup => "checkup",
            Self::Law => "laws",
            Self::Page => "about",
        }
    }

    /// The kind of the pages in a folder; folders of other names hold plain pages.
    #[must_use]
    pub fn of_section(section: &str) -> Self {
        let known = Self::ALL.into_iter().find(|kind| kind.section() == section);
        known.unwrap_or(Self::Page)
    }

    /// What people call it.
    #[must_use]
    pub fn title(self) -> Text {
        match self {
            Self::Eligibility => say!(zh: "申请条件", en: "eligibility"),
            Self::Channel => say!(zh: "申请渠道", en: "channel"),
            Self::Contact => say!(zh: "联系方式", en: "contact"),
            Self::Case => say!(zh: "典型案例", en: "case"),
            Self::Notice => say!(zh: "遗失声明", en: "notice"),
            Self::Article => say!(zh: "援助动态", en: "article"),
            Self::Statistics => say!(zh: "援务公开", en: "statistics"),
            Self::Event => say!(zh: "宣传活动", en: "event"),
            Self::Checkup => say!(zh: "资格自测", en: "checkup"),
            Self::Law => say!(zh: "法规依据", en: "law"),
            Self::Page => say!(zh: "普通页面", en: "plain page"),
        }
    }
}

impl Kind {
    /// The kind's name.
    #[must_use]
    pub fn name(&self) -> KindName {
        match self {
            Self::Eligibility(_) => KindName::Eligibility,
            Self::Channel(_) => KindName::Channel,
            Self::Contact(_) => KindName::Contact,
            Self::Case(_) => KindName::Case,
            Self::Notice(_) => KindName::Notice,
            Self::Article(_) => KindName::Article,
            Self::Statistics(_) => KindName::Statistics,
            Self::Event(_) => KindName::Event,
            Self::Checkup(_) => KindName::Checkup,
            Self::Law(_) => KindName::Law,
            Self::Page => KindName::Page,
        }
    }

    /// Reads what a kind adds; `None` when something it cannot do without is missing, after
    /// reporting it.
    pub fn read(name: KindName, fields: &mut Fields<'_>) -> Option<Self> {
        Some(match name {
            KindName::Eligibility => Self::Eligibility(Eligibility::read(fields)),
            KindName::Channel => Self::Channel(Channel::read(fields)),
            KindName::Contact => Self::Contact(Contact::read(fields)),
            KindName::Case => Self::Case(Case::read(fields)),
            KindName::Notice => Self::Notice(NoticeBatch::read(fields)),
            KindName::Article => Self::Article(Article::read(fields)),
            KindName::Statistics => Self::Statistics(Statistics::read(fields)),
            KindName::Event => Self::Event(Event::read(fields)),
            KindName::Checkup => Self::Checkup(Checkup::read(fields)?),
            KindName::Law => Self::Law(Law::read(fields)),
            KindName::Page => Self::Page,
        })
    }

    /// Whether pages of this kind must carry a date.
    #[must_use]
    pub fn needs_date(name: KindName) -> bool {
        matches!(
            name,
            KindName::Case
                | KindName::Notice
                | KindName::Article
                | KindName::Statistics
                | KindName::Event
        )
    }
}
