//! A brochure beside the site, in a preview: what is changed in a page is seen on paper at once.
//!
//! The page has two frames. Both follow every edit, as the page itself is loaded again whenever the
//! site is read; what a brochure's file name is comes from the preview and never from the address.

use crate::base::html::escape;

/// The style of the page, and of the link to it at the foot of the home page.
pub(super) const STYLE: &str = "\
body.lantian-beside{margin:0;height:100vh;display:grid;grid-template:auto 1fr/2fr 3fr;font:16px/1.5 sans-serif;color:#1b2733}\
.lantian-beside nav{grid-column:1/3;display:flex;flex-wrap:wrap;gap:.4rem;padding:.6rem 1rem;background:#062e57}\
.lantian-beside nav a{color:#fff;padding:.35rem .9rem;border-radius:.4rem}\
.lantian-beside nav a[aria-current]{background:#fff;color:#062e57;text-decoration:none}\
.lantian-beside iframe,.lantian-beside object{width:100%;height:100%;border:0;border-right:1px solid #cfe1f2;box-sizing:border-box}\
.lantian-print{position:fixed;left:1rem;bottom:1rem;margin:0;z-index:9}\
.lantian-print a{display:block;padding:.6rem 1.1rem;border-radius:.5rem;background:#062e57;color:#fff}\
@media (max-width:60rem){body.lantian-beside{grid-template:auto 1fr/1fr}.lantian-beside nav{grid-column:1}.lantian-beside iframe{display:none}}";

/// The page for the brochure `name`, the first where none is named; none where there is no such
/// brochure.
pub(super) fn page(brochures: &[(String, String)], name: Option<&str>) -> Option<String> {
    let (file, title) = match name {
        Some(name) => brochures.iter().find(|(file, _)| file == name)?,
        None => brochures.first()?,
    };
    let links: String = brochures
        .iter()
        .map(|(other, title)| {
            let current = if other == file { " aria-current=\"page\"" } else { "" };
            let title = escape(title);
            format!("<a href=\"/-lantian/print/{other}\"{current}>{title}</a>")
        })
        .collect();
    let title = escape(title);
    Some(format!(
        "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{title}　印品预览</title>\
         <link rel=\"stylesheet\" href=\"/-lantian/beside.css\"></head><body class=\"lantian-beside\">\
         <nav aria-label=\"印品\"><a href=\"/\">回到网站</a>{links}</nav>\
         <iframe src=\"/index.html\" title=\"网站\"></iframe>\
         <object data=\"/brochures/{file}\" type=\"application/pdf\" aria-label=\"{title}\">\
         <p>这个浏览器不能直接看 PDF。<a href=\"/brochures/{file}\">下载《{title}》</a></p></object>\
         </body></html>"
    ))
}

/// The home page with a link to the brochures.
pub(super) fn with_link(home: &[u8]) -> Vec<u8> {
    let home = String::from_utf8_lossy(home);
    let at = home.rfind("</body>").unwrap_or(home.len());
    let (before, after) = home.split_at(at);
    format!(
        "{before}<link rel=\"stylesheet\" href=\"/-lantian/beside.css\">\
         <p class=\"lantian-print\"><a href=\"/-lantian/print/\" target=\"_top\">看印品</a></p>{after}"
    )
    .into_bytes()
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn only_brochures_that_are_there() {
        let list = [("a.pdf".to_owned(), "手<册>".to_owned())];
        let first = page(&list, None).unwrap();
        assert!(first.contains("/brochures/a.pdf") && first.contains("手&lt;册&gt;"));
        assert_eq!(page(&list, Some("a.pdf")), Some(first));
        assert_eq!(page(&list, Some("../site.toml")), None);
        assert_eq!(page(&[], None), None);
    }
}
