//! What a bracket behind a document or a name tells: copies, whose it is, numbers.

use super::{Document, Documents, add, documents, number_at};
use crate::import::notices::copies::{add_copies, copies};
use crate::import::notices::documents::{is_seal, of_people};
use crate::import::notices::holder::{self, Trust};
use crate::import::notices::lex::{Item, run, text, written};
use crate::import::notices::number::{Label, Told};
use crate::import::notices::values::{by_office, labelled, named_number, short, worded};
use crate::import::notices::words::longest;

/// Labels before the name of whose paper it is.
const BEARERS: &[&str] = &[
    "姓名",
    "学生姓名",
    "新生儿",
    "新生儿姓名",
    "婴儿",
    "婴儿姓名",
    "孩子",
    "孩子姓名",
    "儿童姓名",
];

/// What a bracket behind a document or name tells.
pub(super) fn inside(items: &[Item], name: &str, beside_holder: bool, out: &mut Documents) {
    if let Some((words, each, length)) = copies(items, 0)
        && length == items.len()
    {
        // (发票联) says which sheet, not how many.
        if let Some(last) = out.list.last_mut()
            && !(last.copies.is_some() && words.ends_with('联'))
        {
            // 1本（25份）.
            let further = last.copies.as_ref().is_some_and(|old| *old != words);
            let words = if further { format!("（{words}）") } else { words };
            add_copies(last, &words, each);
        }
        return;
    }
    // 副本(2-1): which of how many.
    if let Some(last) = out.list.last_mut()
        && let Some(copies) = last.copies.as_mut().filter(|copies| copies.ends_with('本'))
        && let Some((which, of)) = written(items).split_once('-')
        && [which, of].iter().all(|part| part.len() == 1 && part.as_bytes()[0].is_ascii_digit())
    {
        copies.push_str(&format!("（{which}-{of}）"));
        return;
    }
    // 副本（教民134990470000281号）.
    if !name.is_empty() && named_number(items) && labelled(items, 0).is_none() {
        let told = Told { label: None, document: name, beside_holder };
        return add(&[written(items)], &told, out);
    }
    let words = text(items);
    if is_seal(name) && holder::is_person(words.trim()) && items.len() <= 4 {
        if let Some(last) = out.list.last_mut() {
            last.owner = Some(words.trim().to_owned());
        }
        return;
    }
    if let Some(last) = out.list.last_mut() {
        last.bearer = if of_people(name) { bearer(items) } else { body(items) };
    }
    let mut at = 0;
    let mut passed = false;
    while at < items.len() {
        // 父亲：柳大江，身份证号：…: a citizen's number is still the father's.
        let own =
            |at| labelled(items, at).is_some_and(|(label, _)| label == Label::Kind("id_card"));
        if (items[at].is_mark(',') && !own(at + 1)) || items[at].is_mark(';') {
            passed = false;
        }
        if longest(&["法定代表人", "负责人", "父亲", "母亲", "监护人"], &run(&items[at..], 6))
            .is_some()
        {
            passed = true;
        }
        let before = out.of_holder.len();
        let number = worded(items, at).or_else(|| short(items, at));
        if let Some(end) = number.or_else(|| by_office(items, at)) {
            add(
                &[written(&items[at..end])],
                &Told { label: None, document: name, beside_holder },
                out,
            );
            at = end;
            continue;
        }
        match number_at(items, at, name, beside_holder, out) {
            Some(next) => {
                if passed {
                    // A number of the bracket's own person, not of the holder.
                    out.of_holder.truncate(before);
                }
                at = next;
            }
            None => at += 1,
        }
    }
}

/// 银行预留印鉴（财务专用章一枚、法人章一枚）, 全套证照（营业执照、公章）: what such a word stands for, where the
/// bracket names it.
pub(super) fn listed(inside: &[Item], name: &str) -> Option<Vec<Document>> {
    if !collective(name) {
        return None;
    }
    let told = documents(inside);
    let seals = name.ends_with(['章', '鉴']);
    let fits = |paper: &Document| !seals || is_seal(&paper.name);
    (told.list.len() > 1 && told.left_over == 0 && told.list.iter().all(fits)).then_some(told.list)
}

/// Whether a name stands for several papers: 全部印章, 所有证照.
pub(in crate::import::notices) fn collective(name: &str) -> bool {
    ["印鉴", "印章", "证照", "证件"].iter().any(|end| name.ends_with(end))
}

/// Which body is named in the bracket behind its paper: （许可证编号：…，机构名称：某公司）.
fn body(items: &[Item]) -> Option<String> {
    const LABELS: &[&str] = &[
        "机构名称:",
        "单位名称:",
        "企业名称:",
        "公司名称:",
        "持证单位:",
        "持证人:",
        "机主:",
        "车主:",
    ];
    let part = |item: &Item| item.is_mark(',') || item.is_mark(';');
    items.split(part).find_map(|part| {
        let words = written(part);
        let name = LABELS.iter().find_map(|label| words.strip_prefix(label))?;
        (holder::trust(name) == Trust::Sure).then(|| name.to_owned())
    })
}

/// Who is named in the bracket behind a paper of people: （姓名：柳青苗，学号：…）, （新生儿：柳小禾，母亲：…）,
/// （柳青苗）.
fn bearer(items: &[Item]) -> Option<String> {
    let part = |item: &Item| item.is_mark(',') || item.is_mark(';');
    items.split(part).enumerate().find_map(|(place, part)| {
        let words = text(part);
        let named = part.iter().all(|item| item.char().is_some() || item.is_mark(':'));
        let labels = BEARERS.iter().filter_map(|word| words.strip_prefix(word));
        let told = labels.min_by_key(|rest| rest.len());
        let name = told.or((place == 0).then_some(words.as_str()))?;
        (named && holder::is_person(name)).then(|| name.to_owned())
    })
}
