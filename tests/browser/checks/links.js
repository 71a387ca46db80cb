// Every link of every page leads somewhere, opened by double click (file://) as from a server.

import { pathToFileURL } from "node:url";
import { posix } from "node:path";
import { listen, spread } from "../browser.js";

/** Follows every link from the home page in the browser, over file://; knows what was never reached. */
export async function followFiles(browser, site) {
  const own = pathToFileURL(`${site.folder}/`).href;
  const links = new Map();
  const ids = new Map();
  const seen = new Set(["index.html"]);
  let wrong = [];
  let round = ["index.html"];
  while (round.length) {
    const next = new Set();
    wrong.push(...await spread(browser, round, 2, async (tab, path) => {
      const { heard, stop } = listen(tab, own);
      await tab.goto(own + encodeURI(path), { waitUntil: "domcontentloaded" });
      const found = await tab.evaluate(() => ({
        hrefs: [...document.querySelectorAll("a[href], area[href]")].map((link) => link.href),
        ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
        broken: [...document.images].filter((image) => image.complete && image.naturalWidth === 0 && image.loading !== "lazy").map((image) => image.src),
        empty: document.querySelector("main")?.innerText.trim().length ?? 0,
      }));
      ids.set(path, new Set(found.ids));
      const bad = found.broken.map((image) => `a broken picture ${image}`);
      if (found.empty === 0) bad.push("has no text");
      for (const href of found.hrefs) {
        if (/^(tel|sms|mailto|geo):/.test(href)) continue;
        if (!href.startsWith(own)) {
          if (!/^https?:/.test(href)) bad.push(`leads out of the folder: ${href}`);
          continue;
        }
        const [target, fragment] = decodeURI(href.slice(own.length)).split("#");
        links.set(`${target}#${decodeURIComponent(fragment ?? "")}`, path);
        if (!site.files.includes(target)) {
          // A folder has no index of its own over file://, and brochures are set by another run.
          if (!target.startsWith("brochures/")) bad.push(`leads nowhere: ${target}`);
        } else if (target.endsWith(".html") && !seen.has(target)) {
          seen.add(target);
          next.add(target);
        }
      }
      stop();
      return [...bad, ...heard].map((line) => `${path}: ${line}`);
    }));
    round = [...next];
  }
  for (const [link, from] of links) {
    const [target, fragment] = link.split("#");
    if (fragment && ids.has(target) && !ids.get(target).has(fragment)) wrong.push(`${from}: no place ${link}`);
  }
  const apart = site.pages.filter((page) => !seen.has(page) && page !== "404.html" && page !== "offline.html" && !redirects(site.read(page)));
  wrong = wrong.concat(apart.map((page) => `${page}: no link leads here`));
  return { wrong, remark: `${seen.size} pages, ${links.size} links` };
}

function redirects(text) {
  return /http-equiv="?refresh/i.test(text);
}

/** Every address in the files themselves; for a site too large to be clicked through. */
export function addresses(site) {
  const files = new Set(site.files);
  const pages = new Map();
  const wrong = [];
  let count = 0;
  for (const page of site.pages) {
    const text = site.read(page);
    const ids = new Set([...text.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]));
    const hrefs = [...text.matchAll(/\s(?:href|src)="([^"]*)"/g)].map((match) => match[1].replaceAll("&amp;", "&"));
    for (const [, set] of text.matchAll(/\ssrcset="([^"]*)"/g)) hrefs.push(...set.split(",").map((part) => part.trim().split(" ")[0]));
    pages.set(page, { ids, hrefs });
  }
  for (const [page, { hrefs }] of pages) {
    for (const href of hrefs) {
      if (/^(https?|tel|sms|mailto|geo|data):/.test(href)) continue;
      count += 1;
      // A server shows this page in any folder: its links begin at the root, where these sites lie.
      const [path, fragment] = (page === "404.html" ? href.replace(/^\//, "") : href).split("#");
      const target = path ? posix.normalize(posix.join(posix.dirname(page), decodeURI(path.split("?")[0]))) : page;
      if (path.startsWith("/") || target.startsWith("..")) wrong.push(`${page}: ${href} leaves the folder`);
      else if (!files.has(target) && !target.startsWith("brochures/")) wrong.push(`${page}: ${href} leads nowhere`);
      else if (fragment && pages.has(target) && !pages.get(target).ids.has(decodeURIComponent(fragment))) wrong.push(`${page}: no place ${href}`);
    }
  }
  return { wrong, remark: `${pages.size} pages, ${count} links` };
}
