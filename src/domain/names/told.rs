//! What the words around a name say of it: whether a person is called by name there, a party or an
//! official, and whether what follows tells of a person.

use super::beside::{NAMED_BEFORE, OFFICES_BEFORE, PARTIES_BEFORE};
use super::offices::SIGNING;
use crate::base::look::near::{first_chars, han, last_chars};

/// Whether the words before say that a person is named: a party (true) or an official (false).
pub(super) fn label(before: &str) -> Option<bool> {
    let marks =
        |c: char| matches!(c, '：' | ':' | '（' | '(' | ' ' | '“' | '"' | '‘' | '《' | '【' | '是');
    let title = before.trim_end_matches(marks);
    let bare = title.trim_end_matches(['系', '为']).trim_end_matches(marks);
    if NAMED_BEFORE.longest_end(bare).is_some() {
        return Some(true);
    }
    let colon = before.trim_end_matches(' ').strip_suffix(['：', ':']);
    if colon.is_some_and(|signed| SIGNING.iter().any(|word| signed.trim_end().ends_with(word))) {
        return Some(false);
    }
    if credited(before) {
        return Some(false);
    }
    // 律师为张大强 is no lawyer's name. The longer word counts: 法定代理人 is no 代理人.
    let office = OFFICES_BEFORE.longest_end(title);
    let party = PARTIES_BEFORE.longest_end(bare);
    (office.is_some() || party.is_some()).then_some(party > office)
}

/// Whether a line says who signed it, his body first: 撰写人：某县法律援助中心 魏来.
fn credited(before: &str) -> bool {
    let Some(body) = before.strip_suffix(' ') else { return false };
    let near = last_chars(body.trim_end_matches(' '), 24);
    let Some((signs, body)) = near.rsplit_once(['：', ':']) else { return false };
    let signs = signs.trim_end();
    let signs = signs.strip_suffix('人').unwrap_or(signs);
    let signed = SIGNING.iter().chain(&["撰稿", "供稿", "作者", "通讯员"]);
    body.trim_start().ends_with(['心', '局', '站', '所', '院', '处', '会'])
        && body.trim_start().chars().all(han)
        && signed.into_iter().any(|word| signs.ends_with(word))
}

/// Whether what follows tells of a person: ，男，45岁; （女，1985年生）.
pub(super) fn described(after: &str) -> bool {
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

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn who_signed_a_line_is_an_official() {
        assert_eq!(label("撰写人：某县法律援助中心 "), Some(false));
        assert_eq!(label("审核：王某，县法律援助中心 "), None);
        assert_eq!(label("县法律援助中心 "), None);
    }
}
