import type { Id } from "@/domain/claims";
import type { Command, CommandOf } from "@/formats/commands";
import { derivedId } from "./ids";
import { stamp, type Work } from "./work";

type Sent = CommandOf<"record-status">["evidence"][number];

/** Appends evidence to one claim. `at`: where the list stands in the command, for messages ("evidence"). */
export async function appendEvidence(
  work: Work,
  command: Command,
  claim: { readonly statusChangeId: Id } | { readonly listingId: Id },
  sent: readonly Sent[],
  at: (place: number) => string = (place) => `evidence.${place}`,
): Promise<void> {
  const slugs = new Map<string, string>();
  sent.forEach((e, i) => {
    slugs.set(e.source, `${at(i)}.source`);
    if (Array.isArray(e.via)) for (const v of e.via) if (!slugs.has(v)) slugs.set(v, `${at(i)}.via`);
  });
  const ids = await work.references.all("source", [...slugs.keys()], (slug) => slugs.get(slug) ?? at(0));
  const rows = sent.map((e, i) => ({
    id: derivedId(command.id, "evidence", String(i)),
    ...claim,
    sourceId: ids.get(e.source) as Id,
    stance: e.stance,
    attribution: e.attribution,
    speaker: e.speaker,
    quote: e.quote,
    viaNotNamed: e.via === "not-named",
    ...stamp(work, command),
  }));
  await work.tx.evidence.createMany({ data: rows });
  const via = sent.flatMap((e, i) =>
    Array.isArray(e.via)
      ? [...new Set(e.via)].map((v) => ({
          evidenceId: (rows[i] as { id: Id }).id,
          sourceId: ids.get(v) as Id,
        }))
      : [],
  );
  if (via.length > 0) await work.tx.evidenceVia.createMany({ data: via });
}
