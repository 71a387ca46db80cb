// Without script, on paper, on a slow line.

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DESK, PHONE, spread } from "../browser.js";
import { scratch } from "../site.js";

/** Script off: the text is there, the links work, nothing that needs script is shown. */
export async function noScript(browser, site, address, pages) {
  const wrong = await spread(browser, pages, 2, async (tab, path) => {
    await tab.setJavaScriptEnabled(false);
    await tab.setViewport(PHONE);
    await tab.goto(address + path, { waitUntil: "load" });
    const found = await tab.evaluate(() => ({
      text: document.querySelector("main")?.innerText.trim().length ?? 0,
      links: [...document.querySelectorAll("a[href]")].filter((link) => link.checkVisibility()).length,
      call: !!document.querySelector("a[href^='tel:']"),
      dead: [...document.querySelectorAll("button, input:not([type=checkbox])")].filter((control) => control.checkVisibility() && !control.closest("form[action], details, noscript")).map((control) => control.outerHTML.slice(0, 80)),
      over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    }));
    const bad = found.dead.map((control) => `shown but dead: ${control}`);
    if (found.text < 10) bad.push("has no text");
    if (found.links < 3) bad.push("has no links");
    if (!found.call) bad.push("has no number to call");
    if (found.over > 0) bad.push(`${found.over} pixels wider than the screen`);
    return bad.map((line) => `${path}: ${line}`);
  });
  return { wrong, remark: `${pages.length} pages` };
}

/** The self-check without script: links alone lead from the first question to an outcome. */
export async function noScriptWalk(browser, address) {
  const tab = await browser.newPage();
  await tab.setJavaScriptEnabled(false);
  await tab.setViewport(PHONE);
  await tab.goto(`${address}checkup/civil.html`, { waitUntil: "load" });
  const wrong = [];
  const path = [];
  for (let step = 0; step < 12; step += 1) {
    const link = await tab.$("main .answers a");
    if (!link) break;
    if (!(await link.isVisible())) {
      wrong.push(`an answer cannot be seen at ${tab.url()}`);
      break;
    }
    // The first answer's own address: what a click follows, without waiting for a busy machine.
    const href = await tab.$eval("main .answers a", (answer) => answer.href);
    await tab.goto(href, { waitUntil: "load" });
    path.push(href);
  }
  if (path.length < 2) wrong.push(`the walk ended after ${path.length} answers`);
  const text = await tab.evaluate(() => document.querySelector("main").innerText);
  if (!/12348/.test(text)) wrong.push("the outcome does not name the hotline");
  await tab.close();
  return { wrong, remark: `${path.length} answers` };
}

/** A dead address deep in the site: the page that says so has its style, and its links lead on. */
export async function lost(browser, address) {
  const tab = await browser.newPage();
  await tab.setViewport(PHONE);
  await tab.goto(`${address}no/such/page.html`, { waitUntil: "load" });
  const found = await tab.evaluate(() => ({
    styled: [...document.styleSheets].some((sheet) => sheet.cssRules.length > 0),
    links: [...document.querySelectorAll("main a[href]")].map((link) => link.href).filter((href) => href.startsWith("http")),
  }));
  const wrong = found.styled ? [] : ["the page for dead addresses has no style"];
  for (const link of found.links) {
    const answer = await tab.goto(link);
    if (!answer.ok() && answer.status() !== 304) wrong.push(`${link}: ${answer.status()}`);
  }
  if (found.links.length < 3) wrong.push("it leads nowhere");
  await tab.close();
  return { wrong, remark: `${found.links.length} links` };
}

/** Printed from the browser: A4, tagged, the text whole, no menu, few sheets. */
export async function paper(tab, site, address, pages) {
  const wrong = [];
  for (const path of pages) {
    await tab.setViewport(DESK);
    await tab.goto(address + path, { waitUntil: "load" });
    const title = await tab.evaluate(() => document.querySelector("main h1, h1").textContent.trim());
    const file = join(scratch, "page.pdf");
    writeFileSync(file, await tab.pdf({ format: "A4", tagged: true }));
    const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
    const info = execFileSync("pdfinfo", [file], { encoding: "utf8" });
    const sheets = Number(/Pages:\s+(\d+)/.exec(info)[1]);
    const plain = (text) => text.replace(/\s/g, "");
    if (!plain(text).includes(plain(title))) wrong.push(`${path}: the title is not on the paper`);
    if (!text.includes("12348")) wrong.push(`${path}: the hotline is not on the paper`);
    if (!/Tagged:\s+yes/.test(info)) wrong.push(`${path}: the paper is not tagged`);
    if (sheets > 8) wrong.push(`${path}: ${sheets} sheets`);
    const menu = await tab.evaluate(() => document.querySelector(".menu a")?.textContent.trim());
    const first = text.split("\n").slice(0, 6).join("");
    if (menu && site.pages.length && first.includes(menu) && first.includes("联系方式") && first.includes("典型案例")) wrong.push(`${path}: the menu is on the paper`);
    const last = text.split("\f").filter((sheet, at, all) => at < all.length - 1 || sheet.trim()).map((sheet) => plain(sheet).length);
    if (last.length > 1 && last.at(-1) < 8) wrong.push(`${path}: the last sheet is all but empty`);
  }
  return { wrong, remark: pages.join(", ") };
}

/**
 * A phone on slow 3G: 400 kbit/s down, 400 ms to and fro, a processor four times slower. The best of
 * three counts: a machine that is busy with other work can only make it worse.
 */
export async function slowLine(browser, address, pages, most) {
  const wrong = [];
  const told = [];
  for (const path of pages) {
    const runs = [];
    for (let run = 0; run < 3; run += 1) {
      const context = await browser.createBrowserContext();
      const tab = await context.newPage();
      await tab.setViewport(PHONE);
      const client = await tab.createCDPSession();
      await client.send("Network.enable");
      await client.send("Network.setCacheDisabled", { cacheDisabled: true });
      await client.send("Network.emulateNetworkConditions", { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8, connectionType: "cellular3g" });
      await client.send("Emulation.setCPUThrottlingRate", { rate: 4 });
      await tab.evaluateOnNewDocument(() => {
        new PerformanceObserver((list) => { window.largest = list.getEntries().at(-1).startTime; }).observe({ type: "largest-contentful-paint", buffered: true });
        window.shift = 0;
        new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value; }).observe({ type: "layout-shift", buffered: true });
      });
      await tab.goto(address + path, { waitUntil: "load", timeout: 60_000 });
      await new Promise((done) => setTimeout(done, 400));
      runs.push(await tab.evaluate(() => ({ largest: window.largest, shift: window.shift, bytes: performance.getEntriesByType("resource").concat(performance.getEntriesByType("navigation")).reduce((sum, entry) => sum + entry.encodedBodySize, 0) })));
      await context.close();
    }
    const best = runs.sort((a, b) => a.largest - b.largest)[0];
    told.push(`${path} ${Math.round(best.largest)} ms, ${(best.bytes / 1024).toFixed(1)} kB`);
    if (!(best.largest <= most)) wrong.push(`${path}: the largest part is painted after ${Math.round(best.largest)} ms, ${most} at the most`);
    if (best.shift > 0.05) wrong.push(`${path}: what is read moves (${best.shift.toFixed(3)})`);
  }
  return { wrong, remark: told.join("; ") };
}

/** Printed with a dark look or high contrast chosen, and on a dark machine: black on white all the same. */
export async function whitePaper(browser, address, pages) {
  const wrong = [];
  for (const [theme, contrast] of [["dark", ""], ["dark", "high"], ["", "high"], ["", ""]]) {
    const context = await browser.createBrowserContext();
    const tab = await context.newPage();
    await tab.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
    await tab.evaluateOnNewDocument((theme, contrast) => {
      try {
        localStorage.setItem("lantian-theme", theme);
        localStorage.setItem("lantian-contrast", contrast);
      } catch { /* the empty page before the first */ }
    }, theme, contrast);
    for (const path of pages) {
      await tab.emulateMediaType("screen");
      await tab.goto(address + path, { waitUntil: "load" });
      await tab.emulateMediaType("print");
      const found = await tab.evaluate(() => {
        const light = (colour) => (colour.match(/[\d.]+/g) ?? []).slice(0, 3).every((part) => Number(part) > 200);
        const clear = (colour) => /, 0\)$/.test(colour);
        // Bars and their keys have the colours of what they stand for.
        const text = [...document.querySelectorAll("main *")].filter((one) => !one.closest("svg, .key"));
        return [document.body, ...text].filter((one) => one.checkVisibility()).flatMap((one) => {
          const { color, backgroundColor } = getComputedStyle(one);
          const said = [];
          if (one.textContent.trim() && light(color)) said.push(`${one.tagName} ${one.className}: text ${color}`);
          if (!clear(backgroundColor) && !light(backgroundColor)) said.push(`${one.tagName} ${one.className}: ground ${backgroundColor}`);
          return said;
        }).slice(0, 3);
      });
      wrong.push(...found.map((line) => `${path} (${theme || "system"}, ${contrast || "plain"}): ${line}`));
    }
    await context.close();
  }
  return { wrong, remark: pages.join(", ") };
}
