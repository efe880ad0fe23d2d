import type { Db } from "@/data/db";
import type { Id } from "@/domain/claims";

/**
 * For commands of these ids that took effect before: the version that each was made from then. A form that works out
 * versions itself needs it to make, sent twice, the same commands twice. Commands without a version are left out.
 */
export async function versionsSent(db: Db, ids: readonly Id[]): Promise<ReadonlyMap<Id, number>> {
  const entries = await db.auditEntry.findMany({
    where: { commandId: { in: [...ids] }, outcome: "accepted" },
    select: { commandId: true, detail: true },
  });
  return new Map(
    entries.flatMap(({ commandId, detail }): [Id, number][] => {
      const { version } = (detail as { command?: { version?: unknown } }).command ?? {};
      return commandId && typeof version === "number" ? [[commandId, version]] : [];
    }),
  );
}
