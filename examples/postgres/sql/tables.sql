-- References and officials as rows.
CREATE TABLE law (n int, body text);
INSERT INTO law VALUES
 (1, 'Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ và Chỉ thị 05-CT/TW của Bộ Chính trị.'),
 (2, 'Đồng chí Nguyễn Văn Nên, Bí thư Thành ủy Thành phố Hồ Chí Minh, phát biểu.'),
 (3, 'Theo khoản 2 Điều 5 Luật Báo chí.'), (4, NULL), (5, '');
SELECT n, canonical, number, year, symbol, date, provisions FROM law, vitext_references(body) ORDER BY n, "start";
SELECT n, name, title, org, official, status FROM law, vitext_officials(body) ORDER BY n, "start";
-- Offsets are those of substr.
SELECT n, bool_and(substr(body, r.start + 1, r.end - r.start) = surface) FROM law, vitext_references(body) AS r GROUP BY n ORDER BY n;
SELECT substr(body, o.start + 1, o.end - o.start), substr(body, title_start + 1, title_end - title_start)
FROM law, vitext_officials(body) AS o WHERE title IS NOT NULL;
-- NFD: other offsets, the same reference.
SELECT r.canonical = s.canonical AS same, r.end < s.end AS longer
FROM law, vitext_references(body) AS r, vitext_references(normalize(body, NFD)) AS s WHERE n = 1 AND r.start = 10 LIMIT 1;
DROP TABLE law;
