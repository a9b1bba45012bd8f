"""Citations and offices of an archive as Parquet.

    spark-submit --py-files vitext_spark.py --files WHEEL job.py WHEEL INPUT OUT

INPUT: JSON Lines with "id" and "text", or Parquet with such columns. OUT/citations and
OUT/officials are the tables; OUT/holders is who holds what: person, office, in how many documents.
"""

import os
import sys

from pyspark.sql import SparkSession, functions as f

import vitext_spark


def main(wheel: str, source: str, out: str) -> None:
    spark = SparkSession.builder.appName("vitext").getOrCreate()
    name = os.path.basename(wheel)
    read = spark.read.parquet if source.endswith(".parquet") else spark.read.json
    documents = read(source).select("id", "text")
    vitext_spark.citations(documents, name).write.mode("overwrite").parquet(f"{out}/citations")
    vitext_spark.officials(documents, name).write.mode("overwrite").parquet(f"{out}/officials")
    (spark.read.parquet(f"{out}/officials")
     .where("official AND title <> ''")
     .groupBy("person_name", "title", "org", "status")
     .agg(f.countDistinct("id").alias("documents"))
     .write.mode("overwrite").parquet(f"{out}/holders"))
    spark.stop()


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
