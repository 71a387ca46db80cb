//! The command line: help in two languages, exit codes, new sites and pages.

use crate::site::{Run, Site, TODAY, program};

fn run(arguments: &[&str]) -> Run {
    Run::of(program().args(arguments).output().unwrap())
}

#[test]
fn help_in_chinese_and_english() {
    let chinese = run(&["--help", "--lang", "zh"]).expect(0).out;
    let english = run(&["--help", "--lang", "en"]).expect(0).out;
    for command in
        ["init", "new", "check", "build", "print", "serve", "import", "explain", "completions"]
    {
        assert!(chinese.contains(&format!("\n  {command} ")), "{command} is not in\n{chinese}");
        assert!(english.contains(&format!("\n  {command} ")), "{command} is not in\n{english}");
        let own = run(&[command, "--help", "--lang", "zh"]).expect(0).out;
        assert!(
            own.contains("用法") && !own.contains("Usage") && !own.contains("[OPTIONS]"),
            "{own}"
        );
    }
    assert!(!chinese.contains("Usage") && english.contains("Usage"));
    assert!(!english.chars().any(|c| ('\u{4E00}'..'\u{9FFF}').contains(&c)), "{english}");
}

#[test]
fn the_locale_chooses_the_language() {
    let mut command = program();
    let english = command.env("LANG", "en_GB.UTF-8").arg("--help").output().unwrap();
    assert!(String::from_utf8(english.stdout).unwrap().contains("Usage"));
    let mut command = program();
    let chinese = command.env("LANG", "zh_CN.UTF-8").arg("--help").output().unwrap();
    assert!(String::from_utf8(chinese.stdout).unwrap().contains("用法"));
    assert!(run(&["--help"]).out.contains("用法"), "no locale means Chinese");
}

#[test]
fn wrong_usage_is_exit_code_two() {
    for arguments in [
        &["biuld"][..],
        &["build", "--dat", "2026-01-01"],
        &["build", "--date", "2026-02-30"],
        &["check", "--format", "xml"],
        &["new", "cases"],
        &["new", "poem", "题目"],
        &[],
    ] {
        let run = run(arguments).expect(2);
        assert!(!run.err.is_empty(), "{arguments:?}");
    }
    assert!(run(&["biuld"]).err.contains("build"), "it says what was meant");
    let site = Site::sound();
    site.run(&["print", "nobody"]).expect(2);
}

#[test]
fn a_base_address_is_one_of_the_web() {
    for url in ["javascript:alert(1)", "https://", "https://a.example/\"x", "https://a b"] {
        run(&["check", "--base-url", url, "--lang", "zh"]).expect(2);
    }
}

#[test]
fn a_machine_that_fails_is_exit_code_three() {
    let place = Site::empty();
    let nowhere = place.path("nowhere");
    for command in ["build", "check", "print"] {
        run(&[command, "--root", nowhere.to_str().unwrap()]).expect(3);
    }
    assert!(!nowhere.exists(), "a mistyped folder does not come into being");
}

#[test]
fn a_new_site_can_be_checked_and_built() {
    let place = Site::empty();
    let folder = place.path("新网站");
    run(&["init", folder.to_str().unwrap()]).expect(0);
    let root = ["--root", folder.to_str().unwrap(), "--date", TODAY, "--no-print"];
    let checked = run(&[&["check"], &root[..]].concat()).expect(0);
    assert!(checked.out.contains("F107"), "sample text is pointed out: {}", checked.out);
    run(&[&["build"], &root[..]].concat()).expect(0);
    assert!(folder.join("public/index.html").exists());
    run(&["init", folder.to_str().unwrap()]).expect(1);
}

#[test]
fn a_new_page_of_every_kind_is_sound() {
    let site = Site::sound();
    for kind in [
        "eligibility",
        "channel",
        "contact",
        "case",
        "notice",
        "article",
        "statistics",
        "event",
        "checkup",
        "law",
        "page",
    ] {
        site.run(&["new", kind, "新的一页", "--name", &format!("new-{kind}")]).expect(0);
    }
    let errors: Vec<_> = site
        .findings(&["--no-print"])
        .into_iter()
        .filter(|finding| finding["severity"] == "error")
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    let before = site.read("content/cases/new-case.md");
    site.run(&["new", "case", "另一页", "--name", "new-case"]).expect(1);
    assert_eq!(site.read("content/cases/new-case.md"), before, "a page that is there stays");
}

#[test]
fn names_of_new_pages_come_from_the_title() {
    let site = Site::sound();
    site.run(&["new", "case", "张某讨薪案"]).expect(0);
    assert!(site.exists("content/cases/zhang-mou-tao-xin-an.md"));
    assert_ne!(site.run(&["new", "case", "甲", "--name", "../../out"]).code, 0);
    assert!(!site.exists("out.md"));
}

#[test]
fn explain_knows_every_code() {
    let text = run(&["explain", "c301", "--lang", "zh"]).expect(0).out;
    assert!(text.contains("C301") && text.contains("身份证"), "{text}");
    assert!(run(&["explain", "C301", "--lang", "en"]).expect(0).out.contains("ID number"));
    run(&["explain", "C999"]).expect(2);
}

#[test]
fn completions_for_shells() {
    for shell in ["bash", "zsh", "fish"] {
        assert!(run(&["completions", shell]).expect(0).out.contains("lantian"));
    }
}

#[test]
fn warnings_can_be_made_to_count() {
    let site = Site::sound();
    site.write("content/about/a.md", "+++\ntitle = \"没有摘要\"\n+++\n");
    site.run(&["check", "--no-print", "--date", TODAY]).expect(0);
    site.run(&["check", "--no-print", "--date", TODAY, "--deny-warnings"]).expect(1);
}

#[test]
fn a_pipe_gets_no_progress_bar_and_no_colour() {
    let site = Site::sound();
    let run = site.build().expect(0);
    assert!(!run.err.contains('\u{1b}') && !run.out.contains('\u{1b}'), "{}{}", run.out, run.err);
}
