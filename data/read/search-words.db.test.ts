import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { searchText } from "@/domain/search-words";

/** What is searched: the words of each text, kept by the database beside it (docs/decisions/008). */

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase({ dossier: true });
  await t.sql(`CREATE FUNCTION explain_without_scans(query text) RETURNS SETOF text LANGUAGE plpgsql
    SET enable_seqscan = off AS $$ BEGIN RETURN QUERY EXECUTE 'EXPLAIN ' || query; END $$`);
});
afterAll(() => t.drop());

describe("the words of a text", () => {
  const inSql = async (texts: readonly string[]) => {
    const rows = await t.sql<{ words: string }>(
      "SELECT search_words(x) AS words FROM unnest($1::text[]) WITH ORDINALITY u (x, n) ORDER BY n",
      [texts],
    );
    return rows.map(({ words }) => words);
  };

  it("are the same from the database and from the domain for every text of the dossier", async () => {
    const rows = await t.sql<{ text: string }>(
      `SELECT name AS text FROM device UNION SELECT name FROM carrier UNION SELECT text FROM alias
       UNION SELECT title FROM source WHERE title IS NOT NULL UNION SELECT publisher FROM source
       UNION SELECT speaker FROM evidence WHERE speaker IS NOT NULL UNION SELECT speaker FROM statement`,
    );
    const texts = rows.map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(1000);
    expect(await inSql(texts)).toEqual(texts.map(searchText));
  });

  it("are the same for letters, marks and signs of many scripts", async () => {
    const letters = "aZ09éÅßẞøŁığ ÄñçœĳﬁΣςΰЖйёאבّمनमสาバビﾄﾞ台한글Ａ９²½№€+-&'’.,/()_#·—“ \u0301\u0308\u3099";
    const text = fc.string({ unit: fc.constantFrom(...letters), maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 50, maxLength: 50 }), async (texts) => {
        expect(await inSql(texts)).toEqual(texts.map(searchText));
      }),
      { numRuns: 20 },
    );
  });
});

it("every text that is searched is found through its index", async () => {
  const tables = "manufacturer carrier retailer device alias source policy_action evidence statement".split(
    " ",
  );
  for (const table of tables) {
    const [{ plan = "" } = {}] = await t.sql<{ plan: string }>(
      `SELECT string_agg(line, ' ') AS plan
       FROM explain_without_scans('SELECT FROM ${table} WHERE words LIKE ''%mate%''') AS line`,
    );
    expect(plan).toContain(`${table}_words_trgm`);
  }
});
