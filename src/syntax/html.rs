//! Raw HTML is refused, with what to write instead.

use crate::base::code::Code;
use crate::base::diagnostic::Diagnostic;
use crate::base::span::Span;
use crate::base::text::Text;
use crate::say;

/// A finding for raw HTML; `None` for a closing tag, whose opening tag was reported already.
pub(super) fn refuse(html: &str, at: Span) -> Option<Diagnostic> {
    let html = html.trim();
    if html.starts_with("</") {
        return None;
    }
    let name: String =
        html.trim_start_matches('<').chars().take_while(char::is_ascii_alphanumeric).collect();
    let name = name.to_ascii_lowercase();
    let message = if name.is_empty() {
        say!(zh: "正文里有 HTML 注释或声明", en: "an HTML comment or declaration in the text")
    } else {
        say!(zh: "正文里有 HTML 标签 <{name}>", en: "the HTML tag <{name}> in the text")
    };
    Some(Diagnostic::new(Code::RawHtml, at, message).hint(instead(&name)))
}

fn instead(name: &str) -> Text {
    match name {
        "" => say!(
            zh: "删去它；给同事的话写在页首信息里，以 # 开头",
            en: "delete it; notes to colleagues go into the front matter after a #",
        ),
        "br" => say!(
            zh: "换行：在行末加一个反斜杠 \\；另起一段：空一行",
            en: "for a line break end the line with a backslash \\, for a paragraph leave a blank line",
        ),
        "b" | "strong" | "u" | "font" | "big" | "mark" => {
            say!(zh: "要突出就写 `**文字**`", en: "to stress words write `**words**`")
        }
        "i" | "em" => say!(zh: "要强调就写 `*文字*`", en: "for emphasis write `*words*`"),
        "s" | "del" | "strike" => {
            say!(zh: "删除线写 `~~文字~~`", en: "to strike out write `~~words~~`")
        }
        "img" => say!(
            zh: "图片写 `![说明](文件.jpg)`",
            en: "write an image as `![what it shows](file.jpg)`",
        ),
        "a" => say!(
            zh: "链接写 `[文字](../channels/window.md)`",
            en: "write a link as `[words](../channels/window.md)`",
        ),
        "table" | "tr" | "td" | "th" | "thead" | "tbody" => say!(
            zh: "表格写 `| 甲 | 乙 |`，第二行写 `|---|---|`",
            en: "write a table as `| a | b |` with a second line `|---|---|`",
        ),
        "ul" | "ol" | "li" => say!(
            zh: "列表每项一行，以 `- ` 或 `1. ` 开头",
            en: "write each item on a line that starts with `- ` or `1. `",
        ),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
            say!(zh: "标题写 `## 文字`", en: "write a heading as `## words`")
        }
        "script" | "style" | "iframe" | "object" | "embed" | "form" => say!(
            zh: "删去它：脚本和外来内容不能放进公开网站",
            en: "delete it: scripts and foreign content do not belong on a public site",
        ),
        _ => say!(
            zh: "删去标签，只留文字；版式由模板决定",
            en: "delete the tag and keep the words; the template decides how they look",
        ),
    }
}
