//! Heads of the parts of a column: 一、下列单位遗失证照，声明作废; 二、营业执照类; 三、其他. What such a head
//! says holds for the lines below it, up to the next.

use super::column::over_all;
use super::{Heading, framed, heading};
use crate::import::notices::documents;
use crate::import::notices::words::{self, LOSS, any, ending, longest};

/// What a part's head says of the lines below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import::notices) struct Part {
    /// All below is declared void.
    pub(in crate::import::notices) void: bool,
    /// The paper that all below have lost.
    pub(in crate::import::notices) paper: Option<String>,
}

/// The head of a part that a whole line (without spaces) is.
pub(in crate::import::notices) fn part(line: &str) -> Option<Part> {
    // 1、单位 and 2、个人, alone on their lines.
    let whose =
        line.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(['、', '.']);
    if ["单位", "个人", "单位类", "个人类"].contains(&whose.trim_end_matches(':')) {
        return Some(Part { void: false, paper: None });
    }
    // 【证照类】, 〔其他遗失〕.
    if let Some(kind) = framed::kind(line)
        && matches!(heading(line, true), None | Some(Heading::Open))
    {
        let paper = Some(kind.to_owned()).filter(|kind| documents::is_listed(kind));
        return Some(Part { void: false, paper });
    }
    let rest = numbered(line)?;
    if over_all(rest) {
        return Some(Part { void: true, paper: paper(rest) });
    }
    let bare = rest.trim_end_matches(':');
    let kind = bare.strip_suffix('类').filter(|kind| (2..=10).contains(&kind.chars().count()));
    let other = ["其他", "其它", "其他类", "其它类", "综合", "综合类"].contains(&bare);
    if !(other || kind.is_some_and(|kind| !any(words::VOID, kind))) {
        return None;
    }
    let paper = kind.filter(|kind| documents::is_listed(kind)).map(str::to_owned);
    Some(Part { void: false, paper })
}

/// Without 一、, (二) at the beginning.
fn numbered(line: &str) -> Option<&str> {
    let numeral = |c: char| "一二三四五六七八九十".contains(c);
    let open = line.strip_prefix('(');
    let line = open.unwrap_or(line);
    let rest = line.trim_start_matches(numeral);
    let digits = line[..line.len() - rest.len()].chars().count();
    let rest = match open {
        Some(_) => rest.strip_prefix(')')?,
        None => rest.strip_prefix(['、', '.', ','])?,
    };
    (1..=3).contains(&digits).then_some(rest)
}

/// 以下车辆道路运输证遗失，声明作废; 下列人员遗失学生证: the paper that a head names before the word of losing
/// or right behind it.
pub(in crate::import::notices) fn paper(line: &str) -> Option<String> {
    // 因下列权利人…, 现将下列证件….
    let line = line.trim_start_matches(['兹', '现', '将', '因', '●']);
    let chars: Vec<char> = line.chars().collect();
    let (lost, length) =
        (0..chars.len()).find_map(|at| Some((at, longest(LOSS, &chars[at..])?)))?;
    // 不动产权证书不慎遗失.
    let told: String = chars[..lost].iter().collect();
    let adverb = ending(&["不慎", "已", "均", "均已", "全部"], &told).unwrap_or("");
    let end = lost - adverb.chars().count();
    let named = |at: &usize| documents::known(&chars[*at..]) == Some(end - at);
    // 下列证照、印章、票据遗失: of many kinds.
    if any(&["证照、", "证件、", "印章、", "票据、"], &told) {
        return None;
    }
    // 以下车辆道路运输证, 下列单位公章: whose it is stands below.
    let pointer = longest(&["以下", "下列"], &chars).unwrap_or(0);
    let whose = [
        "车辆",
        "单位",
        "人员",
        "个人",
        "企业",
        "公司",
        "商户",
        "单位和个人",
        "权利人",
        "产权人",
        "户主",
        "村民",
        "居民",
        "业主",
        "当事人",
        "申请人",
    ];
    let whose = longest(&whose, &chars[pointer..]).filter(|_| pointer > 0).unwrap_or(0);
    let before = (pointer + whose..end).find(named).map(|at| at..end);
    let rest = &chars[lost + length..];
    let end = rest.iter().position(|c| matches!(c, ',' | ':')).unwrap_or(rest.len());
    // 下列单位遗失公章一枚: how many each has lost.
    let counted = documents::known(rest).filter(|known| {
        let copies: String = rest[*known..end.max(*known)].iter().collect();
        let each = copies.trim_start_matches('各');
        pointer > 0 && ["一枚", "壹枚", "一本", "一份", "一张", "1枚"].contains(&each)
    });
    if let Some(known) = counted {
        return Some(rest[..known].iter().chain(&rest[end - 2..end]).collect());
    }
    // 下列人员遗失某银行股金证: the head shows where its name begins and ends.
    // 证照, 相关证件: papers of any kind are no paper.
    let named = || {
        let name: String = rest[..end].iter().collect();
        let several = name.contains('、') || name.ends_with("证照") || name.ends_with("证件");
        end > 2 && documents::plausible(&name) && !several
    };
    let behind = documents::known(rest).filter(|known| *known == end);
    let behind = behind.or_else(|| named().then_some(end)).filter(|_| pointer > 0);
    let paper = before.or(behind.map(|known| lost + length..lost + length + known))?;
    Some(chars[paper].iter().collect())
}

#[cfg(test)]
mod tests {
    use super::{paper, part};

    #[test]
    fn parts_and_their_papers() {
        let read = |line: &str| part(line).map(|part| (part.void, part.paper));
        let permit = Some("道路运输证".to_owned());
        assert_eq!(read("二、以下车辆道路运输证遗失,声明作废:"), Some((true, permit.clone())));
        assert_eq!(read("一、下列单位遗失证照,声明作废:"), Some((true, None)));
        assert_eq!(read("(一)营业执照类"), Some((false, Some("营业执照".to_owned()))));
        assert_eq!(read("三、其他"), Some((false, None)));
        for line in ["一、招聘司机两名", "其他", "三门峡市某店", "一、身份证丢失"]
        {
            assert_eq!(read(line), None, "{line}");
        }
        assert_eq!(paper("以下单位公章遗失,声明作废"), Some("公章".to_owned()));
        let bank = "某县农村商业银行股金证";
        assert_eq!(paper(&format!("以下人员遗失{bank},现声明作废")).as_deref(), Some(bank));
        let deed = Some("不动产权证书".to_owned());
        assert_eq!(paper("因下列权利人不慎遗失不动产权证书,声明作废"), deed);
        assert_eq!(paper("下列申请人的不动产权证书不慎遗失,声明作废"), deed);
        assert_eq!(paper("以下单位遗失相关证件,声明作废"), None);
        assert_eq!(paper("以下车辆道路运输证因逾期未审验,声明作废"), None);
    }
}
