//! Who is named by his office: by the body that signs or sends him, by what follows his name, by a list
//! that ends with lawyers. A post in a company is no office, and those who hold one are parties.

use super::beside::{BODIES_BEFORE, OFFICES_BEFORE, OFFICES_BEHIND, PUBLIC_WITHIN};
use super::offices::{POSTS, SIGNING, UNITS as UNITS_OF_TRADE, WITHIN};
use crate::base::look::near::{first_chars, han, han_before, last_chars};

/// Characters of a body's name, at most: 定远县人力资源和社会保障局劳动保障监察大队.
const BODY: usize = 24;

/// Whether a line says who signed it, his body first: 撰写人：某县法律援助中心 魏来, 【编写人】…….
pub(super) fn credited(before: &str) -> bool {
    let (body, spaced) = match before.strip_suffix(' ') {
        Some(body) => (body.trim_end_matches(' '), true),
        None => (before, false),
    };
    if !spaced && !body.ends_with(['：', ':', '】']) {
        return false;
    }
    let near = last_chars(body, BODY);
    let Some((signs, body)) = near.rsplit_once(['：', ':', '】']) else { return false };
    let signs = signs.trim_end();
    let signs =
        ["人", "专家", "员"].iter().find_map(|who| signs.strip_suffix(who)).unwrap_or(signs);
    let signed = SIGNING.iter().chain(&["撰稿", "供稿", "作者", "通讯员", "承办"]);
    let body = body.trim_start();
    // 编写人：许明华 has no body.
    let of_body = spaced
        && body.ends_with(['心', '局', '站', '所', '院', '处', '会'])
        && body.chars().all(han);
    (body.is_empty() || of_body) && signed.into_iter().any(|word| signs.ends_with(word))
}

/// Whether a body of law sends him: 律师事务所的周丽, 中心的许明华. 来到中心的张大强 is no official.
pub(super) fn sent(before: &str) -> bool {
    const GOES: [char; 18] = [
        '到', '来', '进', '找', '向', '在', '去', '往', '至', '给', '被', '对', '从', '受', '求',
        '告', '诉', '经',
    ];
    let Some(body) = before.strip_suffix('的') else { return false };
    let run = han_before(body, BODY);
    let of_law = || matches!(run, "中心" | "县中心" | "我中心") || ends_with_body(run);
    !run.is_empty() && of_law() && !run.contains(GOES)
}

fn ends_with_body(run: &str) -> bool {
    BODIES_BEFORE.longest_end(run).is_some()
}

/// Words between an office and a name that say what else he is: 调解员老党员胡正明.
pub(super) fn without_rank(title: &str) -> &str {
    const RANKS: [&str; 5] = ["老党员", "老干部", "老教师", "老法官", "党员"];
    let rest = RANKS.iter().find_map(|rank| title.strip_suffix(rank));
    rest.filter(|rest| OFFICES_BEFORE.longest_end(rest).is_some()).unwrap_or(title)
}

/// Whether a text ends with the head of a public office: 县检察院未成年人检察部门负责人, 法律援助科负责人. That of a company,
/// a gang or a site is a party.
pub(super) fn head(title: &str) -> bool {
    const RANKS: [&str; 6] = ["主要", "有关", "相关", "分管", "副", "的"];
    const UNITS: [&str; 16] = [
        "部门", "科", "科室", "股", "股室", "处", "处室", "室", "庭", "局", "大队", "中队", "支队",
        "窗口", "站", "所",
    ];
    // What a body does is no unit of it: 检察院起诉了传销部门.
    const DOES: [&str; 9] = ["了", "被", "将", "把", "向", "对", "某", "起诉", "判决"];
    let Some(mut before) = title.strip_suffix("负责人") else { return false };
    while let Some(shorter) = RANKS.iter().find_map(|rank| before.strip_suffix(rank)) {
        before = shorter;
    }
    let run = han_before(before, BODY);
    if matches!(run, "中心" | "县中心" | "我中心") || run.ends_with("法律援助科") {
        return true;
    }
    let Some(end) = PUBLIC_WITHIN.behind_last(run) else { return false };
    let unit = &run[end..];
    let of_company = UNITS_OF_TRADE.iter().any(|word| unit.contains(word));
    unit.is_empty()
        || UNITS.iter().any(|end| unit.ends_with(end))
            && !of_company
            && !DOES.iter().any(|word| unit.contains(word))
}

/// Whether an office that a text ends with is a post in a company: 车间主任, 公司办公室副主任.
pub(super) fn of_company(title: &str, length: usize) -> bool {
    let (mut before, post) = title.split_at(title.len() - length);
    while let Some(shorter) = WITHIN.iter().find_map(|word| before.strip_suffix(word)) {
        before = shorter;
    }
    POSTS.contains(&post) && UNITS_OF_TRADE.iter().any(|unit| before.ends_with(unit))
}

/// Whether what follows says that he is the company's: 主任孙大虎是被告单位的负责人.
pub(super) fn bound(after: &str) -> bool {
    const BOUND: [&str; 5] = ["负责人", "老板", "股东", "员工", "经理"];
    let Some(rest) = after.strip_prefix(['是', '系']) else { return false };
    let clause = first_chars(rest, 14);
    let clause = &clause[..clause.find(|c: char| !han(c)).unwrap_or(clause.len())];
    let company = ["被告", "公司", "厂", "店", "工地", "企业", "项目"];
    company.iter().any(|word| clause.contains(word))
        && BOUND.iter().any(|word| clause.ends_with(word))
}

/// Whether an office follows a name or a list of them: 周丽律师, 徐亮两名律师.
pub(super) fn behind(after: &str) -> bool {
    OFFICES_BEHIND.begins(counted(after)) || serves(after)
}

/// What follows behind a count: 等三名律师.
fn counted(after: &str) -> &str {
    let rest = after.strip_prefix('等').unwrap_or(after);
    let of = rest.trim_start_matches(|c| "一二三四五六七八九十两几多".contains(c));
    if of.len() == rest.len() {
        return after;
    }
    of.strip_prefix(['位', '名']).unwrap_or(after)
}

/// Whether what follows says which body he serves: （安徽皖东律师事务所）, ，定远县司法局副局长.
fn serves(after: &str) -> bool {
    let open = after.trim_start_matches(' ');
    let Some(told) = open.strip_prefix(['（', '(', '，', ',']) else { return false };
    let near = first_chars(told.trim_start_matches(' '), BODY);
    let run = &near[..near.find(|c: char| !han(c)).unwrap_or(near.len())];
    if run.is_empty() {
        return false;
    }
    let post = OFFICES_BEFORE.longest_end(run).map(|length| &run[..run.len() - length]);
    let post = post.map(|body| body.trim_end_matches(['副', '原', '长']));
    post.is_some_and(ends_with_body) || (open.starts_with(['（', '(']) && ends_with_body(run))
}

/// Whether what joins two names of officials whose office stands behind the second one says that the
/// first is one too. 和 joins others as well, so they must do a lawyer's work.
pub(super) fn joined(between: &str, after: &str) -> bool {
    const WORK: [&str; 7] = ["担任", "承办", "办理", "代理", "接受", "组成", "作为"];
    let office = counted(after);
    let work = || {
        let rest = OFFICES_BEHIND.longest_begin(office).map(|length| &office[length..]);
        rest.is_some_and(|rest| WORK.iter().any(|word| rest.starts_with(word)))
    };
    match between.trim() {
        "、" => true,
        "和" | "与" | "及" => work(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{behind, bound, credited, head, joined, sent};

    #[test]
    fn lines_that_are_signed() {
        for line in
            ["撰写人：某县法律援助中心 ", "【编写人】某县法律援助中心 ", "点评人：", "编写人："]
        {
            assert!(credited(line), "{line}");
        }
        for line in ["审核：王某，县法律援助中心 ", "县法律援助中心 ", "【案情】", "证据：", ""]
        {
            assert!(!credited(line), "{line}");
        }
    }

    #[test]
    fn whom_a_body_of_law_sends() {
        for body in ["安徽皖东律师事务所的", "。中心的", "县劳动监察大队的"] {
            assert!(sent(body), "{body}");
        }
        for body in ["来到中心的", "物流中心的", "被送到派出所的", "公司的", "中心", "的"]
        {
            assert!(!sent(body), "{body}");
        }
    }

    #[test]
    fn heads_of_offices_and_of_companies() {
        for office in [
            "定远县人民检察院未成年人检察部门负责人",
            "县检察院负责人",
            "法律援助科负责人",
            "县司法局主要负责人",
            "县法院立案庭负责人",
            "县中心负责人",
        ] {
            assert!(head(office), "{office}");
        }
        for party in [
            "公司负责人",
            "装饰公司财务部门负责人",
            "县法院判决公司负责人",
            "检察院起诉了传销部门负责人",
            "物流中心负责人",
            "施工队负责人",
            "负责人",
            "县检察院",
        ] {
            assert!(!head(party), "{party}");
        }
    }

    #[test]
    fn what_follows_officials_and_what_follows_people_of_companies() {
        for after in
            ["律师说", "两名律师", "等三位调解员", "（安徽皖东律师事务所）", "，县司法局副局长）"]
        {
            assert!(behind(after), "{after}");
        }
        for after in
            ["（男）", "，县司法局受理", "等三人", "两次", "（户籍在合肥）", "，公司主任，"]
        {
            assert!(!behind(after), "{after}");
        }
        assert!(bound("是被告单位的负责人。") && !bound("是中心的负责人。") && !bound("说"));
        assert!(
            joined("、", "律师") && joined("和", "律师担任辩护人") && !joined("和", "律师一起")
        );
    }
}
