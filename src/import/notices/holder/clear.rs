//! A name cleared of what stands before and behind it: 兹有, 本人, 某村村民, parents, titles.

use super::{PLACES, Trust, body_suffix, is_person, member, one_person, trust_bare};
use crate::import::notices::kin::{CHILD, kin};
use crate::import::notices::people::{all_of, sounded, unlisted};
use crate::import::notices::who::{PRONOUN, affiliated, before_name, trade};

/// The child in 父亲甲、母亲乙之女丙: the paper is the child's.
fn child(name: &str) -> Option<&str> {
    let parent = |name: &str| {
        let bare = ["父亲", "母亲", "父", "母"].iter().find_map(|word| name.strip_prefix(word));
        let bare = bare.unwrap_or(name).trim_start_matches(':');
        let couple = bare.strip_suffix("夫妇").or_else(|| bare.strip_suffix("夫妻"));
        let bare = couple.unwrap_or(bare);
        // 某县某镇某村郭春英: where the parents live.
        let home = bare.rfind(['村', '组', '庄', '屯', '镇', '乡', '区', '县', '市', '号']);
        let home = home.and_then(|at| bare[at..].char_indices().nth(1).map(|(end, _)| at + end));
        let placed = |at: usize| {
            PLACES.longest(&bare.chars().take(8).collect::<Vec<_>>()).is_some() || at > 12
        };
        one_person(bare) || home.is_some_and(|at| placed(at) && one_person(&bare[at..]))
    };
    CHILD.iter().find_map(|word| {
        let (parents, child) = name.rsplit_once(word)?;
        ((is_person(child) || sounded(child)) && all_of(parents, parent)).then_some(child)
    })
}

/// What a school's name ends with.
const SCHOOLS: &[&str] = &["大学", "学院", "学校", "中学", "小学", "职高", "技校", "分校", "党校"];

/// 柳青苗系某学校学生, 柳青苗的某卫生学校: who somebody is, or where he learned, behind the name.
fn scholar(name: &str) -> Option<&str> {
    if let Some((person, school)) = name.split_once('的')
        && (is_person(person) || sounded(person))
        && SCHOOLS.iter().any(|end| school.ends_with(end))
    {
        return Some(person);
    }
    let (person, rest) = name.split_once('系')?;
    let told = affiliated().any(|word| rest.len() > word.len() && rest.ends_with(word));
    (is_person(person) && told).then_some(person)
}

/// The word by which a body speaks of itself at the beginning of a text.
fn speaking(text: &str) -> Option<&'static str> {
    let words = PRONOUN.iter().filter(|word| word.starts_with(['我', '本']) && word.len() > 3);
    words.copied().filter(|word| text.starts_with(word)).max_by_key(|word| word.len())
}

/// 我县某中心幼儿园, …遗失，车属某公司: whose county or whose car it is.
fn ours(name: &str) -> &str {
    const OURS: &[&str] = &["我省", "我市", "我县", "我区", "我镇", "我乡"];
    let ours = OURS.iter().find_map(|word| name.strip_prefix(word));
    let ours = ours.filter(|rest| body_suffix(rest) && rest.chars().count() >= 4);
    let owned = ["该车属", "车辆属", "车属"].iter().find_map(|word| name.strip_prefix(word));
    let owned = owned.filter(|rest| body_suffix(rest) || is_person(rest));
    ours.or(owned).unwrap_or(name)
}

/// 原滁州市某公司: a name of old; 原野商店 is a name.
fn of_old(name: &str) -> Option<&str> {
    let rest = name.strip_prefix('原')?;
    let place = PLACES.longest(&rest.chars().take(8).collect::<Vec<_>>()).is_some();
    let area = |c: char| matches!(c, '县' | '市' | '区' | '镇' | '乡');
    ((place || rest.chars().skip(1).take(4).any(area)) && body_suffix(rest)).then_some(rest)
}

/// A name cleared of what stands before it: 兹有, 本人, 某村村民, parents.
pub(in crate::import::notices) fn bare(text: &str) -> &str {
    let mut name = text.trim_matches(|c: char| c == '的' || c == '"' || c == '-' || c == '·');
    name = child(name).unwrap_or(name);
    name = scholar(name).unwrap_or(name);
    // 在某医院出生的女婴柳小禾.
    let born = ["出生的", "出生之", "所生之", "所生"].iter().find_map(|it| name.split_once(it));
    let born = born.map(|(_, rest)| {
        let baby = ["女婴", "男婴", "婴儿", "女孩", "男孩", "孩子", "宝宝"];
        baby.iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest)
    });
    name = born.filter(|rest| is_person(rest) || sounded(rest)).unwrap_or(name);
    name = buyer(name).unwrap_or(name);
    name = keeping(name).unwrap_or(name);
    name = ours(name);
    // 父亲…，母亲…，之女柳小禾.
    let child = CHILD.iter().filter_map(|word| name.strip_prefix(word));
    name = child.min_by_key(|rest| rest.len()).filter(|rest| is_person(rest)).unwrap_or(name);
    // 侄子柳小禾: whose kin somebody is.
    let start: Vec<char> = name.chars().take(6).collect();
    if let Some(rest) = kin(&start).and_then(|word| name.char_indices().nth(word))
        && is_person(&name[rest.0..])
        && !is_person(name)
    {
        name = &name[rest.0..];
    }
    name = of_old(name).unwrap_or(name);
    let word = before_name().filter(|word| name.starts_with(word)).max_by_key(|w| w.len());
    if let Some(rest) = word.and_then(|word| name.strip_prefix(word)) {
        // 原 may begin a name of its own (原野商店): only what leaves a name is taken off.
        let rest = rest.trim_start_matches([':', '、']);
        // 托运人为某公司.
        let rest =
            rest.strip_prefix('为').filter(|it| trust_bare(it) == Trust::Sure).unwrap_or(rest);
        let rest = bare(rest);
        // 户县草堂镇某厂 is a county's name, and no household.
        // 户部巷热干面馆 is a shop.
        let cut = word.is_some_and(|word| word.chars().count() == 1);
        let opening = ["兹有", "今有", "现有", "我单位", "我公司", "本单位", "本公司", "我司"];
        let least = if word.is_some_and(|word| opening.contains(&word)) {
            Trust::Weak
        } else {
            Trust::Sure
        };
        let speaks = PRONOUN.contains(&rest);
        if !(rest.is_empty() || cut && body_suffix(rest)) && (speaks || trust_bare(rest) >= least) {
            name = rest;
        }
    }
    // 本店某县某小吃店: who speaks names himself at once.
    if let Some(word) = speaking(name)
        && let Some(rest) = name.strip_prefix(word)
        && (PLACES.longest(&rest.chars().take(8).collect::<Vec<_>>()).is_some()
            || rest.chars().skip(1).take(4).any(|c| matches!(c, '县' | '市' | '区' | '镇' | '乡')))
        && trust_bare(rest) == Trust::Sure
    {
        name = rest;
    }
    if let Some(person) = from_place(name) {
        return person;
    }
    for title in ["律师", "医师", "医生", "护士", "教师", "老师", "同志", "同学", "先生", "女士"]
    {
        if let Some(rest) = name.strip_suffix(title)
            && (is_person(rest) || member(rest).is_some())
        {
            name = rest;
        }
    }
    if let Some(person) = behind_trade(name) {
        return person;
    }
    for word in affiliated() {
        if let Some((before, rest)) = name.rsplit_once(word)
            && let rest = without_title(rest)
            && !before.is_empty()
            && (one_person(rest) || all_of(rest, |part| one_person(part) || sounded(part)))
        {
            return rest;
        }
    }
    name
}

/// 柳青苗所持某县殡仪馆, 某公司在开户银行预留印鉴中, 某厂库房: who keeps something, and from whom or where.
fn keeping(name: &str) -> Option<&str> {
    const ROOMS: &[&str] = &["库房", "财务室", "档案室", "保险柜"];
    let held = name.split_once("所持").map(|(who, _)| who);
    let held = held.filter(|who| is_person(who) || body_suffix(who));
    let at_bank = || {
        let (who, place) = name.split_once('在')?;
        let bank = ["银行", "信用社"].iter().any(|word| place.contains(word));
        (bank && body_suffix(who) && !body_suffix(name)).then_some(who)
    };
    let room = || ROOMS.iter().find_map(|room| name.strip_suffix(room));
    held.or_else(at_bank).or_else(|| room().filter(|who| body_suffix(who)))
}

/// 睢县人柳青苗, 宁陵人柳青苗: who somebody is by the place of his birth.
fn from_place(name: &str) -> Option<&str> {
    let (place, person) = name.split_once('人')?;
    let chars: Vec<char> = place.chars().collect();
    let known = PLACES.longest(&chars) == Some(chars.len());
    let area = (2..=10).contains(&chars.len())
        && place.ends_with(['省', '市', '县', '区', '镇', '乡', '村', '州', '旗']);
    ((known || area || chars.len() == 2) && is_person(person) && person.chars().count() >= 2)
        .then_some(person)
}

/// 柳青苗购买某公司开发的某花园6栋: who has got something, from whom it was being told.
fn buyer(name: &str) -> Option<&str> {
    const VERBS: [&str; 12] = [
        "购买", "购得", "购置", "认购", "承租", "租赁", "租用", "所购", "向", "系", "位于", "坐落",
    ];
    // 柳青苗于11月8日在济南西站: when and where; 王自在面馆 is a shop.
    let stayed = ["于", "在"].iter().find_map(|word| {
        let (person, told) = name.split_once(word)?;
        let chars: Vec<char> = told.chars().collect();
        let dated = chars.first().is_some_and(char::is_ascii_digit);
        let area = chars.iter().skip(1).take(4).any(|c| "县市区镇乡".contains(*c));
        (is_person(person) && (dated || area || PLACES.longest(&chars).is_some())).then_some(person)
    });
    if stayed.is_some() {
        return stayed;
    }
    VERBS.iter().find_map(|verb| {
        let (person, behind) = name.split_once(verb)?;
        // 张海租赁有限公司 is a body; 某花园6栋2104号房 is none.
        let flat = behind.contains('的') || behind.contains(|c: char| c.is_ascii_digit());
        let told = behind.chars().count() >= 2 && (flat || !body_suffix(name));
        (is_person(person) && told).then_some(person)
    })
}

/// 师柳青苗 behind 会计: the end of the word for what somebody is, where a surname of its own follows.
fn without_title(name: &str) -> &str {
    let rest = name.strip_prefix(['员', '长', '师', '工']).unwrap_or(name);
    if rest.chars().count() == 3 && is_person(rest) && unlisted(rest) { rest } else { name }
}

/// 危险货物道路运输押运员盖一舟: the person behind a word for what somebody does, which no list has.
fn behind_trade(name: &str) -> Option<&str> {
    let places: Vec<usize> = name.char_indices().map(|(at, _)| at).collect();
    [3, 4].into_iter().filter(|tail| places.len() >= tail + 3).find_map(|tail| {
        let (before, person) = name.split_at(places[places.len() - tail]);
        // 守业 and 建业 are given names, although 业 stands in 企业.
        let own = unlisted(&person.replace('业', "一").replacen('于', "余", 1));
        (trade(before) && is_person(person) && own && !body_suffix(name)).then_some(person)
    })
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn what_stands_before_a_name_is_taken_off() {
        assert_eq!(bare("兹有本人柳青苗"), "柳青苗");
        assert_eq!(bare("炉桥镇某村村民柳青苗"), "柳青苗");
        assert_eq!(bare("原野商店"), "原野商店");
        assert_eq!(bare("父亲柳大江、母亲安小川之女柳青苗"), "柳青苗");
        assert_eq!(bare("本人柳青苗系某学校学生"), "柳青苗");
        assert_eq!(bare("杨牧之"), "杨牧之");
        assert_eq!(bare("某公司之女柳青苗"), "某公司之女柳青苗");
        assert_eq!(bare("王羲桃之"), "王羲桃之");
        assert_eq!(bare("某县第二医院住院病人柳青苗"), "柳青苗");
        assert_eq!(bare("危险货物道路运输押运员柳青苗"), "柳青苗");
        assert_eq!(bare("失主柳青苗"), "柳青苗");
        assert_eq!(bare("凤桥县白鹭保安公司保安员柳青苗"), "柳青苗");
        assert_eq!(bare("凤桥县白鹭公司会计师柳青苗"), "柳青苗");
        assert_eq!(bare("柳大江之妻安小川"), "安小川");
        assert_eq!(bare("睢县人柳青苗"), "柳青苗");
        assert_eq!(bare("柳青苗于11月8日在滁州西站"), "柳青苗");
        assert_eq!(bare("柳自在大药房"), "柳自在大药房");
        assert_eq!(bare("宁陵人柳青苗"), "柳青苗");
        assert_eq!(bare("本人柳青苗购买凤桥置业有限公司开发的东方名苑6栋"), "柳青苗");
        assert_eq!(bare("凤桥县城管局执法人员柳青苗"), "柳青苗");
        assert_eq!(bare("拖拉机机主柳青苗"), "柳青苗");
        for body in
            ["某县运动员康复中心", "某县伤者安置站", "某县记者安小川工作室", "某县员外家饭店"]
        {
            assert_eq!(bare(body), body);
        }
    }
}
