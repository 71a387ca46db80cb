//! 车牌 (C325), except those a notice is about.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Find, Told, county_plate};
use crate::base::code::Code;
use crate::base::look::bytes;
use crate::base::text::Text;
use crate::domain::identifier::rule;
use crate::domain::kind::Kind;
use crate::say;

/// Provinces by their names; the signs that begin their plates.
const NAMES: [(&str, char); 31] = [
    ("北京", '京'),
    ("天津", '津'),
    ("上海", '沪'),
    ("重庆", '渝'),
    ("河北", '冀'),
    ("河南", '豫'),
    ("云南", '云'),
    ("辽宁", '辽'),
    ("黑龙江", '黑'),
    ("湖南", '湘'),
    ("安徽", '皖'),
    ("山东", '鲁'),
    ("新疆", '新'),
    ("江苏", '苏'),
    ("浙江", '浙'),
    ("江西", '赣'),
    ("湖北", '鄂'),
    ("广西", '桂'),
    ("甘肃", '甘'),
    ("山西", '晋'),
    ("内蒙古", '蒙'),
    ("陕西", '陕'),
    ("吉林", '吉'),
    ("福建", '闽'),
    ("贵州", '贵'),
    ("广东", '粤'),
    ("青海", '青'),
    ("西藏", '藏'),
    ("四川", '川'),
    ("宁夏", '宁'),
    ("海南", '琼'),
];

pub(super) fn find(told: &Told<'_>, found: &mut Vec<Find>) {
    let words = told.words();
    let lettered =
        bytes::any(words, |before, byte, _| byte.is_ascii_alphabetic() & may_stand_before(before));
    let mut plates = if lettered { plates(words) } else { Vec::new() };
    let county = county_plate::find(words).into_iter();
    plates.extend(county.map(|place| Plate { sign: bare(&words[place.clone()]), place }));
    plates.sort_by_key(|plate| plate.place.start);
    plates.dedup_by(|a, b| a.place.start < b.place.end);
    if plates.is_empty() {
        return;
    }
    let about = about(&told.read.page.kind);
    let private = |plate: &Plate| !about.iter().any(|known| known.ends_with(&plate.sign));
    for plate in plates.into_iter().filter(private) {
        found.push(Find {
            code: Code::PlateInCase,
            mend: instead(&plate.sign),
            place: plate.place,
            message: say!(zh: "这里有一个车牌号", en: "there is a plate here"),
        });
    }
}

/// The mend for a plate, by what has plates of its form.
fn instead(sign: &str) -> Text {
    let province = sign.starts_with(|c: char| rule::PROVINCES.contains(c));
    let office = sign.chars().nth(1);
    match office.filter(|_| province || sign.is_ascii()) {
        None => say!(
            zh: "写车的种类（“一辆电动自行车”），删去号牌",
            en: "say what kind of vehicle it was and delete the plate",
        ),
        Some(office) if province && office.is_ascii_digit() => say!(
            zh: "写车的种类（“一辆拖拉机”），删去号牌",
            en: "say what kind of vehicle it was and delete the plate",
        ),
        Some(_) => say!(
            zh: "写车的种类（“一辆小型客车”），或遮住后几位（皖M*****）",
            en: "say what kind of vehicle it was, or mask all but the office",
        ),
    }
}

/// Whether a byte may stand before the letter of a plate: the end of the province's sign, or a mark
/// behind it.
fn may_stand_before(byte: u8) -> bool {
    (byte >= 0x80) | (byte == b' ') | (byte == b'-') | (byte == b'(')
}

/// A plate, and its signs without any mark; without the province's where the words leave it out.
struct Plate {
    place: Range<usize>,
    sign: String,
}

/// Every plate of a text: a mark may stand behind the two signs of the office.
fn plates(words: &str) -> Vec<Plate> {
    let bytes = words.as_bytes().windows(2).enumerate();
    let letters =
        bytes.filter(|(_, pair)| may_stand_before(pair[0]) && pair[1].is_ascii_alphabetic());
    letters.filter_map(|(before, _)| plate(words, before + 1)).collect()
}

/// The plate whose letter stands at `at`.
fn plate(words: &str, at: usize) -> Option<Plate> {
    let (start, province) = office(&words[..at])?;
    let mut sign = format!("{}{}", province.unwrap_or('皖'), &words[at..=at]);
    let rest = words[at + 1..].trim_start_matches([' ', '·', '•', '・', '.', '-', '）', ')']);
    let from = words.len() - rest.len();
    let mut longest = None;
    let mut spaced = false;
    let signs = rest.char_indices().scan(true, |apart, (offset, c)| {
        // One mark at a time: 皖M 123 45, 皖M1234·挂.
        let mark = " ·•・-".contains(c);
        let goes_on = !(mark && *apart);
        *apart = mark;
        goes_on.then_some((offset, c, mark))
    });
    for (offset, c, mark) in signs.take(12) {
        if mark {
            spaced = true;
            continue;
        }
        sign.push(c);
        let count = sign.chars().count();
        let end = from + offset + c.len_utf8();
        if count > 8 {
            break;
        }
        if (!spaced || count == 7)
            && let Some(sign) = sound(&sign)
        {
            longest = Some((end, sign));
        }
    }
    let (end, mut sign) = longest?;
    if goes_on(&words[end..]) {
        return None;
    }
    if province.is_none() {
        sign.remove(0);
    }
    Some(Plate { place: start..end, sign })
}

/// Where the province before a plate's letter begins, and its sign. Behind 车牌号码 none need stand.
fn office(before: &str) -> Option<(usize, Option<char>)> {
    let bare = before.trim_end_matches([' ', '-', '（', '(']);
    let place = bare.strip_suffix('牌').unwrap_or(bare);
    if let Some((name, sign)) = NAMES.iter().find(|(name, _)| bare.ends_with(name)) {
        return Some((bare.len() - name.len(), Some(*sign)));
    }
    if let Some(province) = place.chars().next_back().filter(|c| rule::PROVINCES.contains(*c)) {
        let start = place.len() - province.len_utf8();
        // 梯11川U00732 is a lift.
        let lift = place[..start].ends_with(|c: char| c.is_ascii_digit());
        return (!lift).then_some((start, Some(province)));
    }
    let label = before.trim_end_matches(['：', ':', '为', '是', ' ', '“']);
    let called = ["车牌号码", "车牌号", "车牌", "号牌号码", "号牌"];
    called.iter().any(|word| label.ends_with(word)).then_some((before.len(), None))
}

/// The signs of a plate; letters that no plate has are the digits they look like. All letters are a
/// word: 云Server.
fn sound(sign: &str) -> Option<String> {
    let digits = |sign: &str| sign.bytes().filter(u8::is_ascii_digit).count();
    if rule::plate(sign) {
        return (digits(sign) > 0).then(|| sign.to_uppercase());
    }
    let digit = |(at, c): (usize, char)| match c {
        'O' | 'o' if at > 1 => '0',
        'I' | 'l' if at > 1 => '1',
        _ => c,
    };
    let read: String = sign.chars().enumerate().map(digit).collect();
    (digits(sign) > 1 && rule::plate(&read)).then(|| read.to_uppercase())
}

/// Whether a text makes what stands before it something else: a longer code, G12345次, A00001型.
fn goes_on(after: &str) -> bool {
    let next = after.trim_start_matches(' ');
    after.starts_with(|c: char| c.is_ascii_alphanumeric())
        || next.starts_with(['次', '型', '款', '版', '年', '月', '元'])
        || ["号线", "系列"].iter().any(|word| next.starts_with(word))
}

/// The plates that the notices of a batch are about.
fn about(kind: &Kind) -> BTreeSet<String> {
    let Kind::Notice(batch) = kind else { return BTreeSet::new() };
    let mut about = BTreeSet::new();
    for notice in &batch.notices {
        for text in [&notice.holder.value, &notice.document.value] {
            about.extend(plates(text).into_iter().map(|plate| plate.sign));
        }
        about.extend(notice.identifiers.iter().map(|number| bare(&number.value.value)));
    }
    about
}

fn bare(plate: &str) -> String {
    plate.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::instead;

    #[test]
    fn the_vehicle_of_a_plate() {
        for (sign, kind) in [
            ("皖M12345", "小型客车"),
            ("M12345", "小型客车"),
            ("皖1112345", "拖拉机"),
            ("定远123456", "电动自行车"),
        ] {
            assert!(instead(sign).zh.contains(kind), "{sign}");
        }
    }
}
