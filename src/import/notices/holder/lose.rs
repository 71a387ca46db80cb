//! Can this lose a thing? What stands before a document may be a name that no list tells, or the beginning
//! of a sentence: 张师傅说身份证遗失了, 婚姻登记档案已联网.

use super::{PLACES, Trust, trust};
use crate::import::notices::words::any;

/// Characters that sentences have and hardly a name.
const SPOKEN: &[char] = &[
    '已', '我', '你', '您', '她', '们', '吗', '呢', '怎', '问', '答', '被', '把', '着', '过', '还',
    '这', '该', '使', '称', '须', '请', '件', '档', '讯', '据', '证', '照', '票', '很', '没', '昨',
    '想', '能', '款',
];
/// Those of them that no name has.
const NEVER: &[char] =
    &['已', '我', '你', '您', '她', '们', '吗', '呢', '怎', '问', '称', '须', '请'];
/// Words of the same kind.
const WORDS: &[&str] = &[
    "去年",
    "今年",
    "前年",
    "当年",
    "近日",
    "今天",
    "前天",
    "当天",
    "时候",
    "以前",
    "之前",
    "如果",
    "提醒",
    "提示",
    "告诉",
    "表示",
    "记得",
    "担心",
    "可以",
    "应当",
    "需要",
    "如何",
    "凡持",
    "凡拾",
    "凡使",
    "凡以",
    "有人",
    "有的",
    "家里",
    "厂里",
    "村里",
    "店里",
    "公司里",
    "单位里",
    "此后",
    "此前",
    "上述",
    "以上",
    "本人",
    "他的",
    "为了",
];

/// Verbs that stand in no body's name: 可到以下网点补办…支行 ends as one.
const ACTING: &[&str] = &[
    "可到", "以下", "下列", "补办", "吊销", "撤销", "处罚", "责令", "告知", "提示", "提醒", "咨询:",
];

/// Counted things and people: 一辆面包 ends as a bakery's name.
const COUNTED: &[&str] = &["一辆", "一台", "两辆", "一名", "一位", "一男", "一女", "一对"];

/// Whether a text is the beginning of a sentence rather than a name.
pub(in crate::import::notices) fn spoken(name: &str) -> bool {
    name.contains(SPOKEN) || name.ends_with('说') || any(WORDS, name)
}

/// Whether what was read as the holder can be one who has lost something: a name by every sign; a text
/// that begins with a place, or where the rest of the notice is `exact`, and that is no sentence.
pub(in crate::import::notices) fn can_lose(name: &str, exact: bool) -> bool {
    // 一对一教育咨询有限公司 is a body.
    let short = name.chars().count() <= 6;
    if short && COUNTED.iter().any(|word| name.starts_with(word)) {
        return false;
    }
    match trust(name) {
        Trust::Sure => !any(ACTING, name),
        Trust::None => false,
        // 定远县照壁巷六号: behind a place such a character may be a name's.
        Trust::Weak if placed(name) => {
            !(name.contains(NEVER) || name.ends_with('说') || any(WORDS, name))
        }
        Trust::Weak => exact && !spoken(name),
    }
}

/// Whether a text begins with the name of a place, of the catalogue or by what such names end with.
fn placed(name: &str) -> bool {
    let chars: Vec<char> = name.chars().collect();
    let ends = |c: &char| matches!(c, '省' | '市' | '县' | '区' | '旗' | '州' | '镇' | '乡' | '村');
    PLACES.longest(&chars).is_some() || chars.iter().skip(2).take(8).any(ends)
}

#[cfg(test)]
mod tests {
    use super::can_lose;

    #[test]
    fn names_and_beginnings_of_sentences() {
        for name in ["柳青苗", "黄山市屯溪区徽墨轩", "定远县小满餐馆"] {
            assert!(can_lose(name, false), "{name}");
        }
        assert!(can_lose("老梁家铁锅炖", true) && !can_lose("老梁家铁锅炖", false));
        for name in [
            "张师傅说",
            "婚姻登记档案已联网",
            "去年厂里",
            "此后凡使用上述",
            "一辆面包",
            "并提交身份证件",
        ] {
            assert!(!can_lose(name, true), "{name}");
        }
    }
}
