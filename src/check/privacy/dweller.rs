//! Somebody named right behind a village (C324, C329): 大路村张某, 大路村的张老汉, 大路村低保户张某. Then it
//! is where they live, without a word that says so.

use crate::base::look::near::{first_chars, han, sentence_before};
use crate::domain::names;

/// What a household or an old person is called by those who look after them.
const KNOWN_AS: &[&str] = &[
    "低保户",
    "贫困户",
    "脱贫户",
    "五保户",
    "监测户",
    "特困户",
    "困难户",
    "五保老人",
    "独居老人",
    "留守老人",
    "特困老人",
    "残疾人",
    "老人",
    "受援人",
    "当事人",
    "申请人",
];

/// What those do who go to see somebody.
const VISITS: &[&str] = &["看望", "走访", "慰问", "探望", "回访"];

/// Whether what stands behind a village names somebody of it; `before` is what is said before the village.
pub(super) fn named(before: &str, after: &str) -> bool {
    let rest = after.strip_prefix('的').unwrap_or(after);
    if let Some(rest) = rest.strip_prefix('人') {
        return ends(rest) || person(rest);
    }
    let visited = VISITS.iter().find_map(|visit| rest.strip_prefix(visit));
    let rest = visited.map_or(rest, |rest| rest.strip_prefix('了').unwrap_or(rest));
    match KNOWN_AS.iter().find_map(|known| rest.strip_prefix(known)) {
        Some(rest) => person(rest) || (visited.is_none() && ends(rest) && is(before)),
        None => person(rest),
    }
}

fn ends(text: &str) -> bool {
    !text.starts_with(han)
}

/// Whether somebody is said to be what the village is told of: 张某为炉桥镇.
fn is(before: &str) -> bool {
    let near = sentence_before(before, 12);
    let said = near.rfind(['为', '系', '是', '属']);
    let place = said.map(|at| near[at..].chars().skip(1).collect::<String>());
    place.is_some_and(|place| {
        place.chars().all(han)
            && (place.is_empty() || place.ends_with(['镇', '乡', '县', '市', '区']))
    })
}

/// Whether a text begins with somebody by surname: 张某, 张老汉. 张书记 is there for the village.
fn person(text: &str) -> bool {
    const CALLED: &[&str] = &[
        "某", "×", "*", "老汉", "老人", "老太", "老伯", "大爷", "大妈", "大娘", "大姐", "大哥",
        "大伯", "大叔", "大婶", "奶奶", "爷爷", "婆婆", "阿姨", "师傅", "先生", "女士",
    ];
    // Words before 某 oftener than surnames: 向某公司, 于某日.
    const WORDS: &str = "向和于从由与同经应将自及时全任在";
    let chars: Vec<char> = text.chars().take(4).collect();
    let Some(count) = names::surname(&chars).filter(|_| !text.starts_with(|c| WORDS.contains(c)))
    else {
        return false;
    };
    let name = first_chars(text, count).len();
    CALLED.iter().any(|called| text[name..].starts_with(called))
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn who_is_of_a_village() {
        for after in [
            "张某。",
            "人）。",
            "的张老汉今年七十三岁",
            "五保老人张某",
            "看望受援人张某",
            "走访了李大娘",
            "人张某在外打工",
            "欧阳某家中",
        ] {
            assert!(named("到炉桥镇", after), "{after}");
        }
        assert!(named("张某为炉桥镇", "脱贫户。") && !named("走访炉桥镇", "脱贫户。"));
        for after in [
            "张书记",
            "向某公司流转土地",
            "于某日",
            "人口",
            "低保户有十户",
            "看望老人",
            "走访群众",
            "的地",
        ] {
            assert!(!named("到炉桥镇", after), "{after}");
        }
    }
}
