//! Headings over whole columns: what a paper calls its pages of notices, and what is declared for
//! all that stands below.

use super::Heading;
use crate::import::notices::documents;
use crate::import::notices::holder;
use crate::import::notices::words::{self, LOSS, any, longest};

/// Words that heads of columns are made of besides [`NAMES`] and [`PRINTERS`]: 综合·分类, 公告栏, 便民服务.
const COLUMN: &[&str] = &[
    "综合", "分类", "公告", "广告", "要闻", "专版", "专刊", "版", "栏", "栏目", "新闻", "副刊",
    "社会", "民生", "经济", "财经", "时政", "法治", "文化", "窗口", "平台", "园地", "快讯", "导航",
    "指南", "热线", "遗失", "声明", "启事", "登记", "公示", "证件", "挂失", "作废", "小", "台",
    "站", "特别", "百姓", "市民", "都市", "城市", "本地", "国内", "中缝", "今日", "每日", "免费",
    "刊登", "房产", "汽车", "教育", "健康", "通告", "商务", "商讯", "供求", "招商", "黄页", "集锦",
    "荟萃", "速递", "快递", "专区", "大全", "一览", "类", "报", "讯",
];

/// What names of papers and of their pages end with; heads of columns are made of them too.
pub(super) const NAMES: &[&str] = &[
    "资讯",
    "讯息",
    "信息",
    "信息港",
    "信息超市",
    "公告栏",
    "信息栏",
    "专栏",
    "广场",
    "之窗",
    "广角",
    "天地",
    "生活",
    "便民",
    "服务",
    "快报",
    "晚报",
    "日报",
    "新报",
];

/// What names of those who print end with, of whatever town they are; likewise.
pub(super) const PRINTERS: &[&str] = &[
    "融媒体中心",
    "融媒体",
    "融媒",
    "传媒",
    "传媒集团",
    "传媒中心",
    "报社",
    "日报社",
    "报业",
    "报业集团",
    "电视台",
    "新闻网",
    "新闻中心",
    "周刊",
    "周报",
    "晨报",
    "晨刊",
    "早报",
    "商报",
    "商情",
    "导报",
    "时报",
    "都市报",
    "法治报",
    "法制报",
    "青年报",
    "农民报",
    "手机报",
];

/// The head of a column: nothing but such words, and signs between them; a bracket behind it tells
/// what a line costs.
pub(super) fn column(line: &str) -> Option<Heading> {
    let bare = match line.split_once('(') {
        Some((bare, rest)) if rest.ends_with(')') && !any(words::VOID, rest) => bare,
        _ => line,
    };
    // 闽东生活·公告: whatever paper it is.
    let bare = match bare.rsplit_once(['·', '|']) {
        Some((paper, part)) if paper.chars().count() <= 6 && !holder::body_suffix(paper) => part,
        _ => bare,
    };
    let all: Vec<char> = bare.chars().collect();
    // 今日定远.
    let end = (1..all.len()).find(|at| holder::place(&all[*at..]) == Some(all.len() - at));
    let all = &all[..end.unwrap_or(all.len())];
    let parted = bare != line || end.is_some();
    // 六安日报分类广告: the paper's town.
    let town = holder::place(all).unwrap_or(0);
    let town = town + usize::from(town > 0 && matches!(all.get(town), Some('市' | '县')));
    made_of(&all[town..].iter().collect::<String>(), parted)
}

/// What a text heads that is nothing but such words. Where it is not parted from what else stands in
/// its line, it has to say more than 公告.
pub(super) fn made_of(bare: &str, parted: bool) -> Option<Heading> {
    let chars: Vec<char> = bare.chars().filter(|c| !"·|/-_*●[]:.,".contains(*c)).collect();
    if !(2..=12).contains(&chars.len()) || any(words::VOID, bare) {
        return None;
    }
    // Any way to cut the line into such words.
    let mut fits = vec![false; chars.len() + 1];
    fits[0] = true;
    for at in 0..chars.len() {
        let here = fits[at];
        let words = COLUMN.iter().chain(NAMES).chain(PRINTERS);
        for word in words.filter(|word| here && longest(&[word], &chars[at..]).is_some()) {
            fits[at + word.chars().count()] = true;
        }
    }
    // A single word may be the end of a broken sentence.
    let words = (chars.len() > 2 || parted) && fits[chars.len()];
    let loss = any(LOSS, bare) || any(&["挂失", "作废"], bare);
    let own =
        ["公告", "通告", "启事", "声明", "公示", "通知"].iter().any(|end| bare.ends_with(end));
    let head = words && (!own || loss || parted || bare.contains(['·', '|', '/']));
    (head || bare == "公告栏").then_some(if loss { Heading::Loss } else { Heading::Open })
}

/// 下列证件丢失，声明作废: what holds for all that stands below.
pub(super) fn over_all(line: &str) -> bool {
    let digits = line.chars().any(|c| c.is_ascii_digit());
    // …声明作废：柳青苗、安小川: the items stand on the line itself.
    let behind = words::VOID.iter().filter_map(|word| line.rfind(word)).max().unwrap_or(0);
    if any(LOSS, line) && line[behind..].trim_end_matches(':').contains(':') {
        return false;
    }
    points_down(line) && any(words::VOID, line) && line.chars().count() <= 40 && !digits
}

/// Whether a line begins by pointing to what stands below it.
pub(in crate::import::notices) fn points_down(line: &str) -> bool {
    let bare = line.trim_start_matches(['兹', '有', '现', '将', '本', '栏', '今', '因', ':', '●']);
    // 本市单位及个人下列证照、印章遗失，特此登报声明作废：
    let bare = match bare.find("下列").or_else(|| bare.find("以下")) {
        Some(at) if whose(&bare[..at]) => &bare[at..],
        _ => bare,
    };
    ["下列", "以下", "下述", "如下"].iter().any(|word| {
        bare.starts_with(word)
            || ["遗失", "丢失", "遗失声明", "声明"]
                .iter()
                .any(|lead| bare.strip_prefix(lead).is_some_and(|rest| rest.starts_with(word)))
    })
}

/// Whether a text says of whom in general the list below is: 本市单位及个人.
fn whose(text: &str) -> bool {
    const ENDS: &[&str] = &["单位", "个人", "市民", "群众", "企业", "居民", "村民", "客户", "用户"];
    text.chars().count() <= 12 && words::ending(ENDS, text).is_some()
}

/// 遗失导游证, 营业执照遗失: what was lost as the heading over its notice.
pub(super) fn of_document(line: &str) -> bool {
    let bare = line.strip_prefix("遗失").or_else(|| line.strip_prefix("丢失"));
    let bare = bare.or_else(|| line.strip_suffix("遗失")).or_else(|| line.strip_suffix("丢失"));
    bare.is_some_and(|bare| {
        let chars: Vec<char> = bare.chars().collect();
        documents::known(&chars) == Some(chars.len())
    })
}
