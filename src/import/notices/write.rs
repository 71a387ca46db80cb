//! Records as a page for `content/notices/`, with nobody recognisable who need not be.
//!
//! The certificate's number stays, for without it the notice says nothing; a citizen's number was
//! masked when it was read. A person's given name becomes 某, and of a child's birth certificate the
//! number is masked too (PIPL art. 28: under-fourteens). The paper has the whole.

use super::Record;
use super::holder::{Trust, is_person, place, trust};
use super::people::JOINTS;
use super::show::{holder_word, of_word};
use crate::base::date::Date;
use crate::domain::identifier::citizen::mask;
use crate::domain::kinds::notice::HolderKind;
use crate::domain::names::short;
use crate::import::front::Front;

/// Which newspaper, for the head of the page.
#[derive(Clone, Debug, Default)]
pub struct Paper {
    /// 滁州日报.
    pub name: Option<String>,
    /// Page of the paper.
    pub page: Option<String>,
}

/// The page.
#[must_use]
pub fn page(records: &[Record], paper: &Paper, date: Date) -> String {
    let (year, month, day) = (date.year(), date.month(), date.day());
    let count = records.len();
    let mut front = Front::default();
    front.text("title", &format!("{year}年{month}月{day}日遗失声明"));
    front.raw("date", &date.to_string());
    let from = paper.name.as_ref().map_or("报纸".to_owned(), |name| format!("《{name}》"));
    front.text("summary", &format!("转登{from}刊登的{count}则遗失声明。"));
    if let Some(name) = &paper.name {
        front.text("source", name);
    }
    if let Some(page) = &paper.page {
        front.text("page", page);
    }
    front.raw("keywords", "[\"遗失声明\", \"作废\"]");
    for record in records {
        notice(record, &mut front);
    }
    front.page("以上声明转登自报纸，只供查看，以报纸为准。\n")
}

fn notice(record: &Record, front: &mut Front) {
    let person = record.holder_kind == HolderKind::Person;
    let child = record.document.contains("出生");
    front.group("notice");
    front.text("holder", &if person { anonymous(&record.holder) } else { beside(&record.holder) });
    front.text("holder_kind", holder_word(record.holder_kind));
    front.text("document", &nameless(&record.document));
    if let Some(copies) = &record.copies {
        front.text("copies", copies);
    }
    front.raw("declared_void", if record.declared_void { "true" } else { "false" });
    let remark = match (record.conditional, person, child) {
        (true, _, _) => Some("公告期内没有异议才补发新证，原证到那时作废。"),
        (_, true, true) => Some("孩子的姓名不写全，编号已遮住，全文请看报纸。"),
        (_, true, false) => Some("姓名不写全，身份证号已遮住，全文请看报纸。"),
        _ => None,
    };
    if let Some(remark) = remark {
        front.text("remark", remark);
    }
    for number in &record.identifiers {
        front.group("notice.identifier");
        front.text("kind", number.kind);
        let hidden = child && person && number.kind != "id_card";
        front.text("value", &if hidden { mask(&number.value) } else { number.value.clone() });
        front.text("of", of_word(number.of));
    }
}

/// 柳青苗 → 柳某某; 张三、李四 → 张某、李某.
#[must_use]
pub fn anonymous(names: &str) -> String {
    let people = super::people::several(names);
    if people.is_empty() {
        return names.split('、').map(short).collect::<Vec<_>>().join("、");
    }
    people.into_iter().map(short).collect::<Vec<_>>().join("、")
}

/// 某公司与柳青苗: a body's name with the person beside it hidden. 谭永和饭店 is one name.
fn beside(holder: &str) -> String {
    let person = |name: &str, body: &str| {
        let chars: Vec<char> = body.chars().take(8).collect();
        let sure = name.chars().count() == 3 || place(&chars).is_some();
        // 山东信和建设集团: a place begins the body's own name.
        let local = place(&name.chars().collect::<Vec<_>>()).is_some();
        sure && !local && is_person(name) && body.chars().count() >= 5 && trust(body) == Trust::Sure
    };
    for (at, joint) in holder.char_indices().filter(|(_, c)| JOINTS.contains(c)) {
        let (first, second) = (&holder[..at], &holder[at + joint.len_utf8()..]);
        if person(first, second) {
            return format!("{}{joint}{second}", anonymous(first));
        }
        if person(second, first) {
            return format!("{first}{joint}{}", anonymous(second));
        }
    }
    holder.to_owned()
}

/// 法人梁某印章: a seal's name without its owner's given name. Without a word before it, 柳青苗私章, it is a name
/// only where it can be nothing else.
fn nameless(document: &str) -> String {
    const LEADS: &[&str] = &[
        "法定代表人",
        "法人代表",
        "法人",
        "负责人",
        "经营者",
        "会计",
        "出纳",
        "总经理",
        "经理",
        "股东",
        "校长",
        "园长",
        "院长",
        "主任",
    ];
    for seal in ["私人印章", "个人印章", "人名章", "法人章", "印章", "私章", "名章", "印鉴", "章"]
    {
        let Some(before) = document.strip_suffix(seal) else { continue };
        let lead = LEADS.iter().find(|lead| before.starts_with(*lead)).copied().unwrap_or("");
        let owner = &before[lead.len()..];
        let bare = seal.chars().count() > 1 && owner.chars().count() == 3;
        let sure = !lead.is_empty() || (bare && super::people::unlisted(owner));
        if sure && super::holder::is_person(owner) {
            return format!("{lead}{}{seal}", anonymous(owner));
        }
    }
    document.to_owned()
}

#[cfg(test)]
mod tests {
    use super::{anonymous, beside, nameless};

    #[test]
    fn people_keep_their_surname() {
        assert_eq!(anonymous("柳青苗"), "柳某某");
        assert_eq!(anonymous("欧阳小满"), "欧阳某某");
        assert_eq!(anonymous("柳青、安小川"), "柳某、安某某");
        assert_eq!(anonymous("柳青苗和安小川"), "柳某某、安某某");
        assert_eq!(anonymous("谭永和"), "谭某某");
        assert_eq!(beside("安徽白鹭商贸有限公司与柳青苗"), "安徽白鹭商贸有限公司与柳某某");
        assert_eq!(beside("柳青苗和安徽白鹭商贸有限公司"), "柳某某和安徽白鹭商贸有限公司");
        assert_eq!(beside("谭永和饭店"), "谭永和饭店");
        assert_eq!(beside("山东信和建设集团有限公司"), "山东信和建设集团有限公司");
        assert_eq!(nameless("法人梁禾丰印章"), "法人梁某某印章");
        assert_eq!(nameless("会计梁禾丰私章"), "会计梁某某私章");
        assert_eq!(nameless("梁禾丰私章"), "梁某某私章");
        for seal in
            ["法人章", "财务专用章", "党支部印章", "单位印章", "安全科印章", "法定代表人名章"]
        {
            assert_eq!(nameless(seal), seal);
        }
    }
}
