import type { View } from "@/domain/claims";
import { Prisma } from "@/generated/prisma/client";
import { knownSql, recordSql } from "./view-sql";
import { type Deals, dealOfSql } from "./whose-deals";

/**
 * Which deals read under a view as they do now (domain/settled.ts): their stored histories are the answer. Only those that
 * do not are folded from their claims, so that a view of the past costs what has changed since.
 */

type Knowledge = Pick<View, "known" | "record">;

const { sql, join } = Prisma;
const all = (conditions: readonly Prisma.Sql[]) => join([sql`true`, ...conditions], " AND ");

/** Whether a row `d` of `deal` reads as it does now. */
export const settledSql = ({ known, record }: Knowledge) =>
  all([
    ...(known === null ? [] : [sql`d.settled_known <= ${knownSql({ known })}`]),
    ...(record === null ? [] : [sql`d.settled_at <= ${recordSql({ record })}`]),
  ]);

/** Whether it may have a history, but another one. */
function otherwiseSql({ known, record }: Knowledge): Prisma.Sql {
  const byDay = sql`d.settled_known > ${knownSql({ known })} AND d.first_known <= ${knownSql({ known })}`;
  if (record === null) return byDay;
  const byInstant = sql`d.settled_at > ${recordSql({ record })}`;
  // What was published by the day is told by our texts of now; where these are later than the record, only a fold knows.
  return sql`d.first_recorded_at <= ${recordSql({ record })} AND (${byInstant} ${known === null ? sql`` : sql`OR (${byDay})`})`;
}

/** A SELECT of the ids of the deals, of those asked for (null: all), that must be folded. Only for views of the past. */
export const unsettledDealsSql = (view: Knowledge, deals: Deals) => sql`
  SELECT d.id FROM deal d WHERE ${otherwiseSql(view)} AND ${dealOfSql(deals)}`;
