// The service worker's own program, run on stores and answers made up here: a browser has no way to
// make a server fail in the middle of an installation.

import vm from "node:vm";

const SCOPE = "https://www.example.gov.cn/flyz/";

/** The program in a world where `answers` gives what the network says, or throws where there is none. */
function start(program, answers) {
  const stores = new Map();
  const absolute = (what) => new URL(typeof what === "string" ? what : what.url, SCOPE).href;
  const bare = (url) => url.split("?")[0];
  const open = async (name) => {
    if (!stores.has(name)) stores.set(name, new Map());
    const kept = stores.get(name);
    return {
      put: async (what, answer) => { kept.set(absolute(what), answer); },
      match: async (what, { ignoreSearch } = {}) => kept.get(ignoreSearch ? bare(absolute(what)) : absolute(what)),
    };
  };
  const ears = {};
  const world = {
    self: {
      registration: { scope: SCOPE },
      location: new URL(`${SCOPE}sw.js`),
      addEventListener: (name, ear) => { ears[name] = ear; },
      skipWaiting: async () => {},
      clients: { claim: async () => {} },
    },
    caches: { open, keys: async () => [...stores.keys()], delete: async (name) => stores.delete(name) },
    fetch: async (what) => answers(absolute(what)),
    Request: class { constructor(path) { this.url = absolute(path); } },
    Response, URL, Promise, Error,
  };
  vm.runInNewContext(program, world);
  /** Tells of an event; gives back what was answered, once all that prolongs the event is over. */
  const tell = async (name, request) => {
    const waits = [];
    let answer;
    let over = false;
    ears[name]({
      request,
      waitUntil: (promise) => {
        if (over) throw new Error("InvalidStateError");
        waits.push(promise);
      },
      respondWith: (promise) => { answer = promise; },
    });
    over = true;
    const said = await answer;
    await Promise.all(waits);
    return said;
  };
  return { stores, tell };
}

function redirected(text) {
  const answer = new Response(text);
  Object.defineProperty(answer, "redirected", { value: true });
  return answer;
}

export async function worker(site) {
  const program = site.read("sw.js");
  const core = JSON.parse(/^var CORE = (\[.*\]);$/m.exec(program)[1]);
  const wrong = [];
  const must = (right, words) => { if (!right) wrong.push(words); };
  const page = (path) => ({ url: SCOPE + path, method: "GET", mode: "navigate" });
  const none = () => { throw new TypeError("no network"); };
  let network = (url) => new Response(url);
  const { stores, tell } = start(program, (url) => network(url));

  must(core.includes("where.html") && core.includes("problems.html") && core.includes("bring.html"), "the lists of the guide are not kept");
  must(core.length <= 150, `${core.length} files are kept`);

  // A server that is being mended, half-way through.
  network = (url) => new Response("", { status: url.endsWith("where.html") ? 503 : url.endsWith("find.html") ? 404 : 200 });
  must(await tell("install").then(() => false, () => true), "a half of the pages is taken for the whole");
  // A page that is not there, and one that has moved.
  network = (url) => (url.endsWith("find.html") ? new Response("", { status: 404 }) : url.endsWith("bring.html") ? redirected(url) : new Response(url));
  await tell("install");
  const own = [...stores.keys()][0];
  must(stores.get(own).size === core.length - 1, "what was there is not kept");
  must(stores.get(own).get(`${SCOPE}bring.html`).redirected === false, "a redirected answer is kept as it is: no browser shows it");

  // Another site below the same domain.
  stores.set("lantian https://www.example.gov.cn/other/ 0123456789", new Map([[`${SCOPE}index.html`, new Response("theirs")]]));
  stores.set(`lantian ${SCOPE} 0123456789`, new Map());
  await tell("activate");
  must([...stores.keys()].length === 2 && stores.has(own), `stores: ${[...stores.keys()].join(", ")}`);

  // With a network: what is known is renewed.
  network = (url) => new Response(`new ${url}`);
  const fresh = await tell("fetch", page("where.html"));
  must(await fresh.text() === `new ${SCOPE}where.html`, "the network does not come first");
  must(await stores.get(own).get(`${SCOPE}where.html`).clone().text() === `new ${SCOPE}where.html`, "what is kept is not renewed");
  await tell("fetch", page("cases/index.html"));
  must(!stores.get(own).has(`${SCOPE}cases/index.html`), "more is kept than the core");

  // Without.
  network = none;
  must((await tell("fetch", page("where.html?x=1"))).status === 200, "a kept page is not shown without a network");
  must((await tell("fetch", page("contacts/"))).status === 200, "the address of a folder is not its first page");
  const lead = await tell("fetch", page("cases/index.html"));
  must(lead.status === 302 && lead.headers.get("location") === `${SCOPE}offline.html`, "a page that is not kept leads nowhere");
  stores.get(own).delete(`${SCOPE}offline.html`);
  must((await tell("fetch", page("cases/index.html"))).type === "error", "without offline.html a browser is led in circles");
  must((await tell("fetch", page("offline.html"))).type === "error", "offline.html leads to itself");
  return { wrong, remark: `${core.length} files kept` };
}
