// By keyboard alone: the menu, the self-check, the search; where the reader is can always be seen.

import { DESK, PHONE, look } from "../browser.js";

/** Where the keyboard stands: is it marked, is it on the screen, is it not covered. */
function stand() {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const box = at.getBoundingClientRect();
  const style = getComputedStyle(at);
  const marked = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
  const boxes = [...at.getClientRects()];
  const free = boxes.some((part) => {
    const x = Math.min(Math.max(part.left + part.width / 2, 0), innerWidth - 1);
    const y = part.top + part.height / 2;
    if (y < 0 || y >= innerHeight) return false;
    const top = document.elementFromPoint(x, y);
    return top && (at.contains(top) || top.contains(at) || at.labels?.[0]?.contains(top));
  });
  return { name: at.outerHTML.slice(0, 100), tag: at.tagName, href: at.getAttribute("href"), text: at.textContent.trim().slice(0, 30), marked, free, width: box.width };
}

/** Tabs through the whole page. */
async function tabThrough(tab, most = 400) {
  const stops = [];
  for (let step = 0; step < most; step += 1) {
    await tab.keyboard.press("Tab");
    const here = await tab.evaluate(stand);
    if (!here) break;
    stops.push(here);
  }
  return stops;
}

async function tabTo(tab, wanted, most = 200) {
  for (let step = 0; step < most; step += 1) {
    await tab.keyboard.press("Tab");
    const here = await tab.evaluate(stand);
    if (here && wanted(here)) return here;
  }
  return null;
}

/** Menu: the first stop leads past it, every stop is marked and on the screen, Enter opens. */
export async function menu(tab, address) {
  const wrong = [];
  for (const [width, viewport] of [[360, PHONE], [1440, DESK]]) {
    await tab.setViewport(viewport);
    await look(tab, "light");
    await tab.goto(`${address}index.html`, { waitUntil: "load" });
    const stops = await tabThrough(tab);
    if (stops.length < 15) wrong.push(`${width}: only ${stops.length} stops`);
    if (stops[0]?.href !== "#main") wrong.push(`${width}: the first stop is ${stops[0]?.name}`);
    for (const stop of stops.slice(0, 120)) {
      if (!stop.marked) wrong.push(`${width}: no mark on ${stop.name}`);
      if (!stop.free) wrong.push(`${width}: covered or off the screen: ${stop.name}`);
    }
    await tab.goto(`${address}index.html`, { waitUntil: "load" });
    await tab.keyboard.press("Tab");
    await tab.keyboard.press("Enter");
    if (await tab.evaluate(() => document.activeElement.id) !== "main") wrong.push(`${width}: the skip link does not lead to the text`);
    await tab.goto(`${address}index.html`, { waitUntil: "load" });
    const item = await tabTo(tab, (here) => /channels\//.test(here.href ?? ""));
    if (!item) {
      wrong.push(`${width}: the menu is not reached`);
      continue;
    }
    await Promise.all([tab.waitForNavigation(), tab.keyboard.press("Enter")]);
    if (!tab.url().includes("/channels/")) wrong.push(`${width}: Enter on the menu led to ${tab.url()}`);
  }
  return { wrong };
}

/** What is asked now. */
function question() {
  const shown = [...document.querySelectorAll("main h1, main h2")].filter((heading) => heading.checkVisibility());
  return `${location.pathname}${location.hash} ${shown.map((heading) => heading.textContent.trim()).join("|")}`;
}

const settle = () => new Promise((done) => setTimeout(done, 100));

/** The self-check from the first question to an outcome, back again, and with the number to call. */
export async function selfCheck(tab, address) {
  const wrong = [];
  await tab.setViewport(PHONE);
  await tab.goto(`${address}checkup/civil.html`, { waitUntil: "load" });
  const first = await tab.evaluate(question);
  const passed = [first];
  for (let step = 0; step < 12; step += 1) {
    const answers = await tab.evaluate(() => [...document.querySelectorAll("main .answers a")].filter((link) => link.checkVisibility()).length);
    if (answers === 0) break;
    if (!await tabToSelector(tab, "main .answers a")) {
      wrong.push(`no answer is reached by keyboard at ${passed.at(-1)}`);
      break;
    }
    const before = tab.url();
    await tab.keyboard.press("Enter");
    for (let wait = 0; wait < 30 && tab.url() === before; wait += 1) await settle();
    await tab.waitForSelector("main h1");
    const now = await tab.evaluate(question);
    if (now === passed.at(-1)) {
      wrong.push(`Enter changes nothing at ${now}`);
      break;
    }
    passed.push(now);
  }
  if (passed.length < 3) wrong.push(`the walk ended at once: ${passed.join(" → ")}`);
  const call = await tab.evaluate(() => [...document.querySelectorAll("main a[href^='tel:']")].some((link) => link.checkVisibility()));
  if (!call) wrong.push("the outcome has no number to call");
  for (let step = passed.length - 2; step >= 0; step -= 1) {
    await tab.goBack({ waitUntil: "load" }).catch(() => {});
    await settle();
    const now = await tab.evaluate(question);
    if (now !== passed[step]) wrong.push(`back led to ${now}, not to ${passed[step]}`);
  }
  return { wrong, remark: `${passed.length - 1} answers` };
}

async function tabToSelector(tab, selector, most = 120) {
  for (let step = 0; step < most; step += 1) {
    await tab.keyboard.press("Tab");
    if (await tab.evaluate((selector) => document.activeElement?.matches(selector) && document.activeElement.checkVisibility(), selector)) return true;
  }
  return false;
}

/** Every page that has a search field: typed words leave or bring something that Enter opens. */
export async function search(tab, site, address) {
  const wrong = [];
  const fields = site.pages.filter((page) => !page.includes("/") && /<input[^>]*type="search"/.test(site.read(page)));
  if (fields.length === 0) wrong.push("no page has a search field");
  for (const path of fields) {
    await tab.setViewport(DESK);
    await tab.goto(address + path, { waitUntil: "load" });
    if (!await tabToSelector(tab, "input[type=search]")) {
      wrong.push(`${path}: the field is not reached by keyboard`);
      continue;
    }
    await tab.keyboard.type("工钱");
    await new Promise((done) => setTimeout(done, 600));
    if (!await tabToSelector(tab, "main a[href]", 40)) {
      wrong.push(`${path}: no result is reached by keyboard`);
      continue;
    }
    const before = tab.url();
    await Promise.all([tab.waitForNavigation({ timeout: 5000 }).catch(() => {}), tab.keyboard.press("Enter")]);
    if (tab.url() === before) wrong.push(`${path}: Enter on a result opens nothing`);
  }
  return { wrong, remark: fields.join(", ") };
}
