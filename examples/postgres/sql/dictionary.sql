-- The dictionary: fold levels, as variants or as a filter.
SELECT ts_lexize('vitext', 'Đường'), ts_lexize('vitext', 'duong'), ts_lexize('vitext', 'HOÀ');
SELECT ts_lexize('vitext', 'Học sinh'), ts_lexize('vitext_query', 'Học sinh');
SELECT ts_lexize('vitext_query', 'Đường'), ts_lexize('vitext_fold', 'Đường');
SELECT to_tsvector('vitext', 'Học sinh ở Khánh Hoà');
SELECT to_tsvector('vitext', normalize('Học sinh ở Khánh Hoà', NFD)) = to_tsvector('vitext', 'Học sinh ở Khánh Hòa');
SELECT plainto_tsquery('vitext_query', 'học sinh giỏi'), phraseto_tsquery('vitext_query', 'học sinh giỏi');
SELECT plainto_tsquery('vitext', 'đường');
CREATE TEXT SEARCH DICTIONARY three (TEMPLATE = vitext, levels = 'case, tones, marks', parts = false);
SELECT ts_lexize('three', 'Đường sắt');
-- In front of another dictionary.
CREATE TEXT SEARCH CONFIGURATION filtered (COPY = vitext);
ALTER TEXT SEARCH CONFIGURATION filtered ALTER MAPPING FOR word, compound, docnumber WITH vitext_fold, simple;
SELECT to_tsvector('filtered', 'Đường sắt, 30/2020/NĐ-CP');
-- Scalars.
SELECT vitext_fold('Đường Đình HOÀ'), vitext_fold('Đường HOÀ', 'tones'), vitext_fold('HOÀ', 'case'), vitext_fold(NULL);
CREATE TABLE folded_names (name text);
CREATE INDEX ON folded_names (vitext_fold(name));
INSERT INTO folded_names VALUES ('Đặng'), ('Dang'), ('Lê');
SELECT count(*) FROM folded_names WHERE vitext_fold(name) = 'dang';
DROP TABLE folded_names;
