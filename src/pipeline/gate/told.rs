//! What the last look says: of numbers that were kept back, of files nobody can read, of decisions
//! about them.

use super::Leak;
use super::contents::Number;
use super::unread::Unread;
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::text::Text;
use crate::domain::identifier::find::conceal;
use crate::domain::settings::Attachment;
use crate::say;

pub(super) fn finding(leak: &Leak) -> Diagnostic {
    let Leak { number, source, .. } = leak;
    let path = conceal(&leak.path);
    let source = source.as_deref().map(conceal);
    let (from, made_from) = source.map_or_else(Default::default, |source| {
        (format!("（来自 `{source}`）"), format!(" (from `{source}`)"))
    });
    let Text { zh, en } = place(number);
    let number = &number.sighting.number;
    Diagnostic::general(
        Code::CitizenIdInText,
        say!(
            zh: "生成的文件 `{path}`{from}里有居民身份证号码 {number}{zh}",
            en: "the finished file `{path}`{made_from} shows a citizen's ID number, {number}{en}",
        ),
    )
    .hint(say!(
        zh: "号码可能被加粗、链接、表格隔开，或在附件、图片说明、文件名、模板里；找到后删去，附件要整份看一遍",
        en: "it may be split by bold type, a link or a table, or stand in an attachment, a picture's description, a file name or a template: find it and delete it; look through all of an attachment",
    ))
}

/// Where in a file a number stands: the parts it lies in, and the words before it, which a search in
/// Word or a reader of PDFs finds.
fn place(number: &Number) -> Text {
    let Number { sighting, inside } = number;
    let before = conceal(&sighting.before);
    let mut places = inside.clone();
    if !before.is_empty() {
        places.push(say!(zh: "前面写着“{before}”", en: "behind “{before}”"));
    }
    if sighting.further > 0 {
        let more = sighting.further;
        places.push(say!(zh: "同一处还有 {more} 个", en: "and {more} more there"));
    }
    bracketed(&places)
}

/// An attachment with a row of numbers that are most likely an office's own.
pub(super) fn like_a_persons(path: &str, number: &Number) -> Diagnostic {
    let path = conceal(path);
    let Text { zh, en } = place(number);
    let number = &number.sighting.number;
    Diagnostic::general(
        Code::DoubtfulNumber,
        say!(
            zh: "附件 `{path}` 里有一串号码像身份证号，如 {number}{zh}；大多校验位不对，多半是单位自编的号",
            en: "the attachment `{path}` holds a row of numbers that look like ID numbers, such as {number}{en}; most of their check digits are wrong, so an office most likely made them",
        ),
    )
    .hint(say!(
        zh: "打开看一遍：真是身份证号就删去，是自编的号就不用管",
        en: "open it and look: delete them if they are ID numbers, else nothing need be done",
    ))
}

/// A file that is kept back because nobody but a person can read it.
pub(super) fn kept_unread(
    name: &str,
    (why, part): (Unread, &[Text]),
    decision: Option<&Attachment>,
    present: &str,
) -> Diagnostic {
    let name = conceal(name);
    let Text { zh, en } = why.text();
    let Text { zh: inside, en: within } = bracketed(part);
    let message = say!(
        zh: "附件 `{name}`{inside}没法查身份证号，不发布：{zh}",
        en: "the attachment `{name}`{within} cannot be searched for ID numbers and is kept back: {en}",
    );
    let Some(decision) = decision else {
        return Diagnostic::general(Code::UnreadAttachment, message).hint(say!(
            zh: "最好换成读得了的；非发不可的，打开从头看一遍，没有身份证号，再在 site.toml 写一段 [[attachment]]：file = \"{name}\"，version = \"{present}\"，还有 by、on、why（谁看的、哪天、为什么照样发）",
            en: "best put up one that can be read; else open it, look through all of it, and write [[attachment]] in site.toml: file = \"{name}\", version = \"{present}\", and by, on, why",
        ));
    };
    // `?`, before the name of a version is known.
    let another = decision.version.value.contains('-');
    let hint = if another {
        say!(
            zh: "看过以后文件又换了；再打开看一遍，写 version = \"{present}\"",
            en: "the file is not the one that was looked at: look again and write version = \"{present}\"",
        )
    } else {
        say!(zh: "看过的话，写 version = \"{present}\"", en: "once looked at, write version = \"{present}\"")
    };
    Diagnostic::new(Code::UnreadAttachment, decision.version.span, message).hint(hint)
}

/// Places within a file, behind its name; nothing where it is the file itself.
fn bracketed(places: &[Text]) -> Text {
    if places.is_empty() {
        return say!(zh: "", en: "");
    }
    let (zh, en): (Vec<&str>, Vec<&str>) = places.iter().map(|text| (&*text.zh, &*text.en)).unzip();
    let (zh, en) = (zh.join("，"), en.join(", "));
    say!(zh: "（{zh}）", en: " ({en})")
}

/// A decision about a file that is gone, or that can be read after all.
pub(super) fn idle(decision: &Attachment) -> Diagnostic {
    let name = conceal(&decision.file.value);
    Diagnostic::new(
        Code::UnusedAllow,
        decision.file.span,
        say!(
            zh: "`{name}` 不在网站里，或者程序读得了",
            en: "`{name}` is no file of the site, or one that can be read",
        ),
    )
    .hint(say!(
        zh: "删去这段 [[attachment]]；file 要与报告里写的一字不差",
        en: "delete this [[attachment]]; `file` must be written as in the report",
    ))
}
