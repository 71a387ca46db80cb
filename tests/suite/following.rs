//! A preview after an edit is what it would be if the site had been read for the first time: what is
//! taken over from the reading before (pages, addresses, links, findings) is never stale.

use lantian::base::date::Date;
use lantian::pipeline::{Changed, Memory, Order, Preview};

use crate::site::{PAGES, Site, TODAY};

const SEEN: [&str; 16] = [
    "index.html",
    "cases/index.html",
    "cases/wages.html",
    "cases/second.html",
    "cases/category/lao-dong-bao-chou.html",
    "cases/category/hun-yin-jia-ting.html",
    "eligibility/index.html",
    "eligibility/wages.html",
    "channels/window.html",
    "contacts/centre.html",
    "laws/legal-aid-law.html",
    "old/wages.html",
    "find.html",
    "map.html",
    "sitemap.xml",
    "feed.xml",
];

fn order() -> Order {
    Order::of(Date::parse(TODAY).unwrap())
}

fn said(findings: &[lantian::base::diagnostic::Diagnostic]) -> Vec<(&'static str, String)> {
    findings.iter().map(|finding| (finding.code.id(), finding.message.zh.clone())).collect()
}

/// What a reading shows: the pages, where the site is sound, and the findings.
fn shown(preview: Option<&Preview>) -> Option<Vec<Option<Vec<u8>>>> {
    let preview = preview?;
    Some(SEEN.iter().map(|path| preview.get(path).map(Result::unwrap)).collect())
}

#[test]
fn after_every_edit_the_preview_is_that_of_a_first_reading() {
    let site = Site::sound();
    let (case, text) = PAGES[3];
    let (guide, about) = PAGES[0];
    let (contact, office) = PAGES[2];
    let (law, digest) = PAGES[4];
    let second = text.replace("2026-11-20", "2026-02-02").replace("张某追索", "李某追索");
    let toml = site.read("site.toml");
    // What is written where; nothing where the file is removed.
    let edits: Vec<(&str, Option<String>)> = vec![
        (case, Some(text.replace("一。", "改过的句子。"))),
        (case, Some(text.replace("张某追索", "赵某追索"))),
        (case, Some(text.replace("2026-11-20", "2026-05-05"))),
        ("content/cases/second.md", Some(second.clone())),
        ("content/cases/second.md", Some(second.replace("劳动报酬\"", "婚姻家庭\""))),
        (case, Some(text.replace("2026-11-20", "2026-01-01"))),
        (case, Some(text.replace("date =", "aliases = [\"old/wages.html\"]\ndate ="))),
        (guide, Some(about.replace("## 先做什么", "## 先去哪里"))),
        (
            guide,
            Some(
                about
                    .replace("[窗口](../channels/window.md)", "[案例](../cases/wages.md#办理过程)"),
            ),
        ),
        (case, Some(text.to_owned())),
        (case, Some(text.replace("## 办理过程", "## 怎么办的"))),
        (case, Some(text.replace("一。", "[死链](没有.md)"))),
        (guide, Some(about.replace("讨工钱", "要工钱"))),
        (case, Some(text.replace("title =", "title ＝"))),
        (case, Some(text.to_owned())),
        (contact, Some(office.replace("0550-0000000", "0550-0000001"))),
        (law, Some(digest.replace("last_article = 71", "last_article = 30"))),
        (law, Some(digest.to_owned())),
        (case, Some(text.replace("date =", "draft = true\ndate ="))),
        (
            "content/glossary.md",
            Some("+++\ntitle = \"词语\"\nsummary = \"词\"\n+++\n时效\n: 期限。\n".to_owned()),
        ),
        ("site.toml", Some(toml.replace("title = \"", "title = \"新的"))),
        ("content/cases/second.md", None),
        (case, Some(text.to_owned())),
    ];
    let mut memory = Memory::default();
    let read = |memory: &mut Memory, before: Option<&Preview>, changed: &Changed| {
        Preview::read(site.root(), &order(), memory, before, changed).unwrap()
    };
    let (mut before, _) = read(&mut memory, None, &Changed::Anything);
    let (mut sound, mut unsound, mut seen) = (0, 0, [false; SEEN.len()]);
    for (path, text) in &edits {
        match text {
            Some(text) => site.write(path, text),
            None => std::fs::remove_file(site.path(path)).unwrap(),
        }
        // An editor's other file, gone again, is no change.
        let files = [*path, "content/cases/.wages.md.swp", "content/cases/4913"];
        let changed = Changed::Files(files.iter().map(Into::into).collect());
        let (preview, findings) = read(&mut memory, before.as_ref(), &changed);
        let (fresh, expected) = read(&mut Memory::default(), None, &Changed::Anything);
        assert_eq!(said(&findings), said(&expected), "after {path}: {text:?}");
        assert!(shown(preview.as_ref()) == shown(fresh.as_ref()), "after {path}: {text:?}");
        if let Some(pages) = shown(preview.as_ref()) {
            seen.iter_mut().zip(pages).for_each(|(seen, page)| *seen |= page.is_some());
            before = preview;
            sound += 1;
        } else {
            unsound += 1;
        }
    }
    assert_eq!(seen, [true; SEEN.len()], "every page was there at some time");
    assert!(sound > 12 && unsound > 2, "{sound} sound, {unsound} not");
}

#[test]
fn a_folder_that_goes_takes_its_pages_along() {
    let site = Site::sound();
    let mut memory = Memory::default();
    let read = |memory: &mut Memory, changed: &Changed| {
        Preview::read(site.root(), &order(), memory, None, changed).unwrap().0.unwrap()
    };
    assert!(read(&mut memory, &Changed::Anything).get("cases/wages.html").is_some());
    std::fs::rename(site.path("content/cases"), site.path("elsewhere")).unwrap();
    let preview = read(&mut memory, &Changed::Files(["content/cases".into()].into()));
    assert!(preview.get("cases/wages.html").is_none());
}

#[cfg(unix)]
#[test]
fn what_is_written_behind_a_link_shows() {
    let site = Site::sound();
    std::os::unix::fs::symlink(site.path(PAGES[3].0), site.path("content/cases/again.md")).unwrap();
    let mut memory = Memory::default();
    let read = |memory: &mut Memory, changed: &Changed| {
        Preview::read(site.root(), &order(), memory, None, changed).unwrap().0.unwrap()
    };
    read(&mut memory, &Changed::Anything);
    let (path, text) = PAGES[3];
    site.write(path, text.replace("一。", "改过的句子。"));
    let preview = read(&mut memory, &Changed::Files([path.into()].into()));
    let page = preview.get("cases/again.html").unwrap().unwrap();
    assert!(String::from_utf8(page).unwrap().contains("改过的句子"));
}
