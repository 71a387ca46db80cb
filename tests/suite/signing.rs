//! Which text was signed: a reviewer is told of every change, whatever the dates say.

use crate::site::{Site, TODAY};

const PAGE: &str = "content/about/page.md";

fn write(site: &Site, version: &str, title: &str, body: &str) {
    let review = format!("[review]\nlegal = \"许某\"\non = 2026-11-01\nversion = \"{version}\"\n");
    let head =
        format!("title = \"{title}\"\nsummary = \"办事要交什么\"\ndate = 2026-10-01\n{review}");
    site.write(PAGE, format!("+++\n{head}+++\n{body}\n"));
}

/// The version that is named, if the page is not the one that was signed.
fn named(site: &Site) -> Option<String> {
    let run = site.run(&["check", "--no-print", "--date", TODAY]);
    let said = run.out + &run.err;
    if !said.contains("C346") {
        return None;
    }
    let (_, rest) = said.split_once("`version = \"").unwrap();
    Some(rest[..9].to_owned())
}

#[test]
fn a_change_of_one_word_asks_for_another_signature() {
    let site = Site::sound();
    let text = "来中心办事不收钱。带上证件，当天就能登记。";
    write(&site, "?", "办事指南", text);
    let version = named(&site).unwrap();
    write(&site, &version, "办事指南", text);
    assert_eq!(named(&site), None);
    write(&site, &version, "办事指南", "来中心办事不收钱。带上证件，\n当天就能登记。");
    assert_eq!(named(&site), None, "broken otherwise, not changed");
    for (title, text) in [
        ("办事指南", "来中心办事要收钱。带上证件，当天就能登记。"),
        ("办事须知", text),
        ("办事指南", "来中心办事不收钱。带上[证件](../help/apply.md)，当天就能登记。"),
    ] {
        write(&site, &version, title, text);
        assert_ne!(named(&site), Some(version.clone()), "{title}: {text}");
        assert!(named(&site).is_some(), "{title}: {text}");
    }
    // Who signed the present text need not sign again because of a day.
    let other = named(&site).unwrap();
    write(
        &site,
        &other,
        "办事指南",
        "来中心办事不收钱。带上[证件](../help/apply.md)，当天就能登记。",
    );
    assert_eq!(named(&site), None);
}
