//! Floor 8: a preview on this machine that follows every change.
//!
//! One thread reads the site anew whenever a file changes; requests look at what it left. When
//! something is wrong the last good site stays up, with the findings on top of every page. It
//! listens on the loopback address only: nobody else on the network can see drafts.

mod beside;
mod http;
mod watch;

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, mpsc};

use crate::base::diagnostic::{Diagnostic, Severity};
use crate::base::fault::Fault;
use crate::base::text::Lang;
use crate::pipeline::{Changed, Memory, Order, Preview};
use crate::report::human::{self, Paint};
use crate::report::{Tally, overlay};
use crate::say;

/// What to preview.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'w> {
    /// The site's folder.
    pub root: &'w Path,
    /// Day, drafts.
    pub order: &'w Order,
    /// 0 takes any free port.
    pub port: u16,
    /// Language of the findings.
    pub lang: Lang,
}

/// What is on screen now.
struct Shown {
    /// The last good site; none until there has been one.
    preview: Option<Arc<Preview>>,
    /// The findings of the last reading as HTML.
    findings: String,
}

/// The two threads' common ground.
struct Board {
    shown: Mutex<Arc<Shown>>,
    /// Counts the readings: browsers reload when it grows.
    version: tokio::sync::watch::Sender<u64>,
}

impl Board {
    fn shown(&self) -> Arc<Shown> {
        Arc::clone(&self.shown.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn show(&self, shown: Shown) {
        *self.shown.lock().unwrap_or_else(PoisonError::into_inner) = Arc::new(shown);
        self.version.send_modify(|version| *version += 1);
    }
}

/// Serves until the process is ended. `say` gets a line whenever something happened.
///
/// # Errors
/// When the port is taken or the folder cannot be watched.
pub fn serve(wanted: &Wanted<'_>, say: &(dyn Fn(&str) + Sync)) -> Result<(), Fault> {
    let listener = http::listen(wanted.port)?;
    let mut reader = Reader { wanted: *wanted, memory: Memory::default(), said: Vec::new() };
    let (first, findings) = reader.read(None, &Changed::Anything)?;
    say(&reader.lines(findings));
    let board = Arc::new(Board {
        shown: Mutex::new(Arc::new(first)),
        version: tokio::sync::watch::Sender::new(0),
    });
    let (changed, changes) = mpsc::channel();
    let mut watch = watch::start(wanted.root, changed.clone())?;
    let address = listener.local_addr().map_or(wanted.port, |address| address.port());
    let message = say!(
        zh: "请在浏览器打开 http://127.0.0.1:{address}/ ，按 Ctrl+C 结束",
        en: "Open http://127.0.0.1:{address}/ in a browser; Ctrl+C ends",
    );
    say(message.get(wanted.lang));
    let server = Arc::clone(&board);
    let read_again = |changed: Changed| {
        watch.renew();
        let before = board.shown().preview.clone();
        match reader.read(before, &changed) {
            // The page comes first: somebody waits for it.
            Ok((shown, findings)) => {
                board.show(shown);
                say(&reader.lines(findings));
            }
            Err(fault) => say(fault.text().get(reader.wanted.lang)),
        }
    };
    // The server ends only when it fails.
    both(|| http::run(listener, server), read_again, &changed, changes)
}

/// Runs `server` until it ends, and `read` after every change until then.
fn both<T: Send>(
    server: impl FnOnce() -> T + Send,
    mut read: impl FnMut(Changed) + Send,
    changed: &mpsc::Sender<Changed>,
    changes: mpsc::Receiver<Changed>,
) -> T {
    let ended = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let changes = changes;
            while let Ok(mut change) = changes.recv() {
                if ended.load(Ordering::Acquire) {
                    return;
                }
                // Several changes at once are one.
                while let Ok(more) = changes.try_recv() {
                    change = change.and(more);
                }
                read(change);
            }
        });
        let came = scope.spawn(server).join();
        // The watch sends nothing while nobody writes: the reader is woken to see the end.
        ended.store(true, Ordering::Release);
        let _ = changed.send(Changed::Anything);
        came.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

/// The panel on a page shows at most so many findings, the gravest first.
const PANEL: usize = 30;

/// Reads the site again and again.
struct Reader<'w> {
    wanted: Wanted<'w>,
    memory: Memory,
    /// What was said of the reading before, by place.
    said: Vec<Diagnostic>,
}

impl Reader<'_> {
    /// Reads the site; `before` stays on screen when there are errors.
    fn read(
        &mut self,
        before: Option<Arc<Preview>>,
        changed: &Changed,
    ) -> Result<(Shown, Vec<Diagnostic>), Fault> {
        let Wanted { root, order, lang, .. } = self.wanted;
        let (preview, findings) =
            Preview::read(root, order, &mut self.memory, before.as_deref(), changed)?;
        let mut gravest: Vec<&Diagnostic> = findings.iter().collect();
        gravest.sort_by_key(|finding| finding.severity);
        let shown: Vec<Diagnostic> = gravest.into_iter().take(PANEL).cloned().collect();
        let mut text = human::render(&shown, &self.memory.sources, lang, Paint::Plain);
        let rest = findings.len() - shown.len();
        if rest > 0 {
            let more = say!(
                zh: "还有 {rest} 条，见命令行窗口，或运行 lantian check",
                en: "{rest} more: see the terminal, or run lantian check",
            );
            text.push_str(more.get(lang));
        }
        let findings_shown = overlay::render(&findings, &text, lang);
        let shown = Shown { preview: preview.map(Arc::new).or(before), findings: findings_shown };
        Ok((shown, findings))
    }

    /// What the terminal says of a reading: every error, and what was not said before.
    fn lines(&mut self, findings: Vec<Diagnostic>) -> String {
        let lang = self.wanted.lang;
        let words = Tally::of(&findings).words(lang);
        if words.is_empty() {
            self.said = findings;
            return say!(zh: "已更新，没有问题", en: "up to date, all is well")
                .get(lang)
                .to_owned();
        }
        let said = |finding: &Diagnostic| {
            let from = self.said.partition_point(|other| other.at < finding.at);
            let mut there = self.said[from..].iter().take_while(|other| other.at == finding.at);
            there.any(|other| other == finding)
        };
        let new: Vec<Diagnostic> = findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error || !said(finding))
            .cloned()
            .collect();
        let text = human::render(&new, &self.memory.sources, lang, Paint::Plain);
        self.said = findings;
        self.said.sort_by_key(|finding| finding.at);
        format!("{text}{words}")
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::time::Duration;

    use super::both;

    #[test]
    fn a_server_that_fails_ends_the_preview() {
        let (done, ended) = mpsc::channel();
        std::thread::spawn(move || {
            let (changed, changes) = mpsc::channel();
            let came = both(|| "failed", |_| {}, &changed, changes);
            done.send(came)
        });
        assert_eq!(ended.recv_timeout(Duration::from_secs(20)), Ok("failed"));
    }
}
