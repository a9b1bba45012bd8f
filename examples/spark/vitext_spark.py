"""vitext on Spark: data frames of documents in, data frames of findings out.

Nothing needs to be installed on the executors. The wheel of vitext goes to them with --files, this
file with --py-files; each Python worker unpacks the wheel once and loads the library from it:

    spark-submit --py-files vitext_spark.py --files vitext-0.2.0-py3-none-linux_x86_64.whl job.py

The functions take a data frame with a key and a text column (string or binary). A document that
cannot be analysed becomes a row whose "error" says why; the others go on.
"""

import os
import sys
import tempfile
import zipfile
from typing import Callable, Iterator

from pyspark import RDD, SparkFiles
from pyspark.sql import DataFrame

CITATIONS = """id string, start bigint, end bigint, kind string, canonical string, type string,
    number string, year string, symbol string, issuer string, date string, relation string,
    provisions array<string>, percent int, error string, error_offset bigint"""
OFFICIALS = """id string, start bigint, end bigint, name string, person int, person_name string,
    official boolean, title string, org string, status string, since string, until string,
    percent int, error string, error_offset bigint"""
JSON = "id string, json string"

_analyzers = {}  # of this Python worker, by wheel: a context is loaded once and kept


def _unpacked(wheel: str) -> str:
    """The folder of the wheel's files on this machine. Workers may race: one of them wins."""
    packed = SparkFiles.get(wheel)
    folder = packed + ".unpacked"
    if not os.path.isdir(folder):
        scratch = tempfile.mkdtemp(dir=os.path.dirname(packed))
        with zipfile.ZipFile(packed) as archive:
            archive.extractall(scratch)
        try:
            os.rename(scratch, folder)
        except OSError:  # another worker was first
            if not os.path.isdir(folder):
                raise
    return folder


def _analyzer(wheel: str):
    if wheel not in _analyzers:
        sys.path.insert(0, _unpacked(wheel))
        import vitext

        _analyzers[wheel] = vitext.Analyzer()
    return _analyzers[wheel]


def _mapper(function: str, wheel: str, text: str, key: str) -> Callable[[Iterator], Iterator]:
    def run(batches: Iterator) -> Iterator:
        analyzer = _analyzer(wheel)
        from vitext import arrow

        for batch in batches:
            yield getattr(arrow, function)(batch, analyzer, text, key)

    return run


def _map(df: DataFrame, function: str, schema: str, wheel: str, text: str, key: str) -> DataFrame:
    return df.select(key, text).mapInArrow(_mapper(function, wheel, text, key), schema)


def citations(df: DataFrame, wheel: str, text: str = "text", key: str = "id") -> DataFrame:
    """Which document names which: one row for each reference."""
    return _map(df, "citations", CITATIONS, wheel, text, key)


def officials(df: DataFrame, wheel: str, text: str = "text", key: str = "id") -> DataFrame:
    """Who holds what: one row for each person and office."""
    return _map(df, "officials", OFFICIALS, wheel, text, key)


def json(df: DataFrame, wheel: str, text: str = "text", key: str = "id") -> DataFrame:
    """Everything: the line that `vitext analyze` prints for each document."""
    return _map(df, "json", JSON, wheel, text, key)


def piped(lines: RDD, program: str = "./vitext") -> RDD:
    """JSON Lines through the program, shipped with --files: one line out for each line in.

    Its exit status is 1 when a record was bad, which is in that record's line; rdd.pipe must not
    take it for a failure. Anything worse (a signal, a missing program) does fail the task. A line
    that is no JSON at all has no id: its record bears the number of the line in its part.
    """
    command = f'{program} analyze --input=jsonl --format=jsonl; test $? -le 1'
    return lines.pipe(f"sh -c '{command}'", checkCode=True)
