//! What hangs on a plate between it and the paper, and says what vehicle it is of.

use super::document;
use crate::import::notices::documents;
use crate::import::notices::lex::{Item, What, run};
use crate::import::notices::ship::is_ship;
use crate::import::notices::words::longest;

/// 甘M29490号车辆道路运输证: what hangs on the plate is no part of the document; its length.
pub(super) fn hung(items: &[Item], at: usize) -> Option<usize> {
    const WORDS: &[&str] = &[
        "号车辆",
        "号车",
        "车辆",
        "号",
        "车",
        "黄色",
        "蓝色",
        "绿色",
        "黄牌",
        "蓝牌",
        "牌",
        "随车",
    ];
    const SHIPS: &[&str] = &["号船", "号轮", "船", "轮", "船的", "轮的", "的"];
    // “闽榕渔60328”船渔业船舶检验证书.
    let before = at.checked_sub(1).map(|before| &items[before].what);
    let ship = matches!(before, Some(What::Sign(name)) if is_ship(name));
    let length = longest(if ship { SHIPS } else { WORDS }, &run(&items[at..], 4))?;
    let next = at + length;
    let more = || hung(items, next).is_some() || vehicle(items, next).is_some();
    (document(items, next).is_some() || more()).then_some(length)
}

/// 皖M12345小型轿车行驶证: what vehicle the plate is of, which is no part of the paper's name; its length.
pub(in crate::import::notices) fn vehicle(items: &[Item], at: usize) -> Option<usize> {
    let behind = |at: usize| at.checked_sub(1).map(|before| &items[before].what);
    let direct = matches!(behind(at), Some(What::Sign(_)));
    let numbered = matches!(behind(at), Some(What::Char('号')))
        && matches!(at.checked_sub(1).and_then(behind), Some(What::Sign(_)));
    let chars = run(items.get(at..)?, 24);
    // 货车营运证 is a paper of its own.
    let length = kind_of_vehicle(&chars, direct && !documents::listed(&chars))?;
    // 小型客车的《道路运输证》.
    let length = length + usize::from(chars.get(length) == Some(&'的'));
    ((direct || numbered) && document(items, at + length).is_some()).then_some(length)
}

/// 大众牌轿车|机动车登记证书: where the paper begins behind whose make the car is.
pub(in crate::import::notices) fn behind_make(items: &[Item]) -> Option<usize> {
    let at =
        items.iter().take(6).position(|item| item.char() == Some('牌')).filter(|at| *at > 0)?;
    let length = kind_of_vehicle(&run(items.get(at + 1..)?, 24), true)?;
    let behind = at + 1 + length;
    document(items, behind).map(|_| behind)
}

/// 合格证 of 五菱牌小型汽车合格证: a paper's name without whose make its car is.
pub(super) fn unmarked(name: String) -> String {
    let Some((make, rest)) = name.split_once('牌') else { return name };
    let chars: Vec<char> = rest.chars().collect();
    let short = (1..=5).contains(&make.chars().count());
    let length = kind_of_vehicle(&chars, true).filter(|length| short && *length < chars.len());
    length.map_or_else(|| name.clone(), |length| chars[length..].iter().collect())
}

/// 车牌号为皖M12345的重型自卸货车 behind a name: what stands behind the plate and ends the phrase.
pub(in crate::import::notices) fn kind_of_plate(items: &[Item], at: usize) -> Option<usize> {
    let chars = run(items.get(at..)?, 14);
    let joint = longest(&["的", "号", "号的"], &chars).unwrap_or(0);
    let length = joint + kind_of_vehicle(&chars[joint..], true)?;
    let ends = items.get(at + length).is_none_or(|next| next.is_mark('、'));
    ends.then_some(length)
}

/// A kind of vehicle with its size, which `bare` may be missing.
fn kind_of_vehicle(chars: &[char], bare: bool) -> Option<usize> {
    const SIZES: &[&str] = &[
        "重型",
        "中型",
        "轻型",
        "微型",
        "小型",
        "大型",
        "普通二轮",
        "两轮",
        "二轮",
        "纯电动",
        "小型纯电动",
        "大型纯电动",
        "小型新能源",
        "插电式混合动力",
    ];
    const KINDS: &[&str] = &[
        "轿车",
        "汽车",
        "普通客车",
        "客车",
        "面包车",
        "越野车",
        "货车",
        "普通货车",
        "自卸货车",
        "厢式货车",
        "栏板货车",
        "仓栅式货车",
        "半挂牵引车",
        "普通半挂车",
        "半挂车",
        "摩托车",
        "新能源车",
        "新能源汽车",
    ];
    let size = longest(SIZES, chars).or(bare.then_some(0))?;
    Some(size + longest(KINDS, &chars[size..])?)
}
