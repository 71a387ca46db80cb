/* Additions only: every page works without this file. */
(function () {
  "use strict";
  var root = document.documentElement;
  function kept(key, value) {
    try {
      if (value === undefined) return window.localStorage.getItem(key);
      window.localStorage.setItem(key, value);
    } catch (error) { /* private mode, file://: the choice lasts for this page */ }
    return null;
  }
  function big(on) { root.classList.toggle("big", on); }
  big(kept("lantian-big") === "1");

  var bar = document.querySelector(".bar");
  if (bar) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "type";
    var label = function () {
      var on = root.classList.contains("big");
      button.textContent = on ? "标准字" : "大字";
      button.setAttribute("aria-pressed", on ? "true" : "false");
    };
    button.addEventListener("click", function () {
      big(!root.classList.contains("big"));
      kept("lantian-big", root.classList.contains("big") ? "1" : "0");
      label();
    });
    label();
    bar.insertBefore(button, bar.querySelector(".call"));
  }

  var sign = document.querySelector(".sign");
  if (sign) {
    var print = document.createElement("button");
    print.type = "button";
    print.className = "print";
    print.textContent = "打印这一页";
    print.addEventListener("click", function () { window.print(); });
    sign.appendChild(print);
  }

  var form = document.querySelector(".filter");
  if (form) {
    form.hidden = false;
    var rows = Array.prototype.slice.call(document.querySelectorAll("[data-find]"));
    var hits = form.querySelector(".hits");
    var look = function () {
      var wanted = form.querySelector("input").value.trim().toLowerCase();
      var count = 0;
      rows.forEach(function (row) {
        var text = (row.getAttribute("data-find") + " " + row.textContent).toLowerCase();
        var hit = !wanted || text.indexOf(wanted) >= 0;
        row.hidden = !hit;
        if (hit) count += 1;
      });
      document.querySelectorAll(".letter").forEach(function (letter) {
        letter.hidden = !letter.querySelector("[data-find]:not([hidden])");
      });
      hits.textContent = wanted ? (count ? "找到 " + count + " 条" : "没有找到，换个说法，或者打电话问") : "";
    };
    form.addEventListener("input", look);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
  }
})();
