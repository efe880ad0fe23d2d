-- As in 0005_search, but its time does not grow with the record.

DROP FUNCTION near_words(text, int);

-- What a word of a search may mean: itself, when a text holds `pattern`; else words of the record that are spelled like it, the
-- most like first, and in how many texts each stands. The threshold is low, since two letters that change places cost a
-- short word most of its trigrams; the caller counts letters (domain/search-spelling.ts). However large the record, some
-- hundred texts of each kind are looked at. Words of up to three letters are like too many others.
CREATE FUNCTION near_words(term text, pattern text, most int) RETURNS TABLE (word text, times int, near real)
LANGUAGE sql STABLE SET pg_trgm.strict_word_similarity_threshold = 0.24 AS $$
  WITH held AS MATERIALIZED (
    SELECT EXISTS (SELECT FROM manufacturer WHERE words LIKE pattern)
        OR EXISTS (SELECT FROM carrier WHERE words LIKE pattern)
        OR EXISTS (SELECT FROM retailer WHERE words LIKE pattern)
        OR EXISTS (SELECT FROM device WHERE words LIKE pattern)
        OR EXISTS (SELECT FROM alias WHERE words LIKE pattern)
        OR EXISTS (SELECT FROM policy_action WHERE words LIKE pattern)
        OR EXISTS (SELECT FROM source WHERE words LIKE pattern)
        OR EXISTS (SELECT FROM statement WHERE words LIKE pattern)
        OR EXISTS (SELECT FROM evidence WHERE words LIKE pattern) AS yes
  )
  SELECT term, 0, 1::real FROM held WHERE yes
  UNION ALL
  (SELECT w.word, count(*)::int AS times, similarity(term, w.word) AS near
   FROM (
     (SELECT words FROM manufacturer WHERE words %>> term LIMIT 500)
     UNION ALL (SELECT words FROM carrier WHERE words %>> term LIMIT 500)
     UNION ALL (SELECT words FROM retailer WHERE words %>> term LIMIT 500)
     UNION ALL (SELECT words FROM device WHERE words %>> term LIMIT 500)
     UNION ALL (SELECT words FROM alias WHERE words %>> term LIMIT 500)
     UNION ALL (SELECT words FROM policy_action WHERE words %>> term LIMIT 500)
     UNION ALL (SELECT words FROM source WHERE words %>> term LIMIT 500)
     UNION ALL (SELECT words FROM statement WHERE words %>> term LIMIT 500)
     UNION ALL (SELECT words FROM evidence WHERE words %>> term LIMIT 500)
   ) x
   CROSS JOIN LATERAL (SELECT DISTINCT unnest(string_to_array(btrim(x.words), ' ')) AS word) w
   WHERE length(term) > 3 AND NOT (SELECT yes FROM held) AND similarity(term, w.word) > 0.24
   GROUP BY w.word ORDER BY near DESC, times DESC, w.word LIMIT most)
$$;
