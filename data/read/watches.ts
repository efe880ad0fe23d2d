import type { Db } from "@/data/db";
import { instant } from "@/data/rows";
import type { Id } from "@/domain/claims";
import type { LogSubject } from "@/domain/record-log";
import { MOST_WATCHED, type Watched, type WatchNews } from "@/domain/watches";
import { Prisma } from "@/generated/prisma/client";
import { namesOfIds } from "./record-log";

/** Of each watch so many of the latest deeds; the rest is a number. */
const FEW = 5;
/** So many deeds on sources are followed to the deals that rest on them. */
const MOST_SOURCES = 200;

type NewsRow = {
  watch: Id;
  seq: bigint;
  at: Date;
  action: string;
  by: string;
  subject: Id;
  deals: number;
  total: number;
};

/** What was merged is watched as what it was merged into, over any number of merges. `w`: the watch. */
const THING_NOW = Prisma.sql`(
  WITH RECURSIVE led(id, steps) AS (
    SELECT w.subject_id, 0
    UNION ALL SELECT m.into_id, l.steps + 1 FROM led l JOIN standing_mergings() m ON m.from_id = l.id
  ) SELECT id FROM led ORDER BY steps DESC LIMIT 1)`;
/** A deal that went with its device or carrier is the deal of the pair that these are now; NULL: it went nowhere. */
const DEAL_NOW = Prisma.sql`(
  WITH RECURSIVE pair(device, carrier, steps) AS (
    SELECT (r.was ->> 'device_id')::uuid, (r.was ->> 'carrier_id')::uuid, 0
    FROM merging_row r JOIN standing_mergings() m ON m.id = r.merging_id
    WHERE r.tab = 'deal' AND r.deed = 'removed' AND r.key = jsonb_build_object('id', w.subject_id)
    UNION ALL
    SELECT coalesce(d.into_id, p.device), coalesce(c.into_id, p.carrier), p.steps + 1
    FROM pair p LEFT JOIN standing_mergings() d ON d.from_id = p.device LEFT JOIN standing_mergings() c ON c.from_id = p.carrier
    WHERE num_nonnulls(d.id, c.id) > 0
  ) SELECT d.id FROM pair p JOIN deal d ON d.device_id = p.device AND d.carrier_id = p.carrier ORDER BY p.steps DESC LIMIT 1)`;

/**
 * What a person watches, with what was done about it since they looked: deeds on its deals, on itself, and edits and
 * retractions of sources that its deals rest on, directly or through others. Three queries, by indexes.
 */
export async function watches(db: Db, person: Id): Promise<Watched[]> {
  const mineSql = Prisma.sql`
    SELECT w.id, w.kind, w.looked_at, w.subject_id AS was,
      CASE w.kind WHEN 'deal' THEN coalesce(${DEAL_NOW}, w.subject_id) ELSE ${THING_NOW} END AS subject_id
    FROM watch w WHERE w.person_id = ${person}::uuid ORDER BY w.created_at, w.id LIMIT ${MOST_WATCHED}`;
  const mine = await db.$queryRaw<{ id: Id; subject_id: Id; looked_at: Date }[]>(mineSql);
  if (mine.length === 0) return [];
  const rows = await db.$queryRaw<NewsRow[]>`
    WITH RECURSIVE mine AS MATERIALIZED (${mineSql}),
    deed AS MATERIALIZED (
      SELECT a.seq, a.at, a.subject_id FROM audit_entry a
      WHERE a.at > (SELECT min(looked_at) FROM mine) AND a.outcome = 'accepted'
        AND a.action IN ('edit-source', 'retract-source')
      ORDER BY a.seq DESC LIMIT ${MOST_SOURCES}
    ),
    down (seq, id) AS (
      SELECT seq, subject_id FROM deed UNION SELECT d.seq, c.citing_id FROM down d JOIN citation c ON c.cited_id = d.id
    ),
    resting AS MATERIALIZED (
      SELECT d.seq, c.deal_id FROM down d JOIN evidence e ON e.source_id = d.id
      JOIN status_change c ON c.id = e.status_change_id
      UNION
      SELECT d.seq, c.deal_id FROM down d JOIN evidence_via v ON v.source_id = d.id
      JOIN evidence e ON e.id = v.evidence_id JOIN status_change c ON c.id = e.status_change_id
    ),
    scope AS MATERIALIZED (
      SELECT m.id AS watch, m.looked_at, m.subject_id AS deal, m.was FROM mine m WHERE m.kind = 'deal'
      UNION ALL
      SELECT m.id, m.looked_at, d.id, d.id FROM mine m JOIN deal d ON d.device_id = m.subject_id WHERE m.kind = 'device'
      UNION ALL
      SELECT m.id, m.looked_at, d.id, d.id FROM mine m JOIN deal d ON d.carrier_id = m.subject_id WHERE m.kind = 'carrier'
      UNION ALL
      SELECT m.id, m.looked_at, d.id, d.id FROM mine m JOIN device v ON v.manufacturer_id = m.subject_id
      JOIN deal d ON d.device_id = v.id WHERE m.kind = 'manufacturer'
    ),
    news AS (
      SELECT s.watch, a.seq, 0 AS deals FROM scope s
      JOIN deal d ON d.id = s.deal AND d.last_recorded_at > s.looked_at
      JOIN audit_entry a ON a.subject_kind = 'deal' AND a.subject_id IN (s.deal, s.was) AND a.at > s.looked_at
        AND a.outcome = 'accepted'
      UNION ALL
      SELECT s.watch, r.seq, count(DISTINCT s.deal)::int FROM scope s
      JOIN resting r ON r.deal_id = s.deal JOIN deed d ON d.seq = r.seq AND d.at > s.looked_at GROUP BY 1, 2
      UNION ALL
      SELECT m.id, a.seq, 0 FROM mine m JOIN audit_entry a ON a.subject_kind = m.kind AND a.subject_id = m.subject_id
        AND a.at > m.looked_at AND a.outcome = 'accepted' WHERE m.kind <> 'deal'
    ),
    ranked AS (
      SELECT n.*, count(*) OVER (PARTITION BY n.watch)::int AS total,
             row_number() OVER (PARTITION BY n.watch ORDER BY n.seq DESC) AS place
      FROM news n
    )
    SELECT r.watch, r.seq, r.deals, r.total, a.at, a.action, a.actor_name AS by, a.subject_id AS subject
    FROM ranked r JOIN audit_entry a ON a.seq = r.seq WHERE r.place <= ${FEW} ORDER BY r.seq DESC`;
  const names = await namesOfIds(db, [...mine.map((m) => m.subject_id), ...rows.map((r) => r.subject)]);
  return mine.map(({ id, subject_id, looked_at }) => {
    const own = rows.filter((r) => r.watch === id);
    return {
      id,
      subject: names.get(subject_id) ?? null,
      lookedAt: instant(looked_at),
      count: own[0]?.total ?? 0,
      news: own.map((r) => toNews(r, names, subject_id)),
    };
  });
}

/** Deeds on a deal from before it went elsewhere are told as of what it is now. */
const toNews = (r: NewsRow, names: ReadonlyMap<Id, LogSubject>, watched: Id): WatchNews => ({
  seq: Number(r.seq),
  at: instant(r.at),
  action: r.action,
  by: r.by,
  subject: names.get(r.subject) ?? names.get(watched) ?? null,
  deals: r.deals,
});
