import { randomUUID } from "node:crypto";
import { runCommands } from "@/data/write/door";
import { withRecord } from "./people";

/**
 * A maker with one phone at two carriers, made for one journey, so that it disturbs nobody's counts. `run` sends commands
 * through the door, as the record's own editor.
 */
export async function ownLedger(kind: string) {
  // Of its own also when the record of an earlier run is still there.
  const name = `${kind} ${randomUUID().slice(0, 4)}`;
  const slug = name.toLowerCase().replaceAll(" ", "-");
  const run = (...drafts: readonly Record<string, unknown>[]) =>
    withRecord(async (client) => {
      const commands = drafts.map((draft) => ({ id: randomUUID(), ...draft }));
      const outcome = await runCommands(client, { kind: "system" }, commands);
      if (!outcome.ok) throw new Error(`${outcome.index}: ${outcome.refusal.message}`);
      return commands.map(({ id }) => id);
    });
  const device = `${slug}-phone`;
  const carrier = (place: "one" | "two") => `${slug}-${place}`;
  const source = (day: string) => `${slug}-${day}`;
  const carrierDraft = (place: "one" | "two") => ({
    kind: "create-carrier",
    slug: carrier(place),
    name: `${name} ${place}`,
    country: "NZ",
    carrierKind: "MNO",
    host: null,
    parent: null,
    aliases: [],
  });
  await run(
    { kind: "create-manufacturer", slug, name, country: "NZ", parent: null, aliases: [] },
    {
      kind: "create-device",
      slug: device,
      manufacturer: slug,
      name: `${name} Phone`,
      deviceKind: "phone",
      announced: null,
      aliases: [],
    },
    carrierDraft("one"),
    carrierDraft("two"),
  );
  /** A source of this day; its slug is what `said` wants. */
  const publish = (day: string) =>
    run({
      kind: "create-source",
      slug: source(day),
      publisher: `${name} Paper of ${day}`,
      title: null,
      url: null,
      author: null,
      published: day,
      sourceKind: "news",
      lang: "en",
      seen: true,
      cites: [],
    });
  /** What a claim says, on the word of the source of a day. */
  const said = (status: string, effective: string, day: string, more: Record<string, unknown> = {}) => ({
    status,
    effective,
    effectiveWords: null,
    target: null,
    targetWords: null,
    reasons: [],
    exclusive: null,
    policyActions: [],
    note: null,
    evidence: [witness(day)],
    ...more,
  });
  const witness = (day: string) => ({
    source: source(day),
    stance: "supports",
    attribution: "named",
    speaker: null,
    quote: null,
    via: null,
  });
  return { slug, name, device, carrier, source, run, publish, said, witness };
}
