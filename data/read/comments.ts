import type { Db } from "@/data/db";
import { SYSTEM_USER } from "@/data/write/ids";
import type { Id } from "@/domain/claims";
import type { Mention, Said } from "@/domain/comments";
import type { Person } from "@/domain/mentions";
import { Prisma } from "@/generated/prisma/client";

/** At most so many of one place are shown, the newest. */
const LIMIT = 200;

const SAID = Prisma.sql`m.id, m.status_change_id AS claim, m.text, u.name AS person,
  to_char(m.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at,
  coalesce((SELECT jsonb_agg(p.name ORDER BY p.name) FROM comment_mention n JOIN "user" p ON p.id = n.user_id
            WHERE n.comment_id = m.id), '[]') AS to`;

/** What was said of a deal and of its claims, oldest first. One query. */
export async function commentsOfDeal(db: Db, pair: { device: Id; carrier: Id }): Promise<Said[]> {
  const rows = await db.$queryRaw<Said[]>`
    SELECT ${SAID} FROM comment m JOIN "user" u ON u.id = m.recorded_by_id
    WHERE (m.device_id = ${pair.device}::uuid AND m.carrier_id = ${pair.carrier}::uuid)
       OR m.status_change_id IN (SELECT c.id FROM status_change c JOIN deal d ON d.id = c.deal_id
                                 WHERE d.device_id = ${pair.device}::uuid AND d.carrier_id = ${pair.carrier}::uuid)
    ORDER BY m.recorded_at DESC, m.id LIMIT ${LIMIT}`;
  return rows.reverse();
}

/** What was said of a proposal, oldest first. One query. */
export async function commentsOfProposal(db: Db, id: Id): Promise<Said[]> {
  const rows = await db.$queryRaw<Said[]>`
    SELECT ${SAID} FROM comment m JOIN "user" u ON u.id = m.recorded_by_id
    WHERE m.proposal_id = ${id}::uuid ORDER BY m.recorded_at DESC, m.id LIMIT ${LIMIT}`;
  return rows.reverse();
}

/** Comments that speak to a person and that they have not put aside, newest first. One query. */
export const mentionsOf = (db: Db, person: Id): Promise<Mention[]> => db.$queryRaw<Mention[]>`
  SELECT ${SAID}, coalesce(o.title, v.name || ' at ' || c.name) AS about, m.proposal_id AS proposal,
    CASE WHEN v.id IS NOT NULL THEN jsonb_build_object('device', v.slug, 'carrier', c.slug) END AS pair
  FROM comment_mention t JOIN comment m ON m.id = t.comment_id JOIN "user" u ON u.id = m.recorded_by_id
  LEFT JOIN proposal o ON o.id = m.proposal_id
  LEFT JOIN status_change x ON x.id = m.status_change_id LEFT JOIN deal d ON d.id = x.deal_id
  LEFT JOIN device v ON v.id = coalesce(m.device_id, d.device_id)
  LEFT JOIN carrier c ON c.id = coalesce(m.carrier_id, d.carrier_id)
  WHERE t.user_id = ${person}::uuid AND t.seen_at IS NULL
  ORDER BY m.recorded_at DESC, m.id LIMIT 20`;

/** Who can be spoken to: people who may change the record, without the one who asks. At most 200. */
export const peopleToMention = (db: Db, self: Id): Promise<Person[]> =>
  db.user.findMany({
    where: { disabledAt: null, role: { not: "analyst" }, id: { notIn: [SYSTEM_USER, self] } },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 200,
  });
