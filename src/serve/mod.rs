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

use crate::base::diagnostic::Diagnostic;
use crate::base::fault::Fault;
use crate::base::text::Lang;
use crate::pipeline::{Memory, Order, Preview};
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
    let mut reader = Reader { wanted: *wanted, memory: Memory::default() };
    let (first, lines) = reader.read(None)?;
    say(&lines);
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
    let read_again = || {
        watch.renew();
        let before = board.shown().preview.clone();
        match reader.read(before) {
            Ok((shown, lines)) => {
                say(&lines);
                board.show(shown);
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
    mut read: impl FnMut() + Send,
    changed: &mpsc::Sender<()>,
    changes: mpsc::Receiver<()>,
) -> T {
    let ended = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let changes = changes;
            while let Ok(()) = changes.recv() {
                if ended.load(Ordering::Acquire) {
                    return;
                }
                // Several changes at once are one.
                while changes.try_recv().is_ok() {}
                read();
            }
        });
        let came = scope.spawn(server).join();
        // The watch sends nothing while nobody writes: the reader is woken to see the end.
        ended.store(true, Ordering::Release);
        let _ = changed.send(());
        came.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

/// Reads the site again and again.
struct Reader<'w> {
    wanted: Wanted<'w>,
    memory: Memory,
}

impl Reader<'_> {
    /// Reads the site; `before` stays on screen when there are errors.
    fn read(&mut self, before: Option<Arc<Preview>>) -> Result<(Shown, String), Fault> {
        let Wanted { root, order, lang, .. } = self.wanted;
        let (preview, findings) = Preview::read(root, order, &mut self.memory, before.as_deref())?;
        let text = human::render(&findings, &self.memory.sources, lang, Paint::Plain);
        let lines = lines(&findings, &text, lang);
        let shown = Shown {
            preview: preview.map(Arc::new).or(before),
            findings: overlay::render(&findings, &text, lang),
        };
        Ok((shown, lines))
    }
}

fn lines(findings: &[Diagnostic], text: &str, lang: Lang) -> String {
    let words = Tally::of(findings).words(lang);
    if words.is_empty() {
        return say!(zh: "已更新，没有问题", en: "up to date, all is well").get(lang).to_owned();
    }
    format!("{text}{words}")
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
            let came = both(|| "failed", || {}, &changed, changes);
            done.send(came)
        });
        assert_eq!(ended.recv_timeout(Duration::from_secs(20)), Ok("failed"));
    }
}
