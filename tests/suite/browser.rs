//! The site in a real browser: headless Chromium, driven over its own protocol.
//!
//! What only a browser knows: whether a page is wider than the screen, whether a script or a style
//! was refused, whether anything is fetched from elsewhere, whether the self-check can be walked
//! with and without script.

use std::io::{BufRead, BufReader};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;
use std::time::Duration;

use serde_json::{Value, json};
use tempfile::TempDir;
use tungstenite::stream::MaybeTlsStream;
use tungstenite::{Message, WebSocket};

use crate::site::{Run, TODAY, program, repository};

/// This repository's site, built once for all tests.
pub(crate) static BUILT: LazyLock<(TempDir, PathBuf)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("public");
    let mut command = program();
    command.args(["build", "--no-print", "--date", TODAY, "--root"]).arg(repository());
    Run::of(command.arg("--out").arg(&out).output().unwrap()).expect(0);
    (folder, out)
});

/// One page of every kind, and every page that is no page of content.
const PAGES: [&str; 36] = [
    "index.html",
    "find.html",
    "search.html",
    "map.html",
    "eligibility/index.html",
    "eligibility/wages.html",
    "channels/materials.html",
    "channels/time-limits.html",
    "contacts/index.html",
    "contacts/luqiao.html",
    "checkup/civil.html",
    "cases/index.html",
    "cases/wages-2025-17.html",
    "cases/category/lao-dong-bao-chou.html",
    "laws/legal-aid-law.html",
    "notices/2021-03-12.html",
    "statistics/2020.html",
    "articles/blue-sky.html",
    "events/migrant-2026.html",
    "about/objection.html",
    "about/glossary.html",
    "checkup/civil/1-2.html",
    "checkup/civil/1-1.html",
    "where.html",
    "where/stage-criminal.html",
    "where/lu-qiao-zhen.html",
    "bring.html",
    "bring/wages.html",
    "problems.html",
    "notices/2021-03-12/1.html",
    "events/constitution-day-2026.html",
    "elder/index.html",
    "elder/eligibility/wages.html",
    "elder/contacts/luqiao.html",
    "elder/channels/time-limits.html",
    "elder/checkup/civil/1-1.html",
];

/// A running browser with one page.
pub(crate) struct Browser {
    child: Child,
    socket: WebSocket<MaybeTlsStream<TcpStream>>,
    session: String,
    last: u64,
    /// Complaints of the page: errors, refusals, requests to elsewhere.
    pub(crate) complaints: Vec<String>,
    _profile: TempDir,
}

impl Browser {
    pub(crate) fn open() -> Self {
        let profile = tempfile::tempdir().unwrap();
        let names = ["chromium", "chromium-browser", "google-chrome"];
        let exists = |name: &&&str| {
            Command::new(name)
                .arg("--version")
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .status()
                .is_ok()
        };
        let name = names.iter().find(exists).expect("chromium: `make tools` installs it");
        let mut child = Command::new(name)
            .args([
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--remote-debugging-port=0",
                "--no-first-run",
                "--disable-background-networking",
            ])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .stderr(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let address = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| line.strip_prefix("DevTools listening on ").map(str::to_owned))
            .expect("the browser says where it listens");
        std::thread::spawn(move || lines.for_each(drop));
        let (socket, _) = tungstenite::connect(address).unwrap();
        if let MaybeTlsStream::Plain(stream) = socket.get_ref() {
            stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        }
        let mut browser = Self {
            child,
            socket,
            session: String::new(),
            last: 0,
            complaints: Vec::new(),
            _profile: profile,
        };
        let target = browser.call("Target.createTarget", json!({ "url": "about:blank" }));
        let attached = browser.call(
            "Target.attachToTarget",
            json!({ "targetId": target["targetId"], "flatten": true }),
        );
        browser.session = attached["sessionId"].as_str().unwrap().to_owned();
        for domain in ["Page", "Runtime", "Log", "Network"] {
            browser.call(&format!("{domain}.enable"), json!({}));
        }
        browser
    }

    pub(crate) fn call(&mut self, method: &str, params: Value) -> Value {
        self.last += 1;
        let id = self.last;
        let mut message = json!({ "id": id, "method": method, "params": params });
        if !self.session.is_empty() {
            message["sessionId"] = json!(self.session);
        }
        self.socket.send(Message::text(message.to_string())).unwrap();
        loop {
            let said = self.hear();
            if said["id"] == json!(id) {
                assert!(said["error"].is_null(), "{method}: {}", said["error"]);
                return said["result"].clone();
            }
        }
    }

    /// The next message; complaints are noted on the way.
    fn hear(&mut self) -> Value {
        let text = self.socket.read().unwrap().into_text().unwrap();
        let said: Value = serde_json::from_str(&text).unwrap();
        let params = &said["params"];
        match said["method"].as_str() {
            Some("Runtime.exceptionThrown") => {
                self.complaints.push(params["exceptionDetails"]["text"].to_string())
            }
            Some("Log.entryAdded") if params["entry"]["level"] == "error" => {
                self.complaints.push(params["entry"]["text"].to_string());
            }
            Some("Network.requestWillBeSent") => {
                let url = params["request"]["url"].as_str().unwrap_or_default();
                if !url.starts_with("file://") && !url.starts_with("data:") && url != "about:blank"
                {
                    self.complaints.push(format!("a request to {url}"));
                }
            }
            _ => {}
        }
        said
    }

    pub(crate) fn size(&mut self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.call("Emulation.setDeviceMetricsOverride", size);
    }

    /// Opens a page of the site and waits until it is loaded.
    fn visit(&mut self, page: &str) {
        self.go(&format!("file://{}/{page}", BUILT.1.display()));
    }

    /// Opens an address and waits until it is loaded.
    pub(crate) fn go(&mut self, url: &str) {
        self.call("Page.navigate", json!({ "url": url }));
        // The page before is complete, too, until the new one has begun.
        let wanted = json!(url.split('#').next().unwrap());
        for _ in 0..1000 {
            let there = self.value("document.readyState === 'complete' && document.documentElement && location.href.split(/[?#]/)[0]");
            if there == wanted {
                return;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("{url} does not load");
    }

    pub(crate) fn value(&mut self, expression: &str) -> Value {
        let asked =
            json!({ "expression": expression, "returnByValue": true, "awaitPromise": true });
        let answer = self.call("Runtime.evaluate", asked);
        assert!(
            answer["exceptionDetails"].is_null(),
            "{expression}: {}",
            answer["exceptionDetails"]
        );
        answer["result"]["value"].clone()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn every_kind_of_page_fits_the_screen_and_raises_no_complaint() {
    let mut browser = Browser::open();
    let mut wrong = Vec::new();
    for (width, height) in [(360, 740), (1440, 900)] {
        browser.size(width, height);
        for page in PAGES {
            browser.visit(page);
            let over = browser.value(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth",
            );
            if over.as_f64().unwrap() > 0.0 {
                wrong.push(format!("{page} at {width}: {over} pixels too wide"));
            }
            let cut = browser.value(
                "[...document.querySelectorAll('h1,h2,h3,p,li,dd,dt,a')].filter(e => { const r = e.getBoundingClientRect(); return r.width > 0 && r.right > innerWidth + 1 && !e.closest('.table,pre') }).map(e => e.textContent.slice(0, 20)).join(' | ')",
            );
            if cut != json!("") {
                wrong.push(format!("{page} at {width}: cut off: {cut}"));
            }
            wrong.extend(
                browser.complaints.drain(..).map(|said| format!("{page} at {width}: {said}")),
            );
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn on_a_phone_the_number_and_the_targets_are_large_enough() {
    let mut browser = Browser::open();
    browser.size(360, 740);
    for page in ["index.html", "cases/wages-2025-17.html", "checkup/civil.html"] {
        browser.visit(page);
        let call = "(() => { const r = document.querySelector('.thumb a[href^=\"tel:\"]').getBoundingClientRect(); return r.height >= 44 && r.bottom <= innerHeight + 1 })()";
        assert_eq!(browser.value(call), json!(true), "{page}: the call button is on the screen");
        let size = browser.value("parseFloat(getComputedStyle(document.body).fontSize)");
        assert!(size.as_f64().unwrap() >= 18.0, "{page}: {size}");
    }
    browser.visit("index.html");
    let small = "[...document.querySelectorAll('.doors a, .problems a, .thumb a, .answers a, .towns a, .problem-list a, .ticks label, .elder-list a, .elder-call, .call, .type')].filter(e => { const h = e.getBoundingClientRect().height; return h > 0 && h < 44 }).map(e => e.textContent).join()";
    for page in
        ["index.html", "where.html", "bring/wages.html", "checkup/civil/1.html", "elder/index.html"]
    {
        browser.visit(page);
        assert_eq!(browser.value(small), json!(""), "{page}");
    }
}

#[test]
fn the_self_check_is_walked_one_question_at_a_time() {
    let mut browser = Browser::open();
    browser.size(360, 740);
    for (edition, script) in [("", true), ("", false), ("elder/", false)] {
        browser.call("Emulation.setScriptExecutionDisabled", json!({ "value": !script }));
        browser.visit(&format!("{edition}checkup/civil.html"));
        let heading =
            "(document.querySelector('.step h2') || document.querySelector('h1')).textContent";
        assert_eq!(browser.value(heading), json!("您遇到了什么事？"), "script {script}");
        for (answer, leads) in
            [("老板不给工钱", "您是从农村进城打工的吗？"), ("是", "您可以申请，不用证明家里困难")]
        {
            // Without script a click is only a link being followed.
            let address = browser.value(&format!(
                "[...document.querySelectorAll('main li a')].find(a => a.textContent.trim() === '{answer}').href"
            ));
            let address = address.as_str().unwrap().to_owned();
            let (_, page) = address.split_once("/public/").unwrap();
            browser.visit(page);
            assert_eq!(browser.value("document.querySelector('h1').textContent"), json!(leads));
        }
        let told = browser.value("document.querySelector('main').textContent");
        for word in ["去的时候带上", "0550-0000003"] {
            assert!(told.as_str().unwrap().contains(word), "{edition}: {word}");
        }
        browser.value("history.back()");
        let mut back = Value::Null;
        for _ in 0..100 {
            std::thread::sleep(Duration::from_millis(50));
            back = browser.value("(document.querySelector('h1') || {}).textContent || ''");
            if back == json!("您是从农村进城打工的吗？") {
                break;
            }
        }
        assert_eq!(back, json!("您是从农村进城打工的吗？"), "back works");
    }
}

#[test]
fn the_look_up_page_filters_by_word_and_by_pinyin() {
    let mut browser = Browser::open();
    browser.size(1440, 900);
    browser.visit("find.html");
    for typed in ["工钱", "lbbg"] {
        let filter = format!(
            "(() => {{ const i = document.querySelector('.filter input'); i.value = '{typed}'; i.dispatchEvent(new Event('input', {{ bubbles: true }})); return new Promise(done => setTimeout(() => done([...document.querySelectorAll('.letter dt')].filter(e => e.getBoundingClientRect().height > 0).map(e => e.textContent.trim()).join(',')), 100)) }})()"
        );
        let left = browser.value(&filter);
        assert!(left.as_str().unwrap().contains("老板不给工钱"), "{typed}: {left}");
        assert!(!left.as_str().unwrap().contains("车祸"), "{typed}: {left}");
    }
}

#[test]
fn reading_choices_are_remembered_and_keys_reach_the_text() {
    let mut browser = Browser::open();
    browser.size(360, 740);
    browser.visit("eligibility/wages.html");
    let choose = |name: &str| {
        format!(
            "document.querySelector('.type').click(); [...document.querySelectorAll('#tools button')].find(b => b.textContent === '{name}').click()"
        )
    };
    browser.value(&choose("特大"));
    browser.visit("cases/wages-2025-17.html");
    let size = browser.value("parseFloat(getComputedStyle(document.documentElement).fontSize)");
    assert_eq!(size, json!(26), "the choice holds on the next page");
    assert_eq!(browser.value("document.cookie"), json!(""), "without a cookie");
    browser.value(&choose("深色"));
    let dark = browser.value("getComputedStyle(document.body).backgroundColor");
    assert_eq!(dark, json!("rgb(15, 26, 38)"));
    let over = browser
        .value("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assert_eq!(over, json!(0), "large type fits the phone");
    for key in ["rawKeyDown", "keyUp"] {
        browser.call(
            "Input.dispatchKeyEvent",
            json!({ "type": key, "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9 }),
        );
    }
    assert_eq!(
        browser.value("document.activeElement.className"),
        json!("skip"),
        "the first stop leads to the text"
    );
}

#[test]
fn printed_pages_show_the_text_and_no_menus() {
    let mut browser = Browser::open();
    browser.size(1440, 900);
    browser.call("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    browser.visit("eligibility/wages.html");
    let hidden = "['.menu', '.thumb', '.print'].every(s => { const e = document.querySelector(s); return !e || e.getBoundingClientRect().height === 0 })";
    assert_eq!(browser.value(hidden), json!(true));
    assert_eq!(
        browser.value("document.querySelector('.body').getBoundingClientRect().height > 100"),
        json!(true)
    );
}

#[test]
fn a_checklist_prints_on_one_a5_page() {
    let mut browser = Browser::open();
    browser.size(1440, 900);
    for page in ["bring/wages.html", "bring/no-hardship.html", "bring/medical-food-injury.html"] {
        browser.visit(page);
        let options = json!({ "preferCSSPageSize": true, "printBackground": true });
        let printed = browser.call("Page.printToPDF", options);
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("sheet.pdf");
        std::fs::write(&file, base64(printed["data"].as_str().unwrap())).unwrap();
        let said = Command::new("pdfinfo").arg(&file).output().expect("pdfinfo: `make tools`");
        let said = String::from_utf8(said.stdout).unwrap();
        let pages = said.lines().find(|line| line.starts_with("Pages:")).unwrap();
        assert!(pages.ends_with(" 1"), "{page}: {pages}");
        assert!(said.contains("(A5)"), "{page}: {said}");
    }
}

/// The bytes base64 stands for; Chromium sends files so.
fn base64(text: &str) -> Vec<u8> {
    const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0u32, 0);
    for digit in text.chars().filter_map(|c| ALPHABET.find(c)) {
        held = held << 6 | u32::try_from(digit).unwrap();
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 0xff).unwrap());
        }
    }
    bytes
}

/// Text stands out at 7:1 in every scheme; large type from 4.5:1 (WCAG 1.4.6).
#[test]
fn text_stands_out_in_light_dark_and_high_contrast() {
    let mut browser = Browser::open();
    browser.size(360, 740);
    let measure = r"(() => {
        const parse = c => c.match(/[\d.]+/g).map(Number);
        const light = c => { const [r, g, b] = c.map(v => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4 }); return 0.2126 * r + 0.7152 * g + 0.0722 * b };
        const ground = e => { for (; e; e = e.parentElement) { const s = getComputedStyle(e); const c = parse(s.backgroundColor); if (s.backgroundImage !== 'none') return null; if (c.length < 4 || c[3] === 1) return c.slice(0, 3); } return [255, 255, 255] };
        const bad = new Set();
        for (const e of document.querySelectorAll('body *')) {
            if (![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())) continue;
            if (!e.getBoundingClientRect().height || e.closest('svg,.skip')) continue;
            const on = ground(e); if (!on) continue;
            const style = getComputedStyle(e), size = parseFloat(style.fontSize);
            const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
            const [a, b] = [light(parse(style.color).slice(0, 3)), light(on)].sort((x, y) => y - x);
            const ratio = (a + 0.05) / (b + 0.05);
            if (ratio < (large ? 4.5 : 7)) bad.add(e.tagName + '.' + e.className + ' ' + ratio.toFixed(2) + ' ' + e.textContent.trim().slice(0, 12));
        }
        return [...bad].join(' | ');
    })()";
    let mut wrong = Vec::new();
    for page in PAGES {
        browser.visit(page);
        for (theme, contrast) in [("light", ""), ("dark", ""), ("light", "high"), ("dark", "high")]
        {
            let set = format!(
                "document.documentElement.setAttribute('data-theme', '{theme}'); '{contrast}' && document.documentElement.setAttribute('data-contrast', '{contrast}')"
            );
            browser.value(&set);
            let bad = browser.value(measure);
            if bad != json!("") {
                wrong.push(format!("{page} {theme} {contrast}: {bad}"));
            }
            browser.value("document.documentElement.removeAttribute('data-contrast')");
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// 400 % zoom on a screen of 1280 pixels leaves 320 (WCAG 1.4.10).
#[test]
fn at_four_hundred_per_cent_nothing_scrolls_sideways() {
    let mut browser = Browser::open();
    browser.size(320, 600);
    for page in PAGES {
        browser.visit(page);
        let over = browser
            .value("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assert_eq!(over, json!(0), "{page}");
    }
}
