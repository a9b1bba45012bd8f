-- Searching: with and without marks, phrases, words, rank, headline, an index.
CREATE TABLE docs (id int PRIMARY KEY, body text,
  ts tsvector GENERATED ALWAYS AS (to_tsvector('vitext', body)) STORED);
INSERT INTO docs VALUES
 (1, 'Ông Đường Đình Nghệ ở Khánh Hòa.'), (2, 'Duong Dinh la ten viet khong dau.'),
 (3, 'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ;'),
 (4, 'Cô dạy sinh học ở trường.'), (5, 'Giáo viên sinh học và học sinh.'),
 (6, normalize('Khánh Hoà, thuỷ điện Đường.', NFD)), (7, 'Dương Văn An đi qua con đường nhỏ.'), (8, 'Học sinh học bài.');
CREATE INDEX docs_ts ON docs USING gin (ts);
SET enable_seqscan = off;
CREATE FUNCTION found(q tsquery) RETURNS text LANGUAGE sql AS
$$ SELECT coalesce(string_agg(id::text, ' ' ORDER BY id), '') FROM docs WHERE ts @@ q $$;
SELECT t AS query, found(plainto_tsquery('vitext_query', t)) AS words, found(phraseto_tsquery('vitext_query', t)) AS phrase,
       found(plainto_tsquery('vitext', t)) AS loose
FROM unnest(ARRAY['duong dinh', 'đường', 'dương', 'hoà', 'hòa', normalize('hoà', NFD), 'khanh hoa', 'hòa khánh',
                  '30/2020/nd-cp', '30/2020/NĐ-CP', '05/3/2020', '2020', 'sinh học', 'hoc sinh', 'giáo viên sinh học']) AS t;
SELECT id FROM docs WHERE ts @@ plainto_tsquery('vitext', 'đường đình')
 ORDER BY ts_rank(ts, plainto_tsquery('vitext', 'đường đình')) DESC;
SELECT ts_headline('vitext', body, plainto_tsquery('vitext_query', 'khanh hoa')) FROM docs WHERE id = 1;
SELECT ts_headline('vitext', body, plainto_tsquery('vitext_query', '30/2020/nd-cp')) FROM docs WHERE id = 3;
SELECT ts_headline('vitext', body, phraseto_tsquery('vitext_query', 'học sinh')) FROM docs WHERE id = 5;
EXPLAIN (COSTS OFF) SELECT id FROM docs WHERE ts @@ plainto_tsquery('vitext_query', 'duong');
DROP TABLE docs;
DROP FUNCTION found;
RESET enable_seqscan;
