-- Lower case first, then up and down: the capital ẞ becomes ss as ß does (`nameKey`, domain/names.ts). Otherwise the function
-- is that of 0005_search. Keys and words are kept anew wherever the letter stands.
CREATE OR REPLACE FUNCTION search_words(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT ' ' || w || ' ' || replace(w, ' ', '') || ' '
  FROM (SELECT normalize(btrim(regexp_replace(
      replace(replace(lower(upper(lower(regexp_replace(
          normalize($1, NFKD), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g'
        ) COLLATE "und-x-icu") COLLATE "und-x-icu") COLLATE "und-x-icu"), 'ς', 'σ'), '+', 'plus') COLLATE "und-x-icu",
      '[^[:alnum:]\u0483-\u0489\u0591-\u05bd\u05bf-\u05c2\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u0900-\u0963\u0966-\u0e7f\u3099\u309a]+',
      ' ', 'g')), NFC) AS w) folded
$$;

UPDATE manufacturer SET name_key = replace(name_key, 'ß', 'ss') WHERE name || coalesce(parent, '') LIKE '%ẞ%';
UPDATE carrier SET name_key = replace(name_key, 'ß', 'ss') WHERE name || coalesce(parent, '') LIKE '%ẞ%';
UPDATE retailer SET name_key = replace(name_key, 'ß', 'ss') WHERE name LIKE '%ẞ%';
UPDATE device SET name_key = replace(name_key, 'ß', 'ss') WHERE name LIKE '%ẞ%';
UPDATE alias SET key = replace(key, 'ß', 'ss') WHERE text LIKE '%ẞ%';
