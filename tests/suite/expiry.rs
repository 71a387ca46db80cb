//! A notice past its days leaves the list, then the site; a trace with an opaque number stays.

use crate::site::{Run, Site};

/// A page of one notice, of the day the newspaper came out.
fn notice(site: &Site, name: &str, day: &str) {
    site.write(
        &format!("content/notices/{name}.md"),
        format!("+++\ntitle = \"{day}遗失声明\"\ndate = {day}\nsummary = \"遗失\"\nsource = \"某某日报\"\n[[notice]]\nholder = \"柳某某\"\nholder_kind = \"person\"\ndocument = \"学生证\"\n[[notice.identifier]]\nkind = \"other\"\nvalue = \"2019210345\"\n+++\n"),
    );
}

fn build(site: &Site, day: &str) -> Run {
    let out = site.path("public");
    site.run(&["build", "--no-print", "--date", day, "--out", out.to_str().unwrap()]).expect(0)
}

/// The small site with a notice of the first of March and a page that links to it.
fn site() -> Site {
    let site = Site::sound();
    notice(&site, "march", "2026-03-01");
    notice(&site, "november", "2026-11-20");
    site.write(
        "content/about/page.md",
        "+++\ntitle = \"标题\"\nsummary = \"摘要\"\n+++\n看[三月的声明](../notices/march.md)。\n",
    );
    site
}

/// Every page, index and feed of the published site that names the path or says the words.
fn saying(site: &Site, words: &str) -> Vec<String> {
    let files = crate::site::tree(&site.path("public"));
    let says = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains(words);
    files.into_iter().filter(|(_, bytes)| says(bytes)).map(|(name, _)| name).collect()
}

#[test]
fn first_the_list_then_the_page() {
    let site = site();
    build(&site, "2026-03-31");
    assert!(site.read("public/notices/index.html").contains("march.html"), "thirty days");
    let found = |site: &Site| saying(site, "march.html").iter().any(|it| it.contains("search"));
    assert!(found(&site), "who searches finds it");
    build(&site, "2026-04-01");
    assert!(!site.read("public/notices/index.html").contains("march.html"), "one more");
    assert!(!found(&site), "nor by searching");
    // Its own page and proof, and the page that links to it.
    let known = ["about/page.html", "notices/march.html", "notices/march/1.html"];
    let others = saying(&site, "march");
    assert!(others.iter().all(|it| known.contains(&it.as_str())), "{others:?}");
    assert!(site.read("public/notices/march.html").contains("2019210345"), "the page stays");
    build(&site, "2026-05-30");
    assert!(site.read("public/notices/march.html").contains("2019210345"), "ninety days");
    build(&site, "2026-05-31");
    assert!(!site.read("public/notices/march.html").contains("2019210345"), "one more");
    assert!(!site.exists("public/notices/march/1.html"), "the proof goes with it");
}

#[test]
fn a_trace_stays_and_says_nothing_of_the_notice() {
    let site = site();
    build(&site, "2026-11-24");
    let trace = site.read("public/notices/march.html");
    assert!(trace.contains("声明已撤下") && trace.contains("noindex"), "{trace}");
    let number = trace.split("编号：<span class=\"code\">").nth(1).unwrap();
    let number = &number[..11];
    assert!(
        number.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-') && number.contains('-'),
        "{number}"
    );
    for word in ["柳某某", "学生证", "2026-03-01", "2026年3月1日", "某某日报"] {
        assert!(!trace.contains(word), "{word}");
    }
    // Only the page that links to it knows the address.
    assert_eq!(saying(&site, "march"), ["about/page.html"]);
    build(&site, "2026-12-24");
    assert!(site.read("public/notices/march.html").contains(number), "the same in every build");
}

/// Who imports a case and runs the plain check must not read that all is well.
#[test]
fn drafts_that_were_not_checked_are_told_and_stop_nothing() {
    let site = Site::sound();
    let draft = "+++\ntitle = \"讨薪案\"\nsummary = \"摘要\"\ndate = 2026-03-02\ndraft = true\n+++\n## 案情简介\n\n张大强的电话是13800000000。\n\n## 办理过程\n\n二。\n\n## 法律分析\n\n三。\n\n## 典型意义\n\n四。\n";
    site.write("content/cases/draft.md", draft);
    let check = |more: &[&str]| {
        let mut arguments = vec!["check", "--deny-warnings", "--date", crate::site::TODAY];
        arguments.extend(more);
        site.run(&arguments)
    };
    let plain = check(&[]);
    assert_eq!(plain.code, 0, "{}", plain.out);
    assert!(plain.out.contains("1 篇草稿没有检查") && plain.out.contains("lantian check --drafts"));
    assert!(!plain.err.contains("没有问题"), "{}", plain.err);
    let all = check(&["--drafts"]);
    assert!(all.code == 1 && all.out.contains("C321") && !all.out.contains("M212"), "{}", all.out);
}

#[test]
fn drafts_leave_no_trace_and_a_page_may_not_take_the_address() {
    let site = site();
    let path = "content/notices/march.md";
    let text = site.read(path);
    site.write("content/about/page.md", "+++\ntitle = \"标题\"\nsummary = \"摘要\"\n+++\n一。\n");
    site.write(path, text.replacen("+++\n", "+++\ndraft = true\n", 1));
    build(&site, "2026-11-24");
    assert!(!site.exists("public/notices/march.html"));
    site.write(path, text);
    site.write(
        "content/about/page.md",
        "+++\ntitle = \"标题\"\nsummary = \"摘要\"\naliases = [\"notices/March.html\"]\n+++\n一。\n",
    );
    let codes: Vec<_> = site.findings(&["--no-print"]);
    assert!(codes.iter().any(|finding| finding["code"] == "M201"), "{codes:?}");
}

#[cfg(feature = "print")]
#[test]
fn a_sheet_of_nothing_but_past_notices_holds_nothing_up() {
    let site = site();
    let mut settings = site.read("site.toml");
    settings.push_str(
        "\n[[brochure]]\nid = \"sheet\"\ntitle = \"遗失声明\"\nform = \"notice-sheet\"\nselect = [\"notices\"]\n",
    );
    site.write("site.toml", settings);
    std::fs::remove_file(site.path("content/notices/november.md")).unwrap();
    let build = |day: &str| site.run(&["build", "--date", day]).expect(0);
    build("2026-03-31");
    assert!(site.read("public/index.html").contains("brochures/sheet.pdf"));
    assert!(site.exists("public/brochures/sheet.pdf"));
    // The sheet is a list as well: it goes when the list does, the page later.
    let run = build("2026-04-01");
    assert!(run.err.contains("P540"), "{}", run.err);
    assert!(site.read("public/notices/march.html").contains("2019210345"));
    assert!(!site.read("public/index.html").contains("brochures/sheet.pdf"), "a link to nothing");
    assert!(!site.exists("public/brochures/sheet.pdf"), "it says what was taken down");
}
