//! Names of statutes that are misspelt (C302).

use std::cmp::Ordering;

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::check::Facts;
use crate::domain::citation::{Citation, last_article, without_country};
use crate::say;

/// Statutes there are whose names resemble that of another one.
const ALIKE: [&str; 3] = ["民事诉讼法", "刑事诉讼法", "劳动法"];

/// A statute that is not digested here, but whose name is nearly that of one that is: 法律援肋法.
pub(super) fn misnamed(facts: &Facts<'_>, citation: &Citation, at: Span) -> Option<Diagnostic> {
    let name = without_country(&citation.statute);
    if ALIKE.contains(&name) || last_article(name).is_some() {
        return None;
    }
    let near = facts.statutes.own().find(|known| resembles(name, known))?;
    let article = citation.article.map_or(String::new(), |article| format!("#{article}"));
    Some(
        Diagnostic::new(
            Code::UnknownArticle,
            at,
            say!(zh: "法规依据里没有《{name}》", en: "the digest has no 《{name}》"),
        )
        .hint(say!(
            zh: "是否想写 `{near}{article}`？",
            en: "did you mean `{near}{article}`?",
        )),
    )
}

/// Whether `name` is a statute's name with one character wrong, or its characters in order with
/// some left out, the first and the last among them.
fn resembles(name: &str, known: &str) -> bool {
    let (count, length) = (name.chars().count(), known.chars().count());
    let counted = |text: &str| text.contains(['一', '二', '三', '四', '五', '（', '(']);
    if length < 4 || count < 3 || counted(name) || counted(known) {
        return false;
    }
    let mut rest = known.chars();
    let shortened = count < length
        && name.chars().next() == known.chars().next()
        && name.chars().next_back() == known.chars().next_back()
        && name.chars().all(|c| rest.any(|next| next == c));
    shortened || one_slip(name, known)
}

/// Whether one character was taken for another, left out or put in. Two make another statute of it:
/// 江苏省法律援助条例 is not 安徽省法律援助条例.
fn one_slip(name: &str, known: &str) -> bool {
    let alike = name.chars().zip(known.chars()).take_while(|(a, b)| a == b).count();
    let rest = |text: &str, skip: usize| text.chars().skip(alike + skip).collect::<String>();
    name != known
        && match name.chars().count().cmp(&known.chars().count()) {
            Ordering::Equal => {
                let swapped = || {
                    let (a, b) = (rest(name, 0), rest(known, 0));
                    let (mut a, b) = (a.chars().collect::<Vec<_>>(), b.chars().collect::<Vec<_>>());
                    a.len() > 1 && {
                        a.swap(0, 1);
                        a == b
                    }
                };
                rest(name, 1) == rest(known, 1) || swapped()
            }
            Ordering::Less => rest(name, 0) == rest(known, 1),
            Ordering::Greater => rest(name, 1) == rest(known, 0),
        }
}

#[cfg(test)]
mod tests {
    use super::resembles;

    #[test]
    fn names_nearly_right() {
        for near in ["法援法", "法律援肋法", "法律授助法", "法律助援法", "法律援助助法", "法律援法"]
        {
            assert!(resembles(near, "法律援助法"), "{near}");
        }
        for other in ["民法典", "法律援助条例", "律师法", "国家赔偿法"] {
            assert!(!resembles(other, "法律援助法"), "{other}");
        }
        assert!(!resembles("江苏省法律援助条例", "安徽省法律援助条例"));
        assert!(!resembles("婚姻家庭编的解释（二）", "婚姻家庭编的解释（一）"));
    }
}
