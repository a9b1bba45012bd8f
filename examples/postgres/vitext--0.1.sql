\echo Use "CREATE EXTENSION vitext" to load this file. \quit

CREATE FUNCTION vitext_version() RETURNS text
AS 'MODULE_PATHNAME', 'vitext_pg_version' LANGUAGE C STABLE PARALLEL SAFE;

CREATE FUNCTION vitext_fold(text, level text DEFAULT 'marks') RETURNS text
AS 'MODULE_PATHNAME', 'vitext_pg_fold' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION vitext_fold(text, text) IS
'search key: case (one case and tone placement), tones (no tones), marks (no marks, đ as d)';

CREATE FUNCTION vitext_references(text)
RETURNS TABLE ("start" int, "end" int, full_start int, full_end int, surface text, kind text,
               canonical text, type text, number text, year text, symbol text, organ text,
               issuer text, date text, term text, session text, title text, provisions text[],
               amended text[], relation text, antecedent int, list_head int, resolved text[],
               urn text, percent int)
AS 'MODULE_PATHNAME', 'vitext_pg_references' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 10 COST 1000;

CREATE FUNCTION vitext_officials(text)
RETURNS TABLE ("start" int, "end" int, name text, kind text, honorific text, titles text[],
               official bool, person int, person_name text, title_start int, title_end int,
               title text, head text, org_start int, org_end int, org text, status text,
               sphere text, level int, deputy bool, standing bool, term text, since text,
               until text, replaces int, rule text, percent int)
AS 'MODULE_PATHNAME', 'vitext_pg_officials' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 10 COST 1000;

CREATE FUNCTION vitext_parser_start(internal, int) RETURNS internal
AS 'MODULE_PATHNAME', 'vitext_pg_parser_start' LANGUAGE C STRICT PARALLEL SAFE;
CREATE FUNCTION vitext_parser_gettoken(internal, internal, internal) RETURNS internal
AS 'MODULE_PATHNAME', 'vitext_pg_parser_gettoken' LANGUAGE C STRICT PARALLEL SAFE;
CREATE FUNCTION vitext_parser_end(internal) RETURNS void
AS 'MODULE_PATHNAME', 'vitext_pg_parser_end' LANGUAGE C STRICT PARALLEL SAFE;
CREATE FUNCTION vitext_parser_lextypes(internal) RETURNS internal
AS 'MODULE_PATHNAME', 'vitext_pg_parser_lextypes' LANGUAGE C STRICT PARALLEL SAFE;
CREATE FUNCTION vitext_dictionary_init(internal) RETURNS internal
AS 'MODULE_PATHNAME', 'vitext_pg_dictionary_init' LANGUAGE C STRICT PARALLEL SAFE;
CREATE FUNCTION vitext_dictionary_lexize(internal, internal, internal, internal) RETURNS internal
AS 'MODULE_PATHNAME', 'vitext_pg_dictionary_lexize' LANGUAGE C STRICT PARALLEL SAFE;

CREATE TEXT SEARCH PARSER vitext (
  START = vitext_parser_start, GETTOKEN = vitext_parser_gettoken, END = vitext_parser_end,
  LEXTYPES = vitext_parser_lextypes, HEADLINE = pg_catalog.prsd_headline);
CREATE TEXT SEARCH TEMPLATE vitext (
  INIT = vitext_dictionary_init, LEXIZE = vitext_dictionary_lexize);

-- For documents, and for queries that may find more: all levels, words and their syllables.
CREATE TEXT SEARCH DICTIONARY vitext (TEMPLATE = vitext);
-- For queries that mean what they say: as typed; a word is the word.
CREATE TEXT SEARCH DICTIONARY vitext_query (TEMPLATE = vitext, levels = 'case', query = true);
-- In front of other dictionaries: ... WITH vitext_fold, simple.
CREATE TEXT SEARCH DICTIONARY vitext_fold (TEMPLATE = vitext, levels = 'marks', filter = true);

CREATE TEXT SEARCH CONFIGURATION vitext (PARSER = vitext);
ALTER TEXT SEARCH CONFIGURATION vitext ADD MAPPING FOR word, compound, abbreviation, number,
  docnumber, date, time, measure, url, email, phone, tag, emoji WITH vitext;
CREATE TEXT SEARCH CONFIGURATION vitext_query (PARSER = vitext);
ALTER TEXT SEARCH CONFIGURATION vitext_query ADD MAPPING FOR word, compound, abbreviation, number,
  docnumber, date, time, measure, url, email, phone, tag, emoji WITH vitext_query;
