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
static BUILT: LazyLock<(TempDir, PathBuf)> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("public");
    let mut command = program();
    command.args(["build", "--no-print", "--date", TODAY, "--root"]).arg(repository());
    Run::of(command.arg("--out").arg(&out).output().unwrap()).expect(0);
    (folder, out)
});

/// One page of every kind, and every page that is no page of content.
const PAGES: [&str; 20] = [
    "index.html",
    "find.html",
    "404.html",
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
];

/// A running browser with one page.
struct Browser {
    child: Child,
    socket: WebSocket<MaybeTlsStream<TcpStream>>,
    session: String,
    last: u64,
    /// Complaints of the page: errors, refusals, requests to elsewhere.
    complaints: Vec<String>,
    _profile: TempDir,
}

impl Browser {
    fn open() -> Self {
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

    fn call(&mut self, method: &str, params: Value) -> Value {
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

    fn size(&mut self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.call("Emulation.setDeviceMetricsOverride", size);
    }

    /// Opens a page of the site and waits until it is loaded.
    fn visit(&mut self, page: &str) {
        let url = format!("file://{}/{page}", BUILT.1.display());
        self.call("Page.navigate", json!({ "url": url }));
        for _ in 0..200 {
            if self.value("document.readyState") == json!("complete")
                && self.value("location.href") != json!("about:blank")
            {
                return;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        panic!("{page} does not load");
    }

    fn value(&mut self, expression: &str) -> Value {
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
    let small = browser.value("[...document.querySelectorAll('.doors a, .problems a, .thumb a')].filter(e => e.getBoundingClientRect().height < 44).length");
    assert_eq!(small, json!(0));
}

#[test]
fn the_self_check_is_walked_one_question_at_a_time() {
    let mut browser = Browser::open();
    browser.size(360, 740);
    for script in [true, false] {
        browser.call("Emulation.setScriptExecutionDisabled", json!({ "value": !script }));
        browser.visit("checkup/civil.html");
        let shown = "[...document.querySelectorAll('.step')].filter(e => e.getBoundingClientRect().height > 0).map(e => e.id).join(',')";
        assert_eq!(browser.value(shown), json!("matter"), "script {script}");
        for (answer, leads) in [("老板不给工钱", "migrant"), ("是", "yes-not-verified")] {
            let click = format!(
                "(() => {{ const a = [...document.querySelectorAll('.step a')].find(a => a.closest('.step').getBoundingClientRect().height > 0 && a.textContent.trim().startsWith('{answer}')); a.click(); return new Promise(done => setTimeout(done, 50)) }})()"
            );
            if script {
                browser.value(&click);
            } else {
                // Without script a click is only a link being followed.
                let hash = browser.value(&format!("[...document.querySelectorAll('.step a')].find(a => a.closest('.step').getBoundingClientRect().height > 0 && a.textContent.trim().startsWith('{answer}')).getAttribute('href')"));
                browser.visit(&format!("checkup/civil.html{}", hash.as_str().unwrap()));
            }
            assert_eq!(browser.value(shown), json!(leads), "script {script}, after {answer}");
        }
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
fn large_type_is_remembered_and_keys_reach_the_text() {
    let mut browser = Browser::open();
    browser.size(360, 740);
    browser.visit("eligibility/wages.html");
    browser.value("document.querySelector('.type').click()");
    let size = browser.value("parseFloat(getComputedStyle(document.documentElement).fontSize)");
    assert_eq!(size, json!(24));
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
