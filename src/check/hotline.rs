//! A hotline is written right (C333): 12384 for 12348 sends every caller to nobody, and paper cannot
//! be mended.
//!
//! Digits are taken for a hotline where they are called one (拨打, 热线, 电话 …) and nothing counts
//! them: 花了12340元 is money. Other national numbers are no slips of the pen.

use std::sync::LazyLock;

use super::numbers::{Run, any_wide_digit, runs};
use super::{Facts, Read, headed};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::look::bytes;
use crate::base::look::near::last_chars;
use crate::base::look::words::Words;
use crate::base::span::Span;
use crate::domain::identifier;
use crate::domain::identifier::phone::{Line, Phone, meant_hotline};
use crate::say;

/// National numbers beside those an office may name (`phone::HOTLINES`): they exist, so they are not
/// a slip. 电信网码号资源: 12300 to 12399 and their like are given to ministries.
const NATIONAL: [&str; 50] = [
    "12300", "12301", "12305", "12306", "12308", "12310", "12312", "12313", "12314", "12316",
    "12317", "12318", "12319", "12321", "12322", "12325", "12326", "12329", "12330", "12331",
    "12335", "12336", "12339", "12340", "12356", "12358", "12360", "12363", "12365", "12367",
    "12370", "12371", "12377", "12379", "12380", "12381", "12386", "12390", "12391", "12395",
    "12396", "12398", "12110", "12117", "12119", "12121", "12122", "11185", "10086", "10010",
];

/// A first look for the words by which digits are called a hotline.
const CALLING: [&str; 8] = ["热线", "拨", "打", "电话", "咨询号", "号码", "专线", "致电"];

static CALLED: LazyLock<Words> = LazyLock::new(|| Words::of(&CALLING));

/// What stands directly before the digits of a hotline, but for signs.
const DIRECTLY: [&str; 13] = [
    "热线",
    "电话",
    "专线",
    "拨打",
    "拨通",
    "拨",
    "打",
    "致电",
    "咨询号",
    "号码",
    "服务号",
    "求助号",
    "打到",
];

/// What stands directly behind the digits of a hotline, but for signs.
const BEHIND: [&str; 10] = [
    "热线",
    "专线",
    "电话",
    "法律服务",
    "公共法律",
    "法律援助",
    "法援",
    "中国法律",
    "免费打",
    "全天",
];

/// What stands directly before the digits of a hotline that are as many as it has: 法律咨询12384.
const BEFORE: [&str; 5] = ["咨询", "法律援助", "法律服务", "找", "平台"];

/// What counts things, money or time: digits before it are no number to call.
pub(super) const UNITS: &str = "元万千百亿块角分斤两公里米吨亩件人次份个起名户年月日天时秒号楼室页条项%％‰度克升张袋只头棵套台辆平岁周";

/// The number that was most likely meant, where `number` is none of its own.
pub(super) fn meant<'h>(number: &str, hotline: &'h str) -> Option<&'h str> {
    meant_hotline(number, hotline).filter(|_| !NATIONAL.contains(&number))
}

pub(super) fn hotlines(facts: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    let may_call = |text: &str| may_call(text, read.plain());
    let hotline = facts.site.settings().identity.hotline.as_str();
    // A word to be found by is a number to call, without a word that says so.
    for keyword in &read.page.head.keywords {
        if let Some(right) = meant(&keyword.value, hotline) {
            found.push(wrong(&keyword.value, right, keyword.span));
        }
    }
    for link in &read.page.body.links {
        let number = link.address.strip_prefix("tel:");
        if let Some((number, right)) = number.and_then(|tel| Some((tel, meant(tel, hotline)?))) {
            found.push(wrong(number, right, link.span));
        }
    }
    if !may_call(read.all()) {
        return;
    }
    for (text, span) in read.texts().filter(|(text, _)| may_call(text)) {
        hotlines_in(facts, text, span, found);
    }
    for (line, span) in headed::lines(read.page) {
        hotlines_in(facts, &line, span, found);
    }
}

/// A first look: five digits together, or a word that calls digits or numerals a number. Among `plain`
/// words there are no full-width digits.
fn may_call(text: &str, plain: bool) -> bool {
    let digits = || bytes::any_digit(text) || (!plain && any_wide_digit(text));
    bytes::any_cluster(text, 5, 1) || (CALLED.any(text) && (digits() || many_numerals(text)))
}

/// The same in some words.
pub(super) fn hotlines_in(facts: &Facts<'_>, text: &str, span: Span, found: &mut Vec<Diagnostic>) {
    let hotline = facts.site.settings().identity.hotline.as_str();
    for run in runs(text) {
        let right = slip(text, &run, hotline).or_else(|| anothers(text, &run, hotline));
        if let Some(right) = right.or_else(|| beside_ours(text, &run, hotline)) {
            found.push(wrong(run.words, right, span));
        }
    }
    found.extend(lettered(text, hotline).map(|number| wrong(number, hotline, span)));
    found.extend(in_numerals(text, hotline).map(|number| wrong(number, hotline, span)));
}

/// Every hotline with a letter struck for a digit: l2348, 1234B.
fn lettered<'t>(text: &'t str, hotline: &str) -> impl Iterator<Item = &'t str> {
    let mut end = 0;
    text.split_inclusive(|c: char| !c.is_ascii_alphanumeric()).filter_map(move |piece| {
        let start = end;
        end += piece.len();
        let token = piece.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
        let meant = || token.chars().map(drawn_alike).eq(hotline.chars());
        if token.len() != hotline.len() || token == hotline || !meant() {
            return None;
        }
        let (direct, near) = called(&text[..start], &text[start + token.len()..]);
        (direct || near).then_some(token)
    })
}

/// The numerals of digits, as numbers to call are read aloud.
fn is_numeral(c: char) -> bool {
    matches!(c, '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '〇' | '幺')
}

/// Whether five numerals stand together: of the characters under so many bytes one is looked at.
fn many_numerals(text: &str) -> bool {
    const FIVE: usize = 5 * '一'.len_utf8();
    let looked = (0..text.len()).step_by(FIVE - 2).map(|at| text.floor_char_boundary(at));
    looked.filter(|at| text[*at..].starts_with(is_numeral)).any(|at| {
        let before = text[..at].chars().rev().take_while(|c| is_numeral(*c)).count();
        before + text[at..].chars().take_while(|c| is_numeral(*c)).count() >= 5
    })
}

/// Runs of at least five numerals and where they stand. 一二三 counts something as often.
fn numerals(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut end = 0;
    text.split_inclusive(|c| !is_numeral(c)).filter_map(move |piece| {
        let start = end;
        end += piece.len();
        let run = piece.trim_end_matches(|c| !is_numeral(c));
        (run.len() >= 5 * '一'.len_utf8()).then_some((start, run))
    })
}

/// Every hotline miswritten in numerals: 热线一二三八四.
fn in_numerals<'t>(text: &'t str, hotline: &str) -> impl Iterator<Item = &'t str> {
    numerals(text).filter_map(move |(start, run)| {
        let digits: String = run.chars().filter_map(identifier::digit).collect();
        let direct = || called(&text[..start], &text[start + run.len()..]).0;
        (meant(&digits, hotline).is_some() && direct()).then_some(run)
    })
}

/// The digit a letter looks like.
fn drawn_alike(c: char) -> char {
    match c {
        'l' | 'I' | 'i' => '1',
        'O' | 'o' => '0',
        'Z' | 'z' => '2',
        'S' | 's' => '5',
        'B' => '8',
        c => c,
    }
}

/// The hotline, where the digits are called one and are not quite it.
fn slip<'h>(text: &str, run: &Run<'_>, hotline: &'h str) -> Option<&'h str> {
    let digits = run.digits();
    let broken = run.groups.len() > 1 && digits == hotline;
    // 1 2 3 8 4 as well as 123 84.
    let spelt = run.groups.iter().all(|(_, group)| group.chars().count() == 1);
    let near = (run.groups.len() <= 2 || spelt)
        && (meant(&digits, hotline).is_some() || one_more_or_less(&digits, hotline));
    if !(broken || near) {
        return None;
    }
    let (before, after) = (&text[..run.start], &text[run.start + run.words.len()..]);
    let called = called(before, after);
    if run.groups.len() == 1 && meant(&digits, hotline).is_some() && asked_at(before, after) {
        return Some(hotline);
    }
    // A digit more or less makes a year or a sum of it: the words must leave no doubt.
    let enough =
        if digits.len() == hotline.len() && !broken { called.0 || called.1 } else { called.0 };
    enough.then_some(hotline)
}

/// The hotline, where another body's number is called that of legal aid: 法律援助热线12358. 12345 takes its
/// calls in many places.
fn anothers<'h>(text: &str, run: &Run<'_>, hotline: &'h str) -> Option<&'h str> {
    const OURS: [&str; 3] = ["法律援助热线", "法律服务热线", "法援热线"];
    let digits = run.digits();
    let (before, after) = (&text[..run.start], &text[run.start + run.words.len()..]);
    let before = before.trim_end_matches(|c: char| " \u{3000}“\"：:（(是为".contains(c));
    let after = after.trim_start_matches(|c: char| " ”\"是".contains(c));
    let ours = OURS.iter().any(|word| before.ends_with(word) || after.starts_with(word));
    let other = Phone::parse(&digits).is_some_and(|phone| phone.line == Line::Hotline)
        || NATIONAL.contains(&&*digits);
    let national = digits.len() == hotline.len() && digits != hotline && digits != "12345";
    (ours && other && national).then_some(hotline)
}

/// The hotline, where digits one off it stand right beside what it is for: 拨打12358转法律援助. Whose number
/// they are besides does not matter then; those of bodies that give advice themselves are left.
fn beside_ours<'h>(text: &str, run: &Run<'_>, hotline: &'h str) -> Option<&'h str> {
    const OURS: [&str; 5] = ["法律援助", "法律服务", "公共法律", "法援", "法律咨询"];
    const TO: [&str; 9] = ["转接", "转", "咨询", "申请", "寻求", "求助", "问", "找", "要"];
    const CALL: [&str; 9] = ["拨打", "拨通", "拨", "致电", "电话", "热线", "专线", "打", "请"];
    let digits = run.digits();
    let near = run.groups.len() == 1 && meant_hotline(&digits, hotline).is_some();
    let (before, after) = (&text[..run.start], &text[run.start + run.words.len()..]);
    let sign = |c: char| " \u{3000}“”\"（）()：:是为可以".contains(c);
    let mut behind = after.trim_start_matches(sign);
    if !near || behind.starts_with(|c| UNITS.contains(c)) || behind.starts_with("小时") {
        return None;
    }
    behind = TO.iter().find_map(|word| behind.strip_prefix(word)).unwrap_or(behind);
    let follows = OURS.iter().find_map(|word| behind.strip_prefix(word));
    // 价格举报12358 法律援助12348: what follows calls the next number.
    let calls_next = |rest: &str| {
        let rest =
            rest.trim_start_matches(|c: char| !c.is_ascii_digit() && !",，。；;、\n".contains(c));
        rest.starts_with(|c: char| c.is_ascii_digit())
    };
    let mut ahead = before.trim_end_matches(sign);
    while let Some(rest) = CALL.iter().find_map(|word| ahead.strip_suffix(word)) {
        ahead = rest.trim_end_matches(sign);
    }
    let ours = follows.is_some_and(|rest| !calls_next(rest))
        || OURS.iter().any(|word| ahead.ends_with(word));
    ours.then_some(hotline)
}

/// Whether digits are called a hotline right beside them, and whether in the same clause.
fn called(before: &str, after: &str) -> (bool, bool) {
    let signs = |c: char| " \u{3000}“”\"：:（(—-是为的请".contains(c);
    let after = after.trim_start_matches(|c: char| " ”\"）)".contains(c));
    let counted = after.starts_with(|c| UNITS.contains(c)) || after.starts_with("小时");
    let named = BEHIND.iter().any(|word| after.starts_with(word));
    if counted && !named {
        return (false, false);
    }
    let bare = before.trim_end_matches(signs);
    let direct = named || DIRECTLY.iter().any(|word| bare.ends_with(word));
    let clause = last_chars(before, 8).rsplit(['。', '；', '！', '？', '，']).next().unwrap_or("");
    (direct, ["热线", "拨打", "拨通", "电话"].iter().any(|word| clause.contains(word)))
}

/// Whether digits are what somebody asks at for advice, though nothing calls them a number.
fn asked_at(before: &str, after: &str) -> bool {
    let counted = after.trim_start().starts_with(|c| UNITS.contains(c));
    let before = before.trim_end_matches(|c: char| " \u{3000}“\"：:（(".contains(c));
    !counted && BEFORE.iter().any(|word| before.ends_with(word))
        || after.trim_start_matches(|c: char| " ”\"）)，".contains(c)).starts_with("免费打")
}

/// Whether one digit was left out or struck twice: 1238, 123448.
fn one_more_or_less(number: &str, hotline: &str) -> bool {
    let (long, short) =
        if number.len() > hotline.len() { (number, hotline) } else { (hotline, number) };
    long.len() == short.len() + 1
        && (0..long.len()).any(|at| long[..at] == short[..at] && long[at + 1..] == short[at..])
}

pub(super) fn wrong(number: &str, right: &str, at: Span) -> Diagnostic {
    let hint = say!(
        zh: "写 `{{{{ hotline.number }}}}`，就不会写错",
        en: "write `{{{{ hotline.number }}}}` and it cannot be wrong",
    );
    Diagnostic::new(
        Code::WrongHotline,
        at,
        say!(zh: "{number} 是不是 {right}？", en: "is {number} meant to be {right}?"),
    )
    .narrow(number)
    .hint(hint)
}

#[cfg(test)]
mod tests {
    use super::{anothers, beside_ours, in_numerals, lettered, many_numerals, runs, slip};

    fn slips(text: &str) -> usize {
        runs(text).filter(|run| slip(text, run, "12348").is_some()).count()
    }

    #[test]
    fn miswritten_hotlines() {
        for text in [
            "请拨打12384热线",
            "请打 12384",
            "电话：12384",
            "公共法律服务电话12384",
            "咨询号12384",
            "拨打１２３８４",
            "拨打123 48",
            "热线12-348",
            "拨打1238",
            "拨打123448",
            "请拨打12345、12384",
            "热线是1 2 3 8 4",
            "免费法律咨询12384。",
            "有事找12384",
            "“12384”公共法律服务",
            "12384法律援助热线",
            "12384，免费打",
        ] {
            assert_eq!(slips(text), 1, "{text}");
        }
    }

    #[test]
    fn numbers_of_others_called_ours() {
        let others =
            |text: &str| runs(text).filter(|run| anothers(text, run, "12348").is_some()).count();
        for text in ["法律援助热线：12349", "法律援助热线“12358”", "12388是法律援助热线"]
        {
            assert_eq!(others(text), 1, "{text}");
        }
        for text in ["法律援助热线12348", "法律援助热线12345", "价格举报热线12358", "热线12349"]
        {
            assert_eq!(others(text), 0, "{text}");
        }
    }

    #[test]
    fn one_digit_off_beside_what_the_hotline_is_for() {
        let beside =
            |text: &str| runs(text).filter(|run| beside_ours(text, run, "12348").is_some()).count();
        for text in [
            "拨打 12358 转法律援助",
            "打12318咨询法律服务",
            "申请法律援助，法律援助请拨打12358",
            "法律咨询电话：12398。",
            "12308（法律援助）",
        ] {
            assert_eq!(beside(text), 1, "{text}");
        }
        for text in [
            "拨打12358转价格举报",
            "价格举报12358 法律援助12348",
            "价格举报12358，法律援助打12348",
            "法律援助12348、价格举报12358",
            "拨打12345转法律援助",
            "拨打12338转法律援助",
            "法律援助12358件",
            "法律援助案件12358件",
        ] {
            assert_eq!(beside(text), 0, "{text}");
        }
    }

    #[test]
    fn letters_for_digits() {
        for text in ["请拨打l2348。", "热线：I2348", "电话 1234B"] {
            assert_eq!(lettered(text, "12348").count(), 1, "{text}");
        }
        for text in ["请拨打12348", "编号l2348", "型号 I2348", "请拨打A2348"] {
            assert_eq!(lettered(text, "12348").count(), 0, "{text}");
        }
    }

    #[test]
    fn numerals_for_digits() {
        for text in ["法律服务热线一二三八四", "请拨打幺二三八四。"] {
            assert_eq!(in_numerals(text, "12348").count(), 1, "{text}");
        }
        for text in ["热线一二三四八", "热线一二三四五", "卷宗一二三八四", "拨打一二三四五六七"]
        {
            assert_eq!(in_numerals(text, "12348").count(), 0, "{text}");
        }
    }

    #[test]
    fn five_numerals_wherever_they_stand() {
        for lead in 0..20 {
            let text = |numerals: &str| format!("{}{numerals}好", "拨".repeat(lead));
            assert!(many_numerals(&text("一二三八四")), "{lead}");
            assert!(!many_numerals(&text("一二三八")), "{lead}");
        }
    }

    #[test]
    fn numbers_that_are_no_slips() {
        for text in [
            "拨打12340",
            "拨打12358热线",
            "热线12398、12318、12308、12345、12348",
            "打官司花了12340元",
            "打工收入12346元",
            "打了12341斤粮",
            "拨款12346元",
            "拨打12348，全年接听1234次",
            "案卷号12384",
            "电话里说的卷宗号是12384",
            "打电话1234个",
            "打了1248次电话",
            "拨打12348 2 次",
            "法律咨询12384人次",
            "法律援助12384件",
            "12384，免费",
            "12384法律条文",
        ] {
            assert_eq!(slips(text), 0, "{text}");
        }
    }
}
