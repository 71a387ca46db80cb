// The machine's own Chromium, without a window.

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import puppeteer from "puppeteer-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];

function executable() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const name of NAMES) {
    for (const folder of process.env.PATH.split(delimiter)) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch { /* the next one */ }
    }
  }
  throw new Error("no Chromium: `make tools` installs it");
}

export function launch() {
  return puppeteer.launch({
    executablePath: executable(),
    headless: true,
    protocolTimeout: 120_000,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-background-networking",
      "--disable-renderer-backgrounding",
      "--disable-backgrounding-occluded-windows",
      "--disable-background-timer-throttling",
      "--force-color-profile=srgb",
      "--lang=zh-CN",
    ],
  });
}

export const PHONE = { width: 360, height: 740, isMobile: true, hasTouch: true, deviceScaleFactor: 1 };
export const DESK = { width: 1440, height: 900, isMobile: false, hasTouch: false, deviceScaleFactor: 1 };

/** What the reader has set on the machine: a dark screen, high contrast, the system's own colours. */
export const LOOKS = {
  light: {},
  dark: { "prefers-color-scheme": "dark" },
  contrast: { "prefers-contrast": "more" },
  forced: { "forced-colors": "active", "prefers-contrast": "custom" },
};

export async function look(page, name) {
  const client = await page.createCDPSession();
  const features = Object.entries({ "prefers-reduced-motion": "reduce", ...LOOKS[name] }).map(([key, value]) => ({ name: key, value }));
  await client.send("Emulation.setEmulatedMedia", { features });
  return () => client.detach();
}

/** Notes everything a page complains about: errors, refusals, requests to another host. */
export function listen(page, own) {
  const heard = [];
  const ears = {
    pageerror: (error) => heard.push(`error: ${error.message}`),
    console: (message) => {
      if (["error", "warn"].includes(message.type())) heard.push(`console: ${message.text()}`);
    },
    request: (request) => {
      const url = request.url();
      if (!url.startsWith(own) && !url.startsWith("data:") && !url.startsWith("blob:")) heard.push(`asks for ${url}`);
    },
    requestfailed: (request) => {
      // Leaving a page ends what it was still loading; that is no fault of the page.
      if (request.failure()?.errorText !== "net::ERR_ABORTED") heard.push(`not loaded: ${request.url()}`);
    },
  };
  for (const [event, ear] of Object.entries(ears)) page.on(event, ear);
  const stop = () => Object.entries(ears).forEach(([event, ear]) => page.off(event, ear));
  return { heard, stop };
}

/** Does the work for each item with as many pages as there are `workers`. */
export async function spread(browser, items, workers, work) {
  const queue = [...items];
  const wrong = [];
  await Promise.all(Array.from({ length: workers }, async () => {
    const page = await browser.newPage();
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) wrong.push(...await work(page, item));
    await page.close();
  }));
  return wrong.sort();
}
