/* page.js - what the page can do more with a script: counts in the legend, a card with the fields
 * of a mark, all places of one person or document at once, keys. Put into the program when built. */
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js");

  var card = document.createElement("div");
  card.id = "card";
  card.setAttribute("role", "status");
  card.hidden = true;
  document.body.appendChild(card);

  /* Counts in the legend. */
  [["people", ".vt-person"], ["positions", ".vt-title"], ["organisations", ".vt-org"],
   ["references", ".vt-reference"], ["words", ".vt-word"], ["sentences", ".vt-sentence"]
  ].forEach(function (row) {
    var label = document.querySelector(".legend ." + row[0]);
    if (!label) return;
    var found = document.querySelectorAll("main " + row[1] + ":not(.again)").length;
    var count = document.createElement("b");
    count.textContent = found;
    label.appendChild(count);
  });

  /* The browser's own tooltip would cover the card: the fields move to another attribute. */
  var marks = Array.prototype.slice.call(document.querySelectorAll(".text [data-index]"));
  marks.forEach(function (m) {
    var fields = m.getAttribute("title") || "";
    m.setAttribute("data-fields", fields);
    m.setAttribute("aria-description", fields.replace(/\n/g, ", "));
    m.removeAttribute("title");
  });

  function fill(m) {
    card.textContent = "";
    var list = document.createElement("dl");
    m.getAttribute("data-fields").split("\n").forEach(function (line, i) {
      if (i === 0) {
        var head = document.createElement("strong");
        head.textContent = line;
        card.appendChild(head);
        return;
      }
      var cut = line.indexOf(": ");
      var name = document.createElement("dt"), value = document.createElement("dd");
      name.textContent = line.slice(0, cut);
      value.textContent = line.slice(cut + 2);
      list.appendChild(name);
      list.appendChild(value);
    });
    card.appendChild(list);
    card.style.setProperty("--c", getComputedStyle(m).getPropertyValue("--c"));
  }

  function place(m) {
    var box = m.getClientRects()[0] || m.getBoundingClientRect();
    card.hidden = false;
    var left = Math.min(box.left, root.clientWidth - card.offsetWidth - 16);
    var below = box.bottom + 10 + card.offsetHeight < root.clientHeight;
    var top = below ? box.bottom + 10 : box.top - card.offsetHeight - 10;
    card.style.left = Math.max(8, left) + window.scrollX + "px";
    card.style.top = Math.max(8, top) + window.scrollY + "px";
  }

  /* All places of the same person or document, in its article. */
  function same(from, on) {
    var key = from.getAttribute("data-same"), article = from.closest("article");
    if (!key || !article) return;
    article.querySelectorAll("[data-same]").forEach(function (e) {
      if (e.getAttribute("data-same") === key) e.classList.toggle("same", on);
    });
  }

  function isOn(m) {
    var layers = { "vt-person": "people", "vt-role": "people", "vt-title": "positions",
                   "vt-org": "organisations", "vt-reference": "references" };
    var box = document.getElementById("show-" + layers[m.classList[0]]);
    return !box || box.checked;
  }

  var current = null;
  function show(m) {
    if (m === current) return;
    hide();
    if (!m || !isOn(m)) return;
    current = m;
    fill(m);
    place(m);
    same(m, true);
  }
  function hide() {
    if (current) same(current, false);
    current = null;
    card.hidden = true;
  }

  function markOf(target) {
    var m = target.closest ? target.closest(".text [data-index]") : null;
    while (m && !isOn(m)) m = m.parentElement.closest(".text [data-index]");
    return m;
  }
  document.addEventListener("mouseover", function (e) {
    var m = markOf(e.target);
    if (m) show(m);
    else if (!card.contains(e.target) && document.activeElement !== current) hide();
  });
  document.addEventListener("focusin", function (e) { show(markOf(e.target)); });
  document.addEventListener("click", function (e) {
    var m = markOf(e.target);
    if (m) { show(m); place(m); } else if (!card.contains(e.target)) hide();
  });

  /* A row of a table shows its places. */
  document.querySelectorAll("tr[data-same]").forEach(function (row) {
    row.addEventListener("mouseenter", function () { same(row, true); });
    row.addEventListener("mouseleave", function () { same(row, false); });
  });

  /* n and p go from mark to mark, Enter from a mark to its row, Escape closes the card. */
  document.addEventListener("keydown", function (e) {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.key === "Escape") { hide(); return; }
    if (e.key === "Enter" && current && current === document.activeElement) {
      var rows = current.closest("article").querySelectorAll("tr[data-same]");
      for (var i = 0; i < rows.length; i++) {
        if (rows[i].getAttribute("data-same") === current.getAttribute("data-same")) {
          location.hash = rows[i].id;
          hide();
          return;
        }
      }
    }
    if (e.key !== "n" && e.key !== "p") return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName) && e.target.type !== "checkbox") return;
    var step = e.key === "n" ? 1 : -1, at = marks.indexOf(document.activeElement);
    for (var k = at < 0 ? (step > 0 ? 0 : marks.length - 1) : at + step; marks[k]; k += step) {
      if (isOn(marks[k]) && !marks[k].classList.contains("again")) { marks[k].focus(); return; }
    }
  });
})();
