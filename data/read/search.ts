import type { Db } from "@/data/db";
import type { View } from "@/domain/claims";
import { type Found, inOrder, type SearchKind } from "@/domain/search-hits";
import type { SearchWords } from "@/domain/search-words";
import { isFiltered, type SearchFilter } from "@/formats/search-query";
import { Prisma } from "@/generated/prisma/client";
import { boardSql } from "./board-sql";
import { aboutSql } from "./search-about";
import { boardOfPairs, filteredSql } from "./search-filter";
import { type HitRow, toHit } from "./search-rows";
import { spokenSql } from "./search-said";
import { allFoundSql, foundSql } from "./search-sql";

export type SearchFor = {
  readonly words: SearchWords;
  readonly view: View;
  /** Only deals that have it, and devices that have such a deal; other kinds are not looked for. */
  readonly filter: SearchFilter;
  /** null: the first hits of every kind. */
  readonly kind: SearchKind | null;
  /** Counts from 1; one past the end finds the last. */
  readonly page: number;
  /** Hits of a kind. */
  readonly size: number;
};

/**
 * What of the record a search finds, by one statement, all of it through indexes. Things that were recorded, sources and
 * policy actions that were published after the view's times are not found. `words` must hold at least one word.
 */
export async function search(db: Db, { words, view, filter, kind, page, size }: SearchFor): Promise<Found> {
  const filtered = isFiltered(filter);
  const only = kind === null ? Prisma.sql`true` : Prisma.sql`kind = ${kind}::text`;
  const more = filtered
    ? Prisma.sql`false`
    : Prisma.sql`(c.kind = 'said' AND (SELECT more FROM spoken_more))`;
  const rows = await db.$queryRaw<(HitRow & { total: number; more: boolean })[]>`
    ${foundSql(words, view)},
    ${filtered ? boardOfPairs(view) : spokenSql(words)},
    hit AS MATERIALIZED (${filtered ? filteredSql(words, view, filter) : allFoundSql(words, view)}),
    counted AS (SELECT kind, count(*)::int AS total FROM hit GROUP BY kind),
    placed AS MATERIALIZED (
      SELECT h.* FROM (
        SELECT kind, id, rank, near, name, row_number() OVER (PARTITION BY kind ORDER BY rank, near, name, id) AS place
        FROM hit WHERE ${only}
      ) h JOIN counted c ON c.kind = h.kind
      CROSS JOIN LATERAL (SELECT least(${page}::int, (c.total + ${size}::int - 1) / ${size}::int) - 1 AS before) p
      WHERE h.place > p.before * ${size}::int AND h.place <= (p.before + 1) * ${size}::int
    )
    SELECT c.kind, c.total, ${more} AS more, p.id, p.rank::int AS rank, ${aboutSql(words)} AS about, b.status, b.certainty
    FROM counted c
    LEFT JOIN placed p ON p.kind = c.kind
    LEFT JOIN (${boardSql(view, Prisma.sql`SELECT id FROM placed WHERE kind = 'deal'`)}) b ON p.kind = 'deal' AND b.deal_id = p.id
    ORDER BY c.kind, p.place`;
  const kinds = [...new Set(rows.map((row) => row.kind))];
  const groups = kinds.map((of) => {
    const group = rows.filter((row) => row.kind === of);
    const shown = group.filter((row) => row.id !== null);
    const { total = 0, more = false } = group[0] ?? {};
    return { kind: of, total, more, hits: shown.map((row) => toHit(row, words)) };
  });
  return {
    groups: inOrder(groups.filter(({ hits }) => hits.length > 0)),
    totals: Object.fromEntries(groups.map((g) => [g.kind, g.total])),
  };
}
