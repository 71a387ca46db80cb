//! What is handed to a webmaster: editions, archive and list of hashes, compressed twins, samples of
//! server settings, the inspection report.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::process::Command;

use crate::site::{SITE, Site, TODAY, repository, tree};

fn build(site: &Site, more: &[&str]) {
    let out = site.path("public");
    let mut arguments =
        vec!["build", "--no-print", "--date", TODAY, "--out", out.to_str().unwrap()];
    arguments.extend(more);
    site.run(&arguments).expect(0);
}

#[test]
fn each_edition_has_what_its_place_can_use() {
    let site = Site::sound();
    let own = ["404.html", "offline.html", "robots.txt", "sw.js"];
    let online = ["feed.xml", "sitemap.xml"];
    build(&site, &[]);
    for file in own.iter().chain(&online) {
        assert!(site.exists(&format!("public/{file}")), "{file}");
    }
    assert!(site.read("public/index.html").contains("data-worker=\"sw.js\""));
    build(&site, &["--edition", "column"]);
    assert!(own.iter().all(|file| !site.exists(&format!("public/{file}"))));
    assert!(online.iter().all(|file| site.exists(&format!("public/{file}"))));
    build(&site, &["--edition", "usb"]);
    assert!(own.iter().chain(&online).all(|file| !site.exists(&format!("public/{file}"))));
    let open = site.read("public/0-双击这里打开.html");
    assert!(open.contains("url=index.html"));
    let home = site.read("public/index.html");
    assert!(!home.contains("feed.xml") && !home.contains("data-worker"));
    assert!(site.exists("public/search.html") && site.exists("public/assets/search/start.js"));
    for (name, bytes) in tree(&site.path("public")) {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!name.ends_with(".html") || !text.contains("href=\"/"), "{name}");
    }
}

#[test]
fn the_worker_keeps_pages_that_are_there() {
    let site = Site::sound();
    build(&site, &[]);
    let worker = site.read("public/sw.js");
    let list = worker.split("var CORE = ").nth(1).unwrap().split(";\n").next().unwrap();
    let files: Vec<String> = serde_json::from_str(list).unwrap();
    for needed in
        ["index.html", "eligibility/wages.html", "channels/window.html", "contacts/index.html"]
    {
        assert!(files.iter().any(|file| file == needed), "{needed}: {files:?}");
    }
    assert!(files.iter().all(|file| site.exists(&format!("public/{file}"))), "{files:?}");
    // What a kept page asks for is kept too: style, script, pictures of the theme.
    for page in files.iter().filter(|file| file.ends_with(".html")) {
        let text = site.read(&format!("public/{page}"));
        for part in text.split("assets/").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(files.iter().any(|file| *file == format!("assets/{part}")), "{page}: {part}");
        }
    }
}

/// Lists lead to everything else: they are kept however long the self-check is, and named where there
/// is no network.
#[test]
fn the_worker_keeps_lists_before_pages_and_pages_before_steps() {
    let site = Site::sound();
    let questions: String = (1..=7)
        .map(|n| format!("[[question]]\nid = \"q{n}\"\nask = \"第{n}问？\"\n[[question.answer]]\nsay = \"是\"\nto = \"q{}\"\n[[question.answer]]\nsay = \"不是\"\nto = \"q{}\"\n", n + 1, n + 1))
        .collect();
    let end = "[[outcome]]\nid = \"q8\"\ntitle = \"可以申请\"\n";
    site.write(
        "content/checkup/civil.md",
        format!(
            "+++\ntitle = \"能申请吗\"\nsummary = \"自测\"\nstart = \"q1\"\n{questions}{end}+++\n"
        ),
    );
    build(&site, &[]);
    let worker = site.read("public/sw.js");
    let list = worker.split("var CORE = ").nth(1).unwrap().split(";\n").next().unwrap();
    let files: Vec<String> = serde_json::from_str(list).unwrap();
    assert_eq!(files.len(), 150);
    assert!(files.iter().any(|file| file.starts_with("checkup/civil/")), "what room is left");
    for needed in
        ["where.html", "bring.html", "problems.html", "bring/wages.html", "contacts/centre.html"]
    {
        assert!(files.iter().any(|file| file == needed), "{needed}");
    }
    let offline = site.read("public/offline.html");
    let main = offline.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
    for (page, title) in [
        ("where.html", "去哪里申请"),
        ("bring.html", "要带什么"),
        ("problems.html", "您遇到了什么事"),
        ("contacts/index.html", "联系方式"),
    ] {
        assert_eq!(main.matches(&format!("<a href=\"{page}\">{title}</a>")).count(), 1, "{title}");
    }
}

#[test]
fn a_list_in_the_sitemap_is_as_new_as_its_newest_page() {
    let site = Site::sound();
    site.write(
        "content/cases/older.md",
        site.read("content/cases/wages.md").replace("2026-11-20", "2025-01-02"),
    );
    site.write("content/articles/news.md", "+++\ntitle = \"新闻\"\nsummary = \"新\"\ndate = 2026-11-02\nupdated = 2026-11-05\n+++\n好。\n");
    build(&site, &[]);
    let map = site.read("public/sitemap.xml");
    let base = "https://www.example.gov.cn/flyz/";
    for (page, day) in [
        ("", "2026-11-20"),
        ("cases/index.html", "2026-11-20"),
        ("articles/index.html", "2026-11-05"),
    ] {
        let line = format!("<url><loc>{base}{page}</loc><lastmod>{day}</lastmod></url>");
        assert!(map.contains(&line), "{line}\n{map}");
    }
    assert!(
        map.contains(&format!("<loc>{base}channels/index.html</loc></url>")),
        "nothing has a day"
    );
}

#[test]
fn a_link_to_a_file_says_what_is_loaded() {
    let site = Site::sound();
    site.write("content/about/form.pdf", crate::site::EMPTY_PDF);
    site.write("content/about/picture.png", crate::photos::png(8, 8));
    site.write("content/about/forms.md", "+++\ntitle = \"表格\"\nsummary = \"下载\"\n+++\n填[申请表](form.pdf)，看[图](picture.png)。\n");
    build(&site, &[]);
    let page = site.read("public/about/forms.html");
    assert!(page.contains(">申请表<span class=\"leave\">（PDF，1 KB）</span></a>"), "{page}");
    assert!(page.contains(">图</a>"), "{page}");
}

#[test]
fn an_archive_is_verified_after_unpacking_by_us_and_by_everybody() {
    let site = Site::sound();
    build(&site, &["--zip"]);
    let archive = site.path("public.zip");
    let first = fs::read(&archive).unwrap();
    let copy = site.path("copy");
    // Python's own reader checks every CRC.
    let unpack = format!(
        "import zipfile; z = zipfile.ZipFile({archive:?}); assert z.testzip() is None; z.extractall({copy:?})"
    );
    assert!(Command::new("python3").args(["-c", &unpack]).status().unwrap().success());
    let list = fs::read_to_string(copy.join("SHA256SUMS")).unwrap();
    assert_eq!(list.lines().count(), tree(&copy).len() - 1);
    let sums =
        Command::new("sha256sum").args(["--quiet", "-c", "SHA256SUMS"]).current_dir(&copy).status();
    assert!(sums.unwrap().success());
    let folder = copy.to_str().unwrap();
    site.run(&["verify", folder]).expect(0);

    // Changed, lost and smuggled in: each is named.
    fs::write(copy.join("index.html"), "hacked").unwrap();
    fs::remove_file(copy.join("map.html")).unwrap();
    for name in ["shell.asp", ".htaccess", "index.html~", "assets/.x.php"] {
        fs::write(copy.join(name), "x").unwrap();
    }
    // What publishing itself leaves in the folder was not handed over and is no stranger.
    fs::write(copy.join(".lantian"), "").unwrap();
    let run = site.run(&["verify", folder]).expect(1);
    assert!(!run.out.contains(".lantian"), "{}", run.out);
    for line in [
        "改动：index.html",
        "缺少：map.html",
        "多出：shell.asp",
        "多出：.htaccess",
        "多出：index.html~",
        "多出：assets/.x.php",
    ] {
        assert!(run.out.contains(line), "{}", run.out);
    }
    // The list may be kept where nobody can change it.
    let kept = site.path("kept.txt");
    fs::write(&kept, &list).unwrap();
    fs::remove_file(copy.join("SHA256SUMS")).unwrap();
    site.run(&["verify", folder]).expect(3);
    site.run(&["verify", folder, "--manifest", kept.to_str().unwrap()]).expect(1);
    site.run(&["verify", site.path("nowhere").to_str().unwrap()]).expect(3);

    build(&site, &["--zip"]);
    assert_eq!(first, fs::read(&archive).unwrap(), "the same site is the same archive");
}

#[test]
fn what_did_not_change_keeps_its_date_in_the_next_archive() {
    let site = Site::sound();
    let archive = site.path("public.zip");
    let dates = |day: &str| -> BTreeMap<String, (Option<zip::DateTime>, u32)> {
        let out = site.path("public");
        let out = out.to_str().unwrap();
        site.run(&["build", "--no-print", "--date", day, "--out", out, "--zip"]).expect(0);
        let mut zip = zip::ZipArchive::new(fs::File::open(&archive).unwrap()).unwrap();
        let entries = zip.len();
        let entry = |at| {
            let entry = zip.by_index_raw(at).unwrap();
            (entry.name().to_owned(), (entry.last_modified(), entry.crc32()))
        };
        (0..entries).map(entry).collect()
    };
    let (first, second) = (dates(TODAY), dates("2026-11-25"));
    let (mut same, mut other) = (0, 0);
    for (name, (date, crc)) in &second {
        let (before, known) = &first[name];
        assert_eq!(date == before, crc == known, "{name}");
        if crc == known { same += 1 } else { other += 1 }
    }
    // Pages say the day they were made on; the style and the pictures do not.
    assert!(same > 3 && other > 3, "{same} {other}");
    // What is no archive is replaced like one.
    fs::write(&archive, "PK").unwrap();
    let fresh = dates("2026-11-25");
    assert!(fresh.values().all(|(date, _)| date.unwrap().day() == 25));
}

#[test]
fn an_archive_does_not_lie_in_what_it_is_made_from() {
    let site = Site::sound();
    let out = site.path("public");
    for place in ["public/all.zip", "static/all.zip"] {
        let zip = format!("--zip={}", site.path(place).display());
        let run =
            site.run(&["build", "--no-print", "--out", out.to_str().unwrap(), &zip]).expect(2);
        assert!(run.err.contains("里面"), "{}", run.err);
        assert!(!site.exists(place));
    }
}

#[test]
fn a_list_that_leads_out_of_the_folder_is_refused() {
    let site = Site::empty();
    site.write("copy/a.html", "x");
    let hash = "0".repeat(64);
    for list in [format!("{hash}  ../secret\n"), "not a list\n".to_owned(), String::new()] {
        site.write("copy/SHA256SUMS", list);
        site.run(&["verify", site.path("copy").to_str().unwrap()]).expect(3);
    }
}

#[test]
fn compressed_twins_say_the_same_and_stay_when_nothing_changes() {
    let site = Site::sound();
    build(&site, &["--compress"]);
    let files = tree(&site.path("public"));
    let mut twins = 0;
    for (name, bytes) in &files {
        let Some(plain) = name.strip_suffix(".gz") else { continue };
        let mut text = Vec::new();
        flate2::read::GzDecoder::new(bytes.as_slice()).read_to_end(&mut text).unwrap();
        assert_eq!(&text, &files[plain], "{name}");
        assert_eq!(&bytes[4..8], [0; 4], "{name} has no time in it");
        twins += 1;
    }
    assert!(twins > 10 && files.contains_key("index.html.gz"));
    build(&site, &["--compress"]);
    assert_eq!(files, tree(&site.path("public")));
    site.write("content/about/new.md", "+++\ntitle = \"新页\"\nsummary = \"新\"\n+++\n好。\n");
    build(&site, &["--compress"]);
    assert!(site.exists("public/about/new.html.gz") && site.exists("public/cases/wages.html.gz"));
    build(&site, &[]);
    assert!(!site.exists("public/index.html.gz"), "without the option they are gone");
}

/// The sample of nginx passes nginx's own check where it is installed; both samples hold one policy.
#[test]
fn samples_for_servers_are_strict() {
    let read =
        |name: &str| fs::read_to_string(repository().join("docs/server").join(name)).unwrap();
    let (nginx, iis) = (read("nginx.conf"), read("web.config"));
    let policy = |text: &str| {
        let at = text.find("default-src").unwrap();
        text[at..].split('"').next().unwrap().to_owned()
    };
    assert_eq!(policy(&nginx), policy(&iis));
    assert!(policy(&nginx).starts_with("default-src 'none'; script-src 'self'; style-src 'self'"));
    assert!(!nginx.contains("unsafe") && !iis.contains("unsafe"));
    let site = Site::empty();
    let folder = site.path("new");
    site.run(&["init", folder.to_str().unwrap()]).expect(0);
    assert_eq!(fs::read_to_string(folder.join("extra/nginx.conf")).unwrap(), nginx);
    assert_eq!(fs::read_to_string(folder.join("extra/web.config")).unwrap(), iis);
}

#[test]
fn the_foot_of_every_page_says_who_and_marks_are_only_what_was_supplied() {
    let site = Site::sound();
    site.write("static/marks/mark.png", crate::photos::png(8, 8));
    let more = "organiser = \"某县法律援助中心\"\nsite_code = \"3411250000\"\nicp = \"某ICP备1号\"\npolice = \"某公网安备1号\"\nerror_report = \"https://zfwzzc.example.gov.cn/\"\n[[publisher.mark]]\nimage = \"marks/mark.png\"\nname = \"党政机关网站标识\"\nhref = \"https://example.gov.cn/m\"\n";
    site.write("site.toml", SITE.replace("organiser = \"某县法律援助中心\"\n", more));
    build(&site, &[]);
    for page in ["index.html", "cases/wages.html", "search.html"] {
        let text = site.read(&format!("public/{page}"));
        let foot = text.split("<footer class=\"foot\"").nth(1).unwrap();
        for words in [
            "某县司法局",
            "3411250000",
            "beian.miit.gov.cn",
            "某公网安备1号",
            "网站找错",
            "marks/mark.png\" alt=\"党政机关网站标识",
        ] {
            assert!(foot.contains(words), "{page}: {words}");
        }
    }
    build(&Site::sound(), &[]);
}

#[test]
fn an_inspection_names_what_an_inspector_would() {
    let site = Site::sound();
    site.write("content/events/_index.md", "+++\ntitle = \"宣传活动\"\nsummary = \"活动\"\n+++\n");
    let case = site.read("content/cases/wages.md").replace("2026-11-20", "2026-03-02");
    site.write("content/cases/wages.md", &case);
    let run = site.run(&["check", "--inspection", "--no-print", "--date", TODAY]).expect(0);
    for words in [
        "分（满分 100）",
        "栏目“宣传活动”是空的",
        "全站 267 天没有更新",
        "site_code",
        "站内没有死链",
        "文字对比度最低",
    ] {
        assert!(run.out.contains(words), "{words}\n{}", run.out);
    }
    let file = site.path("report.html");
    let option = format!("--inspection={}", file.display());
    site.run(&["check", &option, "--no-print", "--date", TODAY]).expect(0);
    let page = fs::read_to_string(&file).unwrap();
    assert!(page.starts_with("<!doctype html>") && page.contains("否决"), "{page}");
    assert!(!site.exists("public"), "an inspection writes no site");

    // Mended, the points rise.
    let points = |out: &str| -> u32 {
        out.split(" 分（满分").next().unwrap().lines().last().unwrap().parse().unwrap()
    };
    let before = points(&run.out);
    site.write("content/events/fair.md", format!("+++\ntitle = \"赶集\"\nsummary = \"宣传\"\ndate = {TODAY}\nwhere = \"集上\"\n+++\n好。\n"));
    let run = site.run(&["check", "--inspection", "--no-print", "--date", TODAY]).expect(0);
    assert!(points(&run.out) >= before + 15, "{before}\n{}", run.out);
}

#[test]
fn an_inspection_of_a_site_with_errors_names_them_and_gives_no_points() {
    let site = Site::sound();
    site.build().expect(0);
    let published = tree(&site.path("public"));
    let page = "+++\ntitle = \"新页\"\nsummary = \"新\"\nsurprise = 1\n+++\n好。\n";
    site.write("content/about/new.md", page);
    let run = site.run(&["check", "--inspection", "--no-print", "--date", TODAY]).expect(1);
    for words in ["内容有 1 处错误", "content/about/new.md:4", "surprise", "页脚信息", "文字对比度"]
    {
        assert!(run.out.contains(words), "{words}\n{}", run.out);
    }
    for words in ["满分 100", "站内没有死链", "必选标签都齐"] {
        assert!(!run.out.contains(words), "{words} was not looked at\n{}", run.out);
    }
    let file = site.path("report.html");
    let option = format!("--inspection={}", file.display());
    let run = site.run(&["check", &option, "--no-print", "--date", TODAY]).expect(1);
    assert!(run.err.contains("没有打分"), "{}", run.err);
    assert!(site.read("report.html").contains("<li>content/about/new.md:4</li>"));
    assert_eq!(published, tree(&site.path("public")), "what is published stays as it is");
    // A folder that is no site is most likely a slip of the pen: nothing is said of its columns.
    let empty = Site::empty();
    let run = empty.run(&["check", "--inspection", "--no-print", "--date", TODAY]);
    assert!(run.code != 0 && !run.out.contains("自查报告"), "{}", run.out);
}

#[test]
fn a_build_says_what_the_heaviest_case_weighs() {
    let site = Site::sound();
    let run = site.build().expect(0);
    assert!(run.err.contains("最重的案例 cases/wages.html 连样式"), "{}", run.err);
    assert!(!run.err.contains("超过 30 kB"), "{}", run.err);
}

#[test]
fn structured_data_is_json_and_times_are_times() {
    let site = Site::sound();
    let page = "+++\ntitle = \"甲<!--<script>乙\"\nsummary = \"摘要\"\n+++\n正文。\n";
    site.write("content/about/odd.md", page);
    build(&site, &[]);
    let mut blocks = 0;
    for (name, bytes) in tree(&site.path("public")) {
        if !name.ends_with(".html") {
            continue;
        }
        let text = String::from_utf8(bytes).unwrap();
        for block in text.split("<script type=\"application/ld+json\">").skip(1) {
            let data = block.split("</script>").next().unwrap();
            assert!(!data.contains('<'), "{name}: a browser reads `<!--<script` as more than text");
            let data: serde_json::Value = serde_json::from_str(data).unwrap();
            assert_eq!(data["@context"], "https://schema.org", "{name}");
            assert!(data["@type"].is_string() && !data.to_string().contains("null"), "{name}");
            blocks += 1;
        }
    }
    assert!(blocks > 5);
    // The feed and the map are read by a parser that minds.
    let parse = "import sys, xml.dom.minidom as m; [m.parse(f) for f in sys.argv[1:]]";
    let files = ["public/feed.xml", "public/sitemap.xml"].map(|file| site.path(file));
    assert!(Command::new("python3").args(["-c", parse]).args(files).status().unwrap().success());
    let feed = site.read("public/feed.xml");
    for part in ["<id>", "<title>", "<updated>", "<author>"] {
        let before = feed.split("<entry>").next().unwrap();
        assert!(before.contains(part), "{part}");
    }
    for entry in feed.split("<entry>").skip(1) {
        assert!(entry.contains("<id>") && entry.contains("<updated>") && entry.contains("<title>"));
    }
}
