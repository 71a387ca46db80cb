// A web server as a bureau's would be: compressed answers, and the policy that forbids everything
// that is not needed.

import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

/** Nothing inline, nothing from elsewhere, no frame, no `unsafe-*`. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".xml": "application/xml",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".txt": "text/plain; charset=utf-8",
  ".ics": "text/calendar; charset=utf-8",
  ".vcf": "text/vcard; charset=utf-8",
  ".pdf": "application/pdf",
  ".webmanifest": "application/manifest+json",
};

/** One heading and one rule: what the line and the machine alone take. Its address, and its sheet's. */
export const BARE = "-bare.html";
const BARE_FILES = {
  "/-bare.html": '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>法律援助</title><link rel="stylesheet" href="-bare.css"><h1>家里困难，免费帮您请律师</h1>',
  "/-bare.css": "h1{color:#062e57}",
};

/** Serves a folder on a free port of this machine; `close()` ends it. */
export async function serve(folder) {
  const asked = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    asked.push(path);
    let file = join(folder, normalize(path));
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
    const found = file.startsWith(folder) && existsSync(file);
    const bare = BARE_FILES[path];
    if (!found) file = join(folder, "404.html");
    const type = TYPES[extname(bare ? path : file)] ?? "application/octet-stream";
    const body = bare ?? readFileSync(file);
    const squeeze = !type.startsWith("image/") || type.includes("svg");
    response.writeHead(found || bare ? 200 : 404, {
      "Content-Type": type,
      "Content-Security-Policy": POLICY,
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
      ...(squeeze ? { "Content-Encoding": "gzip" } : {}),
    });
    response.end(squeeze ? gzipSync(body) : body);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address();
  return {
    address: `http://127.0.0.1:${port}/`,
    asked,
    close: () => new Promise((done) => { server.closeAllConnections(); server.close(done); }),
  };
}
