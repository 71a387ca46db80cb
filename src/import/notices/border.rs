//! The border between a holder and the documents, where no sign shows it: 某公司营业执照.
//!
//! Every place where a document of the catalogue begins is tried; what stands before it must be a
//! name, and what stands behind it must be able to stand there.

use super::clause::without_particle;
use super::documents::{of_bodies, of_people, of_property, of_pupils};
use super::holder::{self, Trust};
use super::lex::{Item, What};
use super::people::{sounded, unlisted};
use super::phrase::{copies, document, holder, labelled, worded};
use super::words::longest;

/// No label, how sure the name, nothing of the name swallowed, the document's plain name.
type Signs = (bool, Trust, bool, bool);

/// A phrase of holder and documents without a sign between them: where the documents begin.
pub(super) fn border(items: &[Item]) -> Option<usize> {
    // What speaks for a border, the weightiest first; where, and how long a person's name before it.
    let mut best: Option<(Signs, usize, usize)> = None;
    for at in 1..items.len().min(90) {
        let Some((name, end)) = document(items, at) else { continue };
        if !rest_fits(items, end) {
            continue;
        }
        let label = labelled(items, at).is_some();
        let before = &items[..at];
        let trust = before_trust(before, &name);
        if trust == Trust::None {
            continue;
        }
        // A label that reads like a document counts only where there is no other; behind a name
        // that is not sure, the plain name of the document is surer than one with words before it.
        let plain = trust == Trust::Sure || listed(&items[at..]);
        let signs = (!label, trust, !swallows(before, &name), plain);
        let person = holder(without_particle(before)).name;
        let person = super::people::holder_of(&person, &name);
        let length = if holder::is_person(person) { person.chars().count() } else { 0 };
        // 碧桂苑|购房款收据: no name is cut out of a paper's, but for three characters before a household's.
        if at > 1
            && document(items, at - 1).is_some_and(|(_, other)| other == end)
            && listed(&items[at - 1..])
            && length > 3
        {
            continue;
        }
        let better = best.is_none_or(|(old, place, old_length)| {
            // 隋大山|林权证 rather than 隋大|山林权证: names of three characters are the rule.
            // 蔡敏|第二代居民身份证: 第 ends no name.
            let named = items[place].char() != Some('第');
            signs > old
                || (signs == old && at == place + 1 && named && (old_length, length) == (2, 3))
        });
        if better {
            best = Some((signs, at, length));
        }
    }
    let best = best.map(|(_, at, _)| at);
    // 某置业有限公司|某农村商业银行开户许可证: the bank's name belongs to the paper.
    let banked = best.is_some_and(|at| {
        let before = holder(&items[..at]).name;
        let bank = before.split_once("有限公司").map(|(_, bank)| bank);
        bank.is_some_and(|bank| bank.chars().count() > 3 && bank.contains("银行"))
    });
    if banked { behind_company(items).or(best) } else { best.or_else(|| behind_company(items)) }
}

/// 某租赁有限公司|塔式起重机产品合格证: a company's name shows its end, and what stands behind it ends as papers do.
fn behind_company(items: &[Item]) -> Option<usize> {
    let chars: Vec<char> = items.iter().take(60).map_while(Item::char).collect();
    let last = |at: &usize| longest(&["有限公司", "有限责任公司"], &chars[*at..]).is_some();
    let at = (4..chars.len()).rev().find(last)?;
    let end = at + longest(&["有限公司", "有限责任公司"], &chars[at..])?;
    let paper = |length: &usize| {
        let name: String = chars[end..end + length].iter().collect();
        let ends = name.ends_with(['证', '照', '章']) || name.ends_with("证书");
        ends && super::documents::plausible(&name) && rest_fits(items, end + length)
    };
    let length = (3..=16.min(chars.len() - end)).rev().find(paper)?;
    let name: String = chars[end..end + length].iter().collect();
    let plain = !holder::body_suffix(&name)
        && !name.contains(['的', '将', '因', '把', '遗', '遺', '失', '声', '聲']);
    let sure = holder::trust(&holder(&items[..end]).name) == Trust::Sure;
    (plain && sure).then_some(end)
}

/// Whether a document's first words may be the end of the holder's name: 项目部 is a body of its own,
/// 文华诊所备案凭证 is a paper of 文华诊所 rather than of 文华, and 某药科大学毕业证书 one of a university.
fn swallows(before: &[Item], document: &str) -> bool {
    let bodily = holder::starts_as_body(document);
    let person = || holder::is_person(&holder(before).name);
    // 某小学食堂|食品经营许可证 as 某小学食堂遗失食品经营许可证; but 某公司|食堂专用章.
    let canteen = document.strip_prefix("食堂").is_some_and(|paper| {
        super::documents::is_listed(paper) && !["专用章", "许可证", "印章", "章"].contains(&paper)
    });
    if canteen && holder::body_suffix(&holder(before).name) {
        return true;
    }
    // 某市兴农种子|经营部法人章.
    let unlisted = || !super::documents::is_listed(document) && !document.starts_with("食堂");
    // 某县好日子养殖|农民专业合作社营业执照.
    let cut = || {
        let name = holder(before).name;
        !super::who::PRONOUN.contains(&name.as_str()) && holder::trust(&name) < Trust::Sure
    };
    (document.contains("项目部") && !document.starts_with("项目部"))
        || (bodily && of_bodies(document) && (person() || cut() || unlisted()))
        || (bodily && of_pupils(document) && !person())
}

/// Whether the catalogue has the document without words before it.
fn listed(items: &[Item]) -> bool {
    let chars: Vec<char> = items.iter().take(40).map_while(Item::char).collect();
    chars.is_empty() || super::documents::listed(&chars)
}

/// How far the items before a document can be its holder.
fn before_trust(before: &[Item], document: &str) -> Trust {
    let before = without_particle(before);
    let name = holder(before).name;
    let marked = |item: Option<&Item>| {
        matches!(item.map(|item| &item.what), Some(What::Bracket(_) | What::Sign(_)))
    };
    // Also 皖M12345号客车….
    let numbered = before.last().and_then(Item::char) == Some('号');
    let delimited = marked(before.last())
        || (numbered && marked(before.get(before.len().wrapping_sub(2))))
        || before.last().and_then(Item::char) == Some('的');
    // 云岭镇源头村操水根: the name is at the end of an address.
    if super::people::holder_of(&name, document) != name {
        return Trust::Sure;
    }
    // 我单位|工会法人资格证书 rather than 我单位工会.
    if super::who::PRONOUN.contains(&name.as_str()) {
        return Trust::Sure;
    }
    // 台启才|律师执业证: no list has the surname, the document says that it is a name.
    if (of_people(document) && (sounded(&name) || unlisted(&name)))
        || (of_property(document) && several_owners(&name))
    {
        return holder::trust(&name).max(Trust::Weak);
    }
    // 第三中学新校区建设 before a seal is no 区建设 of a school.
    let inner = of_bodies(document)
        && holder::is_person(&name)
        && holder::member(&super::lex::text(before)).is_some();
    match holder::trust(&name) {
        Trust::Sure if inner => Trust::None,
        Trust::Weak if !(of_bodies(document) || delimited) => Trust::None,
        trust => trust,
    }
}

/// 台启才; 台启才、柳青苗: people, of whom no list need have the surname.
fn several_owners(names: &str) -> bool {
    let owner =
        |name: &str| holder::is_person(name) || (unlisted(name) && name.chars().count() == 3);
    names.split('、').all(owner)
}

/// Whether what stands behind a document may stand there.
pub(super) fn rest_fits(items: &[Item], end: usize) -> bool {
    match items.get(end).map(|item| &item.what) {
        None
        | Some(
            What::Bracket(_)
            | What::Number(_)
            | What::Sign(_)
            | What::Date
            | What::Mark(_)
            | What::Quoted(_),
        ) => true,
        Some(What::Char(c)) => {
            copies(items, end).is_some()
                || labelled(items, end).is_some()
                || worded(items, end).is_some()
                || "和及与各均的现特已声予并一二两丢遗被不因，壹贰".contains(*c)
                || document(items, end).is_some()
        }
    }
}
