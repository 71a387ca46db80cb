//! One view for each kind of page. All texts have their facts filled in.

use serde::Serialize;

use crate::view::brief::Brief;
use crate::view::page::LawReference;
use crate::view::site::LinkView;

/// A phone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PhoneView {
    /// What it is for; may be empty.
    pub label: String,
    /// As people write it.
    pub number: String,
    /// `tel:05500000000`; none for an invented office, which nobody is to call.
    pub href: Option<String>,
    /// When somebody answers; may be none.
    pub hours: Option<String>,
}

/// `page.eligibility`
#[derive(Clone, Debug, Serialize)]
pub struct EligibilityView {
    /// `required`, `not-required`, `not-verified`; none where it was not said.
    pub hardship: Option<&'static str>,
    /// 不用证明家里困难
    pub hardship_label: Option<&'static str>,
    /// The income standard in words, where hardship counts.
    pub standard: Option<String>,
    /// Matters.
    pub matters: Vec<String>,
    /// Groups.
    pub who: Vec<String>,
    /// What to bring.
    pub proof: Vec<String>,
}

/// `page.channel`
#[derive(Clone, Debug, Serialize)]
pub struct ChannelView {
    /// `window`, `phone` …; none where it was not said.
    pub mode: Option<&'static str>,
    /// 到窗口
    pub mode_label: Option<&'static str>,
    /// The office, as an entry of a list.
    pub office: Option<Brief>,
    /// What to bring.
    pub materials: Vec<String>,
    /// Steps.
    pub steps: Vec<String>,
    /// How long it takes.
    pub time_limit: Option<String>,
}

/// `page.contact`
#[derive(Clone, Debug, Serialize)]
pub struct ContactView {
    /// `station` …
    pub role: Option<&'static str>,
    /// 乡镇工作站
    pub role_label: Option<&'static str>,
    /// Name.
    pub name: String,
    /// Township.
    pub township: Option<String>,
    /// Address.
    pub address: Option<String>,
    /// Hours.
    pub hours: Option<String>,
    /// How to get there.
    pub directions: Option<String>,
    /// Phones.
    pub phones: Vec<PhoneView>,
    /// 2026年11月1日
    pub checked_on: Option<String>,
    /// Who checked.
    pub checked_by: Option<String>,
    /// Made-up entry, shown as such.
    pub sample: bool,
    /// Opening hours for the script that says whether it is open now: days from 1 (Monday) to 7,
    /// `/`, from–to in minutes: `12345/510-720,870-1050`; none where the words are not understood.
    pub open: Option<String>,
    /// Its entry for a telephone's address book (vCard).
    pub card: Option<String>,
    /// The same as a QR code (SVG).
    pub qr: Option<String>,
    /// Page of its township in the finder.
    pub town: Option<LinkView>,
}

/// `page.case`
#[derive(Clone, Debug, Serialize)]
pub struct CaseView {
    /// Category, with its list.
    pub category: Option<LinkView>,
    /// 民事
    pub case_type: Option<&'static str>,
    /// 诉讼代理
    pub aid: Option<&'static str>,
    /// Groups, with their lists.
    pub groups: Vec<LinkView>,
    /// Township, with its list.
    pub township: Option<LinkView>,
    /// 2025年11月3日
    pub accepted: Option<String>,
    /// 2026年2月10日
    pub closed: Option<String>,
    /// How many days from acceptance to closing.
    pub days: Option<i32>,
    /// Outcome.
    pub result: Option<String>,
    /// 18.6万元
    pub amount: Option<String>,
    /// 优秀
    pub grade: Option<&'static str>,
}

/// `page.notice`
#[derive(Clone, Debug, Serialize)]
pub struct NoticeBatchView {
    /// The newspaper.
    pub paper: Option<String>,
    /// Its page.
    pub page: Option<String>,
    /// The notices.
    pub notices: Vec<NoticeView>,
}

/// A notice.
#[derive(Clone, Debug, Serialize)]
pub struct NoticeView {
    /// Who lost it.
    pub holder: String,
    /// What.
    pub document: String,
    /// 副本一份
    pub copies: Option<String>,
    /// Numbers.
    pub identifiers: Vec<IdentifierView>,
    /// Declared void.
    pub declared_void: bool,
    /// Anything else.
    pub remark: Option<String>,
    /// Its own page, to show or print; the batch's where it is the only one.
    pub href: String,
}

/// A number in a notice.
#[derive(Clone, Debug, Serialize)]
pub struct IdentifierView {
    /// 统一社会信用代码
    pub label: &'static str,
    /// The number.
    pub value: String,
    /// Whether it is the holder's own number.
    pub of_holder: bool,
}

/// `page.article`
#[derive(Clone, Debug, Serialize)]
pub struct ArticleView {
    /// Photos.
    pub photos: Vec<PhotoView>,
}

/// A photo.
#[derive(Clone, Debug, Serialize)]
pub struct PhotoView {
    /// Its files.
    pub picture: PictureView,
    /// What stands below it.
    pub caption: Option<String>,
    /// What it shows, for readers who cannot see it.
    pub alt: String,
    /// Whether it is the first picture of its page: shown at once, others when they come near.
    pub first: bool,
}

/// A picture's files: no original is ever published.
#[derive(Clone, Debug, Serialize)]
pub struct PictureView {
    /// The widest file, relative to the root.
    pub href: String,
    /// All of them, narrow to wide; empty where there is only one.
    pub sizes: Vec<SizeView>,
    /// Pixels across of the widest; none for a drawing that does not say.
    pub width: Option<u32>,
    /// Pixels down of the widest.
    pub height: Option<u32>,
}

/// One file of a picture.
#[derive(Clone, Debug, Serialize)]
pub struct SizeView {
    /// Relative to the root, fit for `srcset`.
    pub href: String,
    /// Pixels across.
    pub width: u32,
}

/// `page.statistics`
#[derive(Clone, Debug, Serialize)]
pub struct StatisticsView {
    /// 2020
    pub period: Option<String>,
    /// The figures.
    pub figures: Vec<FigureView>,
    /// Figures that other years have too.
    pub trends: Vec<TrendView>,
}

/// A figure.
#[derive(Clone, Debug, Serialize)]
pub struct FigureView {
    /// Its id.
    pub id: String,
    /// What it counts.
    pub label: String,
    /// 12,000
    pub value: String,
    /// 份
    pub unit: String,
    /// The parts.
    pub parts: Vec<PartView>,
    /// 占办理案件的78%
    pub share: Option<String>,
    /// The share in percent, 0 to 100, for bars.
    pub percent: Option<f64>,
    /// 完成全年任务的108%
    pub target: Option<String>,
    /// The parts as bars; none for fewer than two.
    pub chart: Option<ChartView>,
}

/// Bars to draw: lengths in units of the drawing.
#[derive(Clone, Debug, Serialize)]
pub struct ChartView {
    /// Width of the drawing.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// The bars, top to bottom.
    pub bars: Vec<BarView>,
}

/// A bar.
#[derive(Clone, Debug, Serialize)]
pub struct BarView {
    /// What it counts.
    pub label: String,
    /// The number in words: 612件，61.3%.
    pub value: String,
    /// Where its words stand.
    pub text_y: f64,
    /// Its top.
    pub y: f64,
    /// Its length.
    pub width: f64,
}

/// A figure over the years.
#[derive(Clone, Debug, Serialize)]
pub struct TrendView {
    /// What it counts.
    pub label: String,
    /// 件
    pub unit: String,
    /// The years, the oldest first.
    pub years: Vec<YearView>,
    /// The years as bars.
    pub chart: Option<ChartView>,
}

/// A figure of one year.
#[derive(Clone, Debug, Serialize)]
pub struct YearView {
    /// 2020
    pub period: String,
    /// 999
    pub value: String,
    /// Its page.
    pub href: String,
}

/// A part of a figure.
#[derive(Clone, Debug, Serialize)]
pub struct PartView {
    /// What it counts.
    pub label: String,
    /// 612
    pub value: String,
    /// Its share of the whole in percent, 0 to 100.
    pub percent: f64,
    /// Where its bar starts in percent, the sum of the shares before it.
    pub offset: f64,
}

/// `page.event`
#[derive(Clone, Debug, Serialize)]
pub struct EventView {
    /// When, in words.
    pub when: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// Occasion.
    pub theme: Option<String>,
    /// What was handed out.
    pub handed_out: Vec<HandedOutView>,
    /// Calendar file (iCalendar) of an event still to come.
    pub calendar: Option<String>,
}

/// Something handed out.
#[derive(Clone, Debug, Serialize)]
pub struct HandedOutView {
    /// What.
    pub label: String,
    /// 12,000份
    pub count: String,
}

/// `page.checkup`
#[derive(Clone, Debug, Serialize)]
pub struct CheckupView {
    /// Id of the first question.
    pub start: String,
    /// Questions, the first one first.
    pub questions: Vec<QuestionView>,
    /// Outcomes.
    pub outcomes: Vec<OutcomeView>,
}

/// A question.
#[derive(Clone, Debug, Serialize)]
pub struct QuestionView {
    /// Its id, also its anchor.
    pub id: String,
    /// Its number in the order shown, from 1.
    pub number: usize,
    /// The question.
    pub ask: String,
    /// Words that help.
    pub help: Option<String>,
    /// The answers.
    pub answers: Vec<AnswerView>,
}

/// An answer.
#[derive(Clone, Debug, Serialize)]
pub struct AnswerView {
    /// What the reader says.
    pub say: String,
    /// Id of the question or outcome it leads to.
    pub to: String,
    /// Whether it leads to an outcome.
    pub ends: bool,
    /// Number of the question it leads to; none for outcomes.
    pub number: Option<usize>,
    /// Title of the outcome; none for questions.
    pub title: Option<String>,
}

/// An outcome.
#[derive(Clone, Debug, Serialize)]
pub struct OutcomeView {
    /// Its id, also its anchor.
    pub id: String,
    /// What the reader learns first.
    pub title: String,
    /// More.
    pub text: Option<String>,
    /// What to bring.
    pub bring: Vec<String>,
    /// Where to go on.
    pub go: Vec<LinkView>,
    /// The law behind it.
    pub laws: Vec<LawReference>,
}

/// `page.law`
#[derive(Clone, Debug, Serialize)]
pub struct LawView {
    /// Full name, else short name.
    pub name: Option<String>,
    /// Version.
    pub version: Option<String>,
    /// 2022年1月1日
    pub in_force_from: Option<String>,
    /// The articles digested: number in words (第三十一条), anchor, and the pages that rest on each.
    pub articles: Vec<ArticleOfLaw>,
}

/// An article of a digest.
#[derive(Clone, Debug, Serialize)]
pub struct ArticleOfLaw {
    /// 第三十一条
    pub name: String,
    /// Its heading's anchor.
    pub anchor: String,
    /// The first pages that cite it, in their `laws` or their text: guidance first, cases last.
    pub cited_by: Vec<LinkView>,
    /// The others, to be folded away.
    pub cited_also: Vec<LinkView>,
    /// How many more there are, where they are too many to be listed.
    pub cited_more: usize,
    /// The lists that those stand in.
    pub cited_lists: Vec<LinkView>,
}
