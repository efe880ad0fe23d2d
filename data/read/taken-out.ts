import type { Db } from "@/data/db";
import type { Id } from "@/domain/claims";
import type { Instant } from "@/domain/edtf";
import type { ThingKind } from "@/domain/status";

/** Something that was entered by mistake and taken out; `discard`: the command that did it. */
export type TakenOut = {
  readonly discard: Id;
  readonly name: string;
  readonly person: string;
  readonly at: Instant;
  readonly why: string;
};

/** What of this address was taken out and not brought back, the last one; null: nothing. One query. */
export async function takenOut(db: Db, kind: ThingKind, slug: string): Promise<TakenOut | null> {
  const row = await db.discarding.findFirst({
    where: { kind, slug: slug.slice(0, 100), undone: null },
    orderBy: { recordedAt: "desc" },
    select: { id: true, name: true, why: true, recordedAt: true, recordedBy: { select: { name: true } } },
  });
  return (
    row && {
      discard: row.id,
      name: row.name,
      person: row.recordedBy.name,
      at: row.recordedAt.toISOString(),
      why: row.why,
    }
  );
}
