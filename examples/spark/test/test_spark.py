"""The Spark functions on separate executor processes: local-cluster[2,1,1024].

    python3 test_spark.py WHEEL PROGRAM [GAZETTE]

PROGRAM: a static `vitext`. GAZETTE: pages, one a line (else the documents below are repeated).
Every check is against a run in this one process (the wheel's module, and the program itself).
"""

import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

OWN = [
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
    "Đồng chí Nguyễn Văn Nên, Bí thư Thành ủy Thành phố Hồ Chí Minh, phát biểu khai mạc.",
    "Theo khoản 2 Điều 5 Luật Báo chí và Chỉ thị 05-CT/TW, cơ quan báo chí có trách nhiệm. 😀",
    "Học sinh học sinh học ở Khánh Hoà.", "", "\"Trích\" \\ \t dẫn: Nghị quyết số 18-NQ/TW.",
]


def check(condition: bool, what: str) -> None:
    if not condition:
        sys.exit(f"test_spark: FAILED: {what}")
    print(f"ok: {what}", flush=True)


def documents(gazette: str) -> list:
    """(id, bytes of the text), some of them damaged."""
    if gazette:
        lines = pathlib.Path(gazette).read_text(encoding="utf-8").splitlines()[:800]
    else:
        lines = OWN * 100
    rows = [(f"d{i:06}", line.encode()) for i, line in enumerate(lines)]
    for at in (3, 77, len(rows) - 1):
        rows[at] = (rows[at][0], rows[at][1][:40] + b"\xff\xfe" + rows[at][1][40:])
    return rows


def single_process(wheel: str, rows: list, scratch: str) -> dict:
    """What the wheel's module gives in this process: json lines, citations, officials; seconds."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(f"{scratch}/here")
    sys.path.insert(0, f"{scratch}/here")
    import pyarrow as pa
    import vitext
    from vitext import arrow

    analyzer = vitext.Analyzer()
    batch = pa.record_batch([pa.array([r[0] for r in rows]), pa.array([r[1] for r in rows])],
                            ["id", "text"])
    out = {}
    for name in ("json", "citations", "officials"):
        begin = time.process_time()
        out[name] = getattr(arrow, name)(batch, analyzer).to_pylist()
        out[f"{name} s"] = time.process_time() - begin
    return out


def lose_an_executor(marker: str):
    """A mapper that, once in all, kills the executor it runs in, by the signal nothing survives."""
    def run(batches):
        from pyspark import TaskContext

        context = TaskContext.get()
        for batch in batches:
            if context.partitionId() == 2 and not os.path.exists(marker):
                daemon = os.getppid()
                stat = pathlib.Path(f"/proc/{daemon}/stat").read_text()
                executor = int(stat.rsplit(")", 1)[1].split()[1])
                pathlib.Path(marker).write_text(str(executor))
                os.kill(executor, signal.SIGKILL)
                time.sleep(60)
            yield batch
    return run


def executor_pids(batches):
    """The process ids of the executors at work, one a batch."""
    import pyarrow as pa

    for _ in batches:
        stat = pathlib.Path(f"/proc/{os.getppid()}/stat").read_text()
        time.sleep(1)  # so that one executor cannot take all tasks
        yield pa.record_batch([pa.array([int(stat.rsplit(")", 1)[1].split()[1])])], ["pid"])


def session(wheel: str, program: str):
    """What spark-submit gives a job: two workers with an executor each, and the files shipped."""
    settings = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false",
                "spark.driver.host": "127.0.0.1",
                "spark.driver.bindAddress": "127.0.0.1", "spark.sql.shuffle.partitions": "2",
                "spark.sql.execution.arrow.maxRecordsPerBatch": "100"}
    os.environ["PYSPARK_SUBMIT_ARGS"] = " ".join(
        ["--master local-cluster[2,1,1024]", f"--files {wheel},{program}",
         f"--py-files {HERE.parent / 'vitext_spark.py'}",
         *(f"--conf {name}={value}" for name, value in settings.items()), "pyspark-shell"])
    from pyspark.sql import SparkSession

    return SparkSession.builder.appName("vitext test").getOrCreate()


def check_frames(spark, wheel: str, rows: list, one: dict, scratch: str) -> None:
    import vitext_spark

    name = os.path.basename(wheel)
    frame = spark.createDataFrame(rows, "id string, text binary").repartition(6, "id")
    pids = frame.repartition(4).mapInArrow(executor_pids, "pid bigint").distinct().count()
    check(pids == 2, "two executor processes are at work")

    begin = time.monotonic()
    lines = {r.id: r.json for r in vitext_spark.json(frame, name).collect()}
    seconds = time.monotonic() - begin
    check([lines[r[0]] for r in rows] == [r["json"] for r in one["json"]],
          f"mapInArrow: {len(rows)} lines equal the single process byte for byte ({seconds:.1f} s)")
    bad = [json.loads(line) for line in lines.values() if '"error":' in line[:40]]
    check(len(bad) == 3 and all(b["error"]["code"] == "encoding" for b in bad),
          "damaged documents are error records, the others went on")

    marker = f"{scratch}/killed"
    hit = frame.mapInArrow(lose_an_executor(marker), "id string, text binary")
    again = {r.id: r.json for r in vitext_spark.json(hit, name).collect()}
    check(os.path.exists(marker), "an executor was killed at work")
    check(again == lines, "its work was redone: the same lines")


def check_tables(spark, wheel: str, one: dict, source: str, scratch: str) -> None:
    """job.py, as a user starts it but in this session; its Parquet against the single process."""
    import job

    stop = type(spark).stop
    try:
        type(spark).stop = lambda self: None  # the session goes on to other checks
        job.main(wheel, source, f"{scratch}/out")
    finally:
        type(spark).stop = stop
    for table in ("citations", "officials"):
        found = [r.asDict() for r in spark.read.parquet(f"{scratch}/out/{table}").collect()]
        found = [r for r in found if r["error"] is None]
        want = [r for r in one[table] if r["error"] is None]
        for r in found + want:  # a string column counts characters, a binary one bytes
            del r["start"], r["end"]
        text = lambda r: json.dumps(r, sort_keys=True, ensure_ascii=False)
        check(sorted(map(text, found)) == sorted(map(text, want)) and len(found) > 0,
              f"Parquet: {len(found)} {table}, as the single process finds")
    holders = spark.read.parquet(f"{scratch}/out/holders")
    check(holders.count() > 0, f"Parquet: {holders.count()} rows of who holds what")


def unnumbered(line: str) -> str:
    """What is no JSON has no id, so its error record bears its line's number in its part."""
    return re.sub(r'^{"id":\d+,"error":', '{"id":0,"error":', line)


def check_pipe(spark, program: str, source: str, scratch: str) -> None:
    import vitext_spark

    alone = subprocess.run([program, "analyze", "--input=jsonl", "--format=jsonl", source],
                           capture_output=True, check=False)
    check(alone.returncode == 1, "the program alone: some records are bad, the rest is done")
    want = alone.stdout.decode().splitlines()
    lines = spark.sparkContext.textFile(source, 5)
    check(lines.getNumPartitions() >= 5, "the file is read in parts")
    begin = time.monotonic()
    got = vitext_spark.piped(lines).collect()
    seconds = time.monotonic() - begin
    check(len(got) == len(want) and list(map(unnumbered, got)) == list(map(unnumbered, want)),
          f"rdd.pipe: {len(got)} lines equal the program's byte for byte ({seconds:.1f} s)")
    check(sum('"error":' in line for line in got) == 2, "broken JSON and a record without text are error records")


def main(wheel: str, program: str, gazette: str = "") -> None:
    scratch = tempfile.mkdtemp(prefix="vitext-spark.")
    try:
        rows = documents(gazette)
        one = single_process(wheel, rows, scratch)
        total = sum(len(text) for _, text in rows)
        for name in ("json", "citations", "officials"):
            s = one[f"{name} s"]
            print(f"rate: {name}: {len(rows) / s:.0f} documents/s, {total / s / 1e6:.2f} MB/s, one core")
        source = f"{scratch}/documents.jsonl"
        with open(source, "w", encoding="utf-8") as file:
            for i, (key, text) in enumerate(rows):
                try:
                    file.write(json.dumps({"id": key, "text": text.decode()}, ensure_ascii=False) + "\n")
                except UnicodeDecodeError:
                    continue
        spark = session(wheel, program)
        spark.sparkContext.setLogLevel("ERROR")
        check_frames(spark, wheel, rows, one, scratch)
        check_tables(spark, wheel, one, source, scratch)
        with open(source, "a", encoding="utf-8") as file:
            file.write('{"id":"broken","text":\n{"id":"no text"}\n')
        check_pipe(spark, program, source, scratch)
        spark.stop()
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    print("test_spark: all passed")


if __name__ == "__main__":
    main(*sys.argv[1:])
