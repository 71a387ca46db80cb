//! Parties are a surname and 某 (C327), companies a trade (C328), and a child or a victim has
//! neither school nor village (C329).
//!
//! Names are looked for only where a word says that one follows (受援人, 原告 …) and count only when
//! a surname begins and a sign or a small word ends them. Surnames that are more often a word
//! (方, 应, 高 …) are left out: a rule that cries wolf is switched off.

use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::privacy::last_chars;
use super::words::Words;
use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::domain::kind::Kind;
use crate::domain::kinds::notice::HolderKind;
use crate::say;

/// Words after which a party is named.
const PARTIES: [&str; 25] = [
    "受援人",
    "申请人",
    "原告",
    "被告",
    "被告人",
    "上诉人",
    "嫌疑人",
    "被害人",
    "受害人",
    "当事人",
    "伤者",
    "死者",
    "工友",
    "之子",
    "之女",
    "儿子",
    "女儿",
    "妻子",
    "丈夫",
    "母亲",
    "父亲",
    "村民",
    "居民",
    "职工",
    "驾驶人",
];

static FINDER: LazyLock<Words> = LazyLock::new(|| Words::of(&PARTIES));

/// What a company's name ends with.
static COMPANY: LazyLock<Words> =
    LazyLock::new(|| Words::of(&["有限公司", "有限责任公司", "股份公司"]));

/// Common ones, in the order of their code points, so that one is found by halving.
static SURNAMES: LazyLock<Vec<char>> = LazyLock::new(|| {
    let mut all: Vec<char> = "王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范石姚谭廖邹熊金陆郝孔崔邱秦顾侯邵孟段钱汤尹黎贺赖龚樊殷施陶翟颜倪俞鲁葛伍韦尤毕聂焦柳邢岳莫辛祝涂谷祁舒耿牟卜詹苗凌费纪靳童甄裴卫屈鲍覃霍翁甘司柏柯阮桂闵柴冉"
        .chars()
        .collect();
    all.sort_unstable();
    all
});

/// Characters that end a name or cannot be in one.
const SMALL: &str = "的了和与及在是为有将被把向对从因由于等即则也均已未不并或诉称说到要请以系当应";

/// What follows a surname in place of a given name.
const TITLES: [&str; 14] = [
    "某", "*", "×", "女士", "先生", "大爷", "大妈", "大娘", "师傅", "老汉", "奶奶", "老人", "律师",
    "法官",
];

pub(super) fn full_names(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    match &read.page.kind {
        Kind::Case(_) => read.each(&FINDER, |text, span, party| {
            found.extend(name_at(&text[party.end..]).map(|name| full_name(name, span)));
        }),
        Kind::Notice(batch) => {
            let persons =
                batch.notices.iter().filter(|n| n.holder_kind == Some(HolderKind::Person));
            for holder in persons.map(|notice| &notice.holder) {
                let name = holder.value.as_str();
                let masked = name.contains(['某', '*', '＊', '×']);
                if !masked && (2..=4).contains(&name.chars().count()) {
                    found.push(full_name(name, holder.span));
                }
            }
        }
        _ => {}
    }
}

fn full_name(name: &str, at: Span) -> Diagnostic {
    let short: String = name.chars().take(1).collect();
    Diagnostic::new(
        Code::FullName,
        at,
        say!(zh: "“{name}”像是全名", en: "“{name}” looks like a full name"),
    )
    .narrow(name)
    .hint(say!(zh: "写成“{short}某”", en: "write “{short}某”"))
}

/// The full name a text begins with.
fn name_at(text: &str) -> Option<&str> {
    let mut chars = text.char_indices();
    let (_, surname) = chars.next()?;
    let rest = chars.as_str();
    if SURNAMES.binary_search(&surname).is_err()
        || TITLES.iter().any(|title| rest.starts_with(title))
    {
        return None;
    }
    let ends = |c: Option<char>| c.is_none_or(|c| !han(c) || SMALL.contains(c));
    let given: Vec<(usize, char)> = rest.char_indices().take(3).collect();
    let count = given.iter().take_while(|(_, c)| !ends(Some(*c))).count();
    if !(1..=2).contains(&count) || given[..count].iter().any(|(_, c)| *c == '某') {
        return None;
    }
    let end = given[count - 1].0 + given[count - 1].1.len_utf8();
    Some(&text[..surname.len_utf8() + end])
}

fn han(c: char) -> bool {
    matches!(u32::from(c), 0x3400..=0x9FFF | 0x20000..=0x3FFFF)
}

pub(super) fn companies(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    if !matches!(read.page.kind, Kind::Case(_)) {
        return;
    }
    read.each(&COMPANY, |text, span, ending| {
        let at = ending.start;
        let before = last_chars(&text[..at], 20);
        let start = before.char_indices().rev().find(|(_, c)| !han(*c));
        let name = &before[start.map_or(0, |(at, c)| at + c.len_utf8())..];
        let general = name.ends_with(['家', '个', '是', '为', '和', '种', '该', '的']);
        let masked = text[..at].ends_with(['*', '×']) || name.contains('某');
        if masked || general || name.chars().count() < 2 {
            return;
        }
        let full = &text[at - name.len()..ending.end];
        found.push(
            Diagnostic::new(
                Code::CompanyName,
                span,
                say!(zh: "公司写了全称“{full}”", en: "the company “{full}” is named in full"),
            )
            .narrow(full)
            .hint(say!(
                zh: "写成地名加“某”加行业：定远某劳务公司",
                en: "write the place, 某 and the trade",
            )),
        );
    });
}

/// Words that say a case is about somebody to be protected with special care.
static PROTECTED: LazyLock<Words> = LazyLock::new(|| {
    Words::of(&["未成年", "性侵", "猥亵", "强奸", "家庭暴力", "家暴", "虐待", "遗弃", "拐卖"])
});

pub(super) fn minors(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let Kind::Case(case) = &read.page.kind else { return };
    let head =
        [&read.page.head.title.value].into_iter().chain(case.category.iter().map(|c| &c.value));
    let mut told = head.chain(case.groups.iter().map(|group| &group.value));
    if !told.any(|text| PROTECTED.any(text)) {
        return;
    }
    for (text, span) in read.texts() {
        for name in schools(text).into_iter().chain(villages(text)) {
            found.push(
                Diagnostic::new(
                    Code::MinorPlace,
                    span,
                    say!(zh: "写了“{name}”", en: "“{name}” is named"),
                )
                .narrow(name)
                .hint(say!(zh: "写“某小学”“某村”，或删去", en: "write 某小学, 某村, or delete it")),
            );
        }
    }
}

static SCHOOLS: LazyLock<Words> = LazyLock::new(|| Words::of(&["小学", "中学", "幼儿园", "学校"]));

/// Schools by their own name: a place, a number or a kind of school stands before 小学 and the like.
fn schools(text: &str) -> Vec<&str> {
    const MARKS: [char; 8] = ['镇', '县', '市', '乡', '村', '区', '第', '路'];
    let named = SCHOOLS.find(text).filter_map(|kind| {
        let at = kind.start();
        let before = last_chars(&text[..at], 7);
        let start = before.char_indices().rev().find(|(_, c)| !han(*c));
        let name = &before[start.map_or(0, |(at, c)| at + c.len_utf8())..];
        let mark = name.find(MARKS)?;
        let loose = name.ends_with(['的', '上', '在', '读', '个', '所', '念', '是', '某']);
        let vague = name.contains('某') || name[mark..].contains(['的', '上', '里']);
        (!loose && !vague).then(|| &text[at - name.len() + mark..kind.end()])
    });
    named.collect()
}

static VILLAGE: LazyLock<Finder<'_>> = LazyLock::new(|| Finder::new("村"));

/// Villages by name: 镇 or 乡, one to four characters, 村. 各村村民 and 本村村委会 name none.
fn villages(text: &str) -> Vec<&str> {
    const ANY: [&str; 12] =
        ["各", "本", "该", "每", "几", "多", "邻", "同", "各个", "几个", "所有", "附近"];
    let places = VILLAGE.find_iter(text.as_bytes()).filter_map(|at| {
        let before = last_chars(&text[..at], 5);
        let town = before.rfind(['镇', '乡'])?;
        let name = &before[town + '镇'.len_utf8()..];
        let named = !name.is_empty()
            && name.chars().all(han)
            && !name.contains(['某', '的', '农', '乡'])
            // The second 村 of 大路村村民 begins a word of its own.
            && !name.chars().skip(1).any(|c| c == '村')
            && !ANY.contains(&name);
        named.then(|| &text[at - name.len()..at + '村'.len_utf8()])
    });
    places.collect()
}

#[cfg(test)]
mod tests {
    use super::{name_at, schools, villages};

    #[test]
    fn full_names_and_what_only_looks_like_one() {
        for (text, name) in [
            ("王小明，男", "王小明"),
            ("李梅与厂方", "李梅"),
            ("张大强的工资", "张大强"),
            ("孙平", "孙平"),
        ] {
            assert_eq!(name_at(text), Some(name), "{text}");
        }
        for text in ["张某", "张某某，", "李女士说", "王*明", "应当提交", "方面，", "，"]
        {
            assert_eq!(name_at(text), None, "{text}");
        }
    }

    #[test]
    fn schools_and_villages_by_name() {
        assert_eq!(schools("在炉桥镇中心小学读书"), ["镇中心小学"]);
        assert_eq!(schools("县第二中学"), ["县第二中学"]);
        assert!(schools("在镇上的小学读书，中学毕业，某小学").is_empty());
        assert_eq!(villages("住炉桥镇大路村"), ["大路村"]);
        assert_eq!(villages("炉桥镇大路村村民委员会"), ["大路村"]);
        assert!(villages("炉桥镇某村，农村，镇村干部").is_empty());
        assert!(villages("炉桥镇各村村民，该镇本村村委会，炉桥镇村民").is_empty());
    }
}
