//! 典型案例: how somebody was helped, told so that nobody is recognised.

use crate::base::date::Date;
use crate::base::record::Fields;
use crate::base::span::Spanned;

/// What kind of proceedings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the labels below say what each is")]
pub enum CaseType {
    Civil,
    Criminal,
    Administrative,
}

impl CaseType {
    /// The words in front matter.
    pub const WORDS: [(&'static str, Self); 3] = [
        ("civil", Self::Civil),
        ("criminal", Self::Criminal),
        ("administrative", Self::Administrative),
    ];

    /// What a citizen reads.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Civil => "民事",
            Self::Criminal => "刑事",
            Self::Administrative => "行政",
        }
    }
}

/// The form of aid (法律援助法 art. 22).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the labels below say what each is")]
pub enum AidForm {
    Advice,
    Drafting,
    CriminalDefence,
    Litigation,
    NonLitigation,
    DutyLawyer,
    LabourArbitration,
}

impl AidForm {
    /// The words in front matter.
    pub const WORDS: [(&'static str, Self); 7] = [
        ("advice", Self::Advice),
        ("drafting", Self::Drafting),
        ("criminal-defence", Self::CriminalDefence),
        ("litigation", Self::Litigation),
        ("non-litigation", Self::NonLitigation),
        ("duty-lawyer", Self::DutyLawyer),
        ("labour-arbitration", Self::LabourArbitration),
    ];

    /// What a citizen reads.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Advice => "法律咨询",
            Self::Drafting => "代拟法律文书",
            Self::CriminalDefence => "刑事辩护与代理",
            Self::Litigation => "诉讼代理",
            Self::NonLitigation => "非诉讼代理",
            Self::DutyLawyer => "值班律师法律帮助",
            Self::LabourArbitration => "劳动争议调解与仲裁代理",
        }
    }
}

/// A case page.
#[derive(Clone, Debug)]
pub struct Case {
    /// Cause of action or theme: 劳动报酬.
    pub category: Option<Spanned<String>>,
    /// Civil, criminal, administrative.
    pub case_type: Option<Spanned<CaseType>>,
    /// Form of aid.
    pub aid: Option<Spanned<AidForm>>,
    /// Groups of people helped.
    pub groups: Vec<Spanned<String>>,
    /// Township.
    pub township: Option<Spanned<String>>,
    /// Day the application was accepted.
    pub accepted: Option<Spanned<Date>>,
    /// Day the case was closed.
    pub closed: Option<Spanned<Date>>,
    /// Outcome in one sentence.
    pub result: Option<Spanned<String>>,
    /// Yuan recovered.
    pub amount: Option<Spanned<f64>>,
    /// Grade of the file: 优秀, 良好, 合格.
    pub grade: Option<Spanned<&'static str>>,
    /// Whether the person helped agreed to publication (PIPL art. 25).
    pub consent: Option<Spanned<bool>>,
}

/// The grades a published case may have; a failed file is not shown.
pub const GRADES: [(&str, &str); 3] = [("优秀", "优秀"), ("良好", "良好"), ("合格", "合格")];

/// The four parts of a case, each with the other names collections use for it (domain: the
/// Ministry's database, its bulletins, county collections). The first name is the one shown.
pub const HEADINGS: [&[&str]; 4] = [
    &[
        "案情简介",
        "基本案情",
        "案情回顾",
        "案件简介",
        "案情介绍",
        "案情概述",
        "案情概要",
        "案情摘要",
        "案情经过",
        "简要案情",
        "主要案情",
        "案件概况",
        "案件概述",
        "案件介绍",
        "案件回顾",
        "案件背景",
        "案件事实",
        "案件情况",
        "案件基本情况",
        "案件基本事实",
        "基本情况",
        "基本事实",
        "案例简介",
        "案例回顾",
        "案例背景",
    ],
    &[
        "办理过程",
        "调查与处理",
        "法律援助情况",
        "承办情况",
        "援助过程",
        "办理情况",
        "办理经过",
        "承办过程",
        "承办经过",
        "办案过程",
        "办案经过",
        "办案情况",
        "法律援助过程",
        "法律援助经过",
        "援助经过",
        "援助情况",
        "处理过程",
        "处理经过",
        "处理情况",
        "案件办理",
        "案件办理过程",
        "案件办理情况",
        "案件办理经过",
        "案件承办过程",
        "案件承办情况",
        "案件处理",
        "案件处理过程",
        "代理过程",
        "代理经过",
        "代理情况",
        "辩护过程",
        "辩护经过",
        "诉讼过程",
        "调解过程",
        "调解经过",
        "维权过程",
        "维权经过",
        "服务过程",
        "工作过程",
        "办理过程及结果",
        "办理过程和结果",
        "承办过程及结果",
        "援助过程及结果",
    ],
    &[
        "法律分析",
        "代理意见",
        "案例评析",
        "案件评析",
        "法理分析",
        "案例分析",
        "案件分析",
        "案情分析",
        "法律评析",
        "法律适用",
        "法律解读",
        "律师分析",
        "律师评析",
        "律师说法",
        "辩护意见",
        "争议焦点",
        "办案思路",
        "代理思路",
        "焦点分析",
        "法理评析",
        "评析",
    ],
    &[
        "典型意义",
        "案件点评",
        "案例点评",
        "承办人感言",
        "社会效果",
        "案件意义",
        "案例意义",
        "社会意义",
        "社会效应",
        "办案心得",
        "办案体会",
        "办案感想",
        "办案感悟",
        "办案启示",
        "承办心得",
        "承办体会",
        "承办感悟",
        "承办人心得",
        "承办人体会",
        "心得体会",
        "案件启示",
        "案例启示",
        "启示意义",
        "律师点评",
        "专家点评",
        "点评",
        "启示",
    ],
];

/// The heading to show for one that was written: the standard one where it is a synonym (also in
/// 【】), else `None`.
#[must_use]
pub fn standard_heading(written: &str) -> Option<&'static str> {
    let bare = written.trim().trim_start_matches('【').trim_end_matches('】').trim();
    HEADINGS.iter().find(|names| names.contains(&bare)).map(|names| names[0])
}

impl Case {
    /// Reads the kind's fields.
    pub fn read(fields: &mut Fields<'_>) -> Self {
        Self {
            category: fields.text("category"),
            case_type: fields.choice("case_type", &CaseType::WORDS),
            aid: fields.choice("aid", &AidForm::WORDS),
            groups: fields.texts("groups"),
            township: fields.text("township"),
            accepted: fields.date("accepted"),
            closed: fields.date("closed"),
            result: fields.text("result"),
            amount: fields.number("amount"),
            grade: fields.choice("grade", &GRADES),
            consent: fields.boolean("consent"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::standard_heading;

    #[test]
    fn synonyms_of_headings() {
        assert_eq!(standard_heading("【调查与处理】"), Some("办理过程"));
        assert_eq!(standard_heading("案情简介"), Some("案情简介"));
        assert_eq!(standard_heading("案情"), None);
    }
}
