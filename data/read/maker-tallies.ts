import type { View } from "@/domain/claims";
import type { MakerTally } from "@/domain/entity-pages";
import { Prisma } from "@/generated/prisma/client";
import { talliesSql, tallyOf } from "./tallies";
import { dealsAt } from "./whose-deals";

/** How many manufacturers a portfolio shows before it refers to the list of deals. */
const MOST = 40;

export type MakerTallyRow = { slug: string; name: string; parts: unknown; all: number };

/** A carrier's portfolio on the view's day by manufacturer, those with most deals first: a SELECT, for `makerTalliesIn`. */
export const makerTalliesSql = (view: View, carrier: string): Prisma.Sql => Prisma.sql`
  SELECT m.slug, m.name, t.parts, (count(*) OVER ())::int AS all
  FROM (${talliesSql(view, "manufacturer", dealsAt({ carrier }))}) t
  JOIN manufacturer m ON m.id = t.of_id
  ORDER BY t.deals DESC, m.name_key LIMIT ${MOST}`;

/** `all`: how many manufacturers there are. */
export const makerTalliesIn = (rows: readonly MakerTallyRow[]) => ({
  makers: rows.map(({ slug, name, parts }): MakerTally => ({ slug, name, ...tallyOf(parts) })),
  all: rows[0]?.all ?? 0,
});
