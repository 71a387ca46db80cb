//! What findings look like: for people in two languages, as JSON lines, as SARIF.

use serde_json::Value;

use crate::site::{PAGES, Site, TODAY};

/// Four slips of different sorts on two pages.
fn spoilt() -> Site {
    let site = Site::sound();
    site.write(
        "content/about/page.md",
        "+++\ntitle = \"标题\"\nsumary = \"摘要\"\ndate = 2026-02-30\n+++\n请看[案例](../cases/wage.md)，答复要七个工作日。\n",
    );
    site.write(
        PAGES[0].0,
        PAGES[0].1.replace("not-verified", "notverified").replace("centre.phone", "centre.tel"),
    );
    site
}

/// `--lang` given twice is wrong usage, so the site's own `zh` is left out here.
fn english(site: &Site) -> String {
    let mut command = crate::site::program();
    command.args(["check", "--no-print", "--date", TODAY, "--lang", "en", "--root"]);
    let output = command.arg(site.root()).output().unwrap();
    String::from_utf8(output.stderr).unwrap() + &String::from_utf8(output.stdout).unwrap()
}

#[test]
fn for_people_in_chinese() {
    let site = spoilt();
    let run = site.run(&["check", "--no-print", "--date", TODAY]).expect(1);
    insta::assert_snapshot!(run.err + &run.out);
}

#[test]
fn for_people_in_english() {
    insta::assert_snapshot!(english(&spoilt()));
}

#[test]
fn as_json_lines() {
    let findings = spoilt().findings(&["--no-print"]);
    let lines: Vec<String> = findings.iter().map(Value::to_string).collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn as_sarif() {
    let run = spoilt().run(&["check", "--no-print", "--date", TODAY, "--format", "sarif"]);
    let sarif: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let date = results.iter().find(|result| result["ruleId"] == "F105").unwrap();
    let region = &date["locations"][0]["physicalLocation"]["region"];
    assert_eq!((&region["startLine"], &region["startColumn"]), (&4.into(), &8.into()));
    assert_eq!(date["level"], "error");
    let rules = sarif["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    for result in results {
        assert!(rules.iter().any(|rule| rule["id"] == result["ruleId"]), "{result}");
    }
}

/// The number that must not get out does not get out by way of the report either.
#[test]
fn a_report_never_repeats_an_id_number() {
    let site = Site::sound();
    let (path, text) = PAGES[3];
    site.write(path, text.replace("一。", "身份证号349907198511030129。"));
    for format in ["human", "json", "sarif"] {
        let run = site.run(&["check", "--no-print", "--date", TODAY, "--format", format]);
        let all = run.out + &run.err;
        assert!(all.contains("C301"), "{all}");
        assert!(!all.contains("349907198511030129") && !all.contains("19851103"), "{all}");
    }
    let run = site.build().expect(1);
    assert!(!run.err.contains("349907198511030129"));
    assert!(!site.exists("public"));
}

#[test]
fn levels_can_be_changed_but_not_that_of_an_id_number() {
    let site = spoilt();
    let said = |site: &Site| site.run(&["check", "--no-print", "--date", TODAY]).out;
    assert!(said(&site).contains("警告[C315]"), "{}", said(&site));
    let settings = site.read("site.toml");
    site.write("site.toml", format!("{settings}\n[check]\nC315 = \"error\"\n"));
    assert!(said(&site).contains("错误[C315]"));
    site.write("site.toml", format!("{settings}\n[check]\nC315 = \"off\"\n"));
    assert!(!said(&site).contains("C315"));
}
