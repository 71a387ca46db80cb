//! Articles cited in running text lead to the digest, and the digest names the pages that rest on them.

use crate::site::Site;

/// The small site with this body on a page of its own, and how it came out.
fn shown(body: &str) -> (Site, String) {
    let site = Site::sound();
    site.write(
        "content/about/page.md",
        format!("+++\ntitle = \"援助的依据\"\nsummary = \"摘要\"\n+++\n{body}\n"),
    );
    site.build().expect(0);
    let page = site.read("public/about/page.html");
    (site, page)
}

const DIGEST: &str =
    "<a class=\"law\" href=\"../laws/legal-aid-law.html#第三十一条-要看困难的事项\">";

#[test]
fn a_citation_leads_to_its_heading() {
    let (site, page) = shown("按《法律援助法》第三十一条第一款和第四十二条，可以申请。");
    assert!(page.contains(&format!("按{DIGEST}《法律援助法》第三十一条第一款</a>和<a")), "{page}");
    assert!(page.contains("#第四十二条-不核查的人\">第四十二条</a>，可以申请"), "{page}");
    let digest = site.read("public/laws/legal-aid-law.html");
    assert!(digest.contains("about/page.html\">援助的依据</a>"), "the digest names the page");
}

#[test]
fn an_article_without_a_heading_leads_to_the_digest() {
    let (_, page) = shown("《法律援助法》第三十二条有五项。");
    let link = "<a class=\"law\" href=\"../laws/legal-aid-law.html\">《法律援助法》第三十二条</a>";
    assert!(page.contains(link), "{page}");
}

#[test]
fn a_heading_leads_to_the_digest_too() {
    let (_, page) = shown("## 《法律援助法》第三十一条怎么用\n\n一。");
    let link = "》第三十一条</a>怎么用</h2>";
    assert!(page.contains(link), "{page}");
}

#[test]
fn links_code_and_other_laws_stay_as_they_are() {
    for body in [
        "看[《法律援助法》第三十一条](../cases/wages.md)。",
        "写作 `《法律援助法》第三十一条`。",
        "按《民法典》第一百八十三条。",
        "第三十一条。",
    ] {
        let (_, page) = shown(body);
        assert!(!page.contains("class=\"law\""), "{body}\n{page}");
    }
}

/// On paper a citation names the page the digest stands on, where the brochure has it.
#[cfg(feature = "print")]
#[test]
fn a_brochure_with_the_digest_gives_its_page() {
    let site = Site::sound();
    site.write(
        "content/about/page.md",
        "+++\ntitle = \"援助的依据\"\nsummary = \"摘要\"\n+++\n按《法律援助法》第三十一条，可以申请。\n",
    );
    let brochure = |select: &str| {
        let text = format!(
            "{}[[brochure]]\nid = \"b\"\ntitle = \"手册\"\nform = \"handbook\"\nselect = [{select}]\n",
            crate::site::SITE
        );
        site.write("site.toml", text);
        let run = site.run(&[
            "print",
            "--date",
            crate::site::TODAY,
            "--out",
            site.path("print").to_str().unwrap(),
        ]);
        run.expect(0);
        crate::paper::pages(&site.path("print/b.pdf")).concat()
    };
    let with = brochure("\"about\", \"laws\"");
    assert!(with.contains("《法律援助法》第三十一条（第"), "{with}");
    let without = brochure("\"about\"");
    assert!(without.contains("《法律援助法》第三十一条，可以"), "{without}");
}
