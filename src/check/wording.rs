//! Words and rules that no longer agree with the law (C315).
//!
//! From the differences between the Regulation of 2003 with its procedure rules and the Law of 2021.
//! Whether a term is asserted is decided by its sentence: `不用开困难证明` and `过去要交困难证明` say that
//! it no longer holds, `特别提醒：请带困难证明` says that it does. A period of working days of another
//! body (财政, 法院, 残联) is that body's.

mod laws;
mod paper;
mod period;
mod terms;
mod whose;

use std::ops::Range;
use std::sync::LazyLock;

use self::terms::{About, TERMS};
use super::denial::{Denied, denied};
use super::{Facts, Read};
use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::look::words::Words;
use crate::base::span::Span;
use crate::base::text::Text;
use crate::domain::body::{Block, BlockKind, Inline, plain_text};
use crate::domain::kind::Kind;
use crate::domain::page::Page;
use crate::say;

static FINDER: LazyLock<Words> = LazyLock::new(|| Words::of(&TERMS.map(|(words, _)| words)));

pub(super) fn outdated(_: &Facts<'_>, read: &Read<'_>, found: &mut Vec<Diagnostic>) {
    if matches!(read.page.kind, Kind::Law(_)) || !FINDER.any(read.all()) {
        return;
    }
    let struck = struck(read.page);
    let crossed_out = |text: &str, at: &Range<usize>| {
        struck.iter().any(|words| {
            text.match_indices(words.as_str())
                .any(|(start, _)| start <= at.start && at.end <= start + words.len())
        })
    };
    let (place, limit) = match &read.page.kind {
        Kind::Channel(channel) => {
            (Place::Channel, channel.time_limit.as_ref().map(|limit| limit.span))
        }
        Kind::Eligibility(_) => (Place::Guide, None),
        _ => (Place::Anywhere, None),
    };
    in_rows(&read.page.body.blocks, place, found);
    for (text, span) in read.texts() {
        let place = if limit == Some(span) { Place::Limit } else { place };
        for (at, now) in asserted_in(text, place) {
            if !crossed_out(text, &at) {
                found.push(finding(&text[at], now, span));
            }
        }
    }
}

/// Days in a cell are those of what the first cell of the row names: 审查申请 | 七个工作日.
fn in_rows(blocks: &[Block], place: Place, found: &mut Vec<Diagnostic>) {
    for block in blocks {
        let BlockKind::Table(table) = &block.kind else { continue };
        for row in &table.rows {
            let mut cells = row.iter().map(|cell| {
                let mut words = String::new();
                plain_text(cell, &|_| String::new(), &mut words);
                words
            });
            let Some(label) = cells.next().filter(|label| !label.is_empty()) else { continue };
            for cell in cells.filter(|cell| asserted_in(cell, place).is_empty()) {
                let told = format!("{label}：{cell}");
                let told_of = asserted_in(&told, place).into_iter();
                let own = told_of.filter(|(at, _)| at.start > label.len());
                found.extend(own.map(|(at, now)| finding(&told[at], now, block.span)));
            }
        }
    }
}

pub(super) fn finding(words: &str, now: Text, at: Span) -> Diagnostic {
    Diagnostic::new(
        Code::OutdatedTerm,
        at,
        say!(zh: "“{words}”是过时的说法", en: "“{words}” is out of date"),
    )
    .narrow(words)
    .hint(now)
}

/// Every outdated term that some words assert, and what holds now.
pub(super) fn outdated_in(text: &str) -> Vec<(Range<usize>, Text)> {
    asserted_in(text, Place::Anywhere)
}

/// Where words stand: how sure it is that what they tell of is ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// The time limit of one of our channels: it is our own, whatever it says.
    Limit,
    /// The page of a channel.
    Channel,
    /// A page that tells who can have aid.
    Guide,
    /// It may be anybody's.
    Anywhere,
}

impl Place {
    /// Whether a period that names nobody is ours: 办理时限：7个工作日 is the line of every guide.
    fn is_ours(self, sentence: &str) -> bool {
        self == Self::Limit || self != Self::Anywhere && sentence.contains("时限")
    }
}

/// The same by the place they stand in.
fn asserted_in(text: &str, place: Place) -> Vec<(Range<usize>, Text)> {
    if !FINDER.any(text) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut start = 0;
    for sentence in text.split_inclusive(['。', '！', '？', '；', '\n']) {
        let next = &text[start + sentence.len()..];
        for hit in FINDER.find(sentence) {
            let about = TERMS[hit.pattern()].1;
            let term = judge(sentence, hit.start()..hit.end(), about, place);
            let paper = about.is_paper();
            let kind = if paper { Denied::Paper } else { Denied::Words };
            let asserted = term.filter(|(at, _)| {
                !(denied(sentence, at, kind) || paper && paper::refused(sentence, at, next))
            });
            // What was done before the Civil Code is judged by the laws of then.
            let then = matches!(about, About::Repealed) && laws::tells_of_then(text);
            let Some((at, now)) = asserted.filter(|_| !then) else { continue };
            found.push((start + at.start..start + at.end, now));
        }
        start += sentence.len();
    }
    found
}

/// The words that are outdated and what holds now, were they asserted.
fn judge(
    sentence: &str,
    hit: Range<usize>,
    about: About,
    place: Place,
) -> Option<(Range<usize>, Text)> {
    match about {
        About::Days => period::days(sentence, &hit, place),
        About::Decision => period::decision(sentence, &hit, place),
        _ if about.is_paper() && !paper::wanted(sentence, &hit, about, place) => None,
        About::Certificate | About::Stamped | About::Proving | About::Need | About::Form => Some((
            hit,
            say!(
                zh: "不再要求盖章的证明：本人如实说明，由信息共享核查或个人诚信承诺（《法律援助法》第四十一条）",
                en: "no stamped certificate any more: a truthful statement, checked by data sharing or a pledge (art. 41)",
            ),
        )),
        About::Disability if laws::said_otherwise(sentence, &hit) => None,
        About::Disability => Some((
            hit,
            say!(
                zh: "现在称“视力、听力、言语残疾人”（《法律援助法》第二十五条）",
                en: "the law now says persons with a sight, hearing or speech disability (art. 25)",
            ),
        )),
        About::Regulation => laws::regulation(sentence, &hit),
        About::Repealed => laws::repealed(sentence, &hit),
        About::Home if !laws::sent_home(sentence, &hit) => None,
        About::Home => Some((
            hit,
            say!(
                zh: "《法律援助法》第三十八条：诉讼事项向办案机关所在地申请，非诉讼事项向争议处理机关所在地或者事由发生地申请",
                en: "art. 38: apply where the authority handling the case sits, or where the dispute is handled or arose",
            ),
        )),
        About::Old(now) => Some((hit, now.text())),
    }
}

/// What is struck through on a page.
fn struck(page: &Page) -> Vec<String> {
    fn inlines(content: &[Inline], out: &mut Vec<String>) {
        for piece in content {
            match piece {
                Inline::Strikethrough(inner) => {
                    let mut words = String::new();
                    plain_text(inner, &|_| String::new(), &mut words);
                    out.push(words);
                }
                Inline::Emphasis(inner)
                | Inline::Strong(inner)
                | Inline::Link { content: inner, .. } => inlines(inner, out),
                _ => {}
            }
        }
    }
    fn visit(blocks: &[Block], out: &mut Vec<String>) {
        for block in blocks {
            match &block.kind {
                BlockKind::Heading { content, .. } | BlockKind::Paragraph(content) => {
                    inlines(content, out);
                }
                BlockKind::Quote { blocks, .. } => visit(blocks, out),
                BlockKind::List { items, .. } => items.iter().for_each(|i| visit(&i.blocks, out)),
                BlockKind::Table(table) => {
                    let cells = table.head.iter().chain(table.rows.iter().flatten());
                    cells.for_each(|cell| inlines(cell, out));
                }
                _ => {}
            }
        }
    }
    let mut out = Vec::new();
    visit(&page.body.blocks, &mut out);
    out.retain(|words| !words.is_empty());
    out
}

#[cfg(test)]
mod tests {
    use super::outdated_in;

    #[test]
    fn asserted_however_it_is_written() {
        for text in [
            "七个工作日内答复",
            "7 个工作日内答复",
            "７个工作日内答复",
            "7（个）工作日内答复",
            "七（7）个工作日内审查",
            "受理后三个工作日内指派律师",
            "请带经济困难证明",
            "交经济困难的证明",
            "聋哑人、盲人可以申请",
            "依据《法律援助条例》第十三条",
            "依据法律援助条例第十三条",
            "没有收入的，请带经济困难证明",
            "特别提醒：请带困难证明",
            "不用着急，请带困难证明",
            "别忘了带困难证明",
            "法院通知以后，法律援助中心7个工作日内决定",
            "请到村委会开具经济状况证明并盖章",
            "《法律援助申请人经济状况证明表》，由街道盖章",
            "请带经济困难的有关证明",
            "开低收入证明并盖章",
            "聋哑人不用预约。",
            "盲人、聋哑人不需要提交材料。",
            "困难证明不需要原件，复印件也行。",
            "开具经济困难证明后，不用再跑",
            "法律援助中心10个工作日内作出是否给予法律援助的决定",
            "法律援助中心在十五日内作出是否给予法律援助的决定",
            "援助中心收到申请后10个工作日内作出决定",
            "援助中心7日内（工作日）答复",
            "法律援助中心7日（工作日）内审查",
            "依据《婚姻法》第三十二条",
            "《中华人民共和国合同法》第八条规定",
            "按《侵权责任法》和《民法典》，可以要求赔偿",
            "7个法定工作日内审查完毕",
            "自收到申请之日起10个工作日内审查完毕",
            "自收到申请之日起十五日内审查完毕，决定是否援助",
            "中心10天内答复",
            "请先到户口所在地的村委会盖章证明家里困难",
            "带上居委会盖了章的收入证明",
            "请到村委会打个证明，盖上章，说明家里困难",
            "盲聋哑被告人必须有律师",
            "依据《法律援助条例》，公民可以就下列事项申请",
            "依照婚姻法第二十一条，子女要赡养父母",
            "请带困难证明，有问题可以投诉",
        ] {
            assert_eq!(outdated_in(text).len(), 1, "{text}");
        }
        assert_eq!(outdated_in("七个工作日内答复。七个工作日内审查。").len(), 2, "all of them");
    }

    #[test]
    fn said_to_be_over_or_of_others() {
        for text in [
            "七日内答复，不是七个工作日",
            "不用去村里开经济困难证明",
            "“七个工作日”是老说法",
            "过去要交经济困难证明，现在取消了",
            "不需要村委会、居委会或者单位出具盖章的经济困难证明",
            "经济困难证明不用开了",
            "财政部门5个工作日内拨付",
            "法院收到起诉状以后，7个工作日内立案",
            "15个工作日内",
            "工作日上午八点半",
            "二十个工作日内公开",
            "《安徽省法律援助条例》第十条",
            "安徽省法律援助条例第十条",
            "《法律援助法》第三十一条和《法律援助条例》第十条",
            "《法律援助条例》是2003年的",
            "12月7日（工作日）上午开放",
            "法律援助中心三日内作出是否给予法律援助的决定",
            "法律援助中心收到公开申请，20日内作出公开决定",
            "低收入证明是民政部门认定的",
            "经济困难证明不用提供了",
            "困难证明，现在不用再去开",
            "“聋哑人”已改称听力、言语残疾人",
            "法院十五日内作出判决",
            "法律援助中心7日内作出是否给予法律援助的决定",
            "司法行政部门五日内作出维持或者纠正的决定",
            "仲裁委十五日内作出裁决",
            "学校十五日内作出给予处分的决定",
            "《劳动合同法》第三十八条",
            "原《合同法》第八条",
            "《民法典》施行后，《婚姻法》同时废止",
            "事故发生在2019年，适用当时的《侵权责任法》",
            "2018年签的合同，依据《合同法》第八条",
            "《农村土地承包法》第三条",
            "县残联7个工作日内发放残疾人证",
            "12345工单5个工作日内办结",
            "县市场监督管理局自受理投诉之日起7个工作日内告知是否受理",
            "《消费者权益保护法》第四十六条规定，有关部门在七个工作日内处理投诉并告诉您",
            "中心15日内答复网上留言",
            "检察院十五日内审查完毕",
            "任何人让您去开经济困难证明，都可以打电话投诉",
            "村里说要开困难证明的，不用理",
            "问：困难证明去哪里开？答：不用开。",
            "群众最怕跑腿开困难证明，现在一张承诺书就够了",
            "误工费要有单位盖章的收入证明",
            "不用到村委会盖章证明家里困难",
            "去盲聋哑学校讲课",
            "依据《安徽省法律援助条例》，公民可以申请",
            "依照劳动合同法第八条",
        ] {
            assert_eq!(outdated_in(text).len(), 0, "{text}");
        }
    }
}
