-- Errors are errors of the statement; the backend stays.
SELECT pg_backend_pid() AS pid \gset
\set VERBOSITY terse
SELECT vitext_fold('a', 'all');
CREATE TEXT SEARCH DICTIONARY bad (TEMPLATE = vitext, levels = 'case, all');
CREATE TEXT SEARCH DICTIONARY bad (TEMPLATE = vitext, levels = '');
CREATE TEXT SEARCH DICTIONARY bad (TEMPLATE = vitext, colour = 'red');
CREATE TEXT SEARCH DICTIONARY bad (TEMPLATE = vitext, levels = 'case, marks', filter = true);
-- The server's memory is limited by the test (ulimit -v): this text does not fit.
DO $$ BEGIN
  PERFORM count(*) FROM vitext_references(repeat('Nghị định số 30/2020/NĐ-CP; ', 8000000));
EXCEPTION WHEN out_of_memory THEN RAISE NOTICE 'out of memory'; END $$;
SELECT pg_backend_pid() = :pid AS same_backend;
SELECT canonical FROM vitext_references('Theo Nghị định số 30/2020/NĐ-CP');
-- A statement that takes too long is stopped between two calls.
SET statement_timeout = '300ms';
SELECT count(*) FROM generate_series(1, 100000000) AS i,
  vitext_references('Theo Nghị định số ' || i || '/2020/NĐ-CP');
RESET statement_timeout;
SELECT pg_backend_pid() = :pid AS same_backend;
-- Another thousand errors in one transaction leave nothing behind.
DO $$ BEGIN
  FOR i IN 1..1000 LOOP
    BEGIN PERFORM vitext_fold('a', 'all'); EXCEPTION WHEN invalid_parameter_value THEN NULL; END;
  END LOOP;
END $$;
SELECT pg_backend_pid() = :pid AS same_backend;
