import type { Db } from "@/data/db";
import type { View } from "@/domain/claims";
import type { ClockEvents } from "@/domain/clock-events";
import type { Day } from "@/domain/edtf";
import { STATUSES } from "@/domain/status";
import { Prisma } from "@/generated/prisma/client";
import { daySql, knownSql } from "./view-sql";

type Found = { first: Day | null; previous: Day | null; next: Day | null };

/** Whose deals count, by slug; of nobody: all. */
export type EventScope = { readonly carrier?: string; readonly manufacturer?: string };

/**
 * The days on which a status of a deal began, around the view's day: the first of all, the previous and the next up to
 * today. Steps follow the record as it reads now, less what was published after `known`: a day that an earlier record had
 * otherwise is still a day to look at. One query.
 */
export async function eventsAround(
  db: Db,
  view: View,
  today: Day,
  of: EventScope = {},
): Promise<ClockEvents> {
  const heard = view.known === null ? Prisma.sql`true` : Prisma.sql`s.published <= ${knownSql(view)}`;
  const on = daySql(view.on);
  const day = (after: Prisma.Sql, way: Prisma.Sql) =>
    begunSql(of, Prisma.sql`s.begins <= ${daySql(today)} AND ${heard} AND ${after}`, way);
  const [found] = await db.$queryRaw<Found[]>`
    SELECT (${day(Prisma.sql`true`, FIRST)})::text AS first,
           (${day(Prisma.sql`s.begins < ${on}`, LAST)})::text AS previous,
           (${day(Prisma.sql`s.begins > ${on}`, FIRST)})::text AS next`;
  const event = (day: Day | null | undefined) => (day ? { day, what: "a status begins" } : null);
  return { first: event(found?.first), previous: event(found?.previous), next: event(found?.next) };
}

const FIRST = Prisma.sql`ASC`;
const LAST = Prisma.sql`DESC`;

/**
 * The first or last day on which a status began, of spans `s` that meet a condition: a SELECT. Of one carrier or manufacturer
 * the narrow index is in order within each status: one look for each, however many deals there are.
 */
function begunSql(of: EventScope, where: Prisma.Sql, way: Prisma.Sql): Prisma.Sql {
  const { carrier, manufacturer } = of;
  const one = (own: Prisma.Sql) =>
    Prisma.sql`SELECT s.begins FROM deal_span s WHERE ${own} AND ${where} ORDER BY s.begins ${way} LIMIT 1`;
  const ofEach = (owner: Prisma.Sql, own: Prisma.Sql) => Prisma.sql`
    SELECT e.begins FROM (${owner}) o CROSS JOIN unnest(ARRAY[${Prisma.join([...STATUSES])}]) t(status)
    CROSS JOIN LATERAL (${one(Prisma.sql`${own} = o.id AND s.status = t.status`)}) e ORDER BY 1 ${way} LIMIT 1`;
  if (carrier !== undefined)
    return ofEach(Prisma.sql`SELECT id FROM carrier WHERE slug = ${carrier}`, Prisma.sql`s.carrier_id`);
  if (manufacturer !== undefined)
    return ofEach(
      Prisma.sql`SELECT id FROM manufacturer WHERE slug = ${manufacturer}`,
      Prisma.sql`s.manufacturer_id`,
    );
  return one(Prisma.sql`true`);
}
