//! Phrases: a holder with what is told of him, a list of documents with copies and numbers, and the
//! border between the two where nothing but the catalogue shows it.

mod bracket;
mod named;
mod vehicle;

pub(super) use self::bracket::collective;
use self::bracket::{inside, listed};
pub(super) use self::named::document;
use self::named::{generic, numbered_seal};
use self::vehicle::hung;
pub(super) use self::vehicle::{behind_make, kind_of_plate, vehicle};
pub(super) use super::copies::copies;
use super::copies::{add_copies, announced, distribute, quoted_copies};
use super::documents::{of_ship, of_vehicle};
use super::glyph::is_han;
use super::holder::{self, Trust};
use super::kin::{keeper, kept};
use super::lex::{Item, What, text, written};
use super::number::{self, Identifier, Label, Told};
use super::ship::is_ship;
pub(super) use super::values::{labelled, named_number, unlisted_label, values, worded};
use super::who::PRONOUN;
use super::words::NUMERALS;
use crate::domain::kinds::notice::Of;

/// A document as the notice names it.
#[derive(Clone, Debug, Default)]
pub(super) struct Document {
    pub(super) name: String,
    pub(super) copies: Option<String>,
    /// 各 stood before the number of copies.
    pub(super) each: bool,
    pub(super) plates: Vec<String>,
    pub(super) numbers: Vec<Identifier>,
    /// Whose seal it is, from the bracket behind.
    pub(super) owner: Option<String>,
    /// Who has it by the bracket behind: 学生证（姓名：…）.
    pub(super) bearer: Option<String>,
    /// Its numbers were told one for each of several: 学号分别为….
    pub(super) respective: bool,
}

/// A list of documents, and what else stood there.
#[derive(Clone, Debug, Default)]
pub(super) struct Documents {
    pub(super) list: Vec<Document>,
    /// Numbers of the holder himself.
    pub(super) of_holder: Vec<Identifier>,
    /// Characters that fitted nowhere.
    pub(super) left_over: usize,
    /// Values put right by their check digit: as typed, as read.
    pub(super) repaired: Vec<(String, String)>,
    /// How many, where no document stood there: 共计10份.
    pub(super) copies: Option<String>,
}

/// A holder and the numbers told beside the name.
#[derive(Clone, Debug, Default)]
pub(super) struct Holder {
    pub(super) name: String,
    pub(super) numbers: Vec<Identifier>,
    pub(super) plates: Vec<String>,
    pub(super) repaired: Vec<(String, String)>,
    /// Behind each of several names stood a bracket with one number of the paper.
    pub(super) each: bool,
    /// The shop that the person named runs: 某菜馆经营者….
    pub(super) shop: Option<String>,
}

/// Whether what is told is told one for each: 学号分别为….
pub(super) fn respective(items: &[Item]) -> bool {
    super::words::any(&["分别", "依次"], &written(items))
}

/// A number, labelled or bare, at `at`: adds it and gives where it ends.
fn number_at(
    items: &[Item],
    at: usize,
    document: &str,
    beside_holder: bool,
    out: &mut Documents,
) -> Option<usize> {
    let (label, from) = match labelled(items, at) {
        Some((label, from)) => (Some(label), from),
        None if matches!(items[at].what, What::Number(_) | What::Sign(_)) => (None, at),
        None => return None,
    };
    let (values, end) = values(items, from);
    let told = Told { label, document, beside_holder };
    for parts in &values {
        add(parts, &told, out);
    }
    Some(end.max(from))
}

/// Reads one value and puts it where it belongs.
pub(super) fn add(parts: &[String], told: &Told<'_>, out: &mut Documents) {
    let guess = match told.label {
        Some(Label::Kind(kind)) => kind,
        _ => super::documents::number_kind(told.document),
    };
    for value in number::join(parts, guess) {
        let Some((identifier, repaired)) = number::read(&value, told) else { continue };
        if repaired {
            out.repaired.push((value, identifier.value.clone()));
        }
        if identifier.kind == "plate"
            && let Some(last) = out.list.last_mut()
        {
            last.plates.push(identifier.value);
        } else if out.list.is_empty()
            || (identifier.of == Of::Holder && !own_number(&identifier, told))
        {
            out.of_holder.push(identifier);
        } else if let Some(last) = out.list.last_mut() {
            last.numbers.push(identifier);
        }
    }
}

/// The code on an organisation code certificate is the holder's, but stands with that document.
fn own_number(identifier: &Identifier, told: &Told<'_>) -> bool {
    identifier.kind == "org_code" && super::documents::number_kind(told.document) == "org_code"
}

/// A list of documents.
pub(super) fn documents(items: &[Item]) -> Documents {
    let mut out = Documents::default();
    let mut waiting: (Option<(String, bool)>, Vec<String>) = (None, Vec::new());
    // The documents that a plate stood before.
    let mut led = Vec::new();
    let mut at = announced(items);
    while at < items.len() {
        let name = out.list.last().map(|last| last.name.clone()).unwrap_or_default();
        let same = items[at].char() == Some('其');
        if let Some((words, each, length)) = copies(items, at)
            && !same
        {
            match out.list.last_mut() {
                // (发票联) says which sheet, not how many.
                Some(last) if last.copies.is_some() && words.ends_with('联') => {}
                Some(last) => {
                    let joint = last.copies.is_some() && at > 0 && items[at - 1].is_mark('、');
                    add_copies(last, &if joint { format!("、{words}") } else { words }, each);
                }
                None => waiting.0 = Some((words, each)),
            }
            at += length;
        } else if let Some(next) = out_number(items, at, &name, &mut out) {
            at = next;
        } else if let Some(length) = vehicle(items, at) {
            at += length;
        } else if document(items, at).is_none()
            && let Some(length) = hung(items, at)
        {
            at += length;
        } else if let Some((name, next)) = document(items, at).or_else(|| generic(items, at, &out))
        {
            let mut document = quoted_copies(vehicle::unmarked(name));
            if let Some((words, each)) = waiting.0.take() {
                add_copies(&mut document, &words, each);
            }
            document.plates.append(&mut waiting.1);
            if !document.plates.is_empty() {
                led.push(out.list.len());
            }
            out.list.push(document);
            at = next;
        } else if let Some(words) = numbered_seal(items, at, &out) {
            if let Some(last) = out.list.last_mut() {
                last.name.push_str(&words);
            }
            at += 1;
        } else if let What::Bracket(inner) = &items[at].what {
            match listed(inner, &name) {
                Some(papers) => {
                    out.list.pop();
                    out.list.extend(papers);
                }
                None => inside(inner, &name, false, &mut out),
            }
            at += 1;
        } else if let What::Sign(plate) = &items[at].what {
            waiting.1.push(plate.clone());
            at += 1;
        } else {
            let skipped = match items[at].char() {
                Some(c) => !"的和及与其该本原之号车各等共计将把现均已并了一个由".contains(c),
                None => false,
            };
            out.left_over += usize::from(skipped);
            at += 1;
        }
    }
    out.copies = waiting.0.filter(|_| out.list.is_empty()).and_then(|(words, _)| counted(&words));
    for at in led {
        if let Some((first, rest)) = out.list[at..].split_first_mut() {
            share_plate(&first.plates, rest);
        }
    }
    distribute(&mut out.list);
    if respective(items) {
        deal(&mut out.list);
        for document in out.list.iter_mut().filter(|document| !document.numbers.is_empty()) {
            document.respective = true;
        }
    }
    out
}

/// 10份 of 共计10份, where a number was told.
fn counted(words: &str) -> Option<String> {
    let number = words.contains(|c| NUMERALS.contains(c));
    number.then(|| words.trim_start_matches(['共', '计']).to_owned())
}

/// 公章、财务章各一枚（编号分别为甲、乙）: as many numbers as documents, all behind the last: one each.
fn deal(list: &mut [Document]) {
    let count = list.len();
    let Some((last, others)) = list.split_last_mut() else { return };
    if last.numbers.len() == count && others.iter().all(|document| document.numbers.is_empty()) {
        for document in others.iter_mut() {
            document.numbers.push(last.numbers.remove(0));
        }
    }
}

/// 皖M12345行驶证、登记证书: plates before two papers of the same vehicles are on both; so is a ship's name.
pub(super) fn share_plate(plates: &[String], behind: &mut [Document]) {
    let Some(first) = plates.first() else { return };
    for document in behind.iter_mut().take_while(|document| document.plates.is_empty()) {
        let carries = if is_ship(first) { of_ship } else { of_vehicle };
        if carries(&document.name) {
            document.plates.extend_from_slice(plates);
        }
    }
}

/// Numbers behind the first document; before it a plate waits for its document.
fn out_number(items: &[Item], at: usize, name: &str, out: &mut Documents) -> Option<usize> {
    // 皖M12345营运证、皖M23456行驶证: also before the next one.
    let joint = |item: &Item| item.is_mark('、') || matches!(item.char(), Some('和' | '及' | '与'));
    let next = at > 0 && joint(&items[at - 1]) && document(items, at + 1).is_some();
    if (out.list.is_empty() || next) && matches!(items[at].what, What::Sign(_)) {
        return None;
    }
    // 皖滁州货0688船舶营业运输证: a short number before the document belongs to a name.
    if out.list.is_empty()
        && let What::Number(parts) = &items[at].what
        && parts.concat().len() < 6
    {
        return Some(at + 1);
    }
    // 宿房权证字第0012345号房产证: also before the paper itself.
    if let Some(end) = worded(items, at)
        && (!out.list.is_empty()
            || (items[at].char().is_some_and(is_han) && document(items, end).is_some()))
    {
        let told = Told { label: None, document: name, beside_holder: false };
        add(&[written(&items[at..end])], &told, out);
        return Some(end);
    }
    if out.list.is_empty() && matches!(items[at].what, What::Char(_)) {
        let labelled = labelled(items, at)?;
        // 身份证号3499…: a label, but also the document itself where nothing else is named.
        if document(items, at).is_some()
            && matches!(labelled.0, Label::Kind("id_card" | "birth_certificate"))
        {
            return None;
        }
    }
    number_at(items, at, name, false, out)
}

/// A holder's phrase: the name, and the numbers told beside it.
pub(super) fn holder(items: &[Item]) -> Holder {
    let mut told = Documents::default();
    let mut name = String::new();
    let mut plates = Vec::new();
    let mut at = 0;
    while at < items.len() {
        match &items[at].what {
            What::Bracket(inner) => {
                inside(inner, "", true, &mut told);
                // 本人(石磊,身份证号…): who speaks is named beside.
                let who = text(&inner[..inner.iter().take_while(|i| i.char().is_some()).count()]);
                let person = matches!(name.as_str(), "本人" | "我本人" | "我");
                let body = !person && PRONOUN.contains(&name.as_str());
                if (person && holder::is_person(&who))
                    || (body && holder::trust(&who) == Trust::Sure && !who.contains("简称"))
                {
                    name = who;
                    break;
                }
            }
            What::Sign(plate) => {
                // 船民柳青苗之“皖滁州货0338”.
                if name.ends_with('之') {
                    name.pop();
                }
                plates.push(plate.clone());
            }
            What::Char(_) | What::Number(_) => {
                // A digit within a name (21世纪酒店) is no number of its own.
                // 皖M12345号客车.
                let plate = at > 0 && matches!(items[at - 1].what, What::Sign(_));
                if let Some(length) = kind_of_plate(items, at).filter(|_| plate) {
                    at += length;
                    continue;
                }
                if plate && items[at].char() == Some('号') {
                    let next = |on: usize| items.get(at + on).and_then(Item::char);
                    let car = next(1) == Some('车') && next(2) != Some('主');
                    at += 1 + usize::from(car);
                    continue;
                }
                // 73011部队, 皖颍渔12345号船主.
                let next = items.get(at + 1).and_then(Item::char);
                let short =
                    matches!(&items[at].what, What::Number(parts) if parts.concat().len() <= 5);
                // 某小区11-2-1903室的业主.
                let troop = matches!(next, Some('部' | '室' | '栋' | '幢'))
                    || (short && matches!(next, Some('号' | '轮')) && items.len() > at + 2);
                let in_name =
                    matches!(items[at].what, What::Number(_)) && (name.is_empty() || troop);
                if !in_name && let Some(next) = number_at(items, at, "", true, &mut told) {
                    at = next;
                    continue;
                }
                match &items[at].what {
                    What::Number(parts) => name.push_str(&parts.concat()),
                    What::Char(c) => name.push(*c),
                    _ => {}
                }
            }
            What::Mark('、') => name.push('、'),
            What::Quoted(quoted) => name.push_str(quoted),
            What::Mark(_) | What::Date => {}
        }
        at += 1;
    }
    let bare = trim(holder::bare(trim(&name)));
    // 某市海鲜排档(经营者:柳青苗): whoever is run by somebody is a body, whatever its name ends with.
    let run_by = |item: &Item| matches!(&item.what, What::Bracket(inside) if keeper(inside));
    let member = holder::member(bare).filter(|_| !items.iter().any(run_by));
    let bare = member.map_or(bare, |at| &bare[at..]);
    let brackets = items.iter().filter(|item| matches!(item.what, What::Bracket(_))).count();
    let people = super::people::several(bare).len();
    let papers = told.of_holder.iter().all(|number| number.of == Of::Document);
    let each = people > 1 && brackets == people && told.of_holder.len() == people && papers;
    let shop = kept(trim(&name), bare).map(holder::bare).filter(|shop| holder::body_suffix(shop));
    Holder {
        shop: shop.filter(|_| holder::is_person(bare)).map(str::to_owned),
        name: bare.to_owned(),
        numbers: told.of_holder,
        plates,
        repaired: told.repaired,
        each,
    }
}

/// A name without what hangs on behind it: 所持有的; 现 and 原 only behind the name of a body, for a
/// person may be called so.
pub(super) fn trim(name: &str) -> &str {
    let mut name = name;
    // 兄弟二人共有的: one behind the other.
    loop {
        let less = trimmed(name);
        if less.len() == name.len() {
            return name;
        }
        name = less;
    }
}

/// Without 3人 behind the names of several: 柳青苗、安小川、臧远山3人.
fn uncounted(name: &str) -> &str {
    // 某中学柳青苗、安小川两名同学.
    let who = ["同学", "同志", "学生", "职工", "员工", "村民", "居民", "业主", "老师", "教师"];
    let named = super::words::ending(&who, name).map_or(name, |w| &name[..name.len() - w.len()]);
    let counted = |text: &str| text.ends_with(['名', '位']) && text.contains(['、', '和', '与']);
    let name = if counted(named) { named } else { name };
    let Some(rest) =
        name.strip_suffix(['人', '名', '位']).filter(|_| name.contains(['、', '和', '与']))
    else {
        return name;
    };
    let count = |c: char| c.is_ascii_digit() || "二三四五六七八九十两".contains(c);
    let bare = rest.trim_end_matches(count);
    if bare.len() < rest.len() { bare.trim_end_matches(['等', '共']) } else { name }
}

/// 柳青苗一家三口: whose the household is.
fn headed(name: &str) -> &str {
    const FAMILY: &[&str] = &["一家三口", "一家四口", "一家五口", "一家人", "一家", "全家"];
    let family = super::words::ending(FAMILY, name).map(|word| &name[..name.len() - word.len()]);
    family.filter(|rest| holder::is_person(holder::bare(rest))).unwrap_or(name)
}

fn trimmed(name: &str) -> &str {
    let mut name = headed(name.trim_matches(['、', '的', '-']));
    // 洪国栋　皖M12345车.
    name = name
        .strip_suffix('车')
        .filter(|who| who.chars().count() == 3 && holder::is_person(who))
        .unwrap_or(name);
    name = uncounted(name);
    if name.contains('、') {
        let kin = [
            "兄弟", "姐妹", "姊妹", "姐弟", "兄妹", "父子", "父女", "母子", "母女", "夫妇", "夫妻",
        ];
        let several = ["二人", "两人", "三人", "四人", "等人", "共有", "共同所有", "俩", "俩人"];
        for words in [&several[..], &kin[..]] {
            let word = super::words::ending(words, name).unwrap_or("");
            name = &name[..name.len() - word.len()];
        }
    }
    while let Some(word) = super::words::ending(super::words::ADVERBS, name) {
        let rest = &name[..name.len() - word.len()];
        // 某市新发现 may be a shop's name.
        let bound = word.chars().count() == 1 || word.ends_with("发现");
        let ends = holder::body_suffix(rest) || (word.ends_with("发现") && holder::is_person(rest));
        if rest.chars().count() < 2 || (bound && !ends) {
            break;
        }
        name = rest;
    }
    name
}
