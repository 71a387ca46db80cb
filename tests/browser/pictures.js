// `make pictures`: each page type at phone and desk width into docs/pictures, for the README and the
// documents. Small files: eight-bit colours where that is enough, never more than 80 kB.

import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { launch, look } from "./browser.js";
import { serve } from "./server.js";
import { repository, sampleSite } from "./site.js";

const LARGEST = 80 * 1024;

/** Name of the picture, page of the sample site. */
const SHOWN = [
  ["home", "index.html"],
  ["eligibility", "eligibility/wages.html"],
  ["channel", "channels/materials.html"],
  ["contacts", "contacts/index.html"],
  ["contact", "contacts/luqiao.html"],
  ["checkup", "checkup/civil.html"],
  ["cases", "cases/index.html"],
  ["case", "cases/wages-2025-17.html"],
  ["law", "laws/legal-aid-law.html"],
  ["notices", "notices/2021-03-12.html"],
  ["statistics", "statistics/2020.html"],
  ["article", "articles/blue-sky.html"],
  ["event", "events/migrant-2026.html"],
  ["find", "find.html"],
  ["search", "search.html"],
  ["elder", "elder/index.html"],
  ["elder-page", "elder/eligibility/wages.html"],
  ["where", "where.html"],
  ["town", "where/lu-qiao-zhen.html"],
  ["bring", "bring.html"],
  ["checklist", "bring/wages.html"],
  ["problems", "problems.html"],
  ["outcome", "checkup/civil/1-1.html"],
  ["question", "checkup/civil/1-2.html"],
  ["stage", "where/stage-court.html"],
  ["elder-contacts", "elder/contacts/index.html"],
  ["elder-outcome", "elder/checkup/civil/1-1.html"],
  ["proof", "notices/2021-03-12/1.html"],
  ["map", "map.html"],
  ["term", "cases/category/lao-dong-bao-chou.html"],
  ["about", "about/index.html"],
  ["not-found", "404.html"],
  ["offline", "offline.html"],
];

const WIDTHS = [["phone", { width: 390, height: 780, deviceScaleFactor: 1, isMobile: true, hasTouch: true }], ["desk", { width: 1280, height: 860, deviceScaleFactor: 1 }]];

const site = sampleSite();
const server = await serve(site.folder);
const browser = await launch();
const tab = await browser.newPage();
await look(tab, "light");
const folder = join(repository, "docs/pictures");
mkdirSync(folder, { recursive: true });
for (const [name, page] of SHOWN) {
  if (!site.pages.includes(page)) continue;
  for (const [width, viewport] of WIDTHS) {
    await tab.setViewport(viewport);
    await tab.goto(server.address + page, { waitUntil: "networkidle0" });
    const path = join(folder, `${name}-${width}.webp`);
    let quality = 80;
    do {
      await tab.screenshot({ path, type: "webp", quality });
      quality -= 15;
    } while (statSync(path).size > LARGEST && quality > 20);
    console.log(`${path.slice(repository.length + 1)}  ${(statSync(path).size / 1024).toFixed(0)} kB`);
  }
}
await browser.close();
await server.close();
