//! The web server: the only room that knows about requests.

use std::convert::Infallible;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Response, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::routing::get;

use crate::base::address::percent_decoded;
use crate::base::fault::Fault;
use crate::report::overlay;
use crate::say;
use crate::serve::{Board, Shown, beside};

/// Reloads the page when the site was read anew. A file of its own: pages allow no inline script.
const RELOAD: &str = "new EventSource('/-lantian/events').onmessage=function(){location.reload()};";

/// What the published site should hold to as well, but for the frame in which a brochure is shown
/// beside its page.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
                      font-src 'self'; connect-src 'self'; frame-src 'self'; object-src 'self'; \
                      frame-ancestors 'self'; base-uri 'none'; form-action 'self'";

/// Takes the port on the loopback address.
pub(super) fn listen(port: u16) -> Result<TcpListener, Fault> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .map_err(|cause| Fault::new(say!(zh: "打开端口 {port}", en: "opening port {port}"), cause))
}

/// Serves until it fails.
pub(super) fn run(listener: TcpListener, board: Arc<Board>) -> Result<(), Fault> {
    let failed = |cause| Fault::new(say!(zh: "运行预览", en: "running the preview"), cause);
    listener.set_nonblocking(true).map_err(failed)?;
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(failed)?;
    runtime
        .block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            let routes = Router::new()
                .route("/-lantian/events", get(events))
                .route("/-lantian/reload.js", get(|| async { typed("js", RELOAD.into()) }))
                .route(
                    "/-lantian/findings.css",
                    get(|| async { typed("css", overlay::STYLE.into()) }),
                )
                .route("/-lantian/beside.css", get(|| async { typed("css", beside::STYLE.into()) }))
                .route("/-lantian/print/", get(first_brochure))
                .route("/-lantian/print/{name}", get(brochure))
                .fallback(file)
                .layer(middleware::from_fn(only_here))
                .with_state(board);
            axum::serve(listener, routes).await
        })
        .map_err(failed)
}

/// A page of another site could point a name of its own at this address and read drafts: only
/// requests by our own name are answered, whatever they ask for.
async fn only_here(request: Request, next: Next) -> Response<Body> {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    let name = host.and_then(|host| host.rsplit_once(':')).map_or(host, |(name, _)| Some(name));
    if !name.is_some_and(|name| matches!(name, "localhost" | "127.0.0.1")) {
        return (StatusCode::FORBIDDEN, "localhost only").into_response();
    }
    next.run(request).await
}

/// One message for every new reading of the site.
async fn events(State(board): State<Arc<Board>>) -> impl IntoResponse {
    let versions = board.version.subscribe();
    let stream = futures_util::stream::unfold(versions, |mut versions| async move {
        versions.changed().await.ok()?;
        let version = *versions.borrow_and_update();
        let event: Result<Event, Infallible> = Ok(Event::default().data(version.to_string()));
        Some((event, versions))
    });
    Sse::new(stream).keep_alive(KeepAlive::default())
}

/// The first brochure beside the site.
async fn first_brochure(State(board): State<Arc<Board>>) -> Response<Body> {
    beside_page(&board.shown(), None)
}

/// A brochure beside the site.
async fn brochure(
    State(board): State<Arc<Board>>,
    axum::extract::Path(name): axum::extract::Path<String>,
) -> Response<Body> {
    beside_page(&board.shown(), Some(&name))
}

fn beside_page(shown: &Shown, name: Option<&str>) -> Response<Body> {
    let list = shown.preview.as_ref().map(|preview| preview.brochures()).unwrap_or_default();
    match beside::page(&list, name) {
        Some(page) => typed("html", with_findings(page.as_bytes(), &shown.findings)),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn file(State(board): State<Arc<Board>>, request: Request) -> Response<Body> {
    let path = percent_decoded(request.uri().path().trim_start_matches('/'));
    let directory = path.is_empty() || path.ends_with('/');
    let path = if directory { format!("{path}index.html") } else { path.into_owned() };
    let shown = board.shown();
    let made = tokio::task::spawn_blocking(move || answer(&shown, &path)).await;
    made.unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

fn answer(shown: &Shown, path: &str) -> Response<Body> {
    let Some(preview) = &shown.preview else {
        const EMPTY: &str = "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\">\
                             <title>lantian</title><body></body></html>";
        return typed("html", with_findings(EMPTY.as_bytes(), &shown.findings));
    };
    let (status, found, path) = match preview.get(path) {
        Some(found) => (StatusCode::OK, Some(found), path),
        None => (StatusCode::NOT_FOUND, preview.get("404.html"), "404.html"),
    };
    match found {
        Some(Ok(bytes)) => {
            let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
            let mut bytes =
                if extension == "html" { with_findings(&bytes, &shown.findings) } else { bytes };
            if path == "index.html" && !preview.brochures().is_empty() {
                bytes = beside::with_link(&bytes);
            }
            let mut response = typed(extension, bytes);
            *response.status_mut() = status;
            response
        }
        Some(Err(finding)) => {
            (StatusCode::INTERNAL_SERVER_ERROR, finding.message.zh).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// Puts the findings and the reloading script before the end of the page.
fn with_findings(page: &[u8], findings: &str) -> Vec<u8> {
    let page = String::from_utf8_lossy(page);
    let at = page.rfind("</body>").unwrap_or(page.len());
    let (before, after) = page.split_at(at);
    let style = if findings.is_empty() {
        ""
    } else {
        "<link rel=\"stylesheet\" href=\"/-lantian/findings.css\">"
    };
    format!("{before}{style}{findings}<script src=\"/-lantian/reload.js\" defer></script>{after}")
        .into_bytes()
}

fn typed(extension: &str, bytes: Vec<u8>) -> Response<Body> {
    let kind = match extension {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "pdf" => "application/pdf",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    };
    let mut response = Response::new(Body::from(bytes));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}
