// HTML by the Nu checker, feed and sitemap as their standards say.

import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { TODAY } from "../site.js";

const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

/** What the Nu checker calls an error, and its warnings, in pages, styles and drawings. */
export function html(site, files) {
  const paths = files.map((file) => join(site.folder, file));
  return new Promise((done, fail) => {
    const order = ["-Xss4m", "-jar", jar, "--format", "json", "--also-check-css", "--also-check-svg", ...paths];
    execFile("java", order, { maxBuffer: 64 << 20 }, (error, _out, said) => {
      let messages;
      try {
        ({ messages } = JSON.parse(said));
      } catch {
        fail(new Error(`the Nu checker did not run: ${error?.message} ${said.slice(0, 400)}`));
        return;
      }
      const wrong = messages
        .filter(({ type, subType }) => type === "error" || subType === "warning")
        .map(({ url, lastLine, lastColumn, message }) => `${url.slice(url.indexOf(`${site.name}-public`))}:${lastLine}:${lastColumn}: ${message}`);
      done({ wrong, remark: `${files.length} files` });
    });
  });
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** Read as XML by the browser: a list of what each element holds, or the parser's complaint. */
function parse(tab, text) {
  return tab.evaluate((text) => {
    const tree = new DOMParser().parseFromString(text, "application/xml");
    const bad = tree.querySelector("parsererror");
    if (bad) return { bad: bad.textContent };
    const plain = (element) => ({
      name: element.localName,
      space: element.namespaceURI,
      text: element.children.length ? "" : element.textContent,
      attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
      children: [...element.children].map(plain),
    });
    return { tree: plain(tree.documentElement) };
  }, text);
}

const all = (element, name) => element.children.filter((child) => child.name === name);
const one = (element, name) => all(element, name)[0];

/** RFC 4287: what a feed and its entries cannot do without. */
export async function feeds(tab, site) {
  const wrong = [];
  const files = site.files.filter((file) => /(^|\/)feed\.xml$|\.atom$|notices.*\.xml$/.test(file));
  if (files.length === 0) wrong.push("there is no feed");
  for (const file of files) {
    const note = (line) => wrong.push(`${file}: ${line}`);
    const { bad, tree } = await parse(tab, site.read(file));
    if (bad) {
      note(bad);
      continue;
    }
    if (tree.name !== "feed" || tree.space !== "http://www.w3.org/2005/Atom") note("is not an Atom feed");
    for (const part of [tree, ...all(tree, "entry")]) {
      const where = part === tree ? "the feed" : `entry ${one(part, "title")?.text}`;
      for (const name of ["id", "title", "updated"]) {
        if (all(part, name).length !== 1 || !one(part, name).text.trim()) note(`${where} needs one ${name}`);
      }
      if (!MOMENT.test(one(part, "updated")?.text ?? "")) note(`${where}: updated is ${one(part, "updated")?.text}`);
      for (const link of all(part, "link")) {
        if (!URL.canParse(link.attributes.href)) note(`${where}: ${link.attributes.href} is no whole address`);
      }
    }
    const ids = all(tree, "entry").map((entry) => one(entry, "id")?.text);
    if (new Set(ids).size !== ids.length) note("two entries have one id");
    if (!one(tree, "author") && all(tree, "entry").some((entry) => !one(entry, "author"))) note("an entry has no author");
  }
  return { wrong, remark: files.join(", ") };
}

/** sitemaps.org: whole addresses of pages that are there, days not to come. */
export async function sitemap(tab, site) {
  const wrong = [];
  const { bad, tree } = await parse(tab, site.read("sitemap.xml"));
  if (bad) return { wrong: [bad] };
  if (tree.name !== "urlset" || tree.space !== "http://www.sitemaps.org/schemas/sitemap/0.9") wrong.push("is not a sitemap");
  const addresses = all(tree, "url").map((url) => one(url, "loc").text);
  const base = addresses.reduce((short, address) => (address.length < short.length ? address : short), addresses[0] ?? "").replace(/[^/]*$/, "");
  for (const url of all(tree, "url")) {
    const address = one(url, "loc").text;
    if (!URL.canParse(address) || !address.startsWith(base)) wrong.push(`${address} is no address under ${base}`);
    const file = decodeURI(address.slice(base.length)) || "index.html";
    if (!site.files.includes(file)) wrong.push(`${address}: there is no such page`);
    const day = one(url, "lastmod")?.text;
    if (day !== undefined && (!DAY.test(day) || day > TODAY)) wrong.push(`${address}: lastmod is ${day}`);
  }
  if (new Set(addresses).size !== addresses.length) wrong.push("an address is named twice");
  return { wrong, remark: `${addresses.length} addresses` };
}
