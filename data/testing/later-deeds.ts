import type { TestDatabase } from "./database";
import { command, person, sourceOf, succeed, support } from "./world";

/** What is done to the dossier after a link was written down: deeds of every kind that a permanent link must not show. */

const versionOf = async (t: TestDatabase, device: string, carrier: string) => {
  const [deal] = await t.sql<{ version: number }>(
    `SELECT d.version FROM deal d JOIN device v ON v.id = d.device_id JOIN carrier c ON c.id = d.carrier_id
     WHERE v.slug = '${device}' AND c.slug = '${carrier}'`,
  );
  return deal?.version ?? 0;
};

const status = (device: string, carrier: string, version: number, more: object = {}) =>
  command({
    kind: "record-status",
    ...{ device, carrier, version },
    status: "carried",
    effective: "2017-02-01",
    effectiveWords: null,
    target: null,
    targetWords: null,
    reasons: [],
    exclusive: null,
    policyActions: [],
    note: "Found later.",
    evidence: [support("late-paper")],
    ...more,
  });

/** New things and new deals of old days, corrections and retractions, listings, statements, and a source edited and taken back. */
export async function laterDeeds(t: TestDatabase): Promise<void> {
  await newThings(t);
  await claimsCared(t);
  await offersAndStatements(t);
  await sourceTakenBack(t);
}

async function newThings(t: TestDatabase): Promise<void> {
  const plain = { parent: null, aliases: [] };
  await succeed(t.prisma, [
    sourceOf("late-paper", { published: "2017-03-01" }),
    command({
      kind: "create-manufacturer",
      slug: "late-maker",
      name: "Aaa Huawei Late",
      country: "AT",
      ...plain,
    }),
    ...(["huawei", "late-maker"] as const).map((manufacturer) =>
      command({
        kind: "create-device",
        slug: `${manufacturer}-late`,
        manufacturer,
        name: "A Late Verizon Phone",
        deviceKind: "phone",
        announced: "2016",
        aliases: [],
      }),
    ),
    ...(["AT", "US"] as const).map((country) =>
      command({
        kind: "create-carrier",
        slug: `late-${country.toLowerCase()}`,
        name: `Aaa Verizon Late ${country}`,
        country,
        carrierKind: "MVNO",
        host: "verizon",
        ...plain,
      }),
    ),
    command({
      kind: "create-retailer",
      slug: "late-shop",
      name: "Aaa Shop",
      country: "AT",
      retailerKind: "shop",
      aliases: [],
    }),
    command({
      kind: "create-policy-action",
      slug: "late-order",
      title: "An order about Huawei",
      issuer: "A ministry",
      date: "2019-05-16",
      summary: "Found later.",
      affects: ["huawei"],
      sources: ["late-paper", "bloomberg-20180130-verizon"],
    }),
  ]);
  await succeed(t.prisma, [
    status("huawei-late", "verizon", 0),
    status("late-maker-late", "verizon", 0),
    status("huawei-mate-10-pro", "late-us", 0, { policyActions: ["late-order", "huawei-entity-list-2019"] }),
    status("huawei-late", "late-at", 0, { status: "planned", target: "2017-06" }),
    status("huawei-mate-10-pro", "verizon", await versionOf(t, "huawei-mate-10-pro", "verizon")),
  ]);
}

async function claimsCared(t: TestDatabase): Promise<void> {
  const claims = await t.sql<{ id: string; device: string; carrier: string; evidence: string }>(
    `SELECT DISTINCT ON (d.id) s.id, v.slug AS device, c.slug AS carrier, (SELECT e.id FROM evidence e WHERE e.status_change_id = s.id LIMIT 1) AS evidence
     FROM status_change s JOIN deal d ON d.id = s.deal_id JOIN device v ON v.id = d.device_id JOIN carrier c ON c.id = d.carrier_id
     WHERE c.slug IN ('verizon', 'att', 'ee') AND NOT EXISTS (SELECT FROM evidence e JOIN source p ON p.id = e.source_id WHERE e.status_change_id = s.id AND p.slug = 'late-paper') ORDER BY d.id, s.seq LIMIT 24`,
  );
  for (const [i, { id, device, carrier, evidence }] of claims.entries()) {
    const version = await versionOf(t, device, carrier);
    const { kind: _, device: __, carrier: ___, ...fields } = status(device, carrier, version);
    const deed = [
      command({ ...fields, kind: "correct-status", corrects: id, why: "Our slip." }),
      command({ kind: "retract-status", claim: id, version, why: "It was never so." }),
      command({
        kind: "add-evidence",
        claim: id,
        version,
        evidence: support("late-paper", { attribution: "official" }),
      }),
      command({ kind: "retract-evidence", evidence, version, why: "Another device." }),
    ][i % 4];
    await succeed(t.prisma, [deed]);
  }
}

async function offersAndStatements(t: TestDatabase): Promise<void> {
  const listings = await t.sql<{ id: string }>(
    `SELECT l.id FROM listing l JOIN retailer r ON r.id = l.retailer_id WHERE r.slug = 'best-buy' ORDER BY l.seq LIMIT 3`,
  );
  const listing = { from: "2016-01", to: null, note: null, evidence: [support("late-paper")] };
  await succeed(t.prisma, [
    command({
      kind: "record-listing",
      device: "huawei-late",
      retailer: "best-buy",
      market: "US",
      ...listing,
    }),
    command({
      kind: "record-listing",
      device: "huawei-mate-10-pro",
      retailer: "late-shop",
      market: "AT",
      ...listing,
    }),
    command({ kind: "correct-listing", corrects: listings[0]?.id, why: "Our slip.", ...listing }),
    command({ kind: "retract-listing", listing: listings[1]?.id, why: "It was never so." }),
    ...["huawei-mate-10-pro", null].map((device) =>
      command({
        kind: "record-statement",
        speaker: "A speaker",
        org: "An office",
        date: "2018-01-20",
        about: {
          device,
          carrier: "verizon",
          manufacturer: "huawei",
          policyAction: "huawei-entity-list-2019",
        },
        stance: "denies",
        quote: null,
        summary: "Said about Huawei at Verizon, found later.",
        source: "late-paper",
      }),
    ),
  ]);
}

async function sourceTakenBack(t: TestDatabase): Promise<void> {
  const [source] = await t.sql<{ version: number; publisher: string; title: string }>(
    "SELECT version, publisher, title FROM source WHERE slug = 'bloomberg-20180130-verizon'",
  );
  const edit = command({
    kind: "edit-source",
    slug: "bloomberg-20180130-verizon",
    version: source?.version,
    publisher: source?.publisher,
    title: "Another headline about Huawei",
    url: null,
    author: null,
    published: "2018-02-02",
    sourceKind: "news",
    lang: "en",
    seen: true,
    cites: ["late-paper"],
  });
  const retract = command({
    kind: "retract-source",
    slug: "bloomberg-20180130-verizon",
    version: (source?.version ?? 0) + 1,
    on: "2018-03-03",
    why: "Withdrawn by its publisher.",
  });
  await succeed(t.prisma, [edit, retract], await person(t, "reviewer"));
}
