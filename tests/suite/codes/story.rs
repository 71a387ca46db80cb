//! Stories of broken sites, as their files tell them.

use std::fs;

use crate::site::{Site, repository};

/// A site and whether the code is found in it.
pub(super) struct Story {
    pub(super) code: String,
    /// Where it begins in its file, from 1.
    pub(super) line: usize,
    pub(super) fires: bool,
    /// Whether `lantian print` is to say it.
    pub(super) print: bool,
    parts: Vec<Part>,
}

/// A file of the site that is not as in the sound one.
struct Part {
    path: String,
    how: Vec<String>,
    text: String,
}

/// Every story of `tests/cases/diagnostics/`.
pub(super) fn stories() -> Vec<Story> {
    let folder = repository().join("tests/cases/diagnostics");
    let mut files: Vec<_> =
        fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    files
        .iter()
        .flat_map(|file| {
            let code = file.file_stem().unwrap().to_str().unwrap();
            told(code, &fs::read_to_string(file).unwrap())
        })
        .collect()
}

fn told(code: &str, text: &str) -> Vec<Story> {
    let mut stories: Vec<Story> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if let Some(words) = line.strip_prefix("=== ") {
            let (word, print) = match words.strip_suffix(" print") {
                Some(word) => (word, true),
                None => (words, false),
            };
            assert!(matches!(word, "fires" | "misses"), "{code}: {line}");
            let (code, fires) = (code.to_owned(), word == "fires");
            stories.push(Story { code, line: number + 1, fires, print, parts: Vec::new() });
            continue;
        }
        let story = stories.last_mut().expect("a story begins with ===");
        if let Some(words) = line.strip_prefix("--- ") {
            let (path, how) = words.split_once(" | ").unwrap_or((words, ""));
            let how = how.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
            story.parts.push(Part { path: path.to_owned(), how, text: String::new() });
        } else {
            let part = story.parts.last_mut().expect("a text stands below its path");
            part.text.push_str(line);
            part.text.push('\n');
        }
    }
    stories
}

impl Story {
    /// Makes a sound site one of this story.
    pub(super) fn write(&self, site: &Site) {
        self.parts.iter().for_each(|part| part.write(site));
    }
}

impl Part {
    fn is(&self, word: &str) -> bool {
        self.how.iter().any(|how| how == word)
    }

    fn write(&self, site: &Site) {
        let path = site.path(&self.path);
        if self.is("removed") {
            fs::remove_file(&path).unwrap();
            // A folder is only there for its files.
            let _ = fs::remove_dir(path.parent().unwrap());
        } else if self.is("link") {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::os::unix::fs::symlink(self.text.trim_end(), path).unwrap();
        } else if self.is("changed") {
            site.write(&self.path, self.changed(site));
        } else if self.is("more") {
            site.write(&self.path, site.read(&self.path) + &self.text);
        } else {
            self.write_text(site);
        }
    }

    /// The file of the sound site, or the default template, with one text in place of another.
    fn changed(&self, site: &Site) -> String {
        let before = if site.exists(&self.path) {
            site.read(&self.path)
        } else {
            fs::read_to_string(repository().join(&self.path)).unwrap()
        };
        let (from, to) = self.text.split_once("\n=>\n").expect("=> between two texts");
        assert_eq!(before.matches(from).count(), 1, "{from} stands once in {}", self.path);
        before.replacen(from, to.strip_suffix('\n').unwrap_or(to), 1)
    }

    fn write_text(&self, site: &Site) {
        let mut text = self.text.clone();
        if self.is("bare") {
            text.pop();
        }
        if self.is("escaped") {
            text = unescaped(&text);
        }
        if self.is("hex") {
            let digits: Vec<u8> = text.trim().bytes().collect();
            let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16);
            let bytes: Vec<u8> = digits.chunks(2).map(|pair| byte(pair).unwrap()).collect();
            return site.write(&self.path, bytes);
        }
        if self.is("gbk") {
            return site.write(&self.path, encoding_rs::GB18030.encode(&text).0);
        }
        match numbers(&self.path) {
            Some((before, count, after)) => (1..=count).for_each(|number| {
                let number = number.to_string();
                site.write(&format!("{before}{number}{after}"), text.replace("{n}", &number));
            }),
            None => site.write(&self.path, text),
        }
    }
}

/// `s{1..60}.md`: what stands before and behind, and how many.
fn numbers(path: &str) -> Option<(&str, usize, &str)> {
    let (before, rest) = path.split_once("{1..")?;
    let (count, after) = rest.split_once('}')?;
    Some((before, count.parse().unwrap(), after))
}

/// `\r`, `\t`, `\0`, `\\`, `\u{feff}`, and `\{字*300}` for so many of one character.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let sign = rest.chars().next().expect("something behind the backslash");
        rest = &rest[sign.len_utf8()..];
        match sign {
            'r' => out.push('\r'),
            't' => out.push('\t'),
            '0' => out.push('\0'),
            '\\' => out.push('\\'),
            'u' => {
                let (code, after) = rest[1..].split_once('}').unwrap();
                out.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
                rest = after;
            }
            '{' => {
                let (inside, after) = rest.split_once('}').unwrap();
                let (what, times) = inside.split_once('*').unwrap();
                out.push_str(&what.repeat(times.parse().unwrap()));
                rest = after;
            }
            other => panic!("no such escape: {other}"),
        }
    }
    out + rest
}

#[test]
fn files_are_written_as_their_path_says() {
    let text = "=== fires print\n--- a.md | escaped bare\n\\u{feff}字\\r\\{ab*2}\\\\\n--- site.toml | more\nx = 1\n=== misses\n--- b{1..2}.md\n{n}\n";
    let stories = told("X001", text);
    assert!(stories[0].fires && stories[0].print && !stories[1].fires && !stories[1].print);
    let site = Site::sound();
    stories.iter().for_each(|story| story.write(&site));
    assert_eq!(site.read("a.md"), "\u{feff}字\rabab\\");
    assert!(site.read("site.toml").ends_with("checked_on = 2026-11-01\nx = 1\n"));
    assert_eq!((site.read("b1.md"), site.read("b2.md")), ("1\n".into(), "2\n".into()));
}
