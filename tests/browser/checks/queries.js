// What people type, and the page that answers it: in their own words, misspelt, in letters, long.

import { PHONE } from "../browser.js";

/** The page is among the first so many results. */
const FIRST = 2;

/** What is typed, and the pages of which one must be among the first. None: the site has no page for it and says so. */
const TABLE = [
  // What is done here, what it costs, where, when, with what.
  ["律师", "where", "channels/window"],
  ["ls", "where", "channels/window"],
  ["请律师要钱吗", "about/free"],
  ["律师要钱吗", "about/free"],
  ["收费吗", "about/free"],
  ["法援", "eligibility/index"],
  ["flyz", "eligibility/index"],
  ["法律援助法第三十一条", "laws/legal-aid-law"],
  ["我能申请吗", "checkup/civil", "eligibility/index"],
  ["去哪里申请", "where"],
  ["哪里有律师", "where"],
  ["地址", "where", "contacts/index"],
  ["电话", "contacts/hotline", "contacts/index", "where"],
  ["星期六上班吗", "where"],
  ["下午几点关门", "where"],
  ["周六开门吗", "where"],
  ["炉桥镇", "contacts/luqiao"],
  ["要带什么", "bring"],
  ["带啥材料", "bring"],
  ["工伤要带什么", "bring/work-injury", "bring"],
  ["多久有结果", "channels/time-limits"],
  ["投诉律师", "about/complaint"],
  // What happened.
  ["老板不给工钱怎么办", "eligibility/wages"],
  ["老板跑了不给钱怎么办", "eligibility/wages"],
  ["工地摔伤了老板不管", "eligibility/work-injury"],
  ["没签劳动合同", "eligibility/labour-relation"],
  ["被车撞了", "eligibility/traffic-injury"],
  ["买到假药", "eligibility/medical-food-injury"],
  ["我儿子被抓了怎么办", "eligibility/criminal-application"],
  ["儿子不养我", "eligibility/support"],
  ["离婚", "eligibility/domestic-violence", "eligibility/support"],
  ["没钱打官司", "eligibility/hardship"],
  ["眼睛看不见", "eligibility/not-verified", "channels/visit"],
  ["低保户要证明吗", "eligibility/not-verified"],
  ["老公在外面打工三年没回来还打我我想离婚不知道律师要钱吗", "eligibility/domestic-violence"],
  // Written as it sounds.
  ["欠新", "eligibility/wages"],
  ["拖欠公资", "eligibility/wages"],
  ["公伤", "eligibility/work-injury"],
  ["陪偿", "eligibility/work-injury", "eligibility/traffic-injury", "eligibility/state-compensation"],
  ["赡扬费", "eligibility/support"],
  ["离昏", "eligibility/domestic-violence", "eligibility/support"],
  ["家报", "eligibility/domestic-violence"],
  ["txin", "eligibility/wages"],
  ["gongshangzenmeban", "eligibility/work-injury"],
  // Nothing here is about these.
  ["彩礼"],
  ["宅基地"],
  ["借钱不还"],
  ["老婆跑了"],
];

/** Asks, and waits for the answer: what is said, and the addresses shown. */
async function ask(tab, address, question) {
  await tab.goto(`${address}search.html?q=${encodeURIComponent(question)}`, { waitUntil: "load" });
  await tab.waitForFunction(() => {
    const said = document.querySelector(".search-status").textContent;
    const box = document.querySelector(".search-results");
    return said && said !== "正在找…" && (box.hidden || box.querySelector("li"));
  }, { timeout: 10_000 });
  return tab.evaluate(() => {
    const box = document.querySelector(".search-results");
    const rows = box.hidden ? [] : [...box.querySelectorAll("li")];
    return {
      said: document.querySelector(".search-status").textContent,
      found: rows.map((row) => row.querySelector("h2 a").getAttribute("href").replace(/\.html$/, "")),
      text: rows.map((row) => row.textContent).join("\n"),
      marked: [...box.querySelectorAll("mark")].map((mark) => mark.textContent),
    };
  });
}

/** Every question of the table leads where it should. */
export async function queries(tab, address) {
  const wrong = [];
  await tab.setViewport(PHONE);
  for (const [question, ...pages] of TABLE) {
    const { said, found, text, marked } = await ask(tab, address, question);
    if (pages.length === 0) {
      if (!said.startsWith("没有找到") || !said.includes("12348")) wrong.push(`${question}: says “${said}”`);
      continue;
    }
    if (!found.slice(0, FIRST).some((page) => pages.includes(page))) wrong.push(`${question}: ${found.slice(0, 3).join(", ") || said}`);
    if (/[\u4e00-\u9fff] ?#\d/.test(text)) wrong.push(`${question}: an article in the notation of files`);
    const short = marked.find((word) => word.length < 2);
    if (short) wrong.push(`${question}: ${short} is marked`);
  }
  return { wrong, remark: `${TABLE.length} questions` };
}

/** Bytes of the index, not compressed, that a first search on 1,000 pages may load; `search.html` has the rest. */
const MOST = 190_000;

/** The dearest kinds of questions, each on a phone that has nothing yet. */
export async function budget(browser, address) {
  const wrong = [];
  let most = 0;
  for (const question of ["工资", "老公在外面打工三年没回来还打我我想离婚不知道律师要钱吗", "拖欠公资找不道人没有办法了", "laobanbugeigongqian"]) {
    const context = await browser.createBrowserContext();
    const tab = await context.newPage();
    await ask(tab, address, question);
    const sum = await tab.evaluate(() => performance.getEntriesByType("resource").filter((one) => one.name.includes("/assets/search/")).reduce((sum, one) => sum + one.decodedBodySize, 0));
    most = Math.max(most, sum);
    if (sum > MOST || sum === 0) wrong.push(`${question}: ${sum} bytes`);
    await context.close();
  }
  return { wrong, remark: `${Math.round(most / 1000)} kB at most` };
}

/** Pieces of the index that do not come: the reader is told of the line, not that there is no such page. */
export async function cutOff(browser, address) {
  const wrong = [];
  for (const [pieces, said] of [
    [/\/search\/start\.js/, "没有取到"],
    [/\/search\/g\d+\.js/, "网络不通，没能查完"],
    [/\/search\/p\d+\.js/, "没有取到"],
  ]) {
    const context = await browser.createBrowserContext();
    const tab = await context.newPage();
    await tab.setViewport(PHONE);
    await tab.setRequestInterception(true);
    tab.on("request", (request) => (pieces.test(request.url()) ? request.abort() : request.continue()));
    await tab.goto(`${address}search.html?q=${encodeURIComponent("老板不给工钱")}`, { waitUntil: "networkidle0" });
    const status = await tab.$eval(".search-status", (element) => element.textContent);
    if (!status.includes(said)) wrong.push(`without ${pieces.source}: “${status}”`);
    if (status.includes("没有找到")) wrong.push(`without ${pieces.source} it says that nothing was found`);
    await context.close();
  }
  return { wrong, remark: "start, pairs, pages" };
}
