"""test_streams.py VITEXT ROOT - what rows cannot say: many records, threads, pipes, terminals, and
formats that a reader of them has to accept."""
import html.parser
import json
import os
import pty
import random
import re
import resource
import subprocess
import tempfile

import run as tool
from run import check, fail, finish, run

PAGES = [os.path.join(tool.ROOT, "examples", "data", name)
         for name in sorted(os.listdir(os.path.join(tool.ROOT, "examples", "data"))) if name.endswith(".txt")]


def records(count):
    """JSON lines of growing and shrinking size, every 50th of them broken."""
    text = open(PAGES[0], encoding="utf-8", errors="replace").read()
    for i in range(count):
        piece = text[:(i * 37) % 900]
        yield '{"id":%d,"text":7}' % i if i % 50 == 49 else json.dumps({"id": i, "text": piece}, ensure_ascii=i % 2 == 0)


def test_threads():
    stdin = "\n".join(records(1000))
    for command in ("segment", "sentences"):
        args = [command, "--input=jsonl", "--format=jsonl"]
        one = run(args, stdin)
        check("order %s" % command, [json.loads(x)["id"] for x in one[1].splitlines()] == list(range(1000)))
        check("some failed %s" % command, one[0] == 1)
        for jobs in ("-j2", "-j5"):
            check("%s %s as -j1" % (command, jobs), run(args + [jobs], stdin) == one)


def test_damaged_lines():
    """Lines with bytes changed, cut and doubled at random: one object for each that is not blank."""
    whole = '{"id":"đ\\"7\\\\","a":[1,{"b":"]}"}],"text":"Ông \\u0110\\ud83d\\ude00 An, Bí thư.","z":-1.5e3}'.encode()
    rand, lines = random.Random(7), []
    for _ in range(3000):
        line = bytearray(whole)
        for _ in range(rand.randrange(4)):
            at = rand.randrange(len(line))
            change = rand.randrange(3)
            if change == 0:
                line[at] = rand.choice(b'"\\{}[]:,u \xc3\xff\x00' + bytes([rand.randrange(256)]))
            elif change == 1:
                del line[at:at + rand.randrange(9)]
            else:
                line[at:at] = line[at:at + rand.randrange(9)]
        lines.append(bytes(line).replace(b"\n", b" ").replace(b"\r", b" ") or b"x")
    for options in ([], ["--lenient", "-j2"]):
        status, out, _ = run(["sentences", "--input=jsonl", "--format=jsonl"] + options, b"\n".join(lines))
        check("damaged lines: status", status in (0, 1))
        check("damaged lines: as many", [json.loads(x) is None for x in out.splitlines()] == [False] * 3000)


def test_big_output_in_turn():
    """One document far larger than what a thread may hold back, small ones around it."""
    text = open(PAGES[0], encoding="utf-8", errors="replace").read()
    lines = [json.dumps({"text": t}) for t in ["a"] * 3000 + [text * 300] + ["b"] * 3000]
    args = ["analyze", "--input=jsonl", "--format=jsonl"]
    check("large among small", run(args + ["-j3"], "\n".join(lines)) == run(args, "\n".join(lines)))


def test_line_lengths():
    """Lines that end at, before and after the edge of what is read at once."""
    for length in (65534, 65535, 65536, 65537, 131072, 300000):
        out = run(["normalize", "--input=lines"], "x" * length + "\n" + "y" * 10 + "\nz")[1]
        check("line of %d" % length, out == b"x" * length + b"\n" + b"y" * 10 + b"\nz\n")


def test_memory():
    """50 MB of lines in much less memory; the address space is capped so that growth fails."""
    with open(tool.PROGRAM, "rb") as f:
        if re.search(rb"__[at]san_init", f.read()):
            return # a sanitizer takes address space of its own
    line = json.dumps({"text": "Đảng bộ tỉnh họp. " * 20}, ensure_ascii=False) + "\n"
    limit = 1500 << 20

    def cap():
        resource.setrlimit(resource.RLIMIT_DATA, (150 << 20, 150 << 20))
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    child = subprocess.Popen([tool.PROGRAM, "normalize", "--input=jsonl", "-j2"], stdin=subprocess.PIPE,
                             stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, preexec_fn=cap)
    block = (line * 200).encode()
    try:
        for _ in range(50 * 1000000 // len(block)):
            child.stdin.write(block)
        child.stdin.close()
    except BrokenPipeError:
        pass
    err = child.stderr.read()
    child.stderr.close()
    check("memory", child.wait() == 0, repr(err))


def test_answers_at_once():
    """A line that is there is answered before the next one comes."""
    child = subprocess.Popen([tool.PROGRAM, "normalize", "--input=lines"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    for text, want in (("Đi", "Đi\n".encode()), ("Ừ", "Ừ\n".encode())):
        child.stdin.write(text.encode() + b"\n")
        child.stdin.flush()
        check("answer to %s" % text, child.stdout.readline() == want)
    child.stdin.close()
    check("end after answers", child.wait() == 0)
    child.stdout.close()


def test_pipes():
    """A reader that leaves ends the program without a word."""
    with tempfile.NamedTemporaryFile() as f:
        f.write(b"Ha Noi\n" * 400000)
        f.flush()
        shell = '"$0" segment "$1" | head -1'
        done = subprocess.run(["sh", "-c", shell, tool.PROGRAM, f.name], stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, check=False)
        check("closed pipe", done.stdout.count(b"\n") == 1 and done.stderr == b"", repr(done.stderr))
    full = subprocess.run([tool.PROGRAM, "normalize"], input=b"a", stdout=open("/dev/full", "wb"),
                          stderr=subprocess.PIPE, check=False)
    check("full disk", full.returncode == 1 and b"No space" in full.stderr, repr(full.stderr))


def on_terminal(args, env):
    """What comes out when standard output is a terminal."""
    master, slave = pty.openpty()
    full = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
    full.update({"TERM": "xterm"}, **env)
    subprocess.run([tool.PROGRAM] + args, stdin=subprocess.DEVNULL, stdout=slave, env=full, check=False)
    os.close(slave)
    out = b""
    try:
        while True:
            piece = os.read(master, 65536)
            if not piece:
                break
            out += piece
    except OSError:
        pass
    os.close(master)
    return out


def test_colour():
    args = ["references", PAGES[0]]
    check("colour on a terminal", b"\x1b[" in on_terminal(args, {}))
    check("NO_COLOR", b"\x1b[" not in on_terminal(args, {"NO_COLOR": "1"}))
    check("dumb terminal", b"\x1b[" not in on_terminal(args, {"TERM": "dumb"}))


def test_progress():
    """Shown on a terminal after a second, and taken away at the end; never in a file."""
    master, slave = pty.openpty()
    child = subprocess.Popen([tool.PROGRAM, "normalize", "--input=lines"], stdin=subprocess.PIPE,
                             stdout=subprocess.DEVNULL, stderr=slave)
    os.close(slave)
    child.stdin.write(b"a\n")
    child.stdin.flush()
    subprocess.run(["sleep", "1.2"], check=False)
    child.stdin.write(b"a\n" * 10)
    child.stdin.close()
    child.wait()
    shown = b""
    try:
        while True:
            shown += os.read(master, 4096)
    except OSError:
        pass
    os.close(master)
    check("progress", b"MB/s" in shown and shown.endswith(b"\r\x1b[K"), repr(shown))


def check_sentence(name, comments, rows):
    """The rules of CoNLL-U that every reader checks: columns, numbers, the text from its words."""
    text = [c[len("# text = "):] for c in comments if c.startswith("# text = ")]
    check(name + ": text", len(text) == 1)
    made = ""
    for number, row in enumerate(rows, 1):
        columns = row.split("\t")
        if len(columns) != 10 or columns[0] != str(number) or "" in columns:
            fail(name, "row %r" % row)
            return
        misc = columns[9].split("|")
        if misc != sorted(misc, key=str.lower) or not any(re.fullmatch(r"TokenRange=\d+:\d+", m) for m in misc):
            fail(name, "MISC %r" % columns[9])
        made += columns[1] + ("" if "SpaceAfter=No" in misc else " ")
    check(name + ": words make the text", made.strip() == text[0].strip(), "%r, %r" % (made, text))


def test_conllu():
    status, out, _ = run(["analyze", "--format=conllu"] + PAGES)
    ids, comments, rows = [], [], []
    check("conllu", status == 0 and out.endswith(b"\n\n"))
    for line in out.decode().split("\n"):
        if line.startswith("#"):
            comments.append(line)
        elif line:
            rows.append(line)
        elif rows:
            ids += [c for c in comments if c.startswith("# sent_id")]
            check_sentence("sentence %d" % len(ids), comments, rows)
            comments, rows = [], []
    check("sent_id once each", len(set(ids)) == len(ids) and len(ids) > 10)
    check("newdoc", out.decode().count("# newdoc id = ") == len(PAGES))


def test_segment_is_lossless():
    """Words of a line are the line again when blanks are put aside, as users of PhoBERT expect."""
    for page in PAGES:
        lines = run(["normalize", page])[1].decode().splitlines()
        out = run(["segment"], "\n".join(lines) + "\n")[1].decode().splitlines()
        check("one line each", len(out) == len(lines))
        for line, words in zip(lines, out):
            if re.sub(r"\s", "", line) != re.sub(r"[\s_]", "", words) and "_" not in line:
                fail("words of a line", "%r, %r" % (line, words))


def test_tsv():
    for command in ("segment", "sentences", "references", "officials"):
        out = run([command, "--format=tsv", "--input=text"] + PAGES)[1].decode()
        check("%s: no empty line" % command, "\n\n" not in out)
        rows = [line.split("\t") for line in out.splitlines()]
        check("%s: columns" % command, all(len(r) == len(rows[0]) for r in rows))
        check("%s: docs" % command, all(r[0] in PAGES for r in rows[1:]))


def test_tsv_says_what_json_says():
    """Spans and surfaces of both formats are the same, and are the bytes of the file."""
    for page in PAGES:
        data = open(page, "rb").read()
        refs = json.loads(run(["references", "--format=jsonl", page])[1])["refs"]
        rows = [r.split("\t") for r in run(["references", "--format=tsv", page])[1].decode().splitlines()[1:]]
        check("as many", len(rows) == len(refs))
        for row, ref in zip(rows, refs):
            check("same span", [row[1], row[2], row[5]] == [str(ref["start"]), str(ref["end"]), ref.get("canonical", "")])
            check("surface", data[ref["start"]:ref["end"]].decode() == ref["surface"])


class Page(html.parser.HTMLParser):
    """What of a page matters here: balance, ids, links, and that nothing comes from elsewhere."""
    VOID = {"meta", "link", "input", "br"}

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.links, self.bad, self.text, self.in_text = [], [], [], [], "", 0

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag not in self.VOID:
            self.open.append(tag)
        if values.get("class") == "text":
            self.in_text = len(self.open)
        if "id" in values:
            self.ids.append(values["id"])
        for name in ("href", "src", "xlink:href"):
            if name in values:
                self.links.append(values[name])

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.bad.append(tag)
        if len(self.open) < self.in_text:
            self.in_text = 0

    def handle_data(self, data):
        if self.in_text:
            self.text += data


def read_page(args, stdin=b""):
    page = Page()
    page.feed(run(["analyze", "--format=html"] + args, stdin)[1].decode())
    page.close()
    return page


def test_html():
    page = read_page(PAGES)
    check("html: balanced", page.bad == [] and page.open == [], "%r %r" % (page.bad, page.open))
    check("html: ids once", len(set(page.ids)) == len(page.ids))
    for link in page.links:
        check("html: link %s" % link, link == "data:," or (link.startswith("#") and link[1:] in page.ids))


def test_html_escapes():
    evil = "<script>alert('x')</script> & \"q\" ông <b>Nguyễn Văn An</b>, Nghị định 30/2020/NĐ-CP <!-- ]]> -->"
    page = read_page([], evil)
    check("html: text as it was", page.text == evil, page.text)
    out = run(["analyze", "--format=html", "--input=jsonl"], json.dumps({"id": "</title><script>x</script>", "text": evil}))[1]
    check("html: one script, ours", out.count(b"<script") == 1)


def has_terminals():
    """Whether this system gives pseudo terminals: a chroot without /dev/pts does not."""
    try:
        for fd in pty.openpty():
            os.close(fd)
        return True
    except OSError:
        return False


def main():
    tests = [(name, f) for name, f in sorted(globals().items()) if name.startswith("test_")]
    terminals = has_terminals()
    for name, test in tests:
        if not terminals and "openpty" in test.__code__.co_names + sum(
                (globals()[n].__code__.co_names for n in test.__code__.co_names
                 if callable(globals().get(n)) and hasattr(globals()[n], "__code__")), ()):
            print("%s skipped: no pseudo terminals here" % name)
            continue
        test()
    finish(len(tests))


main()
