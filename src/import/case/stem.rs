//! The file name of a case: what it was about, and the year.
//!
//! 某县法律援助中心对张某追索劳动报酬提供法律援助案 is how the Ministry names them all; whose centre it was says
//! nothing, and whom it helped may say nothing. What is left differs: 追索劳动报酬.

use crate::base::date::Date;
use crate::domain::names::{Places, companies, persons, surname};
use crate::domain::slug::pinyin_slug;

/// Syllables of a file name.
const MOST: usize = 8;

/// `追索劳动报酬` of 2026 → `zhui-suo-lao-dong-bao-chou-2026`.
pub(super) fn stem(title: &str, today: Date) -> String {
    let matter = matter(title);
    let year = today.to_string();
    let year = year.split('-').next().unwrap_or_default();
    format!("{}-{year}", pinyin_slug(&matter, MOST))
}

/// What a case is about, by its title.
fn matter(title: &str) -> String {
    let nameless = nameless(title);
    let core = unframed(&nameless);
    // 张某与某公司追索劳动报酬: who stands before it says nothing; neither does 等十二人.
    let mut rest = core;
    loop {
        let next = unled(rest);
        if next.len() == rest.len() {
            break;
        }
        rest = next;
    }
    let bare = if rest.chars().filter(|c| c.is_alphanumeric()).count() < 2 { core } else { rest };
    bare.chars().filter(|c| *c != NAME).collect()
}

/// Stands for a name that was taken out.
const NAME: char = '〇';

/// A title with a sign for each name in it, real or not: 张桂兰, 张某, 李某某.
fn nameless(title: &str) -> String {
    let mut cut = persons(title, &Places::default());
    cut.extend(companies(title));
    cut.sort_by_key(|place| place.start);
    let mut out = String::new();
    let mut from = 0;
    for place in cut {
        if place.start >= from {
            out.push_str(&title[from..place.start]);
            out.push(NAME);
            from = place.end;
        }
    }
    out.push_str(&title[from..]);
    let signs: Vec<char> = out.chars().collect();
    let mut out = String::new();
    let mut at = 0;
    while at < signs.len() {
        let some = |at: usize| signs.get(at) == Some(&'某');
        // 某 behind a surname is a person; before a word it says which company is not said.
        if some(at + 1) && surname(&signs[at..]).is_some() {
            out.push(NAME);
            at += 2;
            while signs.get(at).is_some_and(|c| "某甲乙丙丁".contains(*c)) {
                at += 1;
            }
        } else {
            out.push(signs[at]);
            at += 1;
        }
    }
    out
}

/// A title without what all titles have: 某县法律援助中心对 … 提供法律援助案.
fn unframed(title: &str) -> &str {
    let mut core = title.trim().trim_end_matches(['》', '”']);
    for end in ["案例", "案", "一", "系列", "法律援助", "提供"] {
        core = core.strip_suffix(end).unwrap_or(core);
    }
    for office in ["援助中心", "援助处", "工作站", "司法局", "司法所"] {
        for link in ['对', '为', '给', '帮'] {
            let frame = format!("{office}{link}");
            if let Some((_, rest)) = core.split_once(frame.as_str()) {
                return rest;
            }
        }
    }
    core
}

/// Words without the next thing before the matter: a name, what links it with another, 等十二人.
fn unled(words: &str) -> &str {
    let links =
        [NAME, '诉', '与', '和', '、', '及', '向', '因', '的', '，', '：', '—', ' ', '\u{3000}'];
    let rest = employer(words.trim_start_matches(links));
    let Some(behind) = rest.strip_prefix('等') else { return rest };
    let numeral = |c: char| c.is_numeric() || "一二三四五六七八九十百多余几数".contains(c);
    let counted = behind.trim_start_matches(numeral);
    let people = ["名农民工", "名", "人", "位"].iter().find_map(|word| counted.strip_prefix(word));
    people.unwrap_or(behind)
}

/// Words without the company before the matter: 某建筑公司劳务合同纠纷.
fn employer(words: &str) -> &str {
    const BODIES: [&str; 4] = ["公司", "厂", "店", "集团"];
    if !words.starts_with('某') {
        return words;
    }
    let ends = BODIES.iter().filter_map(|body| Some(words.find(body)? + body.len()));
    let short = |end: &usize| words[..*end].chars().count() <= 12;
    ends.filter(short).min().map_or(words, |end| &words[end..])
}

#[cfg(test)]
mod tests {
    use super::{matter, stem};
    use crate::base::date::Date;

    #[test]
    fn what_differs_names_the_file() {
        for (title, expected) in [
            ("某县法律援助中心对张某追索劳动报酬提供法律援助案", "追索劳动报酬"),
            ("某县法律援助中心对李某某请求给付赡养费提供法律援助案", "请求给付赡养费"),
            ("柳青苗等十二人追索劳动报酬法律援助案", "追索劳动报酬"),
            ("张某等12名农民工追索劳动报酬案", "追索劳动报酬"),
            ("张某诉李某离婚纠纷法律援助案", "离婚纠纷"),
            ("周某工伤保险待遇纠纷法律援助案", "工伤保险待遇纠纷"),
            ("某县法律援助中心为未成年人陈某人身损害赔偿提供法律援助案", "未成年人人身损害赔偿"),
            ("某公司拖欠工资系列案", "拖欠工资"),
            ("张某等35名农民工与某建筑公司劳务合同纠纷法律援助案", "劳务合同纠纷"),
            ("春节前拿到的工钱", "春节前拿到的工钱"),
            ("张某案", ""),
        ] {
            assert_eq!(matter(title), expected, "{title}");
        }
    }

    #[test]
    fn the_year_tells_them_apart_and_no_name_stays() {
        let today = Date::new(2026, 11, 30).unwrap();
        let title = "某县法律援助中心对柳青苗追索劳动报酬提供法律援助案";
        assert_eq!(stem(title, today), "zhui-suo-lao-dong-bao-chou-2026");
        assert_eq!(stem("张某案", today), "other-2026");
        assert!(!stem("柳青苗等人维权案", today).contains("liu-qing-miao"));
    }
}
