//! `build --zip` and `verify`: what is handed over, and whether a copy still is that.

use std::path::Path;

use crate::base::date::Date;
use crate::base::fault::Fault;
use crate::base::text::Lang;
use crate::cli::Outcome;
use crate::cli::terminal::Terminal;
use crate::publish::{MANIFEST, pack as packing};
use crate::say;

/// Packs a published folder, dated by the day it was built for, and says so.
pub(super) fn pack(folder: &Path, to: &Path, day: Date, terminal: &Terminal) -> Result<(), Fault> {
    let packed = packing::pack(folder, to, day)?;
    let (files, kilobytes) = (packed.files, packed.bytes.div_ceil(1000));
    let to = to.display();
    terminal.say(&say!(
        zh: "已打包到 {to}（{files} 个文件，{kilobytes} kB，内附清单 {MANIFEST}）",
        en: "packed into {to} ({files} files, {kilobytes} kB, with the list {MANIFEST})",
    ));
    Ok(())
}

/// Compares a copy with the list of hashes; what differs is named, one a line.
pub(super) fn verify(
    folder: &Path,
    manifest: Option<&Path>,
    terminal: &Terminal,
) -> Result<Outcome, Fault> {
    let verdict = packing::verify(folder, manifest)?;
    let mut out = String::new();
    let lists = [
        (&verdict.changed, say!(zh: "改动", en: "changed")),
        (&verdict.missing, say!(zh: "缺少", en: "missing")),
        (&verdict.extra, say!(zh: "多出", en: "extra")),
    ];
    for (names, word) in &lists {
        for name in names.iter() {
            let mark = if terminal.lang == Lang::Zh { "：" } else { ": " };
            out.push_str(&format!("{}{mark}{name}\n", word.get(terminal.lang)));
        }
    }
    terminal.raw(out.as_bytes());
    let whole = verdict.whole;
    if verdict.sound() {
        terminal.say(&say!(
            zh: "{whole} 个文件与清单一致",
            en: "all {whole} files are as listed",
        ));
        return Ok(Outcome::Fine);
    }
    let [changed, missing, extra] = lists.map(|(names, _)| names.len());
    terminal.say(&say!(
        zh: "与清单不一致：改动 {changed} 个，缺少 {missing} 个，多出 {extra} 个；一致 {whole} 个",
        en: "not as listed: {changed} changed, {missing} missing, {extra} extra; {whole} as listed",
    ));
    Ok(Outcome::ContentErrors)
}
