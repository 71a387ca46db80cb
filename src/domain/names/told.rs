//! What the words around a name say of it: whether a person is called by name there, a party or an
//! official, and whether what follows tells of a person.

use super::beside::{NAMED_BEFORE, OFFICES_BEFORE, PARTIES_BEFORE};
use super::offices::SIGNING;
use super::{kin, office};
use crate::base::look::near::{first_chars, han};

/// Whether the words before say that a person is named: a party (true) or an official (false).
pub(super) fn label(before: &str) -> Option<bool> {
    let marks = |c: char| {
        matches!(c, '：' | ':' | '（' | '(' | ' ' | '“' | '"' | '‘' | '《' | '【' | '】' | '是')
    };
    let title = before.trim_end_matches(marks);
    let bare = title.trim_end_matches(['系', '为']).trim_end_matches(marks);
    if NAMED_BEFORE.longest_end(bare).is_some() || kin::calls(bare) {
        return Some(true);
    }
    let colon = before.trim_end_matches(' ').strip_suffix(['：', ':']);
    if colon.is_some_and(|signed| SIGNING.iter().any(|word| signed.trim_end().ends_with(word))) {
        return Some(false);
    }
    if office::credited(before) || office::sent(before) || office::head(title) {
        return Some(false);
    }
    // 律师为张大强 is no lawyer's name. The longer word counts: 法定代理人 is no 代理人.
    let title = office::without_rank(title);
    let office = OFFICES_BEFORE.longest_end(title);
    let party = PARTIES_BEFORE.longest_end(bare);
    let employed = || office.is_some_and(|length| office::of_company(title, length));
    (office.is_some() || party.is_some()).then(|| party > office || employed())
}

/// Whether the words before tell of so many at once: 十四名工人, 两个儿子.
pub(super) fn of_several(before: &str) -> bool {
    let Some(length) = PARTIES_BEFORE.longest_end(before) else { return false };
    let count = before[..before.len() - length].strip_suffix(['名', '个', '位', '户']);
    count.is_some_and(|count| {
        count
            .ends_with(|c: char| c.is_ascii_digit() || "二两三四五六七八九十百几多余数".contains(c))
    })
}

/// Whether what follows tells of a person: ，男，45岁; （女，1985年生）.
pub(super) fn described(after: &str) -> bool {
    if heads(after) || recorded(after) {
        return true;
    }
    let open = after.trim_start_matches(' ');
    let Some(told) = open.strip_prefix(['，', ',', '（', '(', '、', '：']) else {
        return false;
    };
    let told = told.trim_start_matches(' ');
    if let Some(rest) = told.strip_prefix(['男', '女']) {
        return rest.chars().next().is_none_or(|c| !han(c) || matches!(c, '性'));
    }
    let traits =
        ["现年", "今年", "年仅", "年龄", "身份证", "汉族", "回族", "蒙古族", "满族", "藏族"];
    let years = told.trim_start_matches(|c: char| c.is_ascii_digit());
    let aged = years.len() < told.len() && years.starts_with('岁');
    let born = first_chars(told, 12);
    let born = born.starts_with(['1', '2'])
        && ["年生", "日生", "出生", "月生"].iter().any(|word| born.contains(word));
    traits.iter().any(|word| told.starts_with(word)) || aged || born
}

/// Whether somebody heads so many people: 皮长顺等十五人.
pub(super) fn heads(after: &str) -> bool {
    let Some(rest) = after.strip_prefix('等') else { return false };
    let digit = |c: char| c.is_ascii_digit() || "一二三四五六七八九十百余多几两".contains(c);
    let people = rest.trim_start_matches(digit);
    people.len() < rest.len() && people.starts_with(['人', '名', '位', '户'])
}

/// Whether somebody got his money by another's help: 帮时来福要回工钱.
pub(super) fn helped(before: &str, after: &str) -> bool {
    before.ends_with(['帮', '替', '为', '助', '给'])
        && ["要回", "讨回", "追回", "拿回", "讨薪", "讨要", "维权"]
            .iter()
            .any(|did| after.starts_with(did))
}

/// Whether somebody works or comes to harm somewhere: 在工地摔伤, 在厂里上班.
pub(super) fn works(after: &str) -> bool {
    const DOES: [&str; 14] = [
        "摔伤", "摔断", "受伤", "砸伤", "被砸", "被撞", "撞倒", "打工", "务工", "干活", "上班",
        "做工", "摔倒", "烫伤",
    ];
    let Some(rest) = after.strip_prefix('在') else { return false };
    let clause = first_chars(rest, 10);
    let clause = &clause[..clause.find(|c: char| !han(c)).unwrap_or(clause.len())];
    DOES.iter().any(|does| clause.contains(does))
}

/// Whether what somebody said or put his hand to follows: 的询问笔录.
fn recorded(after: &str) -> bool {
    const RECORDS: [&str; 9] =
        ["询问笔录", "讯问笔录", "谈话笔录", "证言", "证词", "供述", "身份证", "签名", "手印"];
    let what = after.strip_prefix('的');
    what.is_some_and(|what| RECORDS.iter().any(|record| what.starts_with(record)))
}

#[cfg(test)]
mod tests {
    use super::{described, helped, label, of_several, works};

    #[test]
    fn who_is_called_by_an_office_and_who_by_a_post_in_a_company() {
        for official in [
            "撰写人：某县法律援助中心 ",
            "【编写人】",
            "【承办律师】",
            "中心主任",
            "老支书",
            "特邀调解员老党员",
            "县司法局的",
        ] {
            assert_eq!(label(official), Some(false), "{official}");
        }
        for party in ["车间主任", "公司办公室副主任", "班主任", "【受援人】", "原名", "（曾用名"]
        {
            assert_eq!(label(party), Some(true), "{party}");
        }
        for none in ["审核：王某，县法律援助中心 ", "县法律援助中心 ", "老党员", "来到县司法局的"]
        {
            assert_eq!(label(none), None, "{none}");
        }
    }

    #[test]
    fn what_tells_of_a_person() {
        assert!(
            works("在工地摔伤") && works("在县城打工") && !works("在家等着") && !works("在，受伤")
        );
        assert!(of_several("十四名工人") && of_several("3个儿子") && !of_several("一名工人"));
        assert!(!of_several("工人") && !of_several("两名"));
        assert!(helped("律师帮", "要回工钱") && !helped("律师帮", "写了申请"));
        for told in ["，男，45岁", "等十五人讨薪案", "等31名农民工", "的询问笔录", "等6户"]
        {
            assert!(described(told), "{told}");
        }
        for none in ["等十五天", "等人", "等三次", "的案子", "等一等"] {
            assert!(!described(none), "{none}");
        }
    }
}
