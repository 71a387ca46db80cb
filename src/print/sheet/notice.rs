//! A lost-document notice as the sentence a newspaper prints.

use serde::Serialize;

use crate::view::kind::{IdentifierView, NoticeBatchView, NoticeView};

/// A notice in words.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Sentence {
    /// The words printed in bold at its start: the holder.
    holder: String,
    /// The rest: 遗失营业执照副本一份，…，声明作废。
    rest: String,
    /// Anything else the notice says.
    remark: Option<String>,
}

/// The sentences of a batch, in its order.
pub(super) fn sentences(batch: &NoticeBatchView) -> Vec<Sentence> {
    batch.notices.iter().map(sentence).collect()
}

fn sentence(notice: &NoticeView) -> Sentence {
    let copies = notice.copies.as_deref().unwrap_or_default();
    let mut rest = String::new();
    let own = notice.identifiers.iter().filter(|one| one.of_holder);
    let own: Vec<_> = own.map(numbered).collect();
    if !own.is_empty() {
        rest.push_str(&format!("（{}）", own.join("，")));
    }
    rest.push_str(&format!("遗失{}{copies}", notice.document));
    for identifier in notice.identifiers.iter().filter(|one| !one.of_holder) {
        rest.push('，');
        rest.push_str(&numbered(identifier));
    }
    rest.push_str(if notice.declared_void { "，声明作废。" } else { "，特此声明。" });
    Sentence { holder: notice.holder.clone(), rest, remark: notice.remark.clone() }
}

/// 车牌号：皖U6F477
fn numbered(identifier: &IdentifierView) -> String {
    format!("{}：{}", identifier.label, identifier.value)
}

#[cfg(test)]
mod tests {
    use super::sentence;
    use crate::view::kind::{IdentifierView, NoticeView};

    #[test]
    fn said_as_newspapers_say_it() {
        let number = |label, value: &str, of_holder| IdentifierView {
            label,
            value: value.to_owned(),
            of_holder,
        };
        let mut notice = NoticeView {
            holder: "某协会".to_owned(),
            document: "登记证书".to_owned(),
            copies: Some("副本一份".to_owned()),
            identifiers: vec![
                number("统一社会信用代码", "51341100MJA914934X", true),
                number("编号", "7", false),
            ],
            declared_void: true,
            remark: None,
            href: String::new(),
        };
        assert_eq!(
            sentence(&notice).rest,
            "（统一社会信用代码：51341100MJA914934X）遗失登记证书副本一份，编号：7，声明作废。"
        );
        notice.identifiers.clear();
        notice.copies = None;
        notice.declared_void = false;
        assert_eq!(sentence(&notice).rest, "遗失登记证书，特此声明。");
    }
}
