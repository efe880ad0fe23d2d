-- Search: every text that can be searched has a column of its words, kept by the database itself, with a trigram index.

-- The words of a text, and after them the text without its blanks, so that "mate10pro" finds "Mate 10 Pro":
-- ' mate 10 pro mate10pro '. `searchText` (domain/search-words.ts) says the same; a test holds the two to each other.
-- Letters are folded by ICU's root collation, whatever the locale of the database. Marks that tell words of other
-- scripts apart are letters here; PostgreSQL's classes would drop them.
CREATE FUNCTION search_words(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT ' ' || w || ' ' || replace(w, ' ', '') || ' '
  FROM (SELECT normalize(btrim(regexp_replace(
      replace(replace(lower(upper(regexp_replace(
          normalize($1, NFKD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g'
        ) COLLATE "und-x-icu") COLLATE "und-x-icu"), 'ς', 'σ'), '+', 'plus') COLLATE "und-x-icu",
      '[^[:alnum:]\u0483-\u0489\u0591-\u05bd\u05bf-\u05c2\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u0900-\u0963\u0966-\u0e7f\u3099\u309a]+',
      ' ', 'g')), NFC) AS w) folded
$$;

ALTER TABLE manufacturer ADD COLUMN words text GENERATED ALWAYS AS (search_words(name || ' ' || coalesce(parent, ''))) STORED;
ALTER TABLE carrier ADD COLUMN words text GENERATED ALWAYS AS (search_words(name || ' ' || coalesce(parent, ''))) STORED;
ALTER TABLE retailer ADD COLUMN words text GENERATED ALWAYS AS (search_words(name)) STORED;
ALTER TABLE device ADD COLUMN words text GENERATED ALWAYS AS (search_words(name)) STORED;
ALTER TABLE alias ADD COLUMN words text GENERATED ALWAYS AS (search_words(text)) STORED;
ALTER TABLE source ADD COLUMN words text
  GENERATED ALWAYS AS (search_words(coalesce(title, '') || ' ' || publisher || ' ' || coalesce(author, ''))) STORED;
ALTER TABLE policy_action ADD COLUMN words text GENERATED ALWAYS AS (search_words(title || ' ' || issuer)) STORED;
ALTER TABLE evidence ADD COLUMN words text GENERATED ALWAYS AS (search_words(speaker)) STORED;
ALTER TABLE statement ADD COLUMN words text GENERATED ALWAYS AS (search_words(speaker || ' ' || org)) STORED;

CREATE INDEX manufacturer_words_trgm ON manufacturer USING gin (words gin_trgm_ops);
CREATE INDEX carrier_words_trgm ON carrier USING gin (words gin_trgm_ops);
CREATE INDEX retailer_words_trgm ON retailer USING gin (words gin_trgm_ops);
CREATE INDEX device_words_trgm ON device USING gin (words gin_trgm_ops);
CREATE INDEX alias_words_trgm ON alias USING gin (words gin_trgm_ops);
CREATE INDEX source_words_trgm ON source USING gin (words gin_trgm_ops);
CREATE INDEX policy_action_words_trgm ON policy_action USING gin (words gin_trgm_ops);
CREATE INDEX evidence_words_trgm ON evidence USING gin (words gin_trgm_ops);
CREATE INDEX statement_words_trgm ON statement USING gin (words gin_trgm_ops);

-- Words of the record that are spelled like `term`, the most like first, and in how many texts each stands. The threshold
-- is low, since two letters that change places cost a short word most of its trigrams; the caller counts letters
-- (domain/search-spelling.ts). The 500 nearest texts are looked at, so that its time is bounded.
CREATE FUNCTION near_words(term text, most int) RETURNS TABLE (word text, times int, near real)
LANGUAGE sql STABLE SET pg_trgm.strict_word_similarity_threshold = 0.24 AS $$
  SELECT w.word, count(*)::int AS times, similarity(term, w.word) AS near
  FROM (
    SELECT t.words FROM (
      SELECT words FROM manufacturer WHERE words %>> term
      UNION ALL SELECT words FROM carrier WHERE words %>> term
      UNION ALL SELECT words FROM retailer WHERE words %>> term
      UNION ALL SELECT words FROM device WHERE words %>> term
      UNION ALL SELECT words FROM alias WHERE words %>> term
      UNION ALL SELECT words FROM source WHERE words %>> term
      UNION ALL SELECT words FROM policy_action WHERE words %>> term
      UNION ALL SELECT words FROM evidence WHERE words %>> term
      UNION ALL SELECT words FROM statement WHERE words %>> term
    ) t ORDER BY strict_word_similarity(term, t.words) DESC LIMIT 500
  ) x
  CROSS JOIN LATERAL (SELECT DISTINCT unnest(string_to_array(btrim(x.words), ' ')) AS word) w
  WHERE similarity(term, w.word) > 0.24
  GROUP BY w.word ORDER BY near DESC, times DESC, w.word LIMIT most
$$;

-- Names and aliases that as a whole are most like `term`, a key without blanks: what a search that found nothing may name.
CREATE FUNCTION near_names(term text, most int) RETURNS TABLE (name text, near real)
LANGUAGE sql STABLE SET pg_trgm.similarity_threshold = 0.3 AS $$
  SELECT t.name, max(similarity(term, t.key)) AS near FROM (
    SELECT name, name_key AS key FROM manufacturer WHERE name_key % term
    UNION ALL SELECT name, name_key FROM carrier WHERE name_key % term
    UNION ALL SELECT name, name_key FROM retailer WHERE name_key % term
    UNION ALL SELECT name, name_key FROM device WHERE name_key % term
    UNION ALL SELECT text, a.key FROM alias a WHERE a.key % term
  ) t GROUP BY t.name ORDER BY near DESC, t.name LIMIT most
$$;
