import type { View } from "@/domain/claims";
import type { YearSpan } from "@/domain/overview";
import type { PlanGroup, PlanLastings } from "@/domain/plans";
import type { Lasting } from "@/domain/survival";
import { Prisma } from "@/generated/prisma/client";
import { historyTablesSql } from "./history-sql";
import { latestPlansSql } from "./plans-sql";
import type { Deals } from "./whose-deals";

const { sql } = Prisma;

/** How many plans lasted so many days and had ended then, or were open still: a column each, for there are thousands of days. */
type LastingColumns = {
  readonly time: readonly number[] | null;
  readonly ended: readonly number[];
  readonly open: readonly number[];
};

/** The lists of `planLists`, as the database answers them. */
export type PlanRows = { plans: PlanGroup[]; shortest: LastingColumns[]; longest: LastingColumns[] };

/** The CTE that `planLists` reads: how the latest plan of each deal went, of those begun in these years. */
export const coursesSql = (view: View, deals: Deals, years: YearSpan | null) => sql`
  WITH ${historyTablesSql(view, deals, view.on)},
  courses AS MATERIALIZED (
    SELECT p.year, p.outcome, p.slips, p.shortest, p.longest, p.outcome <> 'planned' AS ended
    FROM (${latestPlansSql(sql`spans`, view.on)}) p
    WHERE ${years ? sql`p.year BETWEEN ${years.from}::int AND ${years.to}::int` : sql`true`}
  )`;

const lastingColumns = (length: Prisma.Sql) => sql`
  SELECT array_agg(l.time ORDER BY l.time) AS time, array_agg(l.ended ORDER BY l.time) AS ended,
         array_agg(l.open ORDER BY l.time) AS open
  FROM (
    SELECT ${length} AS time, count(*) FILTER (WHERE ended) AS ended, count(*) FILTER (WHERE NOT ended) AS open
    FROM courses GROUP BY 1
  ) l`;

/** The plans of `courses` by year, outcome and slips; and by how long they lasted: a number a day, however many they are. */
export const planLists = {
  plans: sql`
    SELECT year, outcome, slips, count(*)::int AS plans FROM courses GROUP BY 1, 2, 3 ORDER BY year, outcome, slips`,
  shortest: lastingColumns(sql`shortest`),
  longest: lastingColumns(sql`longest`),
};

function lastingsOf([columns]: readonly LastingColumns[]): Lasting[] {
  const { time, ended, open } = columns ?? { time: null, ended: [], open: [] };
  return (time ?? []).flatMap((days, i) =>
    [
      { time: days, ended: false, n: open[i] ?? 0 },
      { time: days, ended: true, n: ended[i] ?? 0 },
    ].filter(({ n }) => n > 0),
  );
}

export const planLastings = ({ shortest, longest }: PlanRows): PlanLastings => ({
  shortest: lastingsOf(shortest),
  longest: lastingsOf(longest),
});
