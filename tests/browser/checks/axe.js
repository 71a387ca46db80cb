// axe-core on every page type: WCAG 2.2 A and AA, its best practices, and AAA contrast. Beside it
// what axe does not measure: pages that scroll sideways, controls too small for a thumb.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { DESK, LOOKS, PHONE, look, spread } from "../browser.js";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** All rules; those that depend on colours alone are run again for each look. */
const ALL = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "cat.color"],
  rules: { "color-contrast-enhanced": { enabled: true }, "target-size": { enabled: true } },
  resultTypes: ["violations"],
};
const COLOURS = { runOnly: { type: "rule", values: ["color-contrast", "color-contrast-enhanced", "link-in-text-block"] }, resultTypes: ["violations"] };

/** Every fold open, so that what is inside is looked at too. */
function unfold() {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
}

async function violations(page, options) {
  const found = await page.evaluate(async (options) => {
    const { violations } = await window.axe.run(document, options);
    return violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 160)}\n  ${failureSummary.split("\n").slice(1, 2).join("").trim()}`) }));
  }, options);
  return found.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}\n  ${node}`));
}

/** Controls under 44 pixels. Links inside a sentence are excepted, as in WCAG 2.5.8; the label of a box to tick is part of the target, a box that cannot be ticked is none. */
function small() {
  const target = (control) => {
    const boxes = [control, ...(control.labels ?? [])].map((part) => part.getBoundingClientRect());
    const left = Math.min(...boxes.map((box) => box.left));
    const width = Math.max(...boxes.map((box) => box.right)) - left;
    const height = Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top));
    return { left, width, height };
  };
  const controls = document.querySelectorAll("button, summary, select, input:not([type=hidden]), nav a, [role=button], .button");
  return [...controls]
    .filter((control) => control.checkVisibility({ visibilityProperty: true }))
    .filter((control) => !control.disabled && !control.closest(".crumbs, p, [hidden]"))
    .map((control) => [control, target(control)])
    .filter(([, box]) => box.width > 0 && box.height > 0 && (box.height < 43.5 || box.width < 43.5) && box.left >= 0)
    .map(([control, box]) => `${control.outerHTML.slice(0, 90)} is ${Math.round(box.width)} × ${Math.round(box.height)}`);
}

function sideways() {
  const page = document.documentElement;
  return page.scrollWidth - page.clientWidth;
}

/** Of a phone's size but no phone: going from phone to desk would load the page again. */
const NARROW = { ...PHONE, isMobile: false, hasTouch: false };

/** One visit serves all looks: what a look changes is set while the page stays open. */
export function axe(browser, site, address, pages) {
  return spread(browser, pages, 2, async (tab, path) => {
    const wrong = [];
    const note = (where, list) => wrong.push(...list.map((line) => `${site.name}/${path} ${where}: ${line}`));
    await tab.setBypassCSP(true);
    await tab.setViewport(NARROW);
    await tab.goto(address + path, { waitUntil: "load" });
    await tab.evaluate(source);
    await tab.evaluate(unfold);
    for (const [width, viewport] of [["360", NARROW], ["1440", DESK]]) {
      await tab.setViewport(viewport);
      for (const name of Object.keys(LOOKS)) {
        // Forced colours do not depend on the width.
        if (name === "forced" && width === "1440") continue;
        const done = await look(tab, name);
        note(`${width} ${name}`, await violations(tab, name === "light" ? ALL : COLOURS));
        await done();
      }
      const over = await tab.evaluate(sideways);
      if (over > 0) note(width, [`${over} pixels wider than the screen`]);
      if (width === "360") note(width, await tab.evaluate(small));
    }
    // A desk screen at 400 %: 1280 becomes 320.
    await tab.setViewport({ ...DESK, width: 320, height: 256 });
    const over = await tab.evaluate(sideways);
    if (over > 0) note("400 %", [`${over} pixels wider than the screen`]);
    return wrong;
  });
}
