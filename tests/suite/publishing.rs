//! Publishing is safe: whole or not at all, nothing foreign replaced, nothing written twice, the
//! same input the same bytes.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::time::Duration;

use crate::site::{PAGES, Run, SITE, Site, TODAY, program, tree};

/// Inode and time of every file.
fn marks(folder: &Path) -> BTreeMap<String, (u64, i64, i64)> {
    let of = |name: &String| {
        let data = fs::metadata(folder.join(name)).unwrap();
        (data.ino(), data.mtime(), data.mtime_nsec())
    };
    tree(folder).keys().map(|name| (name.clone(), of(name))).collect()
}

#[test]
fn nothing_changed_writes_nothing() {
    let site = Site::sound();
    site.build().expect(0);
    let public = site.path("public");
    let (before, folder) = (marks(&public), fs::metadata(&public).unwrap());
    let again = site.build().expect(0);
    assert!(again.err.contains("没有变化") || again.out.contains("没有变化"), "{}", again.err);
    assert_eq!(marks(&public), before);
    let after = fs::metadata(&public).unwrap();
    assert_eq!((after.ino(), after.mtime_nsec()), (folder.ino(), folder.mtime_nsec()));
}

#[test]
fn what_did_not_change_keeps_its_inode_and_time() {
    let site = Site::sound();
    site.build().expect(0);
    let public = site.path("public");
    let before = marks(&public);
    let (path, text) = PAGES[3];
    site.write(path, text.replace("一。", "改了一个字。"));
    site.build().expect(0);
    let mut after = marks(&public);
    after.remove(".lantian");
    let changed: Vec<_> =
        after.iter().filter(|(name, mark)| before.get(*name) != Some(mark)).collect();
    assert_eq!(
        changed
            .iter()
            .map(|(name, _)| name.as_str())
            // The words of a page are also in the search index.
            .filter(|name| !name.starts_with("assets/search/"))
            .collect::<Vec<_>>(),
        ["cases/wages.html"]
    );
    assert!(changed.len() < before.len() / 2);
    assert!(site.read("public/cases/wages.html").contains("改了一个字"));
}

#[test]
fn a_page_that_is_gone_leaves_the_site() {
    let site = Site::sound();
    site.write("content/about/a.md", "+++\ntitle = \"甲\"\nsummary = \"乙\"\n+++\n");
    site.build().expect(0);
    assert!(site.exists("public/about/a.html"));
    fs::remove_file(site.path("content/about/a.md")).unwrap();
    site.build().expect(0);
    assert!(!site.exists("public/about/a.html"));
}

#[test]
fn a_folder_of_somebody_else_is_never_replaced() {
    let site = Site::sound();
    site.write("public/家谱.txt", "不要动");
    let run = site.build().expect(3);
    assert!(run.err.contains("public"), "{}", run.err);
    assert_eq!(tree(&site.path("public")).len(), 1);
    assert_eq!(site.read("public/家谱.txt"), "不要动");
}

#[test]
fn a_file_in_the_place_of_the_folder_is_never_replaced() {
    let site = Site::sound();
    site.write("public", "一个文件");
    site.build().expect(3);
    assert_eq!(site.read("public"), "一个文件");
}

#[test]
fn an_empty_folder_and_one_with_a_gitkeep_are_taken() {
    let site = Site::sound();
    site.write("public/.gitkeep", "");
    site.build().expect(0);
    assert!(site.exists("public/index.html") && site.exists("public/.gitkeep"));
}

/// Builds of a larger site, killed at ten different moments.
#[test]
fn a_killed_build_leaves_the_old_site_whole() {
    let site = Site::sound();
    let text = PAGES[3].1;
    for number in 0..1500 {
        site.write(&format!("content/cases/c{number}.md"), text);
    }
    site.build().expect(0);
    let public = site.path("public");
    let mut before = tree(&public);
    for attempt in 0..10_u64 {
        for number in 0..1500 {
            let text = text.replace("二。", &format!("第{attempt}次。"));
            site.write(&format!("content/cases/c{number}.md"), text);
        }
        let mut command = program();
        command.args(["build", "--no-print", "--date", TODAY, "--root"]).arg(site.root());
        let mut child = command.stderr(std::process::Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(30 + attempt * 70));
        child.kill().unwrap();
        child.wait().unwrap();
        let now = tree(&public);
        let page = &now["cases/c7.html"];
        let new = String::from_utf8_lossy(page).contains(&format!("第{attempt}次"));
        if new {
            assert_eq!(now.len(), before.len(), "attempt {attempt}");
            let all = now.iter().filter(|(name, _)| name.starts_with("cases/c"));
            let mixed = all
                .filter(|(name, bytes)| before.get(*name) == Some(bytes) && name.len() > 11)
                .count();
            assert!(mixed < 1500, "attempt {attempt}");
            before = now;
        } else {
            assert!(now == before, "attempt {attempt}: the old site changed");
        }
    }
    site.build().expect(0);
    assert!(site.read("public/cases/c1499.html").contains("第9次"));
    let strays = fs::read_dir(site.root())
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().contains("lantian-"));
    assert_eq!(strays.count(), 0, "the next build clears up");
}

#[test]
fn two_builds_at_once_do_not_mix() {
    let site = Site::sound();
    for number in 0..300 {
        site.write(&format!("content/cases/c{number}.md"), PAGES[3].1);
    }
    let start = || {
        let mut command = program();
        command.args(["build", "--no-print", "--date", TODAY, "--root"]).arg(site.root());
        command
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap()
    };
    let (one, two) = (start(), start());
    let codes: Vec<_> = [one, two]
        .into_iter()
        .map(|child| Run::of(child.wait_with_output().unwrap()).code)
        .collect();
    assert!(codes.contains(&0) && codes.iter().all(|code| matches!(code, 0 | 3)), "{codes:?}");
    assert!(site.exists("public/cases/c299.html"));
}

/// With one thread or many, on a cold or a warm tree, brochures included.
#[test]
fn the_same_input_gives_the_same_bytes() {
    let site = Site::sound();
    let brochures = "[[brochure]]\nid = \"h\"\nform = \"handbook\"\ntitle = \"手册\"\nselect = [\"eligibility\", \"channels\", \"contacts\", \"cases\"]\nlarge_print = true\n[[brochure]]\nid = \"l\"\nform = \"leaflet\"\ntitle = \"折页\"\nselect = [\"eligibility\", \"channels\", \"contacts\"]\n";
    site.write("site.toml", format!("{SITE}{brochures}"));
    let mut trees = Vec::new();
    for (number, threads) in ["1", "4", "2"].iter().enumerate() {
        let out = site.path(&format!("out{number}"));
        let mut command = program();
        command.args(["build", "--date", TODAY, "--root"]).arg(site.root()).arg("--out").arg(&out);
        Run::of(command.env("RAYON_NUM_THREADS", threads).output().unwrap()).expect(0);
        trees.push(tree(&out));
    }
    assert!(trees[0] == trees[1] && trees[0] == trees[2]);
    assert_eq!(trees[0].contains_key("brochures/h.pdf"), cfg!(feature = "print"));
}

#[test]
fn another_day_is_another_site_only_where_the_day_counts() {
    let site = Site::sound();
    let notice = "+++\ntitle = \"声明\"\ndate = 2026-11-01\nsummary = \"遗失\"\n[[notice]]\nholder = \"某协会\"\ndocument = \"登记证书\"\n+++\n";
    site.write("content/notices/a.md", notice);
    let on = |day: &str| {
        let out = site.path(&format!("on-{day}"));
        site.run(&["build", "--no-print", "--date", day, "--out", out.to_str().unwrap()]).expect(0);
        tree(&out)
    };
    let (listed, unlisted, gone) = (on("2026-11-20"), on("2026-12-20"), on("2027-03-01"));
    let list = |tree: &BTreeMap<String, Vec<u8>>| {
        tree.get("notices/index.html")
            .is_some_and(|page| String::from_utf8_lossy(page).contains("a.html"))
    };
    assert!(list(&listed) && listed.contains_key("notices/a.html"));
    assert!(
        !list(&unlisted) && unlisted.contains_key("notices/a.html"),
        "off the list after 30 days"
    );
    let trace = String::from_utf8_lossy(&gone["notices/a.html"]);
    assert!(!trace.contains("登记证书"), "only a trace after 90 days");
}

/// What somebody did to the published folder by hand is noticed even where the input is the same.
#[test]
fn a_published_folder_that_was_touched_is_mended() {
    let site = Site::sound();
    site.build().expect(0);
    let page = site.read("public/cases/wages.html");
    let spoil: [fn(&Site); 4] = [
        |site| fs::remove_file(site.path("public/cases/wages.html")).unwrap(),
        |site| site.write("public/cases/extra.html", "多出来的"),
        |site| site.write("public/cases/wages.html", "改坏了"),
        |site| {
            let same_size = site.read("public/cases/wages.html").replace("一。", "乙。");
            std::thread::sleep(Duration::from_millis(20));
            site.write("public/cases/wages.html", same_size);
        },
    ];
    for (number, spoil) in spoil.iter().enumerate() {
        spoil(&site);
        site.build().expect(0);
        assert_eq!(site.read("public/cases/wages.html"), page, "{number}");
        assert!(!site.exists("public/cases/extra.html"), "{number}");
        let again = site.build().expect(0);
        assert!(again.err.contains("没有变化") || again.out.contains("没有变化"), "{number}");
    }
}

/// Findings are said by every build, also by one that changes nothing.
#[test]
fn warnings_are_said_again() {
    let site = Site::sound();
    site.write("content/about/a.md", "+++\ntitle = \"没有摘要\"\n+++\n");
    let no_print =
        |more: &[&str]| site.run(&[&["build", "--no-print", "--date", TODAY], more].concat());
    let first = no_print(&[]).expect(0).err;
    assert!(first.contains("C317"), "{first}");
    let again = no_print(&[]).expect(0).err;
    // From the mark, without reading the site: word for word the same finding.
    let finding = |said: &str| said[..said.find("个警告").unwrap()].to_owned();
    assert_eq!(finding(&again), finding(&first));
    assert!(again.contains("没有变化"), "{again}");
    // What was found may quote what is not published: nothing of it lies among what is.
    let mark = site.read("public/.lantian");
    assert!(!mark.contains("C317") && !mark.contains("summary"), "{mark}");
    std::fs::remove_dir_all(site.path(".lantian-cache")).unwrap();
    assert_eq!(finding(&no_print(&[]).expect(0).err), finding(&first), "kept nowhere, found anew");
    assert!(no_print(&["--deny-warnings"]).expect(1).err.contains("C317"));
    site.write("content/about/a.md", "+++\ntitle = \"有了摘要\"\nsummary = \"摘要\"\n+++\n");
    assert!(!no_print(&[]).expect(0).err.contains("C317"));
    assert!(!no_print(&[]).expect(0).err.contains("C317"));
}

/// A file is used again only for the same key and with the bytes that were written.
#[test]
fn a_dear_file_stands_until_its_input_or_itself_changes() {
    use lantian::base::artifact::{Artifact, OutPath};
    use lantian::publish::Staging;

    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let path = OutPath::new("a.pdf").unwrap();
    let paths = [path.clone()];
    let made = Artifact { path, bytes: b"made".to_vec() };
    let stage = |key: &str| {
        let staging = Staging::open(&out).unwrap();
        let said = staging.stands(&paths, key);
        if said.is_none() {
            staging.put(&made).unwrap();
            staging.remember(&paths, key, vec!["too thick".to_owned()]);
        }
        staging.finish(None).unwrap();
        // What was said of the file when it was made comes back with it.
        assert!(said.as_ref().is_none_or(|said| *said == ["too thick"]), "{said:?}");
        said.is_some()
    };
    assert!(!stage("one"), "nothing is there yet");
    assert!(stage("one") && stage("one"));
    assert!(!stage("two"), "other input");
    assert!(stage("two"), "the same bytes from other input are remembered");
    std::fs::write(out.join("a.pdf"), "else").unwrap();
    assert!(!stage("two"), "somebody changed it");
    assert!(stage("two"));
    std::fs::write(out.join(".lantian"), "lantian\n").unwrap();
    assert!(!stage("two"), "a lost record costs time only");
}
