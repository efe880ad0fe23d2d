import type { Db } from "@/data/db";
import type { Instant } from "@/domain/edtf";

/**
 * The instant of the last deed in the record, by the database's clock; null: none yet. Whatever is recorded later gets a
 * later one (`rangebook_instant`, 0002_rules), so a link that carries it shows the same for ever.
 */
export async function lastRecorded(db: Db): Promise<Instant | null> {
  const last = await db.auditEntry.findFirst({ orderBy: { seq: "desc" }, select: { at: true } });
  return last?.at.toISOString() ?? null;
}
