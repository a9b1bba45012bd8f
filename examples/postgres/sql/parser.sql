-- The parser: words, numbers, dates and document numbers, each whole.
CREATE EXTENSION vitext;
-- Today's parser breaks the number of a decree; this one does not.
SELECT alias, token FROM ts_debug('simple', '30/2020/NĐ-CP') WHERE alias <> 'blank';
SELECT alias, token FROM ts_debug('vitext', '30/2020/NĐ-CP') WHERE alias <> 'blank';
SELECT alias, token FROM ts_debug('simple', 'Chỉ thị 05-CT/TW') WHERE alias <> 'blank';
SELECT alias, token FROM ts_debug('vitext', 'Chỉ thị 05-CT/TW') WHERE alias <> 'blank';
SELECT tokid, token FROM ts_parse('vitext', 'Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ;');
SELECT alias, token FROM ts_debug('vitext', 'Gửi a.b@example.vn lúc 7h30, 50% ở http://example.vn/x 😀')
 WHERE alias <> 'blank';
-- The tokens tile the text.
SELECT bool_and(string_agg = t) FROM (
  SELECT t, (SELECT string_agg(token, '' ORDER BY ordinality) FROM ts_parse('vitext', t) WITH ORDINALITY)
  FROM (VALUES (''), (' '), ('Học sinh.'), (E'a\n\nb  c '), (normalize('Điều 5, Khánh Hoà', NFD))) AS v(t)) AS s
 WHERE t <> '';
SELECT alias, description FROM ts_token_type('vitext') ORDER BY tokid;
