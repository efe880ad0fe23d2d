import type { Db } from "@/data/db";
import type { View } from "@/domain/claims";
import type { ClockEvents } from "@/domain/clock-events";
import type { Day } from "@/domain/edtf";
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
  const spans = Prisma.sql`FROM deal_span s WHERE s.begins <= ${daySql(today)}
    AND ${view.known === null ? Prisma.sql`true` : Prisma.sql`s.published <= ${knownSql(view)}`}
    AND ${scopeSql(of)}`;
  const on = daySql(view.on);
  const [found] = await db.$queryRaw<Found[]>`
    SELECT (SELECT s.begins ${spans} ORDER BY s.begins LIMIT 1)::text AS first,
           (SELECT s.begins ${spans} AND s.begins < ${on} ORDER BY s.begins DESC LIMIT 1)::text AS previous,
           (SELECT s.begins ${spans} AND s.begins > ${on} ORDER BY s.begins LIMIT 1)::text AS next`;
  const event = (day: Day | null | undefined) => (day ? { day, what: "a status begins" } : null);
  return { first: event(found?.first), previous: event(found?.previous), next: event(found?.next) };
}

function scopeSql({ carrier, manufacturer }: EventScope): Prisma.Sql {
  if (carrier !== undefined)
    return Prisma.sql`s.deal_id IN (SELECT d.id FROM carrier c JOIN deal d ON d.carrier_id = c.id WHERE c.slug = ${carrier})`;
  if (manufacturer !== undefined)
    return Prisma.sql`s.deal_id IN (
      SELECT d.id FROM manufacturer m JOIN device v ON v.manufacturer_id = m.id JOIN deal d ON d.device_id = v.id
      WHERE m.slug = ${manufacturer})`;
  return Prisma.sql`true`;
}
