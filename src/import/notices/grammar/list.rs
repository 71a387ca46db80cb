//! Lines of a list whose head says once what each of them would: 某鱼庄，食品经营许可证副本，编号…;
//! 某运输公司：皖M12345，证号…. The words of losing are put where the sign stands, so that the line
//! reads as a notice of its own.

use crate::import::notices::clause::{
    circumstances, find, has_document, of_person, rest_is_list, skip_plates, strip_marks,
    strip_number,
};
use crate::import::notices::field;
use crate::import::notices::holder::{self, Trust};
use crate::import::notices::lex::{Item, What};
use crate::import::notices::people;
use crate::import::notices::phrase;
use crate::import::notices::words::VOID;

/// The line as a notice, where it is a name, a sign, and what the name has lost; else nothing. Where a
/// head names the paper, a name `alone` may be enough.
pub(super) fn told(items: &[Item], paper: Option<&str>, alone: bool) -> Option<Vec<Item>> {
    let items = strip_marks(strip_number(strip_marks(items)));
    // 权利人：柳青苗，证号：…: the label says no more than the head.
    let (items, labelled) = match field::read(items) {
        Some((field::Name::Holder | field::Name::Called, value)) => (value, true),
        _ => (items, false),
    };
    if alone && let Some(paper) = paper {
        // …；季小田，声明作废: the last item with what is said for all.
        let void = find(items, VOID).map_or(items.len(), |(at, _)| at);
        let owner = circumstances(strip_marks(&items[..void]), true);
        let plain = owner.iter().all(|item| item.char().is_some());
        let at = owner.first().map_or(0, |item| item.at);
        let words = format!("遗失{paper},声明作废");
        let words = words.chars().map(|c| match c {
            ',' => Item { what: What::Mark(c), at },
            c => Item { what: What::Char(c), at },
        });
        if plain && named(owner, Some(paper)) && !has_document(owner) {
            return Some(owner.iter().cloned().chain(words).collect());
        }
    }
    if let Some(turned) = owned_behind(items) {
        return Some(turned);
    }
    let bracket = |item: &Item| matches!(item.what, What::Bracket(_));
    let ends = |at: &usize| {
        let item = &items[*at];
        let mark = item.is_mark(',') || item.is_mark(':') || (labelled && item.is_mark(';'));
        // 某社（统一社会信用代码：…）：公章: before the colon a bracket tells of the owner.
        let next = items.get(at + 1);
        // 柳小禾（2015年7月9日出生），出生医学证明.
        let of_owner =
            next.is_some_and(|it| it.is_mark(':') || (it.is_mark(',') && paper.is_none()));
        mark || (bracket(item) && !of_owner)
    };
    let sign = (0..items.len()).find(ends)?;
    let owner = &items[..sign];
    // 某公司(编号…) under the head that names the paper.
    let behind = match &items[sign].what {
        What::Bracket(inside) => [inside, &items[sign + 1..]].concat(),
        _ => items[sign + 1..].to_vec(),
    };
    let rest = behind.as_slice();
    if has_document(owner) || !named(owner, paper) {
        return None;
    }
    let end = rest.iter().position(|item| item.is_mark(',') || item.is_mark(';'));
    let end = end.unwrap_or(rest.len());
    let at = items[sign].at;
    let words = |text: &str| text.chars().map(|c| Item { what: What::Char(c), at }).collect();
    let mark = || vec![Item { what: What::Mark(','), at }];
    let (lost, void): (Vec<Item>, Vec<Item>) = (words("遗失"), words("声明作废"));
    // 身份证号…, 学籍卡号… under a head that names the paper is a number's label.
    let label = paper.is_some() && phrase::labelled(rest, 0).is_some();
    // 贾明礼：某市碧桂苑购房款收据两张: behind a colon also a paper and whom it is from.
    let name = phrase::holder(owner).name;
    let known = |name: &str| holder::is_person(name) || holder::body_suffix(name);
    let sure = name.chars().count() > 2 && (known(&name) || name.split('、').all(known));
    let people = sure && name.split('、').all(holder::is_person);
    let of_somebody = (items[sign].is_mark(':') || people) && sure && has_document(&rest[..end]);
    if !label && (rest_is_list(skip_plates(&rest[..end])) || of_somebody) {
        let (things, more) = rest.split_at(end);
        return Some([owner, &lost, things, more, &mark(), &void].concat());
    }
    let paper = paper.filter(|_| !names_paper(rest) && numbered(rest))?;
    Some([owner, &lost, &words(paper), &mark(), rest, &mark(), &void].concat())
}

/// 皖M12345行驶证，车主柳青苗; 道路运输证，证号…，某公司: what it is stands first, and whose behind it.
fn owned_behind(items: &[Item]) -> Option<Vec<Item>> {
    let parts: Vec<&[Item]> = items.split(|item| item.is_mark(',') || item.is_mark(';')).collect();
    let [paper, others @ ..] = parts.as_slice() else { return None };
    let paper = phrase::behind_make(paper).map_or(*paper, |at| &paper[at..]);
    let direct = phrase::document(skip_plates(paper), 0).is_some()
        || matches!(paper.first().map(|item| &item.what), Some(What::Sign(_)))
            && phrase::vehicle(paper, 1).is_some();
    let plain = |part: &[Item]| part.iter().all(|item| item.char().is_some());
    let place =
        others.iter().position(|part| plain(part) && named(part, None) && !has_document(part));
    let place = place.filter(|_| direct)?;
    let at = paper.first()?.at;
    let words = |text: &str| text.chars().map(|c| Item { what: What::Char(c), at }).collect();
    let mark = || vec![Item { what: What::Mark(','), at }];
    let (lost, void): (Vec<Item>, Vec<Item>) = (words("遗失"), words("声明作废"));
    let mut turned = [others[place], &lost, paper].concat();
    for (_, part) in others.iter().enumerate().filter(|(at, _)| *at != place) {
        turned.extend(mark());
        turned.extend_from_slice(part);
    }
    turned.extend(mark());
    turned.extend(void);
    Some(turned)
}

/// Whether a phrase is a name and nothing more, or where somebody is and his name: 高一(3)班柳青苗.
fn named(owner: &[Item], paper: Option<&str>) -> bool {
    let name = phrase::holder(owner).name;
    let name = paper.map_or(name.as_str(), |paper| people::holder_of(&name, paper));
    owner.iter().all(|item| !matches!(item.what, What::Number(_) | What::Sign(_)))
        && (of_person(owner) || holder::trust(name) == Trust::Sure)
}

/// Whether a paper is named, and not only the kind of one in its number: 证号：房地权证某字第…号.
fn names_paper(rest: &[Item]) -> bool {
    let mut parts = rest.split(|item| item.is_mark(',') || item.is_mark(';'));
    parts.any(|part| phrase::labelled(part, 0).is_none() && has_document(part))
}

/// Whether numbers of papers or plates follow: a telephone behind a shop's name is none.
fn numbered(rest: &[Item]) -> bool {
    // 坐落：…，证号：…: where a house lies may be told first.
    let mut parts = rest.split(|item| item.is_mark(',') || item.is_mark(';'));
    // 孙长富，苏（2020）某市不动产权第0027714号.
    let worded = |part: &[Item]| phrase::worded(part, 0).is_some_and(|end| end == part.len());
    matches!(rest.first().map(|item| &item.what), Some(What::Sign(_)))
        || parts.any(|part| {
            worded(part) || phrase::labelled(part, 0).is_some_and(|(label, _)| label.of_paper())
        })
}
