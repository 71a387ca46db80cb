/* Additions only: every page works without this file. Old browsers: no arrow functions, no let. */
(function () {
  "use strict";
  var root = document.documentElement;
  var each = function (list, f) { Array.prototype.forEach.call(list, f); };
  var one = function (selector, from) { return (from || document).querySelector(selector); };
  function button(text, className, press) {
    var made = document.createElement("button");
    made.type = "button";
    made.className = className;
    made.textContent = text;
    made.addEventListener("click", press);
    return made;
  }
  /* What a reader chose, on this device only; no cookie, nothing is sent. */
  function kept(key, value) {
    try {
      if (value === undefined) return window.localStorage.getItem("lantian-" + key);
      window.localStorage.setItem("lantian-" + key, value);
    } catch (error) { /* private mode, file://: the choice lasts for this page */ }
    return null;
  }

  /* Reading: aloud, type size, contrast, colours. */
  var choices = {
    size: ["字号", [["", "标准"], ["22", "大"], ["26", "特大"]]],
    contrast: ["对比度", [["", "普通"], ["high", "高"]]],
    theme: ["配色", [["", "跟随手机"], ["light", "浅色"], ["dark", "深色"]]]
  };
  function choose(key, value) {
    if (value) root.setAttribute("data-" + key, value); else root.removeAttribute("data-" + key);
  }
  Object.keys(choices).forEach(function (key) {
    var value = kept(key);
    if (choices[key][1].some(function (choice) { return choice[0] === value; })) choose(key, value);
  });

  var voice = window.speechSynthesis;
  /* A browser stops a long utterance by itself, so the text is read block by block. Some say that a
     block has ended also when it was cut off: what was begun earlier must not go on. */
  var reading = 0;
  function hush() { reading += 1; voice.cancel(); }
  function read(blocks, done) {
    hush();
    var mine = reading;
    var next = function () {
      if (mine !== reading) return;
      var block = blocks.shift();
      if (!block) { done(); return; }
      var said = new window.SpeechSynthesisUtterance(block);
      said.lang = root.lang || "zh-CN";
      said.rate = 0.9;
      said.onend = next;
      said.onerror = function () { if (mine === reading) done(); };
      voice.speak(said);
    };
    next();
  }
  function aloud() {
    var main = document.getElementById("main");
    var going = false;
    var press = button("朗读这一页", "", function () {
      if (going) { hush(); over(); return; }
      var blocks = [];
      each(main.querySelectorAll("h1,h2,h3,p,li,dt,dd,td,th"), function (block) {
        if (!one("p,li,dd", block) && block.offsetParent) blocks.push(block.textContent.trim());
      });
      going = true;
      press.textContent = "停下";
      read(blocks.filter(Boolean), over);
    });
    function over() {
      going = false;
      press.textContent = "朗读这一页";
    }
    window.addEventListener("pagehide", hush);
    return press;
  }
  function row(name) {
    var made = document.createElement("div");
    made.setAttribute("role", "group");
    made.setAttribute("aria-label", name);
    var label = document.createElement("span");
    label.textContent = name;
    made.appendChild(label);
    return made;
  }
  var speaks = voice && window.SpeechSynthesisUtterance;
  function panel(withVoice, keys) {
    var made = document.createElement("section");
    made.className = "tools wide";
    made.id = "tools";
    made.hidden = true;
    made.setAttribute("aria-label", "阅读设置");
    if (withVoice && speaks) {
      var speak = row("朗读");
      speak.appendChild(aloud());
      made.appendChild(speak);
    }
    keys.forEach(function (key) {
      var line = row(choices[key][0]);
      var show = function () {
        var now = root.getAttribute("data-" + key) || "";
        each(line.querySelectorAll("button"), function (press) {
          press.setAttribute("aria-pressed", press.value === now ? "true" : "false");
        });
      };
      choices[key][1].forEach(function (choice) {
        var press = button(choice[1], "", function () {
          choose(key, choice[0]);
          kept(key, choice[0]);
          show();
        });
        press.value = choice[0];
        line.appendChild(press);
      });
      show();
      made.appendChild(line);
    });
    return made;
  }
  function opens(tools, className) {
    var opener = button("阅读", className, function () {
      tools.hidden = !tools.hidden;
      opener.setAttribute("aria-expanded", tools.hidden ? "false" : "true");
    });
    opener.setAttribute("aria-expanded", "false");
    opener.setAttribute("aria-controls", "tools");
    return opener;
  }
  var bar = one(".bar");
  if (bar) {
    var tools = panel(true, Object.keys(choices));
    var opener = opens(tools, "type");
    opener.setAttribute("aria-label", "阅读设置：朗读、字号、对比度、配色");
    bar.insertBefore(opener, one(".call", bar));
    one(".top").parentNode.insertBefore(tools, one(".top").nextSibling);
  }

  var elder = one(".elder-top");
  if (elder) {
    if (speaks) {
      var listen = aloud();
      listen.className = "elder-aloud";
      elder.appendChild(listen);
    }
    /* Its contrast is the highest there is. */
    var larger = panel(false, ["size", "theme"]);
    larger.className = "tools";
    var bigger = opens(larger, "elder-aloud");
    bigger.textContent = "字号和配色";
    elder.appendChild(bigger);
    elder.appendChild(larger);
  }

  /* Print and share, at the end of every page. */
  function copied(text) {
    var field = document.createElement("textarea");
    field.value = text;
    field.className = "unseen";
    document.body.appendChild(field);
    field.select();
    var done = false;
    try { done = document.execCommand("copy"); } catch (error) { /* an old browser */ }
    document.body.removeChild(field);
    return done;
  }
  var sign = one(".sign") || one("#main>.wide") || document.getElementById("main");
  if (sign) {
    sign.appendChild(button("打印这一页", "print", function () { window.print(); }));
    var share = button("发给别人", "print", function () {
      var address = window.location.href;
      var done = function () { share.textContent = "网址已复制，去粘贴吧"; };
      /* Without https there is neither of the new ways, and a browser may refuse them. */
      var old = function () { if (copied(address)) done(); else share.textContent = "复制不了，请复制地址栏里的网址"; };
      if (navigator.share) navigator.share({ title: document.title, url: address }).catch(function () {});
      else if (navigator.clipboard) navigator.clipboard.writeText(address).then(done, old);
      else old();
    });
    /* Nobody sends on a page that is not there. */
    if (/^https?:$/.test(window.location.protocol) && !one(".lost")) sign.appendChild(share);
  }

  /* Open now? By the office's clock, not the device's: China has one time, eight hours ahead. */
  each(document.querySelectorAll("[data-open]"), function (place) {
    var china = new Date(Date.now() + 8 * 3600 * 1000);
    var today = china.getUTCDay() || 7;
    var minute = china.getUTCHours() * 60 + china.getUTCMinutes();
    var spans = [];
    place.getAttribute("data-open").split(";").forEach(function (part) {
      var days = part.split("/")[0];
      part.split("/")[1].split(",").forEach(function (span) {
        var ends = span.split("-");
        each(days, function (day) { spans.push([Number(day), Number(ends[0]), Number(ends[1])]); });
      });
    });
    var clock = function (m) { return Math.floor(m / 60) + ":" + ("0" + m % 60).slice(-2); };
    var now = spans.filter(function (s) { return s[0] === today && s[1] <= minute && minute < s[2]; })[0];
    var words = "现在没开门";
    if (now) {
      words = now[2] - now[1] === 1440 ? "现在有人接" : "现在开着，到 " + clock(now[2]);
    } else {
      var best = null;
      spans.forEach(function (s) {
        var wait = ((s[0] - today + 7) % 7) * 1440 + s[1] - minute;
        if (wait <= 0) wait += 7 * 1440;
        if (!best || wait < best[0]) best = [wait, s];
      });
      if (best) {
        var ahead = (best[1][0] - today + 7) % 7;
        var day = ahead === 0 && best[0] < 1440 ? "今天" : ahead === 1 ? "明天" : "周" + "一二三四五六日".charAt(best[1][0] - 1);
        words += "，" + day + " " + clock(best[1][1]) + " 开";
      }
    }
    place.textContent = words + "。节假日请先打电话问。";
    place.hidden = false;
  });

  /* The look-up page narrows while somebody types. */
  var form = one(".filter");
  if (form) {
    form.hidden = false;
    var rows = Array.prototype.slice.call(document.querySelectorAll("[data-find]"));
    var hits = one(".hits", form);
    form.addEventListener("input", function () {
      var wanted = one("input", form).value.trim().toLowerCase();
      var count = 0;
      rows.forEach(function (line) {
        var text = (line.getAttribute("data-find") + " " + line.textContent).toLowerCase();
        var hit = !wanted || text.indexOf(wanted) >= 0;
        line.hidden = !hit;
        if (hit) count += 1;
      });
      each(document.querySelectorAll(".letter"), function (letter) {
        letter.hidden = !one("[data-find]:not([hidden])", letter);
      });
      hits.textContent = wanted ? (count ? "找到 " + count + " 条" : "没有找到，换个说法，或者打电话问") : "";
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
  }

  /* Keeps the core pages for when there is no network; https only. */
  var own = document.querySelector("script[data-worker]");
  if (own && window.location.protocol === "https:" && navigator.serviceWorker) {
    navigator.serviceWorker.register(own.getAttribute("data-worker")).catch(function () { /* as well without */ });
  }
})();
