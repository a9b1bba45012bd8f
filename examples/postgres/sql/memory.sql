-- A million calls in one backend leave no memory behind: neither in its contexts nor in the process.
CREATE FUNCTION process_kb() RETURNS bigint LANGUAGE sql AS
$$ SELECT substring(pg_read_file('/proc/self/status') FROM 'VmRSS:\s+(\d+)')::bigint $$;
CREATE FUNCTION use(calls int) RETURNS bigint LANGUAGE sql AS $$
  SELECT sum(length(vitext_fold('Đường ' || i))) +
         count((SELECT count(*) FROM vitext_references('Theo Nghị định số ' || i || '/2020/NĐ-CP'))) +
         count(to_tsvector('vitext', 'Học sinh ' || i)) +
         count((SELECT count(*) FROM vitext_officials('Bí thư Nguyễn Văn Nên ' || i)))
  FROM generate_series(1, calls / 4) AS i $$;
SELECT use(20000) > 0 AS warm;
SELECT sum(total_bytes) AS bytes, process_kb() AS kb FROM pg_backend_memory_contexts \gset before_
SELECT use(1000000) > 0 AS used;
SELECT sum(total_bytes) AS bytes, process_kb() AS kb FROM pg_backend_memory_contexts \gset after_
SELECT :after_bytes - :before_bytes < 1000000 AS contexts_did_not_grow,
       :after_kb - :before_kb < 4000 AS process_did_not_grow;
DROP FUNCTION use, process_kb;
DROP EXTENSION vitext CASCADE;
