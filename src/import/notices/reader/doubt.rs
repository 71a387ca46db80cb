//! Holders and papers that cannot be what they were read as: a name to fill in, a sentence's beginning,
//! a person whom a word before the name shows and no list knows. Such a notice goes back to the clerk,
//! for a record of it would print what nobody meant, or somebody's whole name as a body's.

use crate::import::notices::documents::{self, of_pupils};
use crate::import::notices::glyph::is_han;
use crate::import::notices::holder::{body_suffix, is_person};
use crate::import::notices::kin::CHILD;
use crate::import::notices::people::{
    all_of, holder_of, person_of, several, transcribed, unlisted,
};
use crate::import::notices::phrase::Document;
use crate::import::notices::who::affiliated;

/// No name is longer, in characters.
const LONGEST: usize = 48;

/// Whether this can be nobody who has lost something.
pub(super) fn holder(name: &str) -> bool {
    let name = &*name.replace('（', "(").replace('）', ")");
    let person = |name: &str| is_person(name) || transcribed(name);
    let bodily = body_suffix(name);
    to_fill_in(name)
        || name.contains(['○', '◯', '●', '|', '[', '/'])
        || name.contains(|c: char| ('①'..='⑳').contains(&c))
        || (name.chars().count() > LONGEST && !name.contains('、'))
        || labelled(name)
        || ["证照类", "证件类", "印章类", "票据类", "执照类"].iter().any(|kind| name.contains(kind))
        || priced_or_dated(name)
        || (bodily && two_bodies(name))
        || (!person(name) && name.starts_with(['由', '被']))
        || (name.contains('、')
            && !all_of(name, |it| person(it) || unlisted(it) || body_suffix(it)))
        || (!bodily && !person(name) && (spoken(name) || place(name)))
        || (!bodily && !person(name) && (behind_word(name) || papered(name)))
        || ["业务用", "购房", "购买"].iter().any(|end| name.ends_with(end))
        || name.ends_with("专用")
        || (bodily && (nothing_but_trade(name) || before_bank(name)))
}

/// Whether this can be nobody's whom schools give such a paper: 某理工, the beginning of a school's name. A school
/// may lose blank ones, and those it has not handed out.
pub(super) fn pupil(name: &str, document: &str) -> bool {
    let people = holder_of(name, document);
    of_pupils(document)
        && !document.starts_with("空白")
        && !person_of(people, document)
        && several(people).is_empty()
        && !body_suffix(name)
        && !unlisted(people)
}

/// Whether a word for a profession was read as whose its certificate is: 税务师, before 职业资格证书.
pub(super) fn profession(name: &str, document: &str) -> bool {
    const BEGIN: &[&str] = &["职业", "资格", "执业", "注册", "从业", "上岗", "技能", "等级"];
    let short = name.chars().count() <= 5;
    let worker = name.ends_with(['师', '员', '工', '手', '匠', '医']);
    short && worker && BEGIN.iter().any(|word| document.starts_with(word))
}

/// Whether this is no paper's name: what it stands for was not told.
pub(super) fn paper(paper: &Document) -> bool {
    let word = ["物品", "资料", "材料"].contains(&paper.name.as_str());
    // 以上证书, 及印章, .登记证: pieces of a sentence or of a list.
    const PIECES: &[&str] = &["以上", "上述", "下列", "以下", "及", "和", "与", "."];
    if PIECES.iter().any(|word| paper.name.starts_with(word)) {
        return true;
    }
    word && paper.numbers.is_empty() && paper.plates.is_empty()
}

/// 二人在某小区: the middle of a sentence.
fn spoken(name: &str) -> bool {
    const BEGIN: &[&str] = &[
        "二人",
        "两人",
        "三人",
        "四人",
        "其",
        "该",
        "并",
        "且",
        "及",
        "实践中",
        "给",
        "承建",
        "承接",
        "中标",
    ];
    BEGIN.iter().any(|word| name.starts_with(word)) || name.contains("写法")
}

/// 某市某区: an area, which has lost nothing.
fn place(name: &str) -> bool {
    const AREAS: [char; 6] = ['省', '市', '县', '区', '镇', '乡'];
    // 某县农贸市场水产区 is a part of the market.
    name.ends_with(AREAS)
        && !name.contains("市场")
        && name.split(AREAS).all(|part| part.chars().count() <= 4)
}

/// 张三, 李四公司, ×××: what forms and price lists have where a name is to stand. 73***部队 is a troop's.
fn to_fill_in(name: &str) -> bool {
    let sample = ["张三", "李四", "王五", "某某"].iter().find_map(|word| name.strip_prefix(word));
    let troop = name.contains("部队") || name.contains(|c: char| c.is_ascii_digit());
    sample.is_some_and(|rest| rest.is_empty() || body_suffix(rest) || rest == "公司")
        || name.starts_with("某某")
        || name.ends_with("是某某公司")
        || (name.contains(['*', '×', 'Ｘ']) && !troop)
}

/// 某集团客车驾驶员时间, 某厂职工某氏之孙单纯: a word for somebody, and behind it no name that is known.
fn behind_word(name: &str) -> bool {
    let tail = |word: &str| {
        let (before, rest) = name.rsplit_once(word)?;
        let rest = rest.split(['、', '（', '(']).next()?;
        let short = (1..=4).contains(&rest.chars().count()) && rest.chars().all(is_han);
        (short && before.chars().count() >= 2 && word.chars().count() > 1).then_some(())
    };
    affiliated().chain(CHILD.iter().copied()).any(|word| tail(word).is_some())
}

/// 某公司发票专用章: a name with a paper's behind it.
fn papered(name: &str) -> bool {
    let chars: Vec<char> = name.chars().collect();
    let ends = |at: &usize| documents::longest_listed(&chars[*at..]) == Some(chars.len() - at);
    (2..chars.len().saturating_sub(1)).any(|at| ends(&at))
}

/// 某物业服务有限公司中国银行某分行营业部: a company and the bank it has its account with. 某农村商业银行股份有限公司某支行 is
/// one body.
fn before_bank(name: &str) -> bool {
    const BRANCHES: [&str; 4] = ["支行", "分行", "营业部", "分理处"];
    let behind = name.split_once("有限公司").map(|(_, behind)| behind);
    behind.is_some_and(|bank| {
        bank.contains("银行") && BRANCHES.iter().any(|branch| bank.ends_with(branch))
    })
}

/// 某旅游开发有限公司某县骨伤专科医院: two names run together. 某有限公司某分公司, 某有限公司工会委员会 are one.
fn two_bodies(name: &str) -> bool {
    const PARTS: &[&str] = &[
        "公司",
        "工会",
        "委员会",
        "支行",
        "分行",
        "营业部",
        "项目部",
        "部",
        "店",
        "厂",
        "所",
        "站",
        "处",
        "中心",
        "队",
        "室",
        "组",
        "库",
        "院",
        "场",
        "矿",
        "支部",
        "总支",
        "幼儿园",
        "食堂",
        "学校",
    ];
    let Some((_, behind)) = name.split_once("有限公司") else { return false };
    let chars: Vec<char> = behind.chars().collect();
    let placed = crate::import::notices::holder::place(&chars).is_some()
        || chars.iter().take(4).any(|c| matches!(c, '市' | '县' | '区'));
    let own = PARTS.iter().any(|part| behind.ends_with(part));
    chars.len() >= 6 && (behind.contains("合作社") || (placed && behind.contains("医院")) || !own)
}

/// 物某医院, behind 遗失物 without a colon: the end of a field's name.
fn labelled(name: &str) -> bool {
    const OWN: &[&str] =
        &["物流", "物业", "物资", "物美", "物产", "物联", "物华", "物价", "物理", "物探"];
    name.starts_with('物') && !OWN.iter().any(|word| name.starts_with(word))
}

/// 60元某小学, 03-13某合作社, 30元/行: a price or a day run together with a name. 21世纪酒店 is one.
fn priced_or_dated(name: &str) -> bool {
    let rest = name.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < name.len() && rest.starts_with(['元', '-', '/', ':', '.'])
}

/// 汽车租赁, 物业管理: what is done, and nobody's name.
fn nothing_but_trade(name: &str) -> bool {
    const TRADES: &[&str] =
        &["租赁", "物业", "物流", "房产", "中介", "货运", "快递", "培训", "维修"];
    const WHAT: &[&str] = &["汽车", "房屋", "车辆", "设备", "工程", "机械", "商品", "道路", "家电"];
    TRADES.iter().any(|trade| name.strip_suffix(trade).is_some_and(|what| WHAT.contains(&what)))
}

#[cfg(test)]
mod tests {
    use super::holder;

    #[test]
    fn holders_that_are_none() {
        for name in [
            "李四公司",
            "如***",
            "由某市行政审批服务局",
            "某市公交集团客车驾驶员时间",
            "某厂退休职工单于氏之孙单纯",
            "某科技有限公司发票专用章",
            "汽车租赁",
            "某市物业服务有限公司中国银行某市分行营业部",
        ] {
            assert!(holder(name), "{name}");
        }
        for name in [
            "柳青苗",
            "张三丰",
            "73***部队",
            "某县职工医院",
            "某县运动员康复中心",
            "好运汽车租赁",
            "安徽某县农村商业银行股份有限公司城北支行",
            "老梁家铁锅炖",
            "黄山市屯溪区徽墨轩",
        ] {
            assert!(!holder(name), "{name}");
        }
    }
}
