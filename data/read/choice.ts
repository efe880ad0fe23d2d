import type { Db } from "@/data/db";
import type { Id } from "@/domain/claims";
import { type Place, parsePlace } from "@/formats/choice";

/** What somebody ticked, the first thousand of `total`; `address`: where, with the mode of choosing in it. */
export type Choice = {
  readonly id: Id;
  readonly places: readonly Place[];
  readonly total: number;
  readonly address: string;
};

/** A choice of this person; null: there is none of theirs, or it was let go of. One query. */
export async function choiceOf(db: Db, person: Id, id: Id): Promise<Choice | null> {
  const found = await db.choice.findFirst({
    where: { id, personId: person },
    select: { id: true, deals: true, total: true, address: true },
  });
  if (!found) return null;
  const { deals, ...choice } = found;
  return { ...choice, places: deals.flatMap((text) => parsePlace(text) ?? []) };
}
