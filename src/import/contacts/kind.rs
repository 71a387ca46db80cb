//! What an office is, by the words for it.

use crate::domain::kinds::contact::Role;

/// What words call an office; `None` where they leave a doubt. The words of a name that say what it is stand
/// at its end: 县法律援助中心驻法院工作站 is a station. A hotline, a window or a lawyer on duty is one wherever
/// it is.
pub(super) fn by_words(words: &str) -> Option<Role> {
    const ENDS: [(&str, Role); 10] = [
        ("中心", Role::Centre),
        ("站", Role::Station),
        ("点", Role::Station),
        ("司法所", Role::Station),
        ("岗", Role::Station),
        ("室", Role::Station),
        ("援助处", Role::Station),
        ("窗", Role::Window),
        ("大厅", Role::Window),
        ("柜台", Role::Window),
    ];
    let has = |word: &str| words.contains(word);
    if has("热线") || has("12348") {
        return Some(Role::Hotline);
    }
    if has("窗口") || has("服务大厅") {
        return Some(Role::Window);
    }
    if has("值班") {
        return Some(Role::Duty);
    }
    // A 办公室 is any body's, and what stands in a bracket is not its name.
    let bare = words.split(['（', '(']).next().unwrap_or_default().replace("办公室", "");
    let last = ENDS.iter().filter_map(|(end, role)| Some((bare.rfind(end)?, *role)));
    let (at, role) = last.max_by_key(|(at, _)| *at)?;
    match role {
        Role::Centre if below_county(&bare[..at]) => Some(Role::Station),
        // 行政服务中心 is another's; 中心 alone is what a column of kinds says.
        Role::Centre if at > 0 && !has("法律") && !has("援助") => None,
        role => Some(role),
    }
}

/// Whether the last place a name says is below a county: 某县小满镇公共法律服务中心 is what a township has for
/// a station, and 金乡县 is a county.
fn below_county(name: &str) -> bool {
    let name = name.replace("社区", "村");
    let last = |words: &[&str]| words.iter().filter_map(|word| name.rfind(word)).max();
    let low = last(&["镇", "乡", "街道", "村"]);
    low > last(&["县", "市", "区", "旗"])
}

#[cfg(test)]
mod tests {
    use super::by_words;

    #[test]
    fn offices_by_their_names() {
        for (name, word) in [
            ("某县法律援助中心", Some("centre")),
            ("某县法律援助中心驻法院工作站", Some("station")),
            ("某县妇联维权岗", Some("station")),
            ("某县劳动仲裁院法律援助室", Some("station")),
            ("小满镇公共法律服务中心", Some("station")),
            ("某县小满社区服务中心", Some("station")),
            ("金乡县法律援助中心", Some("centre")),
            ("镇江市法律援助中心", Some("centre")),
            ("小满村法律援助联络点（村委会）", Some("station")),
            ("小满镇司法所", Some("station")),
            ("某县看守所值班律师工作站", Some("duty")),
            ("行政服务中心司法局窗口", Some("window")),
            ("法律服务热线", Some("hotline")),
            ("某县妇联", None),
            ("安徽小满律师事务所", None),
            ("某县总工会", None),
            ("某县公证处", None),
            ("某县派出所", None),
            ("某县老龄工作委员会办公室", None),
            ("某县政务服务中心", None),
        ] {
            assert_eq!(by_words(name).map(|role| role.word()), word, "{name}");
        }
        for (kind, word) in [
            ("站", Some("station")),
            ("群团", None),
            ("律所", None),
            ("中心", Some("centre")),
            ("值班律师", Some("duty")),
        ] {
            assert_eq!(by_words(kind).map(|role| role.word()), word, "{kind}");
        }
    }
}
