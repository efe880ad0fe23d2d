import type { View } from "@/domain/claims";
import { Prisma } from "@/generated/prisma/client";
import { knownSql, recordSql } from "./view-sql";
import { type Deals, dealOfSql, spanOfSql } from "./whose-deals";

/**
 * Where the histories of deals are read under a view (docs/decisions/019): of now, as published by a day and as recorded by an
 * instant they are stored; under both, so are those of deals that the record has not touched since, and the others are folded.
 */

type Knowledge = Pick<View, "known" | "record">;

const { sql, join } = Prisma;

/** Rows of spans under a view, as a list for FROM with its condition; `alias` s. */
type SpanRows = { readonly from: Prisma.Sql; readonly where: Prisma.Sql };

/** Whether the view is that of everything published and recorded. */
export const isNow = ({ known, record }: Knowledge): boolean => known === null && record === null;

/** Whether the view folds nothing. */
export const isStored = ({ known, record }: Knowledge): boolean => known === null || record === null;

/**
 * The stored rows `s` under a view, of these deals: one or two sources, to be read one by one and put together with
 * UNION ALL, so that PostgreSQL may find all that is asked in an index of each.
 */
function storedSpans(view: Knowledge, deals: Deals): readonly SpanRows[] {
  const { known, record } = view;
  const rows = (table: string, ...conditions: Prisma.Sql[]): SpanRows => ({
    from: sql`${Prisma.raw(table)} s`,
    where: join([spanOfSql(deals), ...conditions], " AND "),
  });
  if (known !== null) {
    const day = knownSql({ known });
    const untouched =
      record === null ? [] : [sql`s.deal_id IN (SELECT d.id FROM deal d WHERE ${untouchedSql(view)})`];
    return [
      rows("deal_span", sql`s.known_from <= ${day}`, ...untouched),
      rows("span_by_known", sql`daterange(s.held_from, s.held_until) @> ${day}`, ...untouched),
    ];
  }
  if (record !== null) {
    const at = recordSql({ record });
    return [
      rows("deal_span", sql`s.recorded_from <= ${at}`),
      rows("span_by_record", sql`tstzrange(s.held_from, s.held_until) @> ${at}`),
    ];
  }
  return [rows("deal_span")];
}

/** SELECTs of `columns` from each table of stored rows `s` under a view, for which `where` is true: first from that of now. */
const storedParts = (
  view: Knowledge,
  deals: Deals,
  columns: Prisma.Sql,
  where: Prisma.Sql = sql`true`,
): Prisma.Sql[] =>
  storedSpans(view, deals).map(
    (held) => sql`SELECT ${columns} FROM ${held.from} WHERE ${held.where} AND ${where}`,
  );

/** The same as one SELECT. */
export const fromStoredSql = (...of: Parameters<typeof storedParts>): Prisma.Sql =>
  join(storedParts(...of), " UNION ALL ");

/**
 * The same as a list for WITH, for a query that reads them several times: `still`, the rows of now, found in an index by each
 * read; `past`, those that hold no more, which are few and found once; and `spans`, all of them.
 */
export function storedTablesSql(...of: Parameters<typeof storedParts>): Prisma.Sql {
  const [still, past] = storedParts(...of);
  return past
    ? sql`still AS NOT MATERIALIZED (${still}), past AS MATERIALIZED (${past}),
      spans AS NOT MATERIALIZED (SELECT * FROM still UNION ALL SELECT * FROM past)`
    : sql`still AS NOT MATERIALIZED (${still}), spans AS NOT MATERIALIZED (SELECT * FROM still)`;
}

/** What of these a view has, each row in one of them. */
export const tablesOf = (view: Knowledge): readonly Prisma.Sql[] =>
  isNow(view) ? [sql`still`] : isStored(view) ? [sql`still`, sql`past`] : [sql`spans`];

/** Whether nothing that the history of a row `d` of `deal` rests on was recorded after the view's instant. */
export const untouchedSql = ({ record }: Pick<View, "record">) =>
  record === null ? sql`true` : sql`d.settled_at <= ${recordSql({ record })}`;

/** A SELECT of the ids of the deals, of those asked for (null: all), that must be folded. None unless the view has both times. */
export const touchedDealsSql = (view: Knowledge, deals: Deals) => sql`
  SELECT d.id FROM deal d
  WHERE d.first_recorded_at <= ${recordSql(view)} AND NOT (${untouchedSql(view)}) AND ${dealOfSql(deals)}`;
