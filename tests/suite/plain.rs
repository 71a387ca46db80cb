//! Plain language as points: for the site at the end of a check, for each page in the inspection.

use crate::site::{PAGES, Site, TODAY};

fn run(site: &Site, more: &[&str]) -> String {
    let arguments = [&["check", "--no-print", "--date", TODAY][..], more].concat();
    let run = site.run(&arguments).expect(0);
    run.out + &run.err
}

#[test]
fn points_of_the_site_and_of_each_page() {
    let site = Site::sound();
    let said = run(&site, &[]);
    assert!(said.contains("大白话 100 分（给老百姓看的 3 页，0 处难懂"), "{said}");
    let long = format!("{}。", "请您带上证件".repeat(11));
    site.write(PAGES[1].0, PAGES[1].1.replace("带上身份证。", &long));
    let said = run(&site, &[]);
    assert!(said.contains("大白话 96 分（给老百姓看的 3 页，1 处难懂"), "{said}");
    let said = run(&site, &["--inspection"]);
    assert!(said.contains("大白话  9/10") && said.contains("全站 96 分；2 页 100 分"), "{said}");
    assert!(said.contains(" 90  channels/window.md  5 · 1 · 0 · 0"), "{said}");
}

#[test]
fn hard_pages_are_named_first() {
    let site = Site::sound();
    let long = format!("{}。", "请您带上证件".repeat(11)).repeat(3);
    site.write(PAGES[1].0, PAGES[1].1.replace("带上身份证。", &long));
    let said = run(&site, &["--inspection"]);
    assert!(said.contains("1 页不到 80 分") && said.contains(" 70  channels/window.md"), "{said}");
}

#[test]
fn a_site_without_pages_for_citizens_has_no_points() {
    let site = Site::empty();
    site.write("site.toml", crate::site::SITE);
    let head = "title = \"甲\"\nsummary = \"乙\"\ndate = 2026-11-20\n";
    site.write("content/articles/page.md", format!("+++\n{head}+++\n一。\n"));
    let said = run(&site, &[]);
    assert!(!said.contains("大白话"), "{said}");
}
