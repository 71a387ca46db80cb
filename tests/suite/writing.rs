//! How Markdown comes out: the whole of one page on screen, and what Chinese editors expect.

use crate::site::Site;

const BODY: &str = "\
## 标题

**注意：**请带身份证。第一行
第二行 English
word，*强调*，~~删去~~，`代码`。

打 {{ contact.centre.phone }}，看[窗口](../channels/window.md)和[脚注][1]，见注[^一]。

> [!WARNING]
> 先别签字。

> 引用一句。

1. 第一步
2. 第二步
   - 里面
   - 一层

- [ ] 身份证
- [x] 欠条

| 事 | 天数 |
|---|---:|
| 决定 | 七日 |

词语
: 解释。

---

### 小标题

最后一行\\
换行。

[1]: https://www.example.com/?a=1&b=2
[^一]: 注文有**重点**。
";

fn body_of(site: &Site, body: &str) -> String {
    site.write(
        "content/about/page.md",
        format!("+++\ntitle = \"标题\"\nsummary = \"摘要\"\n+++\n{body}"),
    );
    site.build().expect(0);
    let page = site.read("public/about/page.html");
    let start = page.find("<div class=\"body\">").expect("a body");
    let end = page[start..].find("</article>").map_or(page.len(), |at| start + at);
    page[start..end].to_owned()
}

#[test]
fn every_construct_of_markdown() {
    insta::assert_snapshot!(body_of(&Site::sound(), BODY));
}

#[test]
fn emphasis_beside_chinese_punctuation() {
    let html =
        body_of(&Site::sound(), "请**（务必）**带，**“原件”**和**复印件。**都要，一**二**三。\n");
    for bold in ["（务必）", "“原件”", "复印件。", "二"] {
        assert!(html.contains(&format!("<strong>{bold}</strong>")), "{bold}: {html}");
    }
}

#[test]
fn line_breaks_between_han_characters_leave_no_space() {
    let html = body_of(&Site::sound(), "第一行\n第二行，\nEnglish\nwords\n结束\n");
    assert!(html.contains("第一行第二行，English words"), "{html}");
}

#[test]
fn text_that_looks_like_code_stays_text() {
    let html = body_of(
        &Site::sound(),
        "a < b & c > d，`<script>`，{% raw %}，{ 一个括号 }，#panic(1)，$x$\n",
    );
    assert!(html.contains("a &lt; b &amp; c &gt; d"), "{html}");
    assert!(html.contains("<code>&lt;script&gt;</code>"), "{html}");
    assert!(html.contains("{% raw %}") && html.contains("#panic(1)"), "{html}");
}

#[test]
fn headings_of_cases_are_shown_by_their_standard_names() {
    let site = Site::sound();
    let (path, text) = crate::site::PAGES[3];
    site.write(path, text.replace("## 案情简介", "## 【基本案情】"));
    site.build().expect(0);
    let page = site.read("public/cases/wages.html");
    assert!(page.contains(">案情简介</h2>") && !page.contains("基本案情</h2>"), "{page}");
}
