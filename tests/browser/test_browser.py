"""test_browser.py VITEXT SLICES CHROMEDRIVER DATA OUT - the page as a reader meets it: with and without
a script, wide and on a phone, light and dark. Screenshots are left in OUT."""
import os
import subprocess
import sys

from webdriver import Browser

VITEXT, SLICES, DRIVER, DATA, OUT = sys.argv[1:6]
failures = []

# The text of every mark: elements of one record one after the other, for a crossing layer cuts them.
MARKS = """
var found = {};
document.querySelectorAll('.text [data-index]').forEach(function (e) {
  var key = e.classList[0] + ' ' + e.getAttribute('data-index');
  found[key] = (found[key] || '') + e.textContent;
});
return found;"""
COLOUR = "return getComputedStyle(document.querySelector(arguments[0])).backgroundColor;"
CLEAR = "rgba(0, 0, 0, 0)"


def check(name, condition, what=""):
    if not condition:
        failures.append(name)
        print("FAIL %s %s" % (name, what))


def make_page(path, name, *options):
    page = os.path.join(OUT, name)
    subprocess.run([VITEXT, "analyze", "--format=html", "-o", page, path] + list(options), check=True)
    return page


def slices(path):
    """What the library says the marks hold."""
    data = subprocess.run([SLICES, path], stdout=subprocess.PIPE, check=True).stdout
    found, at = {}, 0
    while at < len(data):
        end = data.index(b"\n", at)
        name, index, length = data[at:end].decode().split()
        text = data[end + 1:end + 1 + int(length)].decode()
        found[name + " " + index] = text
        at = end + 2 + int(length)
    return found


def no_errors(browser, name):
    log = [entry["message"] for entry in browser.log() if entry["level"] in ("SEVERE", "WARNING")]
    check(name + ": console", log == [], log)


def marks_hold_their_slices(browser, path):
    want, got = slices(path), browser.run(MARKS)
    check("some marks", len(want) > 5)
    check("marks of " + path, got == want, [(k, want.get(k), got.get(k)) for k in set(want) | set(got) if want.get(k) != got.get(k)][:3])


def legend_switches(browser, first):
    for layer, mark in (("people", ".vt-person"), ("positions", ".vt-title"), ("organisations", ".vt-org"), ("references", ".vt-reference")):
        selector = ".text " + mark
        check(layer + " shown", browser.run(COLOUR, selector) != CLEAR)
        browser.click(".legend ." + layer)
        check(layer + " hidden", browser.run(COLOUR, selector) == CLEAR)
        label = browser.run("return getComputedStyle(document.querySelector(arguments[0]), '::before').content", selector)
        check(layer + " without label", label == "none", label)
        browser.click(".legend ." + layer)
        check(layer + " shown again", browser.run(COLOUR, selector) != CLEAR)
    if first:
        words = "return getComputedStyle(document.querySelector('.text .vt-word')).borderBottomStyle"
        check("words hidden at first", browser.run(words) == "none")
        browser.click(".legend .words")
        check("words shown", browser.run(words) == "dotted")
        browser.click(".legend .words")


def links_lead(browser):
    """A place in the table of references leads to its mark, every link leads somewhere."""
    browser.click("tr[id*=cited] .places a")
    check("link", browser.run("return location.hash == document.querySelector('tr[id*=cited] .places a').getAttribute('href')"))
    check("target", browser.run("var t = document.querySelector(':target'), b = t.getBoundingClientRect();"
                                "return t.matches('.vt-reference') && b.top >= 0 && b.bottom <= innerHeight"))
    dead = browser.run("return Array.from(document.querySelectorAll('a[href^=\"#\"]')).map(function (a) { return a.getAttribute('href').slice(1); })"
                       ".filter(function (id) { return !document.getElementById(id); })")
    check("no dead link", dead == [], dead)


def card_shows(browser):
    browser.run("document.querySelector('.text .vt-reference').focus()")
    shown = browser.run("var c = document.getElementById('card'); return c.hidden ? '' : c.innerText")
    canonical = browser.run("return document.querySelector('.text .vt-reference').getAttribute('data-canonical')")
    check("card", canonical and canonical in shown and "Kind" in shown, shown)
    browser.keys(".text .vt-reference", "\ue00c")
    check("Escape closes the card", browser.run("return document.getElementById('card').hidden"))
    browser.keys(".text .vt-reference", "n")
    check("n goes on", browser.run("return document.activeElement.matches('.text [data-index]') && document.activeElement != document.querySelector('.text .vt-reference')"))


def reachable(browser):
    """By keyboard: every checkbox and mark; names for all of them; contrast of small text."""
    bad = browser.run("""
      var bad = [];
      document.querySelectorAll('.layer').forEach(function (box) {
        if (!document.querySelector('label[for=' + box.id + ']') || box.tabIndex < 0) bad.push(box.id);
      });
      document.querySelectorAll('.text [data-index]:not(.again)').forEach(function (m) {
        if (m.tabIndex !== 0 || !m.getAttribute('aria-description')) bad.push(m.id);
      });
      document.querySelectorAll('table').forEach(function (t) {
        if (!t.querySelector('th[scope=col]') || !t.querySelector('th[scope=row]')) bad.push('table');
      });
      return bad;""")
    check("reachable", bad == [], bad)
    weak = browser.run(CONTRAST)
    check("contrast", weak == [], weak)


CONTRAST = """
function parts(c) { return c.match(/[0-9.]+/g).map(Number); }
function light(c) {
  var v = c.slice(0, 3).map(function (x) { x /= 255; return x <= .03928 ? x / 12.92 : Math.pow((x + .055) / 1.055, 2.4); });
  return .2126 * v[0] + .7152 * v[1] + .0722 * v[2];
}
function ground(e) {
  for (; e; e = e.parentElement) { var c = parts(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] === 1) return c; }
  return [255, 255, 255];
}
var weak = {};
document.querySelectorAll('h1, h1 i, h2, .facts, label, label b, .text, .text [data-index], th, td, td span, td a, code, footer, .network-note').forEach(function (e) {
  ['', '::before'].forEach(function (part) {
    var style = getComputedStyle(e, part);
    if (part && (style.content === 'none' || style.content === '""')) return;
    var a = light(parts(style.color)), b = light(ground(e));
    var ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < 4.5) weak[(e.className || e.tagName) + part] = ratio.toFixed(2);
  });
});
return Object.keys(weak).map(function (k) { return k + ' ' + weak[k]; });"""


def fits(browser, name):
    check(name + ": nothing wider than the window", browser.run("return document.documentElement.scrollWidth <= innerWidth"),
          browser.run("return [document.documentElement.scrollWidth, innerWidth]"))


def main():
    path = os.path.join(DATA, "hoi-nghi.txt")
    page = make_page(path, "page.html")
    evil = os.path.join(OUT, "evil.txt")
    with open(evil, "w", encoding="utf-8") as f:
        f.write("Ông <script>document.title = 'hit'</script> Nguyễn Văn An, Chủ tịch UBND tỉnh \"Hà Nam\" <img src=x onerror=alert(1)>, "
                "theo Nghị định số 30/2020/NĐ-CP & Luật Đất đai.\n" * 3)

    browser = Browser(DRIVER)
    try:
        for name in sorted(os.listdir(DATA)):
            if name.endswith(".txt"):
                browser.open("file://" + make_page(os.path.join(DATA, name), name + ".html"))
                marks_hold_their_slices(browser, os.path.join(DATA, name))
                no_errors(browser, name)
        browser.open("file://" + page)
        legend_switches(browser, True)
        links_lead(browser)
        card_shows(browser)
        reachable(browser)
        fits(browser, "wide")
        no_errors(browser, "page")
        browser.run("document.activeElement.blur(); document.documentElement.style.scrollBehavior = 'auto'; scrollTo(0, 0)")
        browser.screenshot(os.path.join(OUT, "wide.png"))
        browser.open("file://" + make_page(evil, "evil.html"))
        check("a script in the text is text", browser.run("return document.title") != "hit" and
              browser.run("return document.querySelector('.text').textContent").startswith("Ông <script>"))
        check("nothing else came in", browser.run("return document.querySelectorAll('.text script, .text img').length") == 0)
        no_errors(browser, "evil")
    finally:
        browser.close()

    browser = Browser(DRIVER, dark=True)
    try:
        browser.command("Emulation.setDeviceMetricsOverride", width=390, height=844, deviceScaleFactor=2, mobile=True)
        browser.command("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark"}])
        browser.open("file://" + page)
        fits(browser, "phone")
        check("contrast in the dark", browser.run(CONTRAST) == [], browser.run(CONTRAST))
        browser.screenshot(os.path.join(OUT, "phone-dark.png"))
    finally:
        browser.close()

    browser = Browser(DRIVER)
    try:
        browser.command("Emulation.setScriptExecutionDisabled", value=True)
        browser.open("file://" + page)
        check("no script ran", browser.run("return !document.documentElement.classList.contains('js')"))
        legend_switches(browser, False)
        browser.run("document.querySelector('.text .vt-reference').focus()")
        fields = browser.run("return getComputedStyle(document.querySelector('.text .vt-reference'), '::after').content")
        check("fields without a script", "Kind" in fields, fields)
        browser.screenshot(os.path.join(OUT, "noscript.png"))
    finally:
        browser.close()
    print("%d failed; screenshots in %s" % (len(failures), OUT))
    sys.exit(1 if failures else 0)


main()
