//! Records out of a draft: one for each document, and for each plate where several are listed.

use super::documents::{is_seal, of_bodies, of_people};
use super::grammar::Draft;
use super::number::Identifier;
use super::phrase::Document;
use super::ship::is_ship;
use super::{Record, glyph, holder, people, words};
use crate::domain::kinds::notice::Of;
use crate::import::text::concealed;

/// Whether numbers were told one for each of several people, and it does not show whose each is.
pub(super) fn unpaired(draft: &Draft) -> bool {
    let people = people::several(&draft.holder).len();
    let told = |paper: &Document| paper.respective && paper.plates.len() < 2;
    if people < 2 || !draft.documents.iter().any(told) {
        return false;
    }
    let fits = |count: usize| count.is_multiple_of(people);
    match draft.documents.as_slice() {
        [paper] => !fits(paper.numbers.len()) || !fits(draft.numbers.len()),
        // A house and its land have one number each; a pupil's card is of one person.
        papers => papers.iter().any(|paper| told(paper) && of_people(&paper.name)),
    }
}

/// 芮东来、芮晓棠遗失学生证，学号分别为：…: each person's paper with its own numbers, in order; nothing where
/// the holder is one, or holds it jointly.
pub(super) fn each(draft: &Draft) -> Vec<Draft> {
    let [paper] = draft.documents.as_slice() else { return Vec::new() };
    // 某中学柳青苗、安小川.
    let told = paper.respective || paper.numbers.len() > 1;
    let name = if told { people::holder_of(&draft.holder, &paper.name) } else { &draft.holder };
    let people = if paper.each { owners(name) } else { people::several(name) };
    // 柳青苗（身份证号…）、安小川（身份证号…）户口本各一本.
    let counted = paper.each
        && (of_people(&paper.name) || is_seal(&paper.name))
        && paper.numbers.is_empty()
        && draft.numbers.len().is_multiple_of(people.len().max(1));
    // 宋大江、宋小河遗失学生证，证号：0815、0816: as many as there are people, of a paper each has for himself.
    let paired = of_people(&paper.name)
        && !shared(&paper.name)
        && paper.numbers.len() == people.len()
        && draft.numbers.len().is_multiple_of(people.len().max(1));
    if people.len() < 2 || !(paper.respective || counted || paired) || paper.plates.len() > 1 {
        return Vec::new();
    }
    let own = |numbers: &[Identifier], place: usize| -> Vec<Identifier> {
        numbers.iter().skip(place).step_by(people.len()).cloned().collect()
    };
    let one = |(place, name): (usize, &&str)| Draft {
        holder: (*name).to_owned(),
        numbers: own(&draft.numbers, place),
        documents: vec![Document {
            numbers: own(&paper.numbers, place),
            copies: paper.copies.as_ref().map(|words| words.trim_start_matches('各').to_owned()),
            ..paper.clone()
        }],
        ..draft.clone()
    };
    people.iter().enumerate().map(one).collect()
}

/// The people or the bodies that a holder's phrase names, where there are several.
fn owners(name: &str) -> Vec<&str> {
    let bodies: Vec<&str> = name.split('、').collect();
    let sure =
        |name: &&str| holder::body_suffix(name) && holder::trust(name) == holder::Trust::Sure;
    if bodies.len() > 1 && bodies.iter().all(sure) { bodies } else { people::several(name) }
}

/// Whether two may have such a paper together.
fn shared(paper: &str) -> bool {
    words::any(&["户口", "结婚", "离婚", "婚", "夫妻", "光荣证", "生育", "家庭"], paper)
}

/// The records of one document: one for each plate, with its number, where several are listed.
pub(super) fn records(draft: &Draft, document: &Document, line: usize) -> Vec<Record> {
    let conditional = draft.condition;
    let printed = |mut number: Identifier| {
        number.value = shown(&number.value);
        number
    };
    // 某菜馆经营者柳青苗 has lost the licence of the shop, but an identity card of his own.
    let shop = draft.shop.as_deref().filter(|_| of_bodies(&document.name));
    let name = shop.unwrap_or_else(|| people::holder_of(&draft.holder, &document.name));
    let name = people::behind_work(name, &document.name).unwrap_or(name);
    // 皖M12345车辆道路运输证: 车辆 goes with the plate, the certificate's name is 道路运输证.
    let paper = match document.name.strip_prefix("车辆") {
        Some(rest)
            if (rest == "道路运输证" || rest.starts_with("机动车"))
                && !document.plates.is_empty() =>
        {
            rest
        }
        _ => document.name.as_str(),
    };
    let own = |numbers: Vec<Identifier>| Record {
        holder: shown(&concealed(name)),
        holder_kind: holder::kind(name, &document.name),
        document: shown(&concealed(paper)),
        copies: document.copies.clone(),
        declared_void: draft.void && !conditional,
        identifiers: numbers.into_iter().map(printed).collect(),
        line,
        at: draft.at,
        owner: document.owner.clone(),
        conditional,
    };
    // Tractors have plates of another form.
    let farm = words::any(&["拖拉机", "农机", "收割机"], &document.name);
    let plate = |plate: &String| Identifier {
        kind: if is_ship(plate) { "other" } else { "plate" },
        value: plate.clone(),
        valid: (!farm && !is_ship(plate)).then(|| crate::domain::identifier::rule::plate(plate)),
        of: Of::Document,
    };
    let holder = draft.numbers.iter().cloned();
    let numbers = &document.numbers;
    let plates = &document.plates;
    let paired = plates.len() > 1 && (numbers.is_empty() || numbers.len() == plates.len());
    if !paired {
        let all = holder.chain(plates.iter().map(plate)).chain(numbers.iter().cloned());
        return vec![own(unique(all))];
    }
    let one = |record: Record| Record {
        copies: record.copies.map(|words| words.trim_start_matches('各').to_owned()),
        ..record
    };
    let each = plates.iter().enumerate().map(|(at, sign)| {
        one(own(unique(holder.clone().chain([plate(sign)]).chain(numbers.get(at).cloned()))))
    });
    each.collect()
}

/// Each number once, in order.
fn unique(numbers: impl Iterator<Item = Identifier>) -> Vec<Identifier> {
    let mut out: Vec<Identifier> = Vec::new();
    for number in numbers {
        if !out.iter().any(|old| old.value == number.value) {
            out.push(number);
        }
    }
    out
}

/// A name as it is printed in Chinese text: brackets of full width.
fn shown(name: &str) -> String {
    let han = name.chars().any(glyph::is_han);
    if han { name.replace('(', "（").replace(')', "）") } else { name.to_owned() }
}
