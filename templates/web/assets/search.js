/* Search. Loaded on search.html alone; the index comes in pieces when somebody searches. The pieces are
   classic scripts that call window.lantianSearch, so that this works without a server and under a strict
   policy. How they are written: src/web/search. */
(function () {
  "use strict";
  var form = document.querySelector(".search-form");
  if (!form) return;
  var input = form.querySelector("input");
  var status = document.querySelector(".search-status");
  var box = document.querySelector(".search-results");
  var list = box.querySelector("ol");
  var more = box.querySelector(".search-more");
  var root = form.getAttribute("data-root");
  var DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_~*+,;:=?@^";
  var VALUE = {};
  for (var d = 0; d < 64; d += 1) VALUE[DIGITS.charAt(d)] = d;
  var SHOWN = 8;
  var PIECES = 12;
  var have = {}, waiting = {}, version = "", turn = 0;

  window.lantianSearch = function (name, content) { have[name] = content; };

  /* Loads pieces, each once; what cannot be had is left out. */
  function load(names, then) {
    var left = names.length;
    if (!left) { then(); return; }
    var done = function () { left -= 1; if (!left) then(); };
    names.forEach(function (name) {
      if (have.hasOwnProperty(name)) { done(); return; }
      if (waiting[name]) { waiting[name].push(done); return; }
      waiting[name] = [done];
      var script = document.createElement("script");
      var end = function () {
        var all = waiting[name];
        delete waiting[name];
        all.forEach(function (one) { one(); });
      };
      script.onload = end;
      script.onerror = end;
      script.src = root + "assets/search/" + name + ".js" + (version ? "?" + version : "");
      document.head.appendChild(script);
    });
  }

  /* One character as the index has it; nothing where it parts. */
  function plain(c) {
    var n = c.charCodeAt(0);
    if (n >= 0xff10 && n <= 0xff5a) { n -= 0xfee0; c = String.fromCharCode(n); }
    if (n >= 65 && n <= 90) return c.toLowerCase();
    if ((n >= 97 && n <= 122) || (n >= 48 && n <= 57)) return c;
    if (c === "的" || c === "了") return "";
    return (n >= 0x3400 && n <= 0x4dbf) || (n >= 0x4e00 && n <= 0x9fff) ? c : "";
  }

  /* The runs of a question: ["老板不给工钱"], ["工伤", "怎么赔"]. */
  function runs(text) {
    var out = [], run = "";
    for (var i = 0; i <= text.length; i += 1) {
      var c = i < text.length ? plain(text.charAt(i)) : "";
      if (c) run += c; else { if (run) out.push(run); run = ""; }
    }
    return out;
  }

  function pairs(run) {
    if (run.length === 1) return [run + "."];
    var out = [];
    for (var i = 0; i + 1 < run.length; i += 1) out.push(run.substr(i, 2));
    return out;
  }

  function piece(pair, piles) {
    return "g" + ((pair.charCodeAt(0) * 31 + pair.charCodeAt(1)) % piles);
  }

  /* [page, mark, sieve, page, mark, sieve …] of a pair. */
  function postings(pair, piles) {
    var rows = have[piece(pair, piles)] || "";
    var at = rows.indexOf("!" + pair);
    var out = [];
    if (at < 0) return out;
    var page = 0;
    for (at += 3; rows.charAt(at) !== "!" && at < rows.length;) {
      var shift = 1, value;
      do {
        value = VALUE[rows.charAt(at)];
        at += 1;
        page += (value & 31) * shift;
        shift *= 32;
      } while (value & 32);
      out.push(page, VALUE[rows.charAt(at)], VALUE[rows.charAt(at + 1)]);
      at += 2;
    }
    return out;
  }

  /* What the question may also mean: the same with another word of a line. */
  function variants(text, same) {
    var out = [{ text: text, weight: 1 }], also = [];
    same.forEach(function (line) {
      line.forEach(function (word) {
        if (text.indexOf(word) < 0) return;
        line.forEach(function (other) {
          if (text.indexOf(other) >= 0 || also.indexOf(other) >= 0 || also.length >= 4) return;
          also.push(other);
          out.push({ text: text.replace(word, other), weight: 0.6 });
        });
      });
    });
    out.also = also;
    return out;
  }

  /* Scores of one reading of the question, by page. */
  function score(variant, start) {
    var points = {}, covered = {}, near = {}, total = 0, steps = 0;
    variant.runs.forEach(function (run) {
      var before = {};
      pairs(run).forEach(function (pair, i) {
        var found = postings(pair, start.piles);
        /* What stands nowhere, or was not loaded, tells no page from another. */
        if (!found.length) { before = {}; return; }
        var rare = Math.log(1 + start.pages / (found.length / 3 + 0.5));
        total += rare;
        if (i) steps += rare;
        var next = i + 2 < run.length ? run.charCodeAt(i + 2) % 31 % 6 : -1;
        var here = {};
        for (var k = 0; k < found.length; k += 3) {
          var page = found[k], mark = found[k + 1];
          var part = (mark & 8 ? 4 : 0) + (mark & 4 ? 4 : 0) + (mark & 2 ? 1.5 : 0) + (mark & 1 ? 1 + 0.3 * (mark >> 4) : 0);
          points[page] = (points[page] || 0) + rare * part;
          covered[page] = (covered[page] || 0) + rare;
          if (before[page]) near[page] = (near[page] || 0) + rare;
          if (next >= 0 && found[k + 2] >> next & 1) here[page] = true;
        }
        before = here;
      });
    });
    var out = {};
    Object.keys(points).forEach(function (page) {
      var cover = covered[page] / total;
      var whole = steps ? (near[page] || 0) / steps : cover;
      var kind = 0.4 + start.weights.charAt(page - 1) / 15;
      out[page] = { cover: cover, score: variant.weight * kind * cover * cover * (1 + 1.5 * whole) * points[page] / total };
    });
    return out;
  }

  function rank(all, start) {
    var best = {}, top = 0;
    all.forEach(function (variant) {
      var scores = score(variant, start);
      Object.keys(scores).forEach(function (page) {
        var one = scores[page];
        top = Math.max(top, one.cover);
        if (!best[page] || one.score > best[page].score) {
          best[page] = { page: +page, score: one.score, cover: Math.max(one.cover, best[page] ? best[page].cover : 0) };
        }
      });
    });
    return Object.keys(best).map(function (page) { return best[page]; }).filter(function (one) {
      return one.cover >= Math.min(0.6, top * 0.7);
    }).sort(function (a, b) { return b.score - a.score || a.page - b.page; });
  }

  /* The words to mark: whole runs before pairs. */
  function needles(all) {
    var out = [];
    var add = function (word) { if (out.indexOf(word) < 0) out.push(word); };
    all.forEach(function (variant) {
      variant.runs.forEach(function (run) {
        add(run);
        /* Pairs of digits would mark half of every number. */
        if (run.length > 2 && /[^a-z0-9]/.test(run)) pairs(run).forEach(add);
      });
    });
    return out;
  }

  /* Places in a text where a needle stands: [from, to, weight]. */
  function places(text, words) {
    var low = "";
    for (var i = 0; i < text.length; i += 1) low += plain(text.charAt(i)) || text.charAt(i);
    var out = [];
    words.forEach(function (word) {
      for (var at = low.indexOf(word), n = 0; at >= 0 && n < 40; at = low.indexOf(word, at + 1), n += 1) {
        out.push([at, at + word.length, word.length * word.length]);
      }
    });
    return out.sort(function (a, b) { return a[0] - b[0] || b[1] - a[1]; });
  }

  /* Puts text into an element, the places marked. */
  function put(element, text, marks, from, to) {
    var at = from;
    marks.forEach(function (mark) {
      var start = Math.max(mark[0], at), end = Math.min(mark[1], to);
      if (start >= end) return;
      element.appendChild(document.createTextNode(text.slice(at, start)));
      var last = element.lastElementChild;
      if (start === at && last && last.tagName === "MARK" && !element.lastChild.nodeValue) {
        last.textContent += text.slice(start, end);
      } else {
        var word = document.createElement("mark");
        word.textContent = text.slice(start, end);
        element.appendChild(word);
      }
      at = end;
    });
    element.appendChild(document.createTextNode(text.slice(at, to)));
  }

  /* The stretch of a text that holds most of the question. */
  function excerpt(element, summary, text, words) {
    var WIDE = 78;
    if (!text || places(summary, words.slice(0, 1)).length) { text = summary || text || ""; }
    var marks = places(text, words), best = 0, from = 0;
    if (!marks.length && summary) { text = summary; }
    marks.forEach(function (first, i) {
      var sum = 0, seen = {};
      for (var k = i; k < marks.length && marks[k][1] < first[0] + WIDE; k += 1) {
        var word = text.slice(marks[k][0], marks[k][1]);
        if (!seen[word]) sum += marks[k][2];
        seen[word] = true;
      }
      if (sum > best) { best = sum; from = first[0]; }
    });
    var start = Math.max(0, from - 14);
    for (var b = from; b > start; b -= 1) { if ("。；！？ ".indexOf(text.charAt(b - 1)) >= 0) { start = b; break; } }
    var end = Math.min(text.length, start + WIDE + 14);
    if (start > 0) element.appendChild(document.createTextNode("…"));
    put(element, text, marks, start, end);
    if (end < text.length) element.appendChild(document.createTextNode("…"));
  }

  function row(page, words) {
    var item = document.createElement("li");
    item.className = "entry";
    var head = document.createElement("h2");
    var link = document.createElement("a");
    link.href = root + page[1];
    put(link, page[0], places(page[0], words), 0, page[0].length);
    head.appendChild(link);
    item.appendChild(head);
    var facts = document.createElement("p");
    facts.className = "facts";
    [page[2], page[3]].forEach(function (word) {
      if (!word) return;
      var span = document.createElement("span");
      span.textContent = word;
      facts.appendChild(span);
    });
    if (facts.firstChild) item.appendChild(facts);
    var summary = document.createElement("p");
    summary.className = "summary";
    excerpt(summary, page[4], page[5], words);
    item.appendChild(summary);
    return item;
  }

  function pieceOf(page, firsts) {
    var low = 0, high = firsts.length - 1;
    while (low < high) {
      var middle = (low + high + 1) >> 1;
      if (firsts[middle] <= page) low = middle; else high = middle - 1;
    }
    return low;
  }

  /* Shows the next few; the first time they replace what is there. */
  function show(ranked, words, start, from, focus) {
    var mine = turn;
    var some = ranked.slice(from, from + SHOWN);
    load(some.map(function (one) { return "p" + pieceOf(one.page, start.firsts); }), function () {
      if (mine !== turn) return;
      if (!from) list.textContent = "";
      var first = null;
      some.forEach(function (one) {
        var number = pieceOf(one.page, start.firsts);
        var page = (have["p" + number] || [])[one.page - start.firsts[number]];
        if (!page) return;
        var item = row(page, words);
        list.appendChild(item);
        first = first || item.querySelector("a");
      });
      box.hidden = false;
      var next = from + SHOWN;
      more.hidden = next >= ranked.length;
      more.onclick = function () { show(ranked, words, start, next, true); };
      if (focus && first) first.focus();
    });
  }

  function answer(all, said, start) {
    var mine = turn, asked = [];
    all.forEach(function (variant) {
      variant.runs = runs(variant.text);
      variant.runs.forEach(function (run) {
        pairs(run).forEach(function (pair) {
          var name = piece(pair, start.piles);
          if (asked.indexOf(name) < 0) asked.push(name);
        });
      });
    });
    /* A long question asks for its first pieces: they tell enough, and the phone may be slow. */
    load(asked.slice(0, PIECES), function () {
      if (mine !== turn) return;
      var ranked = rank(all, start);
      if (!ranked.length) {
        box.hidden = true;
        status.textContent = "没有找到。换个说法试试，或者用下面的办法。";
        return;
      }
      status.textContent = "找到 " + ranked.length + " 条" + said + "。";
      show(ranked, needles(all), start, 0, false);
    });
  }

  /* Letters alone may be pinyin: the everyday words they may stand for. */
  function byLetters(text, start) {
    load(["pinyin"], function () {
      var letters = text.toLowerCase().replace(/[^a-z0-9]/g, "");
      var hit = function (test) { return (have.pinyin || []).filter(test); };
      var found = hit(function (one) { return one[1] === letters || one[2] === letters; });
      if (!found.length) found = hit(function (one) { return one[1].indexOf(letters) === 0 || one[2].indexOf(letters) === 0; });
      if (!found.length && letters.length > 2) found = hit(function (one) { return one[1].indexOf(letters) > 0; });
      found = found.slice(0, 3);
      if (!found.length) { answer([{ text: text, weight: 1 }], "", start); return; }
      var all = found.map(function (one, i) { return { text: one[0], weight: 1 - i * 0.1 }; });
      answer(all, "，按“" + found.map(function (one) { return one[0]; }).join("”“") + "”找的", start);
    });
  }

  function search() {
    /* Full-width letters and digits are meant as the plain ones. */
    var text = input.value.replace(/[\uff01-\uff5e]/g, function (c) { return String.fromCharCode(c.charCodeAt(0) - 0xfee0); }).replace(/^\s+|\s+$/g, "");
    turn += 1;
    if (!runs(text).length) {
      box.hidden = true;
      status.textContent = text ? "请写汉字、字母或数字。" : "";
      return;
    }
    status.textContent = "正在找…";
    load(["start"], function () {
      var start = have.start;
      if (!start) { status.textContent = "搜索没有装上，请用下面的办法。"; return; }
      version = start.version;
      if (/^[a-zA-Z\s]+$/.test(text)) { byLetters(text, start); return; }
      var all = variants(text, start.same);
      answer(all, all.also.length ? "，也找了“" + all.also.join("”“") + "”" : "", start);
    });
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    try {
      window.history.replaceState(null, "", "?q=" + encodeURIComponent(input.value));
    } catch (error) { /* file:// in some browsers: the address stays as it is */ }
    search();
  });

  /* Arrows walk from the box into the results and back; Tab works as everywhere. */
  document.addEventListener("keydown", function (event) {
    var step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (event.key === "Escape" && list.contains(document.activeElement)) { input.focus(); return; }
    if (!step) return;
    var links = Array.prototype.slice.call(list.querySelectorAll("h2 a"));
    var at = document.activeElement === input ? -1 : links.indexOf(document.activeElement);
    if (at < 0 && document.activeElement !== input) return;
    var next = at + step;
    if (next >= links.length || (at < 0 && step < 0)) return;
    event.preventDefault();
    (next < 0 ? input : links[next]).focus();
  });

  var asked = /[?&]q=([^&]*)/.exec(window.location.search);
  if (asked) {
    try { input.value = decodeURIComponent(asked[1].replace(/\+/g, " ")); } catch (error) { /* a broken address */ }
    if (input.value) search();
  }
})();
