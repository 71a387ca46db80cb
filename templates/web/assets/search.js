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
  /* Pieces of the index a question may load, and how many more once it was heard anew. */
  var PIECES = 12, MORE = 6;
  /* The first character that stands for a line of words; signs have two such. */
  var LINE = 0xe000, SIGNS = 6000;
  /* Characters that hold a sentence together: a pair with one says less, with two next to nothing. */
  var WEAK = "我你他她它您们是不在有个这那就都也和与被把让给到说还又很没从去来会能可以上下里外怎么什哪要想";
  /* Of the question a page has to cover: below the first it is noise, below the second it is only near. */
  var NOISE = 0.34, NEAR = 0.55;
  var have = {}, waiting = {}, version = "", turn = 0, known = null;
  /* Whether a piece could not be had since the question was asked. */
  var broken = false;

  window.lantianSearch = function (name, content) { have[name] = content; };

  /* Loads pieces, each once; what cannot be had is left out, and said. */
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
      script.onerror = function () { broken = true; end(); };
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

  /* A text as the index has it: its characters, and before which of them something parts. */
  function read(text) {
    var out = { units: "", parted: [] }, parts = true;
    for (var i = 0; i < text.length; i += 1) {
      var c = plain(text.charAt(i));
      if (c) { out.units += c; out.parted.push(parts); }
      parts = !c;
    }
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

  /* Words of the lines, and what means nothing, by their first characters, the longest first. */
  function learn(start) {
    var out = {};
    var add = function (word, line) {
      var units = read(word).units;
      var all = out[units.charAt(0)] = out[units.charAt(0)] || [];
      for (var i = 0; i < all.length; i += 1) {
        if (all[i].units !== units) continue;
        if (line >= 0) all[i].lines.push(line);
        return;
      }
      all.push({ units: units, lines: line < 0 ? [] : [line] });
    };
    start.same.forEach(function (line, number) { line.forEach(function (word) { add(word, number); }); });
    start.empty.forEach(function (word) { add(word, -1); });
    Object.keys(out).forEach(function (first) {
      out[first].sort(function (a, b) { return b.units.length - a.units.length; });
    });
    return out;
  }

  /* A question taken apart. `terms` are its words of a line, each with its pairs, and all other pairs
     alone; `steps` its pairs in their order; `sign` what stands for the whole of it. */
  function take(text, weight) {
    var question = read(text), units = question.units, span = [], spans = [], told = [];
    for (var i = 0; i < units.length;) {
      var word = null, all = known[units.charAt(i)] || [];
      for (var k = 0; k < all.length && !word; k += 1) {
        if (units.substr(i, all[k].units.length) === all[k].units) word = all[k];
      }
      if (!word) { told.push(units.charCodeAt(i)); span.push(0); i += 1; continue; }
      /* Numbered from 1; what means nothing has none. */
      var number = -1;
      if (word.lines.length) {
        told.push(LINE + word.lines[0]);
        number = spans.push({ word: word.units, lines: word.lines, pairs: [], weight: 1 });
      }
      for (var n = 0; n < word.units.length; n += 1) span.push(number);
      i += word.units.length;
    }
    if (!told.length) {
      span = span.map(function () { return 0; });
      for (var t = 0; t < units.length; t += 1) told.push(units.charCodeAt(t));
    }
    var sign = told.reduce(function (sum, unit) { return (sum * 31 + unit) % (SIGNS * SIGNS); }, 0);
    var terms = spans.slice(), steps = [], run = "", runs = [];
    for (var p = 0; p < units.length; p += 1) {
      if (span[p] < 0 || question.parted[p]) { if (run) runs.push(run); run = ""; }
      if (span[p] >= 0) run += units.charAt(p);
      if (p + 1 >= units.length || span[p] < 0 || span[p + 1] < 0) continue;
      var pair = units.substr(p, 2), within = span[p] && span[p] === span[p + 1];
      if (within) spans[span[p] - 1].pairs.push(pair);
      if (question.parted[p + 1]) continue;
      var next = p + 2 < units.length && !question.parted[p + 2] && span[p + 2] >= 0 ? units.charCodeAt(p + 2) % 31 % 6 : -1;
      steps.push({ pair: pair, at: p, next: next });
      if (within) continue;
      var held = (WEAK.indexOf(pair.charAt(0)) >= 0 ? 1 : 0) + (WEAK.indexOf(pair.charAt(1)) >= 0 ? 1 : 0);
      /* Between a known word and its neighbour there seldom is another. */
      terms.push({ pairs: [pair], weight: span[p] || span[p + 1] ? 0.3 : [1, 0.6, 0.25][held], between: span[p] || span[p + 1] });
    }
    if (run) runs.push(run);
    /* One character alone is a question; beside others it would be found everywhere. */
    if (!terms.length) {
      terms = units.split("").filter(function (c, at) { return span[at] >= 0; }).map(function (c) { return { pairs: [c + "."], weight: 1 }; });
    }
    return {
      text: text, weight: weight, units: units, parted: question.parted, span: span, terms: terms, steps: steps, runs: runs,
      sign: String.fromCharCode(LINE + Math.floor(sign / SIGNS), LINE + sign % SIGNS)
    };
  }

  /* What is asked of the index, the most telling first. */
  function wanted(questions) {
    var out = questions.map(function (one) { return one.sign; });
    questions.forEach(function (one) {
      one.terms.forEach(function (term) {
        (term.lines || []).forEach(function (line) { out.push(String.fromCharCode(LINE + line) + "."); });
      });
    });
    [1, 0.6, 0.3, 0.25].forEach(function (weight) {
      questions.forEach(function (one) {
        one.terms.forEach(function (term) { if (term.weight === weight) out = out.concat(term.pairs); });
      });
    });
    return out;
  }

  /* What a mark is worth: where it stands, and how often in the text. Title and keyword together are
     less than two: else a page about half of the question would beat one that has all of it. */
  function worth(mark) {
    return (mark & 12 ? (mark & 12) === 12 ? 6 : 4 : 0) + (mark & 2 ? 1.5 : 0) + (mark & 1 ? 1 + 0.3 * (mark >> 4) : 0);
  }

  /* Scores of one reading of the question, by page. */
  function score(question, start) {
    var points = {}, covered = {}, near = {}, hits = {}, total = 0, lost = 0, far = 0, lines = 0, told = 0;
    var rarity = function (found) { return found.length ? Math.log(1 + start.pages / (found.length / 3 + 0.5)) : 0; };
    var add = function (sums, page, what) { sums[page] = (sums[page] || 0) + what; };
    var most = Math.log(1 + 2 * start.pages);
    question.terms.forEach(function (term) {
      var own = {}, parts = {}, rare = 0, line = 0, also = {};
      term.pairs.forEach(function (pair) {
        var found = postings(pair, start.piles), here = rarity(found);
        rare += here;
        for (var k = 0; k < found.length; k += 3) {
          add(own, found[k], here * worth(found[k + 1]));
          add(parts, found[k], here);
        }
      });
      (term.lines || []).forEach(function (number) {
        var found = postings(String.fromCharCode(LINE + number) + ".", start.piles);
        line = Math.max(line, rarity(found));
        for (var k = 0; k < found.length; k += 3) also[found[k]] = Math.max(also[found[k]] || 0, worth(found[k + 1]));
      });
      var weight = term.lines ? 1.5 * Math.max(rare, line * 1.2) : rare * term.weight;
      if (!weight) {
        /* Nobody wrote of it: no page answers that part, if it was a word. Where it was not loaded
           nothing is known. */
        if (!term.between && have[piece(term.pairs[0], start.piles)]) lost += most * (term.weight < 1 ? term.weight / 2 : 1);
        return;
      }
      if (term.lines) { lines += weight; told += 1; }
      total += weight;
      Object.keys(parts).forEach(function (page) {
        var part = parts[page] / rare;
        var word = own[page] / rare * part, other = 0.6 * (also[page] || 0);
        add(points, page, weight * Math.max(word, other));
        add(covered, page, weight * Math.max(part, also[page] ? 0.8 : 0));
        if (term.lines && (part === 1 || also[page])) add(hits, page, 1);
        delete also[page];
      });
      Object.keys(also).forEach(function (page) {
        add(points, page, weight * 0.6 * also[page]);
        add(covered, page, weight * 0.8);
        add(hits, page, 1);
      });
    });
    /* The more known words a story has, the surer these are what it is about. */
    total += told ? Math.min(lost, lines / told) : lost;
    var before = {}, last = -2;
    question.steps.forEach(function (step) {
      var found = postings(step.pair, start.piles), rare = rarity(found), here = {};
      if (step.at !== last + 1) before = {}; else far += rare;
      for (var k = 0; k < found.length; k += 3) {
        if (before[found[k]]) add(near, found[k], rare);
        if (step.next >= 0 && found[k + 2] >> step.next & 1) here[found[k]] = true;
      }
      before = here;
      last = step.at;
    });
    /* A page of which the question is a keyword answers it. */
    var exact = {};
    var signed = postings(question.sign, start.piles);
    for (var k = 0; k < signed.length; k += 3) {
      exact[signed[k]] = true;
      covered[signed[k]] = total;
      points[signed[k]] = Math.max(points[signed[k]] || 0, 4 * total);
    }
    var out = {};
    Object.keys(points).forEach(function (page) {
      var cover = total ? covered[page] / total : 1;
      var whole = far ? (near[page] || 0) / far : cover;
      var kind = 0.2 + start.weights.charAt(page - 1) * 0.8 / 9;
      var value = total ? points[page] / total : 4;
      out[page] = { cover: cover, all: told > 0 && hits[page] === told && lost < most, score: question.weight * kind * cover * cover * (1 + 1.5 * whole) * value * (exact[page] ? 4 : 1) };
    });
    return { pages: out, told: told };
  }

  function rank(all, start) {
    var best = {}, top = 0, told = 0;
    all.forEach(function (question) {
      var scores = score(question, start);
      told = Math.max(told, scores.told);
      Object.keys(scores.pages).forEach(function (page) {
        var one = scores.pages[page];
        top = Math.max(top, one.cover);
        if (!best[page] || one.score > best[page].score) {
          best[page] = { page: +page, score: one.score, all: one.all, cover: Math.max(one.cover, best[page] ? best[page].cover : 0) };
        }
      });
    });
    var out = top < NOISE ? [] : Object.keys(best).map(function (page) { return best[page]; }).filter(function (one) {
      return one.cover >= Math.min(one.all ? 0.4 : 0.5, top * 0.7);
    }).sort(function (a, b) { return b.score - a.score || a.page - b.page; });
    /* What is only near is shown, but not by the dozen. No page tells the whole of a long story. */
    out.near = top < NEAR && told < 3;
    if (out.near) out.splice(3);
    return out;
  }

  /* The words to mark: whole runs before words, words before pairs, the other words of a line last. */
  function needles(all, start) {
    var out = [];
    var add = function (word) { if (word.length > 1 && out.indexOf(word) < 0) out.push(word); };
    all.forEach(function (question) {
      question.runs.forEach(add);
      question.terms.forEach(function (term) {
        if (term.word) add(term.word);
        /* Pairs of digits would mark half of every number. */
        else if (term.weight >= 0.6 && /[^a-z0-9.]/.test(term.pairs[0])) add(term.pairs[0].replace(".", ""));
      });
    });
    all.forEach(function (question) {
      question.terms.forEach(function (term) {
        (term.lines || []).forEach(function (line) { start.same[line].forEach(function (word) { add(read(word).units); }); });
      });
    });
    return out.length ? out : all.map(function (question) { return question.units; });
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
    /* A word that is cut in two is not marked. */
    put(element, text, marks.filter(function (mark) { return mark[0] >= start && mark[1] <= end; }), start, end);
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
      var first = null, lost = 0;
      some.forEach(function (one) {
        var number = pieceOf(one.page, start.firsts);
        var page = (have["p" + number] || [])[one.page - start.firsts[number]];
        if (!page) { lost += 1; return; }
        var item = row(page, words);
        list.appendChild(item);
        first = first || item.querySelector("a");
      });
      box.hidden = false;
      var next = from + SHOWN;
      more.hidden = next >= ranked.length;
      more.onclick = function () { show(ranked, words, start, next, true); };
      if (lost) status.textContent += "其中 " + lost + " 条没有取到，多半是网络断了，请再试一次。";
      if (focus && first) first.focus();
    });
  }

  /* Loads the pieces that tell most, then goes on. */
  function ask(questions, start, most, then) {
    var names = [];
    wanted(questions).forEach(function (pair) {
      var name = piece(pair, start.piles);
      if (names.indexOf(name) < 0 && !have.hasOwnProperty(name)) names.push(name);
    });
    load(names.slice(0, most), then);
  }

  /* The other words that were looked for. */
  function others(question, start) {
    var out = [];
    question.terms.forEach(function (term) {
      (term.lines || []).forEach(function (line) {
        start.same[line].forEach(function (word) {
          if (out.length < 3 && out.indexOf(word) < 0 && question.units.indexOf(read(word).units) < 0) out.push(word);
        });
      });
    });
    return out.length ? "，也找了“" + out.join("”“") + "”" : "";
  }

  function answer(all, said, start) {
    var ranked = rank(all, start), number = form.getAttribute("data-hotline");
    var call = number ? "打 " + number + " 问一问，不收钱；" : "";
    /* What could not be looked through is not what is not there. */
    if (broken && (!ranked.length || ranked.near)) {
      box.hidden = true;
      status.textContent = "网络不通，没能查完。请再试一次，" + (number ? "或者打 " + number + " 问一问，不收钱，" : "") + "或者用下面的办法。";
      return;
    }
    if (!ranked.length) {
      box.hidden = true;
      status.textContent = "没有找到讲这个的页面" + said + "。" + call + "也可以换个说法，或者用下面的办法。";
      return;
    }
    status.textContent = ranked.near
      ? "没有找到正好讲这个的页面" + said + "。" + call + "这 " + ranked.length + " 条沾一点边。"
      : "找到 " + ranked.length + " 条" + said + "。" + (broken ? "网络不通，没能查全，可以再试一次。" : "");
    show(ranked, needles(all, start), start, 0, false);
  }

  /* Syllables that many ears and fingers do not tell apart are one; src/web/search/everyday.rs has the same. */
  function alike(syllable) {
    return syllable.replace(/ng$/, "n").replace(/^([zcs])h/, "$1").replace(/^n/, "l");
  }

  /* The everyday words with their syllables, and the syllable of a character; worked out once. */
  var heardAll = null;
  function ears() {
    if (heardAll) return heardAll;
    var spoken = {};
    Object.keys(have.sounds || {}).forEach(function (syllable) {
      have.sounds[syllable].split("").forEach(function (c) { spoken[c] = syllable; });
    });
    var all = {
      of: spoken,
      words: (have.words || []).map(function (word) {
        var units = read(word).units;
        return { word: word, units: units, sounds: units.split("").map(function (c) { return spoken[c] || c; }) };
      }).filter(function (one) { return one.units; })
    };
    if (have.words && have.sounds) heardAll = all;
    return all;
  }

  /* Whether so few pages have a pair, none of them as what it is about, that it may be misspelt. */
  function doubtful(pair, start) {
    if (!have[piece(pair, start.piles)]) return false;
    var found = postings(pair, start.piles);
    for (var k = 0; k < found.length; k += 3) if (found[k + 1] & 14) return false;
    return found.length / 3 <= Math.max(1, start.pages / 200);
  }

  /* The everyday word that a stretch of the question was meant to be: it sounds the same, and every
     character that differs stands with its neighbours nowhere. */
  function meant(question, start, heard) {
    var units = question.units, sounds = units.split("").map(function (c) { return heard.of[c]; }), best = null;
    heard.words.forEach(function (one, rank) {
      var long = one.units.length;
      if (long < 2) return;
      for (var i = 0; i + long <= units.length; i += 1) {
        var same = 0, exact = true, fits = true;
        for (var k = 0; k < long && fits; k += 1) {
          var at = i + k;
          if (units.charAt(at) === one.units.charAt(k)) { same += 1; continue; }
          if (!sounds[at] || alike(sounds[at]) !== alike(one.sounds[k])) { fits = false; continue; }
          if (sounds[at] !== one.sounds[k]) exact = false;
          fits = (k === 0 || doubtful(units.substr(at - 1, 2), start)) && (k === long - 1 || doubtful(units.substr(at, 2), start));
        }
        /* Two characters that are both other ones, and only nearly sound so, are another word. */
        if (!fits || same === long || (!exact && !same)) continue;
        var value = long * 2 + same + (exact ? 1.5 : 0) - rank / 10000;
        if (!best || value > best.value) best = { value: value, at: i, one: one };
      }
    });
    return best;
  }

  /* The question with its misspelt words as they were meant; nothing where none is. */
  function hear(question, start) {
    var heard = ears(), words = [], text = question.text;
    for (var n = 0; n < 3; n += 1) {
      var found = meant(question, start, heard);
      if (!found) break;
      words.push(found.one.word);
      text = "";
      for (var i = 0; i < question.units.length; i += 1) {
        if (question.parted[i]) text += " ";
        var k = i - found.at;
        text += k >= 0 && k < found.one.units.length ? found.one.units.charAt(k) : question.units.charAt(i);
      }
      question = take(text, 1);
    }
    return words.length ? { question: question, words: words } : null;
  }

  function byWords(text, start) {
    /* As it is said here, and as it is written. */
    var mine = turn, question = take(text.replace(/啥/g, "什么").replace(/咋/g, "怎么"), 1);
    ask([question], start, PIECES, function () {
      if (mine !== turn) return;
      var odd = question.steps.some(function (step) {
        return question.span[step.at] === 0 && question.span[step.at + 1] === 0 && doubtful(step.pair, start);
      });
      if (!odd) { answer([question], others(question, start), start); return; }
      load(["words", "sounds"], function () {
        if (mine !== turn) return;
        var heard = hear(question, start);
        if (!heard) { answer([question], others(question, start), start); return; }
        ask([heard.question], start, MORE, function () {
          if (mine !== turn) return;
          answer([heard.question], "，按“" + heard.words.join("”“") + "”找的", start);
        });
      });
    });
  }

  /* How letters may be typed for syllables: 4 whole, 3 the first letters, 2 something of each, 1 the
     beginning of a longer word, 0 not. */
  function typed(letters, sounds) {
    var whole = sounds.join("");
    if (whole === letters) return 4;
    if (sounds.length === letters.length && sounds.every(function (one, at) { return one.charAt(0) === letters.charAt(at); })) return 3;
    var fits = function (at, from) {
      if (at === sounds.length) return from === letters.length;
      for (var n = sounds[at].length; n > 0; n -= 1) {
        if (letters.substr(from, n) === sounds[at].substr(0, n) && fits(at + 1, from + n)) return true;
      }
      return false;
    };
    if (sounds.length <= letters.length && sounds[0].charAt(0) === letters.charAt(0) && fits(0, 0)) return 2;
    return whole.indexOf(letters) === 0 || sounds.map(function (one) { return one.charAt(0); }).join("").indexOf(letters) === 0 ? 1 : 0;
  }

  /* Letters alone may be pinyin: the everyday words they may stand for. */
  function byLetters(text, start) {
    var mine = turn;
    load(["words", "sounds"], function () {
      if (mine !== turn) return;
      var letters = text.toLowerCase().replace(/[^a-z0-9]/g, "");
      var best = 1, found = [], inside = [];
      ears().words.forEach(function (one) {
        var how = typed(letters, one.sounds), whole = one.sounds.join("");
        if (how > best) { best = how; found = []; }
        if (how === best) found.push(one.word);
        if (whole.length > 3 && letters.indexOf(whole) >= 0) inside.push({ word: one.word, whole: whole });
      });
      /* A whole sentence in letters: the words in it, the longest first. */
      if (!found.length) {
        var rest = letters;
        inside.sort(function (a, b) { return b.whole.length - a.whole.length; });
        inside = inside.filter(function (one) {
          if (rest.indexOf(one.whole) < 0) return false;
          rest = rest.replace(one.whole, " ");
          return true;
        });
        if (inside.length) found = [inside.map(function (one) { return one.word; }).join(" ")];
      }
      found = found.slice(0, 3);
      var all = found.map(function (word, at) { return take(word, 1 - at * 0.1); });
      if (!all.length) all = [take(text, 1)];
      ask(all, start, PIECES, function () {
        if (mine !== turn) return;
        answer(all, found.length ? "，按“" + found.join("”“") + "”找的" : "", start);
      });
    });
  }

  function search() {
    /* Full-width letters and digits are meant as the plain ones. */
    var text = input.value.replace(/[\uff01-\uff5e]/g, function (c) { return String.fromCharCode(c.charCodeAt(0) - 0xfee0); }).replace(/^\s+|\s+$/g, "");
    turn += 1;
    broken = false;
    more.hidden = true;
    if (!read(text).units) {
      box.hidden = true;
      status.textContent = text ? "请写汉字、字母或数字。" : "";
      return;
    }
    status.textContent = "正在找…";
    load(["start"], function () {
      var start = have.start;
      if (!start) {
        box.hidden = true;
        status.textContent = "搜索要用的文件没有取到，多半是网络断了。请再试一次，或者用下面的办法。";
        return;
      }
      version = start.version;
      known = known || learn(start);
      if (/^[a-zA-Z\s]+$/.test(text)) byLetters(text, start); else byWords(text, start);
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
    /* Arrows choose among what an input method offers; old browsers say so by this key. */
    if (event.isComposing || event.keyCode === 229) return;
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
