//! Headings over notices, and those of look-alikes: corrections, appeals, cancellations.

mod alike;
mod cause;
mod column;
mod framed;
mod page;
mod part;

pub use self::alike::Reason;
pub(super) use self::alike::{advertises, look_alike};
pub(super) use self::cause::not_lost;
pub(super) use self::column::points_down;
use self::column::{column, of_document, over_all};
pub(super) use self::page::{before, named, paged, spaced};
pub(super) use self::part::{paper, part};
use super::words::{LOSS, any, longest};

/// What a heading announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    /// 遗失声明.
    Loss,
    /// 作废声明, 遗失作废声明: what was lost is declared void by the heading itself.
    Declared,
    /// 下列证件遗失，声明作废: declared for all below.
    Void,
    /// 声明, 公告: the text decides.
    Open,
    /// A look-alike.
    Other(Reason),
}

/// Ends of headings.
const ENDS: &[&str] = &[
    "声明",
    "声明书",
    "公告",
    "启事",
    "遗失",
    "作废",
    "挂失",
    "更正",
    "招领",
    "勘误",
    "通知",
    "通告",
    "公示",
    "招领处",
    "申明",
    "遗失证明",
];

/// Words that are the heading of an advertisement by themselves.
const SINGLE: &[&str] = &[
    "招聘",
    "诚聘",
    "急聘",
    "高薪诚聘",
    "招工",
    "招聘信息",
    "招生",
    "招租",
    "转让",
    "出租",
    "出售",
    "求购",
    "求租",
    "招商",
    "征婚",
];

/// Words that make a heading one of a look-alike.
const OTHERS: &[(&[&str], Reason)] = &[
    (&["债权转让", "债务", "吊销", "道歉"], Reason::OtherNotice),
    (&["更正", "勘误", "致歉", "订正"], Reason::Correction),
    (
        &[
            "招领",
            "寻物",
            "寻人",
            "认领",
            "寻找",
            "寻狗",
            "寻宠",
            "拾物",
            "寻证",
            "寻车",
            "寻包",
            "寻失主",
            "悬赏",
            "酬谢",
        ],
        Reason::Appeal,
    ),
    (&["注销", "清算", "解散", "歇业", "撤销"], Reason::Cancellation),
    (&["减资", "减少注册资本"], Reason::CapitalReduction),
    (&["拍卖", "招标", "变卖", "竞买", "竞拍", "采购", "挂牌", "竞价"], Reason::Auction),
    (
        &[
            "招聘", "诚聘", "急聘", "招工", "招生", "出租", "招租", "转让", "出售", "热线", "广告",
            "优惠",
        ],
        Reason::Advert,
    ),
];

/// The heading that a whole line (without spaces) is, if it is one; `fresh` where the text before it
/// has come to an end.
pub(super) fn heading(line: &str, fresh: bool) -> Option<Heading> {
    let bare =
        line.trim_matches(|c| matches!(c, '[' | ']' | ':' | '●' | '"' | '-' | '*' | '#' | '。'));
    // 〔遗失〕.
    let round = bare.starts_with('(') && bare.ends_with(')');
    let bare = if round { framed::inner(bare).unwrap_or(bare) } else { bare };
    // （以下声明自见报之日起所列证件作废）.
    let inner = line.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    if (fresh && inner.is_some_and(over_all))
        || framed::declared(line, fresh)
        || framed::behind(line)
    {
        return Some(Heading::Void);
    }
    // 【遗失】 and 〔遗失〕 are heads, whatever the line before left open.
    let fresh = fresh || round || (line.starts_with('[') && line.ends_with(']'));
    if fresh && over_all(bare) {
        return Some(Heading::Void);
    }
    // 〔票据遗失〕.
    if any(LOSS, bare) && framed::kind(line).is_some() {
        return Some(Heading::Loss);
    }
    if fresh && of_document(bare) {
        return Some(Heading::Loss);
    }
    // 声明作废栏.
    let board = ["专栏", "公告栏", "栏目", "栏"].iter().find_map(|word| bare.strip_suffix(word));
    if board.is_some_and(|it| ["声明作废", "遗失作废", "登报作废", "作废"].contains(&it))
    {
        return Some(Heading::Declared);
    }
    if fresh && let Some(found) = column(bare) {
        return Some(found);
    }
    if SINGLE.contains(&bare) {
        return fresh.then_some(Heading::Other(Reason::Advert));
    }
    // 不动产权证书/登记证明遗失(灭失)声明: an office's title may be long, and say two things at once.
    let titled = ["声明", "公告"].iter().any(|end| bare.ends_with(end))
        && any(&["遗失", "灭失", "丢失", "作废"], bare)
        && !bare.contains(|c: char| c == ':' || c.is_ascii_digit());
    let count = bare.chars().count();
    let most = if titled { 30 } else { 18 };
    let shaped = (2..=most).contains(&count) && ENDS.iter().any(|end| bare.ends_with(end));
    let void =
        bare.ends_with("声明作废") || bare.contains("特此") || bare.contains(['，', ',', '。']);
    if !shaped || void || matches!(bare, "作废" | "特声明" | "现声明" | "予以公告" | "均声明作废")
    {
        return None;
    }
    let other = OTHERS.iter().find(|(words, _)| any(words, bare));
    if let Some((_, reason)) = other {
        return Some(Heading::Other(*reason));
    }
    // 不动产登记公告: of a lost deed, or of a new one.
    if fresh && any(&["不动产登记", "不动产权", "土地登记", "房屋登记", "权属证书"], bare)
    {
        return Some(if any(LOSS, bare) { Heading::Loss } else { Heading::Open });
    }
    if any(&["遗失", "作废", "挂失", "丢失", "补发"], bare) {
        // 「柳青苗遗失」 may be the beginning of a sentence broken over lines.
        let broken = bare.ends_with("遗失") || bare.ends_with("作废") || bare.ends_with("挂失");
        let whole = [
            "遗失",
            "挂失",
            "证件遗失",
            "证照遗失",
            "公章遗失",
            "印章遗失",
            "遗失作废",
            "登报作废",
            "登报遗失",
            "登报挂失",
            "营业执照遗失",
        ];
        let said = if bare.contains("作废") { Heading::Declared } else { Heading::Loss };
        return (!broken || (fresh && whole.contains(&bare))).then_some(said);
    }
    if bare.ends_with("声明")
        || bare == "声明书"
        || bare.ends_with("申明")
        || bare == "公告"
        || bare == "启事"
        || bare == "声明公告"
    {
        return fresh.then_some(Heading::Open);
    }
    (fresh && count <= 14).then_some(Heading::Other(Reason::OtherNotice))
}

/// Headings that stand before the text on the same line.
const INLINE: &[&str] = &[
    "遗失声明",
    "作废声明",
    "遗失作废声明",
    "遗失公告",
    "挂失声明",
    "挂失",
    "遗失启事",
    "声明",
    "公告",
    "启事",
    "遗失补发公告",
    "不动产权证书遗失声明",
    "不动产权证遗失公告",
    "证件遗失声明",
    "公章遗失声明",
    "印章遗失声明",
    "更正",
    "更正声明",
    "更正启事",
    "更正公告",
    "勘误",
    "招领启事",
    "失物招领",
    "寻物启事",
    "寻物启示",
    "寻狗启事",
    "寻车启事",
    "招领启示",
    "寻人启事",
    "注销公告",
    "清算公告",
    "减资公告",
    "拍卖公告",
    "招标公告",
    "招租公告",
    "债权转让公告",
    "丢失声明",
    "营业执照遗失声明",
    "登报声明",
    "招聘启事",
    "招聘",
    "诚聘",
    "急聘",
    "招聘信息",
    "招工启事",
    "寻证启事",
    "减资声明",
    "清算组公告",
    "解散公告",
    "歇业公告",
    "债权转让通知",
    "债权转让声明",
    "债权公告",
    "送达公告",
    "法院公告",
    "通知",
    "通告",
    "变更公告",
    "迁址公告",
    "更名公告",
    "拍卖预告",
    "竞买公告",
    "竞价公告",
    "挂牌公告",
    "变卖公告",
    "采购公告",
    "停业公告",
    "勘误启事",
    "致歉声明",
    "注销声明",
    "申明",
    "遗失申明",
    "作废申明",
    "遗失证明",
    "吸收合并公告",
    "合并公告",
    "分立公告",
];

/// The heading that begins a line and how many of its characters it takes, a mark behind included.
pub(super) fn inline(chars: &[char]) -> Option<(Heading, usize)> {
    listed(chars)
        .or_else(|| told(chars))
        .or_else(|| enclosed(chars))
        .or_else(|| framed::glued(chars))
}

/// Whether a line begins with 遗失声明 and a mark: a notice of its own wherever it stands.
pub(super) fn opens(chars: &[char]) -> bool {
    let marked = |length: usize| matches!(chars.get(length), Some(':' | ' ' | ']' | ')' | '●'));
    let named = ["遗失声明", "遗失公告", "遗失启事", "挂失声明", "作废声明", "丢失声明"];
    let open = usize::from(matches!(chars.first(), Some('[' | '(')));
    let again =
        |length: usize| (length..chars.len()).any(|at| longest(LOSS, &chars[at..]).is_some());
    enclosed(chars).is_some()
        || listed(chars).is_some_and(|(found, length)| {
            matches!(found, Heading::Loss | Heading::Declared) && again(length)
        })
        || longest(&named, &chars[open.min(chars.len())..])
            .is_some_and(|length| marked(open + length))
}

/// 【转让】旺铺…, 〔招聘〕…: a head in brackets, and how many characters it takes.
fn enclosed(chars: &[char]) -> Option<(Heading, usize)> {
    let end = match chars.first()? {
        '[' => ']',
        '(' => ')',
        _ => return None,
    };
    let close = chars.iter().take(12).position(|c| *c == end)?;
    let word: String = chars[1..close].iter().collect();
    let text = word.chars().all(super::glyph::is_han).then_some(word)?;
    if text == "作废" {
        return Some((Heading::Declared, close + 1));
    }
    Some((heading(&text, true)?, close + 1))
}

/// 吊销公告：…, 某学校通知：…: whatever ends as headings do before a colon; and 遗失：柳青苗遗失….
fn told(chars: &[char]) -> Option<(Heading, usize)> {
    let colon = chars.iter().take(14).position(|c| *c == ':')?;
    let word: String = chars[..colon].iter().collect();
    let again = || (colon + 1..chars.len()).any(|at| longest(LOSS, &chars[at..]).is_some());
    if matches!(word.as_str(), "遗失" | "丢失") && again() {
        return Some((Heading::Loss, colon + 1));
    }
    let ends = ["公告", "通告", "通知", "启事", "启示", "声明"];
    let other = heading(&word, true).filter(|found| matches!(found, Heading::Other(_)));
    let shaped = ends.iter().any(|end| word.ends_with(end)) && !any(LOSS, &word);
    other.filter(|_| shaped).map(|found| (found, colon + 1))
}

fn listed(chars: &[char]) -> Option<(Heading, usize)> {
    let open = usize::from(matches!(chars.first(), Some('[' | '(')));
    let length = super::words::longest(INLINE, &chars[open..])?;
    let word: String = chars[open..open + length].iter().collect();
    let after = open + length;
    let closed = open == 1 && chars.get(after) == Some(&')');
    let marked =
        closed || matches!(chars.get(after), Some(':' | ']' | ' ' | '●' | '-' | '!' | '|'));
    let names_loss =
        matches!(heading(&word, true), Some(Heading::Loss | Heading::Declared)) && word != "遗失";
    // 「遗失声明张三遗失…」: without a mark only where the word alone cannot begin a sentence.
    let run_on = names_loss
        && chars.get(after).is_some_and(|c| super::glyph::is_han(*c))
        && !matches!(
            chars.get(after),
            Some('作' | '怎' | '如' | '的' | '是' | '范' | '样' | '人' | '物' | '中' | '应' | '有')
        );
    if !(marked || run_on) {
        return None;
    }
    let mut end = after + usize::from(closed);
    while matches!(chars.get(end), Some(':' | ']' | ' ' | '●' | '-' | '!' | '|')) {
        end += 1;
    }
    Some((heading(&word, true)?, end))
}

#[cfg(test)]
mod tests {
    use super::{Heading, Reason, heading, inline};

    #[test]
    fn headings_and_sentences_that_end_like_them() {
        assert_eq!(heading("遗失声明", false), Some(Heading::Loss));
        assert_eq!(heading("登报作废", true), Some(Heading::Declared));
        assert_eq!(heading("遗失作废声明", false), Some(Heading::Declared));
        assert_eq!(heading("[更正]", true), Some(Heading::Other(Reason::Correction)));
        assert_eq!(heading("声明作废", true), None);
        assert_eq!(heading("特此公告", true), None);
        assert_eq!(heading("声明", false), None, "the end of a broken line");
        assert_eq!(heading("不动产权证书遗失补发公告", true), Some(Heading::Loss));
    }

    #[test]
    fn headings_on_the_same_line() {
        let read = |text: &str| inline(&text.chars().collect::<Vec<_>>());
        assert_eq!(read("遗失声明:柳"), Some((Heading::Loss, 5)));
        assert_eq!(read("[更正]本报"), Some((Heading::Other(Reason::Correction), 4)));
        assert_eq!(read("声明作废"), None);
        assert_eq!(read("遗失声明作废"), None);
    }
}
