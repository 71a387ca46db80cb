//! A small sound site in a folder of its own, and the program run on it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// The day all tests are run for.
pub(crate) const TODAY: &str = "2026-11-24";

/// site.toml of the small site.
pub(crate) const SITE: &str = r#"[site]
title = "某县法律援助中心"
base_url = "https://www.example.gov.cn/flyz/"
[publisher]
sponsor = "某县司法局"
organiser = "某县法律援助中心"
[hardship]
text = "现行标准"
checked_on = 2026-11-01
"#;

/// A page of each kind the small site has; every path below the site's folder.
pub(crate) const PAGES: [(&str, &str); 5] = [
    (
        "content/eligibility/wages.md",
        "+++\ntitle = \"老板拖欠工资\"\nsummary = \"讨工钱\"\nhardship = \"not-verified\"\nmatters = [\"请求支付劳动报酬\"]\nproof = [\"欠条\"]\nkeywords = [\"老板不给工钱\"]\nlaws = [\"法律援助法#42\"]\n+++\n## 先做什么\n\n打 {{ contact.centre.phone }}，看[窗口](../channels/window.md)。\n",
    ),
    (
        "content/channels/window.md",
        "+++\ntitle = \"到窗口申请\"\nsummary = \"当面办\"\nmode = \"window\"\noffice = \"centre\"\nmaterials = [\"身份证\"]\nsteps = [\"取号\"]\ntime_limit = \"七日内\"\n+++\n带上身份证。\n",
    ),
    (
        "content/contacts/centre.md",
        "+++\ntitle = \"某县法律援助中心\"\nsummary = \"电话和地址\"\nrole = \"centre\"\naddress = \"某路（示例）\"\nchecked_on = 2026-11-01\nsample = true\n[[phone]]\nnumber = \"0550-0000000\"\n+++\n",
    ),
    (
        "content/cases/wages.md",
        "+++\ntitle = \"某县法律援助中心对张某追索劳动报酬提供法律援助案\"\ndate = 2026-11-20\nsummary = \"要回工钱\"\ncategory = \"劳动报酬\"\nconsent = true\n+++\n## 案情简介\n\n一。\n\n## 办理过程\n\n二。\n\n## 法律分析\n\n三。\n\n## 典型意义\n\n四。\n",
    ),
    (
        "content/laws/legal-aid-law.md",
        "+++\ntitle = \"《法律援助法》要点\"\nsummary = \"要点\"\nstatute = \"法律援助法\"\nlast_article = 71\n+++\n## 第三十一条　要看困难的事项\n\n略。\n\n## 第四十二条　不核查的人\n\n略。\n",
    ),
];

/// A site in a folder that goes away with it.
pub(crate) struct Site {
    folder: TempDir,
}

/// What the program did.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Site {
    /// A folder with nothing in it.
    pub(crate) fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// The small sound site.
    pub(crate) fn sound() -> Self {
        let site = Self::empty();
        site.write("site.toml", SITE);
        for (path, text) in PAGES {
            site.write(path, text);
        }
        site
    }

    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    pub(crate) fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub(crate) fn read(&self, path: &str) -> String {
        let path = self.path(path);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    pub(crate) fn exists(&self, path: &str) -> bool {
        self.path(path).exists()
    }

    /// Runs `lantian ARGUMENTS --root SITE --lang zh`.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        let mut command = program();
        command.args(arguments).arg("--root").arg(self.root()).args(["--lang", "zh"]);
        Run::of(command.output().unwrap())
    }

    /// Builds into `public/`, without brochures.
    pub(crate) fn build(&self) -> Run {
        let out = self.path("public");
        self.run(&["build", "--no-print", "--date", TODAY, "--out", out.to_str().unwrap()])
    }

    /// Every finding as JSON; `more` are further options of `check`.
    pub(crate) fn findings(&self, more: &[&str]) -> Vec<Value> {
        let mut arguments = vec!["check", "--format", "json", "--date", TODAY];
        arguments.extend(more);
        let run = self.run(&arguments);
        assert!(matches!(run.code, 0 | 1 | 3), "{}", run.err);
        run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

impl Run {
    pub(crate) fn of(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    #[track_caller]
    pub(crate) fn expect(self, code: i32) -> Self {
        assert_eq!(self.code, code, "\n{}\n{}", self.out, self.err);
        assert!(!self.err.contains("panicked"), "{}", self.err);
        self
    }
}

/// The program, with an environment that says nothing.
pub(crate) fn program() -> Command {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin("lantian"));
    command.env_remove("LANG").env_remove("LC_ALL").env_remove("LC_MESSAGES").env("NO_COLOR", "1");
    command
}

/// The site of this repository.
/// A PDF without a page.
pub(crate) const EMPTY_PDF: &str = "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\ntrailer\n<</Root 1 0 R/Size 3>>\n%%EOF\n";

pub(crate) fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder by its relative path.
pub(crate) fn tree(folder: &Path) -> std::collections::BTreeMap<String, Vec<u8>> {
    let mut files = std::collections::BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(folder).unwrap().to_string_lossy().into_owned();
            files.insert(name, fs::read(entry.path()).unwrap());
        }
    }
    files
}
