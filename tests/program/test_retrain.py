"""test_retrain.py VITEXT TRAINER ROOT - examples/retrain_on_own_data.sh makes a model that has learned a
word of one's own text, the same bytes each time, and refuses text that is not there."""
import os
import subprocess
import sys
import tempfile

VITEXT, TRAINER, ROOT = sys.argv[1:4]
SCRIPT = os.path.join(ROOT, "examples", "retrain_on_own_data.sh")
SUBJECTS = ("Tài_xế", "Hành_khách", "Chị tôi", "Khách quen", "Sinh_viên", "Anh bạn", "Cô giáo", "Nhân_viên")
VERBS = ("gọi", "đi", "chờ", "đặt", "thích", "hỏi")
OWN = "".join("%s %s xe_ôm_công_nghệ về nhà .\n" % (s, v) for s in SUBJECTS for v in VERBS)
TEXT = "Mẹ tôi gọi xe ôm công nghệ về nhà.\n"
failed = []


def train(folder, name, text):
    done = subprocess.run(["sh", SCRIPT, TRAINER, text, os.path.join(folder, name)],
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    return done.returncode


def segment(*options):
    return subprocess.run([VITEXT, "segment", *options], input=TEXT.encode(), stdout=subprocess.PIPE,
                          check=False).stdout.decode()


def check(what, holds):
    if not holds:
        failed.append(what)


with tempfile.TemporaryDirectory() as folder:
    text = os.path.join(folder, "own.txt")
    with open(text, "w", encoding="utf-8") as f:
        f.write(OWN)
    check("training", train(folder, "a.vtm", text) == 0 and train(folder, "b.vtm", text) == 0)
    models = [open(os.path.join(folder, name), "rb").read() for name in ("a.vtm", "b.vtm")]
    check("the same bytes", models[0] == models[1])
    check("the built-in model does not know the word", "xe_ôm_công_nghệ" not in segment())
    check("the new model knows it", "xe_ôm_công_nghệ" in segment("--model=" + os.path.join(folder, "a.vtm")))
    check("no text, no model", train(folder, "c.vtm", os.path.join(folder, "none")) != 0)
    check("no model is left", not os.path.exists(os.path.join(folder, "c.vtm")))
for what in failed:
    print("FAIL", what)
sys.exit(1 if failed else 0)
