//! People named beside others: somebody's child or parent, who runs a shop, two joined by 和. Each is a
//! person of his own, whose name must end neither in a document's nor in a body's, for there it would be
//! published whole.

use super::holder::is_person;
use super::lex::{Item, run};
use super::people::all_of;
use super::phrase;
use super::words::{ending, longest};

/// Words for somebody's kin before a name: 其女, 父亲. Who is so called holds the paper named behind.
const KIN: &[&str] = &[
    "妻",
    "夫",
    "子",
    "女",
    "父",
    "母",
    "孙",
    "孙女",
    "外孙",
    "外孙女",
    "祖父",
    "祖母",
    "妻子",
    "丈夫",
    "儿子",
    "女儿",
    "父亲",
    "母亲",
    "爷爷",
    "奶奶",
    "外公",
    "外婆",
    "爱人",
    "配偶",
    "弟弟",
    "妹妹",
    "侄",
    "侄子",
    "侄女",
    "外甥",
    "外甥女",
    "孙子",
    "岳父",
    "岳母",
    "公公",
    "婆婆",
    "继子",
    "继女",
    "哥",
    "弟",
    "姐",
    "妹",
    "嫂子",
    "姑姑",
    "叔叔",
    "伯父",
    "舅舅",
    "老伴",
    "前妻",
    "前夫",
    "婴儿",
    "宝宝",
    "哥哥",
    "姐姐",
    "孩子",
    "小孩",
    "长子",
    "次子",
    "长女",
    "次女",
    "养子",
    "养女",
    "儿媳",
    "女婿",
];

/// How many characters name somebody's kin: 其女, 其儿子, 父亲; a single 女 only behind 其.
pub(super) fn kin(chars: &[char]) -> Option<usize> {
    let its = usize::from(chars.first() == Some(&'其'));
    let length = longest(KIN, &chars[its..])?;
    // 其子公司 is a body.
    let body = chars[its + length..].starts_with(&['公', '司']);
    ((its == 1 || length > 1) && !body).then_some(its + length)
}

/// Words between parents and their child, 柳大江（父）、安小川（母）之子柳小禾, or somebody and his kin.
pub(super) const CHILD: &[&str] = &[
    "之女",
    "之子",
    "之孙女",
    "之孙",
    "的女儿",
    "的儿子",
    "之长女",
    "之长子",
    "之次女",
    "之次子",
    "之妻",
    "之夫",
    "之父",
    "之母",
    "的妻子",
    "的丈夫",
    "的父亲",
    "的母亲",
];

/// A phrase from the child's name on, where brackets or numbers stand among the parents': what these tell
/// is of the parents, who have lost nothing.
pub(super) fn of_child(items: &[Item]) -> &[Item] {
    let plain = |item: &Item| item.char().is_some() || item.is_mark('、');
    let words = |at: &usize| matches!(items[*at].char(), Some('之' | '的'));
    let found = (2..items.len().min(120)).filter(words).find_map(|at| {
        let length = longest(CHILD, &run(&items[at..], 4))?;
        let named = (2..=4).any(|count| {
            let name: String = run(&items[at + length..], count).iter().collect();
            name.chars().count() == count && is_person(&name)
        });
        named.then_some((at, at + length))
    });
    let Some((parents, child)) = found else { return items };
    let told = &items[..parents];
    let name = phrase::holder(told).name;
    let parent =
        |name: &str| is_person(name.trim_start_matches(['父', '母', '亲', ':'])) || is_person(name);
    let people = all_of(&name, parent);
    if people && !told.iter().all(plain) { &items[child..] } else { items }
}

/// Words for who runs a shop, between its name and his: 某菜馆经营者张三.
const KEEPERS: &[&str] = &[
    "经营者",
    "负责人",
    "业主",
    "店主",
    "法定代表人",
    "法人代表",
    "法人",
    "投资人",
    "老板",
    "园长",
    "校长",
    "院长",
    "所长",
    "站长",
    "厂长",
    "店长",
    "会长",
    "理事长",
    "董事长",
    "总经理",
    "经理",
    "社长",
    "馆长",
    "场长",
    "主任",
];

/// The body that a person runs: what stands before the word that says so, where the person is named.
pub(super) fn kept<'n>(name: &'n str, person: &str) -> Option<&'n str> {
    let before = name.strip_suffix(person)?.trim_end_matches(':');
    let word = ending(KEEPERS, before)?;
    // 某饭店、法定代表人柳青苗.
    Some(before[..before.len() - word.len()].trim_end_matches('、'))
}

/// 经营者：柳青苗: who runs a shop, as a field.
pub(super) fn keeper(items: &[Item]) -> bool {
    let word = longest(KEEPERS, &run(items, 8));
    word.is_some_and(|length| items.get(length).is_some_and(|item| item.is_mark(':')))
}
