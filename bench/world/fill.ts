import pg from "pg";
import { sideBySide } from "@/data/side-by-side";
import { auditRows, receiptRows } from "./audit-rows";
import { claimRows } from "./claim-rows";
import { copyRows } from "./copy";
import { withoutIndexes } from "./indexes";
import { entityRows, pressRows, type Rows } from "./rows";
import type { World } from "./world";

/** As many as there are processors on small machines: while one session takes rows in, we write those of the other. */
const SESSIONS = 2;

/**
 * Writes a world into an empty, migrated database, some tables at once, so a failure leaves half of it. The address must be
 * the owner's with `session_replication_role = replica`: no trigger fires then, so that recorded times are those of the
 * world; what the triggers would have done (roots of chains, the seals of the audit trail) is done here. CHECKs and unique
 * indexes hold.
 */
export async function fill(url: string, world: World): Promise<void> {
  const clients = Array.from({ length: SESSIONS }, () => new pg.Client({ connectionString: url }));
  try {
    await Promise.all(clients.map((client) => client.connect()));
    await withoutIndexes(clients, null, () =>
      sideBySide(clients, rowsOf(world), (client, [table, rows]) => copyRows(client, table, rows)),
    );
    for (const table of ["status_change", "evidence", "listing", "statement"])
      await clients[0]?.query(
        `SELECT setval(pg_get_serial_sequence($1, 'seq'), (SELECT max(seq) FROM ${table}))`,
        [table],
      );
    await clients[0]?.query("ANALYZE");
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

/** Every table with its rows, those that take longest first. */
export const rowsOf = (world: World): Rows => [
  ...claimRows(world),
  ["command_receipt", receiptRows(world)],
  ["audit_entry", auditRows(world)],
  ...pressRows(world),
  ...entityRows(world),
];
