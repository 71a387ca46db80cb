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

/// The small site with so many cases that rest on one article, and its digest.
fn cited_by(cases: usize) -> String {
    let site = Site::sound();
    for number in 1..=cases {
        site.write(
            &format!("content/cases/many-{number}.md"),
            format!("+++\ntitle = \"讨薪第{number}案\"\ndate = 2026-03-02\nsummary = \"摘要\"\nlaws = [\"法律援助法#42\"]\n+++\n## 案情简介\n\n一。\n\n## 办理过程\n\n二。\n\n## 法律分析\n\n三。\n\n## 典型意义\n\n四。\n"),
        );
    }
    site.build().expect(0);
    site.read("public/laws/legal-aid-law.html")
}

#[test]
fn a_digest_lists_every_page_that_rests_on_an_article() {
    let few = cited_by(3);
    let section = |page: &str| page[page.find("class=\"cited\"").unwrap()..].to_owned();
    assert!(!section(&few).contains("<details>"), "few stand open: {few}");
    let many = section(&cited_by(30));
    for number in 1..=30 {
        assert_eq!(
            many.matches(&format!("\">讨薪第{number}案</a>")).count(),
            1,
            "{number}\n{many}"
        );
    }
    assert!(many.contains("<summary>还有 "), "the ninth and later are folded: {many}");
    assert!(!many.contains("没有列在这里"), "{many}");
}

#[test]
fn a_digest_stays_light_and_says_how_many_it_does_not_list() {
    let page = cited_by(400);
    let told = page[page.find("class=\"cited\"").unwrap()..].to_owned();
    let listed = told.matches(">讨薪第").count();
    let (before, behind) = told.split_once(" 页没有列在这里").unwrap();
    let more: usize = before.rsplit_once("另有 ").unwrap().1.parse().unwrap();
    assert_eq!(listed + more, 400, "{told}");
    assert!(behind.contains("cases/index.html\">"), "the list of cases is named: {behind}");
    assert!(page.len() < 60_000, "{} bytes", page.len());
}

#[test]
fn an_article_without_a_heading_leads_to_the_digest() {
    let (_, page) = shown("《法律援助法》第三十二条有五项。");
    let link = "<a class=\"law\" href=\"../laws/legal-aid-law.html\">《法律援助法》第三十二条</a>";
    assert!(page.contains(link), "{page}");
}

/// The words of a page's links to the digest.
fn led(page: &str) -> Vec<&str> {
    let links = page.split("<a class=\"law\"").skip(1);
    links.map(|link| link.split_once('>').unwrap().1.split('<').next().unwrap()).collect()
}

#[test]
fn an_article_that_stands_alone_leads_to_the_digest_of_the_law_named_last() {
    for (body, wanted) in [
        (
            "《法律援助法》第三十一条写明的事项，不再核查（第四十二条）。",
            &["《法律援助法》第三十一条", "第四十二条"][..],
        ),
        (
            "| 几天 | 条文 |\n|---|---|\n| 七日 | 第四十二条 |\n\n条文都出自《法律援助法》。",
            &["第四十二条"],
        ),
        (
            "## 《法律援助法》\n\n- 第三十一条：要看困难\n- 第四十二条：不核查",
            &["第三十一条", "第四十二条"],
        ),
        ("按《法律援助法》**第四十二条**办。", &["第四十二条"]),
        ("按[《法律援助法》](../laws/legal-aid-law.md)第四十二条办。", &["第四十二条"]),
        ("按《法援法》第四十二条办。", &["《法援法》第四十二条"]),
    ] {
        let (_, page) = shown(body);
        assert_eq!(led(&page), wanted, "{body}");
    }
}

#[test]
fn the_digest_names_what_cites_between_the_ends_of_a_row_and_in_a_summary() {
    let site = Site::sound();
    site.write(
        "content/about/page.md",
        "+++\ntitle = \"一行三条\"\nsummary = \"见《法律援助法》第四十二条。\"\n+++\n《法律援助法》第三十条至第三十二条。\n",
    );
    site.build().expect(0);
    let digest = site.read("public/laws/legal-aid-law.html");
    assert_eq!(digest.matches("about/page.html\">一行三条</a>").count(), 2, "{digest}");
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
        "《法律援助法》施行三年了。合同第三十一条怎么写？",
        "《法律援助法》给了两条路：第一条，打电话；第二条，来窗口。",
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
