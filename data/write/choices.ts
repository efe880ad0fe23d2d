import type { Client } from "@/data/db";
import type { Id } from "@/domain/claims";
import { MOST_CHOSEN, type Place, printPlace } from "@/formats/choice";

/** Choices are no part of the record: they are kept until a person has made so many newer ones. */
const KEPT = 50;

type Draft = { readonly places: readonly Place[]; readonly address: string };

/** Keeps what a person ticked, the first thousand of it, and lets go of old choices. Answers its id. */
export async function keepChoice(client: Client, person: Id, { places, address }: Draft): Promise<Id> {
  const deals = places.slice(0, MOST_CHOSEN).map(printPlace);
  const { id } = await client.choice.create({
    data: { personId: person, deals, total: places.length, address },
    select: { id: true },
  });
  const old = await client.choice.findMany({
    where: { personId: person },
    orderBy: [{ madeAt: "desc" }, { id: "desc" }],
    skip: KEPT,
    take: KEPT,
    select: { id: true },
  });
  if (old.length > 0) await client.choice.deleteMany({ where: { id: { in: old.map((one) => one.id) } } });
  return id;
}
