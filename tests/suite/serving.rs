//! The preview: follows every change, keeps the last good site up, shows findings on top.

#![cfg(feature = "serve")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::site::{PAGES, Site, TODAY, program};

/// A running preview; stopped when dropped.
struct Preview {
    child: Child,
    address: String,
}

impl Preview {
    fn start(site: &Site) -> Self {
        let mut command = program();
        command.args(["serve", "--port", "0", "--date", TODAY, "--lang", "zh", "--root"]);
        let mut child = command.arg(site.root()).stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let address = lines.by_ref().find_map(|line| {
            let line = line.unwrap();
            let at = line.find("http://127.0.0.1:")? + "http://".len();
            Some(line[at..].split(['/', ' ', '　']).next().unwrap().to_owned())
        });
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, address: address.expect("it says where it is") }
    }

    /// Status line and body.
    fn get(&self, path: &str) -> (String, String) {
        self.ask(path, &self.address)
    }

    fn ask(&self, path: &str, host: &str) -> (String, String) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.to_owned(), body.to_owned())
    }

    /// Asks until the body is as wanted.
    #[track_caller]
    fn until(&self, path: &str, wanted: impl Fn(&str) -> bool) -> String {
        let started = Instant::now();
        loop {
            let (_, body) = self.get(path);
            if wanted(&body) {
                return body;
            }
            assert!(started.elapsed() < Duration::from_secs(10), "not within ten seconds:\n{body}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn changes_show_and_mistakes_stand_on_top_of_the_last_good_site() {
    let site = Site::sound();
    let preview = Preview::start(&site);
    let (head, body) = preview.get("/cases/wages.html");
    assert!(head.starts_with("HTTP/1.1 200") && body.contains("案情简介"), "{head}");
    assert!(head.to_lowercase().contains("content-security-policy"), "{head}");

    let (path, text) = PAGES[3];
    site.write(path, text.replace("一。", "改过的句子。"));
    preview.until("/cases/wages.html", |body| body.contains("改过的句子"));

    site.write(path, text.replace("一。", "[死链](没有.md)"));
    let body = preview.until("/cases/wages.html", |body| body.contains("M203"));
    assert!(body.contains("改过的句子"), "the last good page stays up");
    let list = preview.get("/index.html").1;
    assert!(list.contains("M203"), "the findings stand on every page");

    site.write(path, text.replace("一。", "又好了。"));
    let body = preview.until("/cases/wages.html", |body| body.contains("又好了"));
    assert!(!body.contains("M203"), "mended findings go");
}

/// A page that did not change is not judged again, unless what it is judged by changed.
#[test]
fn findings_on_an_unchanged_page_follow_what_it_rests_on() {
    let site = Site::sound();
    let (path, text) = PAGES[3];
    site.write(path, text.replace("一。", "按《法律援助法》第七十条办理，打 0550-0000000。"));
    let preview = Preview::start(&site);
    preview.until("/", |body| body.contains("C318"));

    let (law, digest) = PAGES[4];
    site.write(law, digest.replace("last_article = 71", "last_article = 60"));
    preview.until("/", |body| body.contains("C302"));
    site.write(law, digest);
    preview.until("/", |body| !body.contains("C302") && body.contains("C318"));

    let (contact, office) = PAGES[2];
    site.write(contact, office.replace("0550-0000000", "0550-0000001"));
    preview.until("/", |body| body.contains("C332") && !body.contains("C318"));
}

#[test]
fn new_pages_and_removed_ones() {
    let site = Site::sound();
    let preview = Preview::start(&site);
    assert!(preview.get("/about/new.html").0.starts_with("HTTP/1.1 404"));
    site.write(
        "content/about/new.md",
        "+++\ntitle = \"新页\"\nsummary = \"摘要\"\n+++\n新来的。\n",
    );
    preview.until("/about/new.html", |body| body.contains("新来的"));
    std::fs::remove_file(site.path("content/about/new.md")).unwrap();
    preview.until("/about/new.html", |body| !body.contains("新来的"));
}

#[test]
fn a_site_with_mistakes_from_the_start_shows_them() {
    let site = Site::sound();
    site.write("content/about/a.md", "没有页首");
    let preview = Preview::start(&site);
    preview.until("/", |body| body.contains("S105"));
    std::fs::remove_file(site.path("content/about/a.md")).unwrap();
    preview.until("/", |body| body.contains("某县法律援助中心") && !body.contains("S105"));
}

#[test]
fn nothing_outside_the_site_is_served() {
    let site = Site::sound();
    site.write("秘密.txt", "不要看");
    let preview = Preview::start(&site);
    for path in [
        "/../秘密.txt",
        "/%2e%2e/site.toml",
        "/..%2fsite.toml",
        "//etc/passwd",
        "/site.toml",
        "/content/cases/wages.md",
    ] {
        let (head, body) = preview.get(path);
        assert!(!head.starts_with("HTTP/1.1 200"), "{path}: {head}");
        assert!(!body.contains("不要看") && !body.contains("[publisher]"), "{path}");
    }
    // A foreign host name is refused, whatever is asked for.
    for path in ["/", "/-lantian/events", "/-lantian/print/", "/-lantian/print/b.pdf"] {
        let (head, _) = preview.ask(path, "evil.example.com");
        assert!(head.starts_with("HTTP/1.1 403"), "{path}: {head}");
    }
}

#[test]
fn an_open_page_is_told_of_changes() {
    let site = Site::sound();
    let preview = Preview::start(&site);
    let mut stream = TcpStream::connect(&preview.address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    write!(stream, "GET /-lantian/events HTTP/1.1\r\nHost: {}\r\n\r\n", preview.address).unwrap();
    let mut lines = BufReader::new(stream).lines();
    assert!(lines.next().unwrap().unwrap().contains("200"));
    let (path, text) = PAGES[3];
    site.write(path, text.replace("一。", "改过的句子。"));
    let told =
        lines.map(|line| line.expect("within ten seconds")).any(|line| line.starts_with("data:"));
    assert!(told);
}

/// A brochure is shown beside the site and follows an edit.
#[cfg(feature = "print")]
#[test]
fn a_brochure_beside_the_site() {
    let site = Site::sound();
    let brochure = "[[brochure]]\nid = \"b\"\nform = \"handbook\"\ntitle = \"便民手册\"\nselect = [\"cases\"]\nlarge_print = true\n";
    site.write("site.toml", format!("{}{brochure}", crate::site::SITE));
    let preview = Preview::start(&site);
    assert!(preview.get("/").1.contains("/-lantian/print/"), "the home page leads there");
    assert!(!preview.get("/cases/wages.html").1.contains("/-lantian/print/"));
    let (_, page) = preview.get("/-lantian/print/");
    assert!(
        page.contains("/brochures/b-large.pdf") && page.contains("便民手册（大字版）"),
        "{page}"
    );
    let (_, page) = preview.get("/-lantian/print/b.pdf");
    assert!(page.contains("data=\"/brochures/b.pdf\"") && page.contains("reload.js"), "{page}");
    assert!(preview.get("/-lantian/print/c.pdf").0.starts_with("HTTP/1.1 404"));
    let (head, before) = preview.get("/brochures/b.pdf");
    assert!(head.contains("application/pdf") && head.contains("frame-ancestors 'self'"), "{head}");
    let (path, text) = PAGES[3];
    site.write(path, text.replace("一。", "改过的句子。"));
    preview.until("/brochures/b.pdf", |body| body.starts_with("%PDF") && body != before);
}
