//! Input nobody should write but somebody will: a clear answer, the exit code promised, the
//! published site untouched, no panic and no hang.

use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::site::{PAGES, Run, SITE, Site, TODAY, tree};

const PAGE: &str = "content/about/page.md";

/// What takes longer hangs. Far from what any of these takes, so that a busy machine is no fault.
const PATIENCE: Duration = Duration::from_secs(180);

/// A sound site already published, spoilt by `spoil`: build must end with `code`, say `words` and
/// leave what was published as it was.
#[track_caller]
fn refused(code: i32, words: &[&str], spoil: impl FnOnce(&Site)) {
    let site = Site::sound();
    site.build().expect(0);
    let before = tree(&site.path("public"));
    spoil(&site);
    let started = Instant::now();
    let run = site.build().expect(code);
    assert!(started.elapsed() < PATIENCE, "it took {:?}", started.elapsed());
    for word in words {
        assert!(run.err.contains(word), "no `{word}` in\n{}", run.err);
    }
    assert!(tree(&site.path("public")) == before, "the published site was touched");
    let strays: Vec<_> = std::fs::read_dir(site.root())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.contains("lantian-"))
        .collect();
    assert!(strays.is_empty(), "left behind: {strays:?}");
}

fn page(site: &Site, body: &str) {
    site.write(PAGE, format!("+++\ntitle = \"标题\"\nsummary = \"摘要\"\n+++\n{body}\n"));
}

#[test]
fn no_site_toml() {
    refused(1, &["site.toml", "lantian init"], |site| {
        std::fs::remove_file(site.path("site.toml")).unwrap();
    });
}

#[test]
fn a_slip_in_site_toml() {
    refused(1, &["S107", "site.toml:2"], |site| site.write("site.toml", "[site]\ntitle = 某县\n"));
}

#[test]
fn front_matter_that_is_none() {
    refused(1, &["S105", "page.md:1:1"], |site| site.write(PAGE, "没有页首\n"));
    refused(1, &["S106", "page.md:1:1"], |site| site.write(PAGE, "+++\ntitle = \"标题\"\n"));
}

#[test]
fn full_width_signs_in_front_matter() {
    refused(1, &["S108", "page.md:2:7", "＝"], |site| {
        site.write(PAGE, "+++\ntitle ＝ \"标题\"\n+++\n");
    });
    refused(1, &["S108", "page.md:2:9"], |site| site.write(PAGE, "+++\ntitle = “标题”\n+++\n"));
}

#[test]
fn a_key_twice_and_a_day_that_is_none() {
    refused(1, &["S109", "page.md:3:1"], |site| {
        site.write(PAGE, "+++\ntitle = \"甲\"\ntitle = \"乙\"\n+++\n");
    });
    refused(1, &["F105", "page.md:3:8"], |site| {
        site.write(PAGE, "+++\ntitle = \"甲\"\ndate = 2026-02-30\n+++\n");
    });
}

#[test]
fn gb18030_is_read_with_a_remark() {
    let site = Site::sound();
    let text = "+++\ntitle = \"旧电脑上的页面\"\nsummary = \"摘要\"\n+++\n正文〇一。\n";
    site.write(PAGE, encoding_rs::GB18030.encode(text).0);
    let run = site.build().expect(0);
    assert!(run.err.contains("S102"), "{}", run.err);
    assert!(site.read("public/about/page.html").contains("旧电脑上的页面"));
}

#[test]
fn other_encodings() {
    let utf16: Vec<u8> =
        [0xFEFF].into_iter().chain("+++\n标题".encode_utf16()).flat_map(u16::to_le_bytes).collect();
    refused(1, &["S101", "UTF-16"], |site| site.write(PAGE, utf16));
    refused(1, &["S101"], |site| site.write(PAGE, b"+++\ntitle = \"\xFF\xFE\xFF\"\n+++\n"));
}

#[test]
fn a_byte_order_mark_and_windows_line_ends() {
    let site = Site::sound();
    site.write(
        PAGE,
        "\u{FEFF}+++\r\ntitle = \"记事本\"\r\nsummary = \"摘要\"\r\n+++\r\n第一行\r\n第二行\r\n",
    );
    site.build().expect(0);
    assert!(site.read("public/about/page.html").contains("<p>第一行第二行</p>"));
}

#[test]
fn nul_bytes() {
    refused(1, &["S104", "page.md:5:2"], |site| page(site, "甲\0乙"));
}

#[test]
fn fifty_megabytes() {
    refused(1, &["S103"], |site| page(site, &"字".repeat(50 * 1024 * 1024 / 3)));
}

#[test]
fn ten_thousand_levels() {
    refused(1, &["S111"], |site| page(site, &format!("{} 深", ">".repeat(10_000))));
    let list: String = (0..1_500).map(|depth| format!("{}- 深\n", " ".repeat(depth * 2))).collect();
    refused(1, &["S111"], |site| page(site, &list));
    refused(1, &[], |site| page(site, &format!("{} 深 <b>", "- ".repeat(10_000))));
}

#[test]
fn long_lines_of_marks_end_in_time() {
    let site = Site::sound();
    page(&site, &"**_".repeat(20_000));
    page(&site, &format!("{}\n\n{}", "[".repeat(20_000), "![](".repeat(5_000)));
    let started = Instant::now();
    let run = site.run(&["check", "--no-print", "--date", TODAY]);
    assert!(!run.err.contains("panicked"), "{}", run.err);
    assert!(started.elapsed() < PATIENCE, "it took {:?}", started.elapsed());
}

#[test]
fn links_that_go_round_or_out() {
    refused(1, &["M210"], |site| symlink(".", site.path("content/cases/round")).unwrap());
    refused(1, &["M211"], |site| symlink("/etc", site.path("content/cases/out")).unwrap());
    refused(1, &["M210"], |site| symlink("gone.md", site.path("content/cases/dead.md")).unwrap());
}

#[test]
fn two_pages_with_one_address() {
    refused(1, &["M201", "content/cases/wages.md", "content/about/page.md"], |site| {
        site.write(PAGE, "+++\ntitle = \"甲\"\naliases = [\"cases/wages.html\"]\n+++\n");
    });
}

#[test]
fn names_that_cannot_be_addresses() {
    let text = "+++\ntitle = \"甲\"\nsummary = \"乙\"\n+++\n";
    refused(1, &["M202", "nul.md"], |site| site.write("content/about/nul.md", text));
    refused(1, &["M202"], |site| {
        site.write(&format!("content/about/{}.md", "长".repeat(80)), text)
    });
    refused(1, &["M202"], |site| site.write("content/about/a..b?.md", text));
    refused(1, &["M20"], |site| {
        site.write(PAGE, "+++\ntitle = \"甲\"\naliases = [\"../../etc/passwd\"]\n+++\n")
    });
}

#[test]
fn dead_links_of_every_sort() {
    refused(1, &["M203", "wages.md"], |site| page(site, "[去](../cases/wage.md)"));
    refused(1, &["M204", "典型意义"], |site| page(site, "[去](../cases/wages.md#典型意思)"));
    refused(1, &["M205"], |site| page(site, "![图](没有.png)"));
}

#[test]
fn all_findings_at_once() {
    let site = Site::sound();
    page(&site, "[去](../cases/wage.md)\n\n<div>\n\n{{ contact.nobody.phone }}");
    site.write("content/about/other.md", "+++\ntitel = \"甲\"\ndate = 2026-13-01\n+++\n");
    let codes: Vec<_> = site
        .findings(&["--no-print"])
        .iter()
        .map(|finding| finding["code"].as_str().unwrap().to_owned())
        .collect();
    for code in ["M203", "S110", "M206", "F101", "F102", "F105"] {
        assert!(codes.iter().any(|found| found == code), "{code} is missing from {codes:?}");
    }
}

#[test]
fn templates_with_mistakes_are_shown_with_their_line() {
    refused(1, &["T401", "templates/web/page.html:2"], |site| {
        site.write("templates/web/page.html", "<p>\n{% if page.title %}\n</p>");
    });
    refused(1, &["T401", "templates/web/case.html:1"], |site| {
        site.write("templates/web/case.html", "{{ page.titel.nothing }}");
    });
}

#[cfg(feature = "print")]
#[test]
fn print_templates_and_missing_characters() {
    let site = Site::sound();
    let brochure =
        "[[brochure]]\nid = \"b\"\nform = \"handbook\"\ntitle = \"手册\"\nselect = [\"cases\"]\n";
    site.write("site.toml", format!("{SITE}{brochure}"));
    site.write("templates/print/handbook.typ", "#set page(paper: \"a5\")\n#missing\n");
    let run = site.run(&["build", "--date", TODAY]).expect(1);
    assert!(
        run.err.contains("P501") && run.err.contains("templates/print/handbook.typ:2:2"),
        "{}",
        run.err
    );
    std::fs::remove_file(site.path("templates/print/handbook.typ")).unwrap();
    site.write(PAGES[3].0, PAGES[3].1.replace("三。", "三𪚥。"));
    let run = site.run(&["build", "--date", TODAY]).expect(1);
    assert!(
        run.err.contains("P502") && run.err.contains("content/cases/wages.md:18"),
        "{}",
        run.err
    );
    assert!(!site.exists("public"));
}

/// Root may read anything: then the program is run as nobody.
#[test]
fn a_folder_that_cannot_be_read() {
    let site = Site::sound();
    std::fs::set_permissions(site.root(), PermissionsExt::from_mode(0o777)).unwrap();
    site.write("content/cases/locked/a.md", "+++\ntitle = \"甲\"\n+++\n");
    let locked = site.path("content/cases/locked");
    std::fs::set_permissions(&locked, PermissionsExt::from_mode(0o000)).unwrap();
    let own = site.path("lantian");
    std::fs::copy(assert_cmd::cargo::cargo_bin("lantian"), &own).unwrap();
    let root = std::fs::read_dir(&locked).is_ok();
    let mut command = if root { Command::new("setpriv") } else { Command::new(&own) };
    if root {
        command.args(["--reuid", "65534", "--regid", "65534", "--clear-groups"]).arg(&own);
    }
    command
        .args(["build", "--no-print", "--date", TODAY, "--lang", "zh", "--root"])
        .arg(site.root());
    let run = Run::of(command.output().unwrap());
    std::fs::set_permissions(&locked, PermissionsExt::from_mode(0o755)).unwrap();
    let run = run.expect(1);
    assert!(run.err.contains("M210") && run.err.contains("locked"), "{}", run.err);
    assert!(!site.exists("public"));
}

/// A disk that takes no more: a limit on the size of files makes writing fail half-way.
#[test]
fn a_disk_that_takes_no_more() {
    let site = Site::sound();
    site.build().expect(0);
    let before = tree(&site.path("public"));
    page(&site, &"长文。".repeat(20_000));
    let mut command = Command::new("sh");
    command.args(["-c", "trap '' XFSZ; ulimit -f 40; exec \"$@\"", "sh"]);
    command.arg(assert_cmd::cargo::cargo_bin("lantian"));
    command
        .args(["build", "--no-print", "--date", TODAY, "--lang", "zh", "--root"])
        .arg(site.root());
    let run = Run::of(command.output().unwrap()).expect(3);
    assert!(run.err.contains("失败"), "{}", run.err);
    assert!(tree(&site.path("public")) == before);
}

#[cfg(feature = "serve")]
#[test]
fn a_port_in_use() {
    let site = Site::sound();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let run = site.run(&["serve", "--port", &port]).expect(3);
    assert!(run.err.contains("--port"), "{}", run.err);
}

/// What the check of the text cannot see, the last look at the finished files does.
#[test]
fn an_id_number_in_pieces_never_gets_out() {
    let pieces = [
        "柳某（349907**19851103**0129）",
        "柳某（[349907](../cases/wages.md)*198511030129*）",
        "柳某（349907&#49;98511030129）",
    ];
    for text in pieces {
        refused(1, &["C301"], |site| page(site, text));
    }
    refused(1, &["C301"], |site| {
        site.write("content/about/file.csv", "姓名,证件\n柳某,349907198511030129\n");
    });
    refused(1, &["C301"], |site| {
        site.write("content/about/349907198511030129.txt", "好");
    });
    refused(1, &["C301"], |site| {
        site.write("templates/web/about-us.txt", "349907198511030129");
    });
}

#[test]
fn a_number_in_a_template_of_the_site_is_not_repeated() {
    let site = Site::sound();
    site.write("templates/web/foot.html", "<footer>\n349907198511030129</footer>\n");
    let run = site.build().expect(1);
    assert!(run.err.contains("C301") && run.err.contains("templates/web/foot.html:2"));
    assert!(!run.err.contains("349907198511030129"), "{}", run.err);
}

#[test]
fn settings_in_an_old_encoding_are_judged_all_the_same() {
    let settings = SITE.replace("title = \"某县法律援助中心\"\n", "tagline = \"某县\"\n");
    let settings = encoding_rs::GB18030.encode(&settings).0.into_owned();
    refused(1, &["S102", "F102", "`title`"], |site| site.write("site.toml", settings));
}

#[test]
fn addresses_that_run_scripts() {
    let mark = "[[publisher.mark]]\nimage = \"a.png\"\nname = \"标识\"\nhref = ";
    for line in ["error_report = \"javascript:alert(1)\"", &format!("{mark}\"data:text/html,x\"")] {
        let settings = SITE.replace("[hardship]", &format!("{line}\n[hardship]"));
        refused(1, &["F104"], |site| site.write("site.toml", settings));
    }
}

/// The name meant is looked for among all names of the site, but not for every dead link of a site
/// that was moved: that would take minutes.
#[test]
fn many_dead_links_and_many_names() {
    let site = Site::sound();
    (0..300).for_each(|number| site.write(&format!("content/about/file-{number:04}.csv"), "一"));
    let links: String = (0..200).map(|number| format!("[去](file-{number:04}.cvs)\n\n")).collect();
    page(&site, &format!("{links}{{{{ hotline.nummer }}}}"));
    let findings = site.findings(&["--no-print"]);
    let dead: Vec<_> = findings.iter().filter(|finding| finding["code"] == "M205").collect();
    let said = dead.iter().filter(|finding| finding["help"].to_string().contains("did you mean"));
    assert_eq!((dead.len(), said.count()), (200, 60));
    assert!(dead[0]["help"].to_string().contains("file-0000.csv"));
}

/// What is made from many pieces takes time by their number, not by its square.
#[test]
fn a_hundred_thousand_pieces() {
    let notes = |count: usize| {
        let used: String = (0..count).map(|number| format!("甲[^{number}]")).collect();
        let texts: String = (0..count).map(|number| format!("\n[^{number}]: 乙\n")).collect();
        format!("{used}\n{texts}")
    };
    for body in
        ["[^".repeat(100_000), "one\n".repeat(100_000), "**a ".repeat(100_000), notes(20_000)]
    {
        let site = Site::sound();
        page(&site, &body);
        let started = Instant::now();
        let run = site.run(&["check", "--no-print", "--date", TODAY]);
        assert!(!run.err.contains("panicked") && run.code < 2, "{}", run.err);
        assert!(started.elapsed() < Duration::from_secs(60), "it took {:?}", started.elapsed());
    }
}

#[cfg(feature = "print")]
#[test]
fn a_file_of_a_brochures_name() {
    let brochure =
        "[[brochure]]\nid = \"b\"\nform = \"handbook\"\ntitle = \"手册\"\nselect = [\"cases\"]\n";
    let site = Site::sound();
    site.write("site.toml", format!("{SITE}{brochure}"));
    site.write("static/brochures/B.pdf", crate::site::EMPTY_PDF);
    let run = site.run(&["build", "--date", TODAY]).expect(1);
    assert!(run.err.contains("M201") && run.err.contains("static/brochures/B.pdf"), "{}", run.err);
    assert!(!site.exists("public"));
    // Where no brochures are made, none is overwritten.
    site.build().expect(0);
}
