// Under the strict policy: no complaint, no cookie, nothing asked of another host.

import { DESK, listen, spread } from "../browser.js";

export function policy(browser, site, server, pages) {
  return spread(browser, pages, 2, async (tab, path) => {
    const { heard, stop } = listen(tab, server.address);
    await tab.setViewport(DESK);
    const answer = await tab.goto(server.address + path, { waitUntil: "load" });
    const wrong = [];
    if (answer.status() !== 200) wrong.push(`answers ${answer.status()}`);
    if (!answer.headers()["content-security-policy"]) wrong.push("was not served under the policy");
    const cookie = await tab.evaluate(() => document.cookie);
    if (cookie) wrong.push(`sets a cookie: ${cookie}`);
    const inline = await tab.evaluate(() => document.querySelectorAll("[style], style, script:not([src]):not([type='application/ld+json']), iframe, object, embed").length);
    if (inline) wrong.push(`${inline} inline styles, scripts or frames`);
    stop();
    return [...wrong, ...heard].map((line) => `${site.name}/${path}: ${line}`);
  });
}

/** The trial of the trial: a page that breaks the policy is heard. */
export async function policyIsHeard(browser, server) {
  const tab = await browser.newPage();
  const { heard } = listen(tab, server.address);
  await tab.goto(server.address, { waitUntil: "load" });
  await tab.evaluate(() => {
    const style = document.createElement("style");
    style.textContent = "body { color: red }";
    document.head.append(style);
    document.body.append(Object.assign(document.createElement("img"), { src: "https://elsewhere.invalid/x.png", alt: "" }));
    return new Promise((done) => setTimeout(done, 300));
  });
  await tab.close();
  const wrong = [];
  if (!heard.some((line) => line.includes("style-src"))) wrong.push("an inline style was let through");
  if (!heard.some((line) => line.includes("img-src"))) wrong.push("a picture from elsewhere was let through");
  return wrong;
}
