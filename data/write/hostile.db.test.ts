import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { HOSTILE, WORST } from "@/data/testing/hostile";
import { change, command, person, smallWorld, sourceOf, succeed, support } from "@/data/testing/world";
import { verifyRecord } from "@/data/verify/verify";
import type { Actor } from "@/domain/permissions";
import type { CommandKind } from "@/formats/commands";
import { runCommands } from "./door";
import { HANDLERS } from "./handlers";
import { parseCommand } from "./parse";

/**
 * The door stands whatever comes (docs/promises.md, S1): every command, right but for one place, in which hostile text or
 * something else than text stands. It is refused in words or taken as it is; nothing is thrown, and the record stays whole.
 */

let t: TestDatabase;
let reviewer: Actor;
const claim = change(0);
const listing = command({
  kind: "record-listing",
  device: "the-phone",
  retailer: "the-shop",
  market: "US",
  from: "2018-01",
  to: null,
  note: null,
  evidence: [support()],
});
const host = command({
  kind: "create-carrier",
  slug: "the-host",
  name: "The Host",
  country: "US",
  carrierKind: "MNO",
  host: null,
  parent: null,
  aliases: [],
});
const shopOf = (slug: string) =>
  command({ kind: "create-retailer", slug, name: slug, country: "US", retailerKind: "shop", aliases: [] });
const twins = command({
  kind: "merge",
  entity: "retailer",
  slug: "a-twin",
  version: 1,
  into: "the-twin",
  intoVersion: 1,
  why: "One shop.",
});
const about = {
  device: "the-phone",
  carrier: "the-carrier",
  manufacturer: "the-maker",
  policyAction: "the-law",
};
const statement = command({
  kind: "record-statement",
  speaker: "A Speaker",
  org: "An Organisation",
  date: "2018-01",
  about,
  stance: "denies",
  quote: "Not us.",
  summary: "It was not them.",
  source: "the-paper",
});
const law = command({
  kind: "create-policy-action",
  slug: "the-law",
  title: "The Law",
  issuer: "The State",
  date: "2018-01",
  summary: "It forbids.",
  affects: ["the-maker"],
  sources: ["the-paper"],
});
/** Taken out, to be brought back. */
const gone = command({ kind: "discard", entity: "retailer", slug: "a-mistake", version: 1, why: "A slip." });
const evidence = { ...support("the-paper", { speaker: "Somebody", quote: "Yes.", via: ["the-paper"] }) };

beforeAll(async () => {
  t = await openTestDatabase();
  reviewer = await person(t, "reviewer");
  await succeed(t.prisma, [
    ...smallWorld(),
    host,
    sourceOf("the-other"),
    sourceOf("idle-paper"),
    law,
    claim,
    listing,
    statement,
  ]);
  await succeed(t.prisma, [shopOf("a-twin"), shopOf("the-twin"), twins, shopOf("a-mistake"), gone], reviewer);
  const row = await t.prisma.evidence.findFirstOrThrow({ where: { statusChangeId: claim.id } });
  Object.assign(SAMPLES["retract-evidence"], { evidence: row.id });
});
afterAll(() => t.drop());

const statusFields = {
  status: "planned",
  effective: "2018-01",
  effectiveWords: "in January",
  target: "2018-06",
  targetWords: "in June",
  reasons: ["security"],
  exclusive: true,
  policyActions: ["the-law"],
  note: "A note.",
  evidence: [evidence],
};
const why = "It was wrong.";
const alias = [{ kind: "model", text: "M-1" }];
const source = {
  publisher: "A Paper",
  title: "A Title",
  url: "https://paper.example/1",
  author: "An Author",
  published: "2018-01-10",
  sourceKind: "news",
  lang: "en",
  seen: true,
  cites: ["the-paper"],
};
const { kind: _l, device: _d, retailer: _r, market: _m, id: _i, ...listingFields } = listing;
const { kind: _s, id: _j, ...statementFields } = statement;
const { kind: _p, id: _k, slug: _g, ...lawFields } = law;
const maker = { name: "A Maker", country: "US", parent: "A Parent", aliases: alias };
const carrier = { ...maker, name: "A Carrier", carrierKind: "MVNO", host: "the-carrier" };
const shop = { name: "A Shop", country: "US", retailerKind: "shop", aliases: alias };
const phone = {
  manufacturer: "the-maker",
  name: "A Phone",
  deviceKind: "phone",
  announced: "2018",
  aliases: alias,
};

/** A right command of each kind, but for its id. */
const SAMPLES: Readonly<Record<CommandKind, Record<string, unknown>>> = {
  discard: { entity: "source", slug: "idle-paper", version: 1, why },
  "bring-back": { discard: gone.id, why },
  "record-status": { device: "the-phone", carrier: "the-carrier", version: 1, ...statusFields },
  "correct-status": { corrects: claim.id, version: 1, why, ...statusFields },
  "retract-status": { claim: claim.id, version: 1, why },
  "add-evidence": { claim: claim.id, version: 1, evidence },
  "retract-evidence": { version: 1, why },
  "record-listing": { device: "the-phone", retailer: "the-shop", market: "US", ...listingFields },
  "correct-listing": { corrects: listing.id, why, ...listingFields },
  "end-listing": { listing: listing.id, to: "2019", note: "It ended.", evidence: [evidence] },
  "retract-listing": { listing: listing.id, why },
  "record-statement": statementFields,
  "correct-statement": { corrects: statement.id, why, ...statementFields },
  "retract-statement": { statement: statement.id, why },
  "create-policy-action": { slug: "a-law", ...lawFields },
  "edit-policy-action": { slug: "the-law", version: 1, ...lawFields },
  "create-manufacturer": { slug: "a-maker", ...maker },
  "edit-manufacturer": { slug: "the-maker", version: 1, ...maker },
  "create-carrier": { slug: "a-carrier", ...carrier },
  "edit-carrier": { slug: "the-host", version: 1, ...carrier },
  "create-retailer": { slug: "a-shop", ...shop },
  "edit-retailer": { slug: "the-shop", version: 1, ...shop },
  "create-device": { slug: "a-phone", ...phone },
  "edit-device": { slug: "the-phone", version: 1, ...phone },
  "create-source": { slug: "a-paper", ...source },
  "edit-source": { slug: "the-other", version: 1, ...source },
  "retract-source": { slug: "the-paper", version: 1, on: "2018-03", why },
  merge: { entity: "carrier", slug: "the-host", version: 1, into: "the-carrier", intoVersion: 1, why },
  unmerge: { merge: twins.id, why },
};

/** What may stand where text, a list or a number is due. */
const OTHER = [undefined, null, 0, -1, 1e21, true, [], {}, [[]], { contains: "a" }, [null], ["x", "x"]];

/** Every place of a value, as the list of keys that leads there. */
function* placesOf(
  value: unknown,
  path: readonly (string | number)[] = [],
): Generator<readonly (string | number)[]> {
  if (path.length > 0) yield path;
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* placesOf(inner, [...path, key]);
}
function withAt(value: unknown, [key, ...rest]: readonly (string | number)[], put: unknown): unknown {
  if (key === undefined) return put;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  return Object.assign(copy, { [key]: withAt((value as Record<string, unknown>)[key], rest, put) });
}

/** Never right, so that the list which it ends is not carried out, and each try meets the same record. */
const undo = command({ kind: "retract-status", claim: randomUUID(), version: 1, why: "To undo the list." });
const tried = (sent: unknown) => runCommands(t.prisma, reviewer, [sent, undo]);

it.each(Object.keys(HANDLERS) as CommandKind[])("%s", async (kind) => {
  const right = { kind, id: randomUUID(), ...SAMPLES[kind] };
  expect(await tried(right), "what is not spoilt is right").toMatchObject({ ok: false, index: 1 });
  for (const place of placesOf(right)) {
    for (const put of [...HOSTILE, ...OTHER]) {
      // What the schema lets through is tried on the database with fewer: each is a transaction.
      const spoilt = withAt(right, place, put);
      if (parseCommand(spoilt).ok && HOSTILE.includes(put as string) && !WORST.includes(put as string))
        continue;
      const said = `${place.join(".")}: ${JSON.stringify(put)?.slice(0, 60)}`;
      const outcome = await tried(spoilt).catch((error: Error) => error.message);
      expect(outcome, said).toMatchObject({
        ok: false,
        refusal: { message: expect.stringMatching(/[.?]$/) },
      });
    }
  }
});

it("leaves the record as it was, and whole", async () => {
  expect(await t.prisma.statusChange.count()).toBe(1);
  expect(await t.prisma.source.count()).toBe(3);
  expect(await verifyRecord(t.prisma)).toEqual([]);
});
