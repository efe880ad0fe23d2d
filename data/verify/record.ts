import type { Db } from "@/data/db";
import { type Difference, difference } from "./difference";

type Found = { id: string; stored: string | null; expected: string | null };

/** Chains of corrections: every claim carries the id of the first one of its chain. */
export async function verifyChains(db: Db): Promise<Difference[]> {
  const of = (table: string, rows: Found[]) =>
    rows.map((r) => difference(`${table} ${r.id}`, "root_id", r.stored, r.expected));
  const status = await db.$queryRaw<Found[]>`
    SELECT c.id, c.root_id AS stored, coalesce(p.root_id, c.id) AS expected
    FROM status_change c LEFT JOIN status_change p ON p.id = c.supersedes_id
    WHERE c.root_id <> coalesce(p.root_id, c.id)`;
  const listings = await db.$queryRaw<Found[]>`
    SELECT c.id, c.root_id AS stored, coalesce(p.root_id, c.id) AS expected
    FROM listing c LEFT JOIN listing p ON p.id = c.supersedes_id
    WHERE c.root_id <> coalesce(p.root_id, c.id)`;
  const statements = await db.$queryRaw<Found[]>`
    SELECT c.id, c.root_id AS stored, coalesce(p.root_id, c.id) AS expected
    FROM statement c LEFT JOIN statement p ON p.id = c.supersedes_id
    WHERE c.root_id <> coalesce(p.root_id, c.id)`;
  return [...of("status_change", status), ...of("listing", listings), ...of("statement", statements)];
}

/** The current text of each source against its newest version. */
export async function verifySources(db: Db): Promise<Difference[]> {
  const rows = await db.$queryRaw<(Found & { slug: string })[]>`
    SELECT s.id, s.slug,
      jsonb_build_array(s.version, s.publisher, s.title, s.url, s.author, s.published_text, s.published_earliest,
                        s.published_latest, s.kind, s.lang, s.seen)::text AS stored,
      jsonb_build_array(v.version, v.publisher, v.title, v.url, v.author, v.published_text, v.published_earliest,
                        v.published_latest, v.kind, v.lang, v.seen)::text AS expected
    FROM source s
    LEFT JOIN LATERAL (SELECT * FROM source_version v WHERE v.source_id = s.id ORDER BY v.version DESC LIMIT 1) v ON true
    WHERE (s.version, s.publisher, s.title, s.url, s.author, s.published_text, s.published_earliest, s.published_latest,
           s.kind, s.lang, s.seen)
      IS DISTINCT FROM (v.version, v.publisher, v.title, v.url, v.author, v.published_text, v.published_earliest,
           v.published_latest, v.kind, v.lang, v.seen)`;
  return rows.map((r) => difference(`source ${r.slug}`, "its current text", r.stored, r.expected));
}

/** The audit trail: no gap, each entry sealed with the hash of the one before, and one entry for each receipt. */
export async function verifyAudit(db: Db): Promise<Difference[]> {
  const broken = await db.$queryRaw<(Found & { what: string })[]>`
    WITH linked AS (
      SELECT e.seq, e.hash, e.prev_hash, audit_hash(e) AS recomputed,
             lag(e.hash) OVER w AS hash_before, lag(e.seq) OVER w AS seq_before
      FROM audit_entry e WINDOW w AS (ORDER BY e.seq)
    )
    SELECT seq::text AS id, 'hash' AS what, hash AS stored, recomputed AS expected FROM linked WHERE hash <> recomputed
    UNION ALL
    SELECT seq::text, 'prev_hash', prev_hash, coalesce(hash_before, '') FROM linked
    WHERE prev_hash <> coalesce(hash_before, '')
    UNION ALL
    SELECT seq::text, 'place in the trail', seq::text, (coalesce(seq_before, 0) + 1)::text FROM linked
    WHERE seq <> coalesce(seq_before, 0) + 1`;
  const unheard = await db.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM command_receipt r
    WHERE NOT EXISTS (SELECT FROM audit_entry e WHERE e.command_id = r.id AND e.outcome = 'accepted')`;
  return [
    ...broken.map((b) => difference(`audit entry ${b.id}`, b.what, b.stored, b.expected)),
    ...unheard.map((r) => difference(`command ${r.id}`, "its audit entry", null, "one")),
  ];
}
