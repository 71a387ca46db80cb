//! What to write instead of an address (C324): the township it names itself, or that of the page.

use super::address::name_start;
use crate::base::look::near::han;
use crate::base::text::Text;
use crate::domain::kind::Kind;
use crate::say;

/// The township a case is told to be from.
pub(super) fn of_page(kind: &Kind) -> Option<&str> {
    match kind {
        Kind::Case(case) => case.township.as_ref().map(|town| town.value.as_str()),
        _ => None,
    }
}

/// The mend for an address, from what is said before it.
pub(super) fn instead(before: &str, address: &str, page: Option<&str>) -> Text {
    // 住某镇, 贵州省某县: the page's township is another one.
    let elsewhere = before.ends_with(['镇', '乡', '县', '市', '省', '区']);
    let town = in_front(before).or_else(|| in_front(head(address)?));
    let town = town.or(page.filter(|_| !elsewhere));
    let Some(town) = town else {
        return say!(zh: "写到乡镇为止", en: "stop at the township");
    };
    let place = kind(address);
    say!(
        zh: "写到乡镇为止，例如“{town}{place}”",
        en: "stop at the township, for example “{town}{place}”",
    )
}

/// The township that a text ends with: 住定远县桑涧镇.
fn in_front(before: &str) -> Option<&str> {
    let name = before.strip_suffix(['镇', '乡'])?;
    let start = name_start(name, 4);
    let count = name[start..].chars().count();
    ((2..=4).contains(&count) && !name[start..].contains('某')).then(|| &before[start..])
}

/// An address up to the township in it.
fn head(address: &str) -> Option<&str> {
    let end = address.find(['镇', '乡'])? + '镇'.len_utf8();
    Some(&address[..end]).filter(|head| head.chars().all(han))
}

/// What a masked address is called, by its kind.
fn kind(address: &str) -> &'static str {
    const ESTATES: [&str; 17] = [
        "小区", "花园", "家园", "公寓", "新村", "苑", "庭", "园", "栋", "幢", "单元", "室", "号楼",
        "#楼", "座", "家属", "社区",
    ];
    if ESTATES.iter().any(|word| address.contains(word))
        || address.starts_with(|c: char| c.is_ascii_digit())
    {
        return "某小区";
    }
    if address.contains(['村', '组', '队', '庄', '郢', '岗', '圩', '洼', '塘', '营', '屯'])
    {
        return "某村";
    }
    if address.contains(['路', '街', '巷', '弄']) || address.contains("大道") {
        "某路"
    } else {
        "某小区"
    }
}

#[cfg(test)]
mod tests {
    use super::instead;

    #[test]
    fn the_township_of_the_address() {
        for (before, address, page, mend) in [
            ("住定远县桑涧镇", "街南村民组", Some("炉桥镇"), "，例如“桑涧镇某村”"),
            ("他家在", "小王庄", Some("炉桥镇"), "，例如“炉桥镇某村”"),
            ("他住定城镇", "曲阳路12号", None, "，例如“定城镇某路”"),
            ("家住", "幸福里小区3栋", None, ""),
            ("住某镇", "青岗村", Some("炉桥镇"), ""),
            ("住凤阳县", "青岗村", Some("炉桥镇"), ""),
        ] {
            let zh = instead(before, address, page).zh;
            assert_eq!(zh, format!("写到乡镇为止{mend}"), "{address}");
        }
    }
}
