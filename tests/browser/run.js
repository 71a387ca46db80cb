// The built site in a real browser. `make browser` runs it; names given as arguments run those
// checks alone, e.g. `node tests/browser/run.js axe links`.

import { launch } from "./browser.js";
import { axe } from "./checks/axe.js";
import { menu, search, selfCheck } from "./checks/keyboard.js";
import { addresses, followFiles } from "./checks/links.js";
import { policy, policyIsHeard } from "./checks/policy.js";
import { budget, cutOff, queries } from "./checks/queries.js";
import { lost, noScript, noScriptWalk, paper, slowLine, whitePaper } from "./checks/reading.js";
import { feeds, html, sitemap } from "./checks/valid.js";
import { worker } from "./checks/worker.js";
import { check, close } from "./report.js";
import { BARE, serve } from "./server.js";
import { sampleSite, wideSite } from "./site.js";

/**
 * Painted within this many milliseconds on slow 3G. Page and sheet are two round trips of 400 each,
 * and a bare page, told beside the others, is painted after 1,100; the rest is room for a machine that
 * is busy with other work.
 */
const LARGEST_PAINT = 2500;

const only = process.argv.slice(2);
const wants = (name) => only.length === 0 || only.includes(name);

const sample = sampleSite();
const wide = wideSite();
const server = await serve(sample.folder);
const wideServer = await serve(wide.folder);
const browser = await launch();
const tab = await browser.newPage();
const types = sample.sample();
// What the large site has and the small one has not: longer lists, pages of lists, long pages.
const wideTypes = wide.sample().filter((page) => !sample.files.includes(page) || /^(cases|articles)\/index/.test(page));

const groups = {
  // First, and alone: it measures time.
  slow: async () => {
    await check("a slow line: the largest part is painted soon, nothing moves", () => slowLine(browser, server.address, [BARE, "index.html", "cases/wages-2025-17.html"], LARGEST_PAINT));
  },
  keyboard: async () => {
    await check("by keyboard: the menu", () => menu(tab, server.address));
    await check("by keyboard: the self-check, and back", () => selfCheck(tab, server.address));
    await check("by keyboard: the search", () => search(tab, sample, server.address));
  },
  queries: async () => {
    await check("search: what people type leads to the page that answers it", () => queries(tab, server.address));
    await check("search: a first question on 1,000 pages", () => budget(browser, wideServer.address));
    await check("search: a line that breaks is not told as nothing found", () => cutOff(browser, server.address));
  },
  script: async () => {
    await check("without script: every page type", () => noScript(browser, sample, server.address, types));
    await check("a dead address in a folder", () => lost(browser, server.address));
    await check("without script: the self-check", () => noScriptWalk(browser, server.address));
  },
  paper: async () => {
    await check("printed from the browser", () => paper(tab, sample, server.address, ["eligibility/wages.html", "cases/wages-2025-17.html", "contacts/luqiao.html"]));
    await check("printed from the browser: white, whatever was chosen for the screen", () => whitePaper(browser, server.address, ["index.html", "elder/contacts/luqiao.html", "elder/index.html"]));
  },
  worker: async () => {
    await check("kept for when there is no network", () => worker(sample));
  },
  policy: async () => {
    await check("the strict policy is in force", async () => ({ wrong: await policyIsHeard(browser, server) }));
    await check("under the strict policy: every page type", async () => ({ wrong: await policy(browser, sample, server, types), remark: `${types.length} pages` }));
  },
  links: async () => {
    await check("file://: every link is followed", () => followFiles(browser, sample));
    await check("1,000 pages: every link", () => addresses(wide));
  },
  valid: async () => {
    await check("feeds", () => feeds(tab, sample));
    await check("site map", () => sitemap(tab, sample));
    await check("site map of 1,000 pages", () => sitemap(tab, wide));
    await check("valid HTML, CSS and SVG", () => html(sample, sample.files.filter((file) => /\.(html|css|svg)$/.test(file))));
    await check("valid HTML: types of 1,000 pages", () => html(wide, wideTypes));
  },
  axe: async () => {
    await check("axe: every page type, two widths, four looks", async () => ({ wrong: await axe(browser, sample, server.address, types), remark: `${types.length} pages` }));
    await check("axe: types of 1,000 pages", async () => ({ wrong: await axe(browser, wide, wideServer.address, wideTypes), remark: `${wideTypes.length} pages` }));
  },
};

for (const [name, group] of Object.entries(groups)) if (wants(name)) await group();

await browser.close();
await server.close();
await wideServer.close();
process.exitCode = close();
