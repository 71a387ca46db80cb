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
        "主要案情",
        "简要案情",
        "基本情况",
        "基本事实",
    ],
    &[
        "办理过程",
        "调查与处理",
        "法律援助情况",
        "承办情况",
        "援助过程",
        "办理情况",
        "办理经过",
        "案件办理",
        "案件处理",
        "服务过程",
        "工作过程",
        "办理过程及结果",
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
        "法律适用",
        "辩护意见",
        "争议焦点",
        "办案思路",
        "代理思路",
        "律师说法",
        "评析",
    ],
    &[
        "典型意义",
        "案件点评",
        "案例点评",
        "承办人感言",
        "社会效果",
        "心得体会",
        "启示意义",
        "启示",
        "点评",
    ],
];

/// What other names of the parts are made of, one word of each list: 案情 and 概况, 承办 and 经过.
const MADE: [(&[&str], &[&str]); 4] = [
    (
        &["案情", "案件", "案例", "本案", "基本案情", "简要案情", "案件基本", "案情基本"],
        &[
            "简介", "介绍", "概述", "概况", "概要", "摘要", "回顾", "经过", "背景", "事实", "情况",
            "始末",
        ],
    ),
    (
        &[
            "办理",
            "承办",
            "办案",
            "援助",
            "处理",
            "代理",
            "辩护",
            "诉讼",
            "调解",
            "仲裁",
            "维权",
            "案件办理",
            "案件承办",
            "案件处理",
            "案件代理",
            "法律援助",
            "法律援助办理",
            "律师办理",
            "律师代理",
            "律师承办",
        ],
        &["过程", "经过", "情况", "始末", "纪实"],
    ),
    (
        &["法律", "法理", "案例", "案件", "案情", "律师", "焦点", "争议焦点"],
        &["分析", "评析", "解读", "解析", "剖析"],
    ),
    (
        &[
            "典型",
            "案件",
            "案例",
            "社会",
            "办案",
            "承办",
            "承办人",
            "承办律师",
            "律师",
            "专家",
            "办理",
            "援助",
        ],
        &["意义", "点评", "效果", "效应", "启示", "心得", "体会", "感想", "感悟", "感言", "价值"],
    ),
];

/// The heading to show for one that was written: the standard one where it is a synonym (also in
/// 【】), else `None`.
#[must_use]
pub fn standard_heading(written: &str) -> Option<&'static str> {
    let bare = written.trim().trim_start_matches('【').trim_end_matches('】').trim();
    let made = |at: usize| {
        let (heads, tails) = MADE[at];
        let tail = |head: &&str| bare.strip_prefix(*head).is_some_and(|tail| tails.contains(&tail));
        heads.iter().any(tail)
    };
    let listed = HEADINGS.iter().position(|names| names.contains(&bare));
    listed.or_else(|| (0..MADE.len()).find(|at| made(*at))).map(|at| HEADINGS[at][0])
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
        assert_eq!(standard_heading("案情概况"), Some("案情简介"));
        assert_eq!(standard_heading("法律援助办理经过"), Some("办理过程"));
        assert_eq!(standard_heading("承办律师体会"), Some("典型意义"));
        for other in ["案情", "概况", "办理结果", "申请法律援助情况说明", ""] {
            assert_eq!(standard_heading(other), None, "{other}");
        }
    }
}
