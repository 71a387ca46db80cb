//! Floor 1: what the pages mean. No disk, no markup languages, no serde.
//!
//! | 中文 | type |
//! |---|---|
//! | 页面 | [`page::Page`] |
//! | 页面类型 | [`kind::Kind`], [`kind::KindName`] |
//! | 正文、段块、行内 | [`body::Body`], [`body::Block`], [`body::Inline`] |
//! | 申请条件 | [`kinds::eligibility::Eligibility`] |
//! | 申请渠道 | [`kinds::channel::Channel`] |
//! | 联系方式 | [`kinds::contact::Contact`] |
//! | 典型案例 | [`kinds::case::Case`] |
//! | 遗失声明 | [`kinds::notice::NoticeBatch`], [`kinds::notice::Notice`] |
//! | 援助动态 | [`kinds::article::Article`] |
//! | 援务公开 | [`kinds::statistics::Statistics`] |
//! | 宣传活动 | [`kinds::event::Event`] |
//! | 资格自测 | [`kinds::checkup::Checkup`] |
//! | 法规依据 | [`kinds::law::Law`] |
//! | 印品、版式、选编、纸张 | [`brochure::Brochure`], [`brochure::Form`], [`brochure::Selection`], [`paper::Paper`] |
//! | 开放时间 | [`hours::Opening`] |
//! | 依据 | [`citation::Citation`] |
//! | 网站版本（独立站、栏目、U 盘） | [`edition::Edition`] |
//! | 设置 | [`settings::Settings`] |

pub mod body;
pub mod brochure;
pub mod citation;
pub mod edition;
pub mod fact;
pub mod hours;
pub mod identifier;
pub mod kind;
pub mod kinds;
pub(crate) mod names;
pub mod page;
pub mod paper;
pub mod settings;
pub mod sheet;
pub mod slug;
