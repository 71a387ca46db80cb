//! The name of a document: where it begins and ends, also where a bracket stands within it or the catalogue
//! does not have it.

use super::Documents;
use crate::import::notices::copies::copies;
use crate::import::notices::documents::{self, is_seal, known, plausible};
use crate::import::notices::kin::kin;
use crate::import::notices::lex::{Item, What, run, text, written};
use crate::import::notices::values::labelled;
use crate::import::notices::words::{any, longest};

/// The document that begins at `at`: its name and where it ends.
pub(in crate::import::notices) fn document(items: &[Item], at: usize) -> Option<(String, usize)> {
    if let What::Quoted(name) = &items.get(at)?.what {
        return Some((name.clone(), at + 1));
    }
    let chars: Vec<char> = items[at..].iter().take(40).map_while(Item::char).collect();
    // 麻醉药品、第一类精神药品购用印鉴卡: of the names that hold 、 the catalogue has each as a whole.
    if let Some(length) = joint(&items[at..], chars.len()) {
        return Some((run(&items[at..], length).iter().collect(), at + length));
    }
    if let Some(found) = around_form(items, at, &chars) {
        return Some(found);
    }
    let Some(length) = known(&chars) else { return seal_around_owner(items, at, &chars) };
    // 收款单位: and 收款单 is none.
    if chars[length - 1] == '单' && chars.get(length) == Some(&'位') {
        return None;
    }
    Some((chars[..length].iter().collect(), at + length))
}

/// 民办非企业单位(法人)登记证书: what the bracket says is within the name, which goes on behind it.
fn around_form(items: &[Item], at: usize, before: &[char]) -> Option<(String, usize)> {
    let What::Bracket(inside) = &items.get(at + before.len())?.what else { return None };
    let form = text(inside);
    if !["法人", "单位", "个人", "个体", "企业", "内资", "外资", "小型", "民用"].contains(&&*form)
    {
        return None;
    }
    let behind = run(&items[at + before.len() + 1..], 16);
    let whole: Vec<char> = before.iter().chain(&behind).copied().collect();
    let length = documents::longest_listed(&whole)?.checked_sub(before.len())?;
    let goes_on = length > 0 && known(before).is_none_or(|known| known < before.len());
    let name = || {
        let (front, back) = (before.iter(), behind[..length].iter());
        format!("{}({form}){}", front.collect::<String>(), back.collect::<String>())
    };
    goes_on.then(|| (name(), at + before.len() + 1 + length))
}

/// How long the name is that goes on behind 、, which stands at `mark`.
fn joint(items: &[Item], mark: usize) -> Option<usize> {
    items.get(mark).filter(|item| mark > 1 && item.is_mark('、'))?;
    documents::longest_listed(&run(items, 40)).filter(|length| *length > mark)
}

/// 法定代表人(闻某)名章: the owner in a bracket within the name.
fn seal_around_owner(items: &[Item], at: usize, chars: &[char]) -> Option<(String, usize)> {
    let lead = longest(&["法定代表人", "法人代表", "法人", "负责人"], chars)?;
    let What::Bracket(_) = items.get(at + lead)?.what else { return None };
    let behind = run(&items[at + lead + 1..], 4);
    let seal = longest(&["名章", "印章", "私章", "人名章", "印鉴", "章"], &behind)?;
    let name = chars[..lead].iter().chain(&behind[..seal]).collect();
    Some((name, at + lead + 1 + seal))
}

/// A thing the catalogue does not know, where the sentence itself shows its borders.
pub(super) fn generic(items: &[Item], at: usize, out: &Documents) -> Option<(String, usize)> {
    let joint = |item: &Item| item.is_mark('、') || matches!(item.char(), Some('及' | '和' | '与'));
    if !out.list.is_empty() && !items.get(at.wrapping_sub(1)).is_some_and(joint) {
        return None;
    }
    let chars: Vec<char> = items[at..].iter().take(32).map_while(Item::char).collect();
    // 其女柳小禾的…: a person, and no word of a paper's name.
    if kin(&chars).is_some() {
        return None;
    }
    // 普通二轮摩托车的行驶证: the paper's own name begins behind.
    if matches!(chars.first(), Some('的' | '其' | '该')) && document(items, at + 1).is_some() {
        return None;
    }
    // Up to where copies or a label begin, or another paper.
    let joint = |end: usize| {
        matches!(chars[end], '和' | '及' | '与') && document(items, at + end + 1).is_some()
    };
    let stop = (2..chars.len()).find(|end| {
        copies(items, at + end).is_some() || labelled(items, at + end).is_some() || joint(*end)
    });
    let length = stop.unwrap_or(chars.len());
    let name: String = chars[..length].iter().collect();
    // 6号楼1单元202室房屋所有权证: where the house is, and its paper.
    let behind = name.rsplit_once('室').map(|(_, paper)| paper);
    let name = behind.filter(|paper| documents::is_listed(paper)).unwrap_or(&name);
    let name = name.trim_start_matches(['其', '的', '该']).to_owned();
    // A sentence that ends like a document is none.
    let told = [
        "我公司",
        "有人",
        "声明",
        "说明",
        "近日",
        "对外",
        "已于",
        "应当",
        "可以",
        "请",
        "根据",
        "其中",
        "为了",
        "进行",
        "凭",
        "各单位",
        "如有",
        "旧版",
        "一律",
    ];
    let sentence = any(&told, &name) && !name.ends_with("凭证");
    (plausible(&name) && !name.contains('的') && !sentence).then_some((name, at + length))
}

/// 合同专用章(2), 许可证(营业性): what the bracket right behind a name says belongs to it, which of several seals
/// or of what kind the licence is.
pub(super) fn numbered_seal(items: &[Item], at: usize, out: &Documents) -> Option<String> {
    let What::Bracket(inner) = &items[at].what else { return None };
    let last = out.list.last().filter(|last| last.copies.is_none() && last.numbers.is_empty())?;
    let end: String =
        last.name.chars().rev().take(2).collect::<Vec<_>>().into_iter().rev().collect();
    let before: String = at.checked_sub(2).map(|from| text(&items[from..at]))?;
    let words = written(inner);
    let which = is_seal(&last.name)
        && words.chars().count() == 1
        && words.contains(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    let kind = ["营业性", "非营业性", "卷票", "卷式", "自开", "代开", "零售", "批发"]
        .contains(&words.as_str());
    (before == end && (which || kind)).then(|| format!("({words})"))
}
