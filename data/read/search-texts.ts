import type { View } from "@/domain/claims";
import { likePattern, type SearchWord, type SearchWords } from "@/domain/search-words";
import { Prisma } from "@/generated/prisma/client";
import { knownSql, recordSql } from "./view-sql";

/**
 * Pieces of SQL for the texts that are searched. Each has a column `words` with a trigram index (migration 0005); its *mask*
 * says which of the search's words it holds, a bit each.
 */

const { sql, join, raw } = Prisma;
const holdsWord = (column: Prisma.Sql, { keys }: SearchWord) =>
  sql`(${join(
    keys.map((key) => sql`${column} LIKE ${likePattern(key)}`),
    " OR ",
  )})`;
/** The mask of a text that holds every word. */
export const fullMask = ({ words }: SearchWords) => 2 ** words.length - 1;

/** Pieces for the texts of one table. `exact`: whether a row bears exactly the name that is looked for. */
export function texts(search: SearchWords, table: string, exact: Prisma.Sql = sql`false`) {
  const { words, whole } = search;
  const column = raw(`${table}.words`);
  const holdsWhole = sql`${column} LIKE ${likePattern(whole)}`;
  const bits = words.map(
    (word, i) => sql`CASE WHEN ${holdsWord(column, word)} THEN ${2 ** i}::int ELSE 0 END`,
  );
  return {
    some: sql`(${join([...words.map((word) => holdsWord(column, word)), holdsWhole], " OR ")})`,
    all: sql`((${join(
      words.map((word) => holdsWord(column, word)),
      " AND ",
    )}) OR ${holdsWhole})`,
    mask: sql`CASE WHEN ${holdsWhole} THEN ${fullMask(search)}::int ELSE ${join(bits, " | ")} END`,
    rank: sql`CASE WHEN ${exact} THEN 0 WHEN ${column} LIKE ${`% ${whole}%`} THEN 1 WHEN ${holdsWhole} THEN 2 ELSE 3 END`,
  };
}

export type Texts = ReturnType<typeof texts>;

/** The view's limits, for comparing. */
export const recorded = (view: View) => sql`coalesce(${recordSql(view)}, 'infinity'::timestamptz)`;
export const published = (view: View) => sql`coalesce(${knownSql(view)}, 'infinity'::date)`;
