import { createHash } from "node:crypto";
import type pg from "pg";
import { claimRows } from "./claim-rows";
import { copyRows, type Row } from "./copy";
import { entityRows, instant, mapped, pressRows } from "./rows";
import type { World } from "./world";

/**
 * Writes a world into an empty, migrated database. The connection must be the owner's with
 * `session_replication_role = replica`: no trigger fires then, so that recorded times are those of the world; what the
 * triggers would have done (roots of chains, the seals of the audit trail) is done here. CHECKs and unique indexes hold.
 */
export async function fill(client: pg.Client, world: World): Promise<void> {
  await client.query("BEGIN");
  for (const [table, rows] of [...entityRows(world), ...pressRows(world), ...claimRows(world)])
    await copyRows(client, table, rows);
  for (const table of ["status_change", "evidence", "listing", "statement"])
    await client.query(`SELECT setval(pg_get_serial_sequence($1, 'seq'), (SELECT max(seq) FROM ${table}))`, [
      table,
    ]);
  await copyRows(client, "command_receipt", receipts(world));
  await client.query(SEAL);
  await client.query("COMMIT");
  await client.query("ANALYZE");
}

/** One a command, as the door leaves them. The world keeps no command's text, so it is sealed by its id. */
function* receipts({ commands }: World): Generator<Row> {
  yield* mapped(commands, ({ id, kind, user, subject, claim, at }) => ({
    id,
    kind,
    content: createHash("sha256").update(id).digest("hex"),
    actor_id: user.id,
    answer: JSON.stringify({ commandId: id, kind, subject, claim, version: 1 }),
    recorded_at: instant(at),
  }));
}

/** The audit trail from the receipts, in their order; `audit_hash` is the record's own, each entry seals the one before. */
const SEAL = `DO $$
DECLARE
  e audit_entry;
  sealed text := '';
BEGIN
  FOR e IN
    SELECT row_number() OVER (ORDER BY r.recorded_at), r.recorded_at, r.actor_id, u.name, r.kind, 'accepted', r.id,
           r.answer #>> '{subject,kind}', (r.answer #>> '{subject,id}')::uuid, '{"before": null}'::jsonb, '', ''
    FROM command_receipt r JOIN "user" u ON u.id = r.actor_id ORDER BY r.recorded_at
  LOOP
    e.prev_hash := sealed;
    e.hash := audit_hash(e);
    sealed := e.hash;
    INSERT INTO audit_entry VALUES (e.*);
  END LOOP;
END $$`;
