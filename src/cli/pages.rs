//! `init`, `new` and `explain`.

use std::path::Path;

use crate::base::code::Code;
use crate::base::fault::Fault;
use crate::base::record::nearest;
use crate::cli::Outcome;
use crate::cli::options::Options;
use crate::cli::terminal::Terminal;
use crate::report::explain as words;
use crate::say;
use crate::scaffold;
use crate::scaffold::KindName;

pub(super) fn init(
    folder: &Path,
    options: &Options,
    terminal: &Terminal,
) -> Result<Outcome, Fault> {
    let written = match scaffold::new_site(folder, options.order.today) {
        Ok(written) => written,
        Err(fault) => return refuse(fault, terminal),
    };
    let count = written.len();
    let folder = folder.display();
    terminal.say(&say!(
        zh: "已在 {folder} 新建网站，共 {count} 个文件。下一步：\n  cd {folder}\n  lantian serve    边改边看\n  lantian build    生成 public/",
        en: "Made a new site of {count} files in {folder}. Next:\n  cd {folder}\n  lantian serve    see changes while editing\n  lantian build    write public/",
    ));
    Ok(Outcome::Fine)
}

pub(super) fn new(
    kind: KindName,
    title: &str,
    name: Option<&str>,
    options: &Options,
    terminal: &Terminal,
) -> Result<Outcome, Fault> {
    let path = match scaffold::new_page(&options.root, kind, title, name, options.order.today) {
        Ok(path) => path,
        Err(fault) => return refuse(fault, terminal),
    };
    terminal.raw(format!("{}\n", path.display()).as_bytes());
    terminal.say(&say!(
        zh: "已新建。打开它，把〔待填…〕换成真实内容，再运行 lantian check",
        en: "Made. Open it, replace every 〔待填…〕, then run lantian check",
    ));
    Ok(Outcome::Fine)
}

/// What is there already, or a name that cannot be, is the writer's to mend and no machine fault.
fn refuse(fault: Fault, terminal: &Terminal) -> Result<Outcome, Fault> {
    use std::io::ErrorKind::{AlreadyExists, InvalidInput};
    if matches!(fault.cause.kind(), AlreadyExists | InvalidInput) {
        terminal.error(fault.text().get(terminal.lang));
        return Ok(Outcome::ContentErrors);
    }
    Err(fault)
}

pub(super) fn explain(code: Option<&str>, terminal: &Terminal) -> Outcome {
    let Some(typed) = code else {
        terminal.raw(words::list(terminal.lang).as_bytes());
        return Outcome::Fine;
    };
    if let Some(code) = Code::find(typed) {
        terminal.raw(words::code(code, terminal.lang).as_bytes());
        return Outcome::Fine;
    }
    let near = nearest(&typed.to_uppercase(), Code::ALL.iter().map(|code| code.id()));
    let near = near.unwrap_or("F102");
    terminal.error(
        say!(zh: "没有代码 {typed}；例如 {near}", en: "there is no code {typed}; {near} is one")
            .get(terminal.lang),
    );
    Outcome::WrongUsage
}
