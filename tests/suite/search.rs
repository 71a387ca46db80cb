//! Search in a real browser: everyday words, places, pinyin, from a folder without a server.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::{Value, json};

use crate::browser::{BUILT, Browser};
use crate::site::{Site, TODAY, tree};

/// What a search shows.
struct Shown {
    status: String,
    /// Address and all words of each result.
    results: Vec<(String, String)>,
    marked: Vec<String>,
}

impl Shown {
    fn first(&self) -> &str {
        self.results.first().map_or("", |(address, _)| address.as_str())
    }
}

fn search(browser: &mut Browser, site: &Path, question: &str) -> Shown {
    browser.go(&format!("file://{}/search.html", site.display()));
    ask(browser, question)
}

fn ask(browser: &mut Browser, question: &str) -> Shown {
    let typed = json!(question);
    browser.value(&format!(
        "(() => {{ const i = document.querySelector('#q'); i.value = {typed}; document.querySelector('.search-form button').click(); return 0 }})()"
    ));
    let settled = "new Promise(done => { let last = ''; let n = 0; const look = () => { const s = document.querySelector('.search-status').textContent; const now = s + document.querySelectorAll('.search-results li').length; const busy = s === '正在找…' || (s.startsWith('找到') && !document.querySelector('.search-results li')); if (!busy && now === last || n > 200) done(s); else { last = now; n += 1; setTimeout(look, 30) } }; look() })";
    let status = browser.value(settled).as_str().unwrap().to_owned();
    let rows = browser.value(
        "document.querySelector('.search-results').hidden ? [] : [...document.querySelectorAll('.search-results li')].map(li => [li.querySelector('h2 a').getAttribute('href'), li.textContent])",
    );
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let rows = rows.as_array().unwrap();
    let results = rows.iter().map(|row| (text(&row[0]), text(&row[1]))).collect();
    let marked = browser
        .value("[...document.querySelectorAll('.search-results mark')].map(m => m.textContent)");
    let marked = marked.as_array().unwrap().iter().map(text).collect();
    Shown { status, results, marked }
}

#[test]
fn people_find_what_they_mean_in_their_own_words() {
    let mut browser = Browser::open();
    browser.size(360, 740);
    for (question, leads, marks) in [
        ("讨薪", "eligibility/wages.html", "工资"),
        ("老板不给工钱怎么办", "eligibility/wages.html", "老板"),
        ("炉桥镇", "contacts/luqiao.html", "炉桥镇"),
        ("工伤赔偿", "eligibility/work-injury.html", "工伤赔偿"),
        ("taoxin", "eligibility/wages.html", "讨薪"),
        ("ＴＸ", "eligibility/wages.html", "讨薪"),
        ("被老公打", "eligibility/domestic-violence.html", "家暴"),
    ] {
        let shown = search(&mut browser, &BUILT.1, question);
        let found: Vec<_> = shown.results.iter().take(3).map(|(at, _)| at.as_str()).collect();
        assert!(found.contains(&leads), "{question}: {found:?} {}", shown.status);
        assert!(
            shown.marked.iter().any(|word| word.contains(marks)),
            "{question}: {:?}",
            shown.marked
        );
        assert!(shown.status.starts_with("找到 "), "{question}: {}", shown.status);
        for (address, _) in &shown.results {
            assert!(BUILT.1.join(address).exists(), "{question}: {address}");
        }
    }
    let shown = search(&mut browser, &BUILT.1, "量子纠缠态");
    assert!(shown.results.is_empty() && shown.status.starts_with("没有找到"), "{}", shown.status);
    assert_eq!(browser.complaints, Vec::<String>::new());
}

#[test]
fn nothing_is_loaded_before_somebody_searches_and_each_piece_once() {
    let mut browser = Browser::open();
    browser.size(1440, 900);
    browser.go(&format!("file://{}/search.html", BUILT.1.display()));
    let loaded = "document.querySelectorAll('script[src*=\"assets/search/\"]').length";
    assert_eq!(browser.value(loaded), json!(0));
    ask(&mut browser, "讨薪");
    let once = browser.value(loaded).as_u64().unwrap();
    assert!(once > 2);
    ask(&mut browser, "讨薪");
    assert_eq!(browser.value(loaded), json!(once), "asking again loads nothing");
}

fn press(browser: &mut Browser, key: &str, code: u32) {
    for kind in ["rawKeyDown", "keyUp"] {
        let event = json!({ "type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code });
        browser.call("Input.dispatchKeyEvent", event);
    }
}

#[test]
fn results_are_walked_by_keyboard_and_announced() {
    let mut browser = Browser::open();
    browser.size(1440, 900);
    let shown = search(&mut browser, &BUILT.1, "法律援助");
    assert_eq!(shown.results.len(), 8, "a screenful, then on request");
    browser.value("document.querySelector('#q').focus()");
    let focus = "document.activeElement.id || document.activeElement.getAttribute('href') || document.activeElement.className";
    press(&mut browser, "ArrowDown", 40);
    assert_eq!(browser.value(focus), json!(shown.first()));
    press(&mut browser, "ArrowDown", 40);
    assert_eq!(browser.value(focus), json!(shown.results[1].0));
    press(&mut browser, "Escape", 27);
    assert_eq!(browser.value(focus), json!("q"));
    browser.value("document.querySelector('.search-more').click()");
    let more = "new Promise(done => setTimeout(() => done(document.querySelectorAll('.search-results li').length), 400))";
    assert_eq!(browser.value(more), json!(16));
    let ninth = "document.activeElement === document.querySelectorAll('.search-results h2 a')[8]";
    assert_eq!(browser.value(ninth), json!(true), "the focus goes to the first of the new ones");
    let spoken = "(() => { const s = document.querySelector('.search-status'); return s.getAttribute('role') + s.getAttribute('aria-live') })()";
    assert_eq!(browser.value(spoken), json!("statuspolite"));
    assert_eq!(
        browser.value("document.querySelector('label[for=q]').textContent"),
        json!("想找什么")
    );
}

#[test]
fn without_script_the_page_leads_to_the_index_of_problems() {
    let page = std::fs::read_to_string(BUILT.1.join("search.html")).unwrap();
    let shown = page.split("<noscript>").nth(1).unwrap();
    assert!(shown.contains("href=\"find.html\"") && shown.contains("href=\"map.html\""));
    assert!(page.contains("action=\"search.html\" method=\"get\""));
}

/// A site whose pages are of many words, as the real ones are: the index has little to repeat.
fn large(pages: usize) -> Site {
    let site = Site::sound();
    let mut state = 7_u64;
    let mut random = move |below: u64| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    // 600 words of two characters, drawn as words are: some often, most seldom.
    let word = |rank: u64| -> String {
        let c = |n: u64| char::from_u32(0x4e00 + u32::try_from(n * 97 % 2500).unwrap()).unwrap();
        [c(rank * 2), c(rank * 2 + 1)].iter().collect()
    };
    for number in 0..pages {
        let mut text = String::new();
        for _ in 0..600 {
            let (a, b) = (random(600), random(600));
            text.push_str(&word(a * b / 600));
            if random(7) == 0 {
                text.push('，');
            }
        }
        let case = format!(
            "+++\ntitle = \"第{number}件劳动报酬案\"\ndate = 2026-11-20\nsummary = \"炉桥镇第{number}件\"\ncategory = \"劳动报酬\"\nconsent = true\n+++\n## 案情简介\n\n{text}\n\n## 办理过程\n\n二。\n\n## 法律分析\n\n三。\n\n## 典型意义\n\n四。\n"
        );
        site.write(&format!("content/cases/c{number}.md"), case);
    }
    site
}

/// The promise: a first search on a site of 1,000 pages costs at most 200 kB, uncompressed.
#[test]
fn a_first_search_on_a_thousand_pages_is_at_most_two_hundred_kilobytes() {
    let site = large(1_000);
    site.build().expect(0);
    let public = site.path("public");
    let mut browser = Browser::open();
    let mut said = String::new();
    for question in ["讨薪", "炉桥镇劳动报酬", "老板不给工钱应该怎么办才好", "laoban"]
    {
        let shown = search(&mut browser, &public, question);
        let loaded = browser.value("[...document.querySelectorAll('script[src*=\"assets/search\"]')].map(s => s.getAttribute('src').split('?')[0])");
        let mut sum = std::fs::metadata(public.join("search.html")).unwrap().len();
        for name in loaded.as_array().unwrap() {
            sum += std::fs::metadata(public.join(name.as_str().unwrap())).unwrap().len();
        }
        let _ = writeln!(said, "{question}: {sum} bytes, {}", shown.status);
        assert!(sum <= 200_000 && !shown.results.is_empty(), "{said}");
    }
    println!("{said}");
}

#[test]
fn an_index_is_the_same_every_time_and_names_no_person() {
    let site = Site::sound();
    site.write(
        "content/notices/one.md",
        "+++\ntitle = \"遗失声明\"\nsummary = \"一批\"\ndate = 2026-11-20\nsource = \"某报\"\n[[notice]]\nholder = \"闻人某甲\"\nholder_kind = \"person\"\ndocument = \"营运证\"\n[[notice]]\nholder = \"某县养鸭协会\"\nholder_kind = \"organisation\"\ndocument = \"登记证书\"\n+++\n",
    );
    site.write(
        "site.toml",
        format!("{}[search]\nsynonyms = [[\"讨薪\", \"要账\"]]\n", crate::site::SITE),
    );
    site.build().expect(0);
    let first = tree(&site.path("public/assets/search"));
    let all: String =
        first.values().map(|bytes| String::from_utf8_lossy(bytes).into_owned()).collect();
    assert!(all.contains("养鸭协会") && !all.contains("闻人某甲"));
    assert!(all.contains("[\"讨薪\",\"要账\"]"));
    let out = site.path("again");
    site.run(&["build", "--no-print", "--date", TODAY, "--out", out.to_str().unwrap()]).expect(0);
    assert_eq!(first, tree(&out.join("assets/search")));
}
