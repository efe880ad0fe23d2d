import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { change, smallWorld, sourceOf, succeed } from "@/data/testing/world";
import { verifyRecord } from "@/data/verify/verify";
import * as sets from "@/domain/status";
import { SYSTEM_USER } from "./ids";

/** What the database refuses by itself, asked without the application (docs/promises.md, D7, D8). */

let t: TestDatabase;
let ids: {
  deal: string;
  device: string;
  carrier: string;
  maker: string;
  claim: string;
  source: string;
  other: string;
};
beforeAll(async () => {
  t = await openTestDatabase();
  const claim = change(0);
  await succeed(t.prisma, [...smallWorld(), sourceOf("other-paper"), claim]);
  const deal = await t.prisma.deal.findFirstOrThrow({ include: { device: true } });
  const source = await t.prisma.source.findUniqueOrThrow({ where: { slug: "the-paper" } });
  const other = await t.prisma.source.findUniqueOrThrow({ where: { slug: "other-paper" } });
  ids = {
    deal: deal.id,
    device: deal.deviceId,
    carrier: deal.carrierId,
    maker: deal.device.manufacturerId,
    claim: claim.id,
    source: source.id,
    other: other.id,
  };
});
afterAll(() => t.drop());

/** Runs statements on one connection of the owner, in one transaction that is rolled back in any case. */
async function around(...statements: [string, unknown[]?][]): Promise<string> {
  const client = new pg.Client({ connectionString: t.owner });
  await client.connect();
  try {
    await client.query("BEGIN");
    for (const [text, values] of statements) await client.query(text, values);
    await client.query("SET CONSTRAINTS ALL IMMEDIATE");
    return "accepted";
  } catch (error) {
    const { code, constraint } = error as { code: string; constraint?: string };
    return `${code} ${constraint ?? ""}`.trim();
  } finally {
    await client.query("ROLLBACK");
    await client.end();
  }
}

const STATUS = `INSERT INTO status_change (id, deal_id, root_id, verb, supersedes_id, correction_reason, status, effective_text,
  effective_earliest, effective_latest, recorded_by_id, command_id)
  VALUES ($1, $2, $1, $3, $4, $5, $6, '2018', $7, $8, $9, $1)`;
const EVIDENCE = `INSERT INTO evidence (id, status_change_id, source_id, stance, attribution, recorded_by_id, command_id)
  VALUES ($1, $2, $3, 'supports', 'named', $4, $1)`;
const status = (
  id: string,
  more: { supersedes?: string; status?: string; from?: string; to?: string } = {},
): [string, unknown[]] => [
  STATUS,
  [
    id,
    ids.deal,
    more.supersedes ? "correct" : "record",
    more.supersedes ?? null,
    more.supersedes ? "Why." : null,
    more.status ?? "planned",
    more.from ?? "2018-01-01",
    more.to ?? "2018-12-31",
    SYSTEM_USER,
  ],
];
const evidence = (claim: string, source = ids.source): [string, unknown[]] => [
  EVIDENCE,
  [randomUUID(), claim, source, SYSTEM_USER],
];

describe("the database refuses (D7)", () => {
  let id: string;
  beforeEach(() => {
    id = randomUUID();
  });

  it("nothing that is right", async () => {
    expect(await around(status(id), evidence(id))).toBe("accepted");
  });
  it("a second deal for a device and a carrier", async () => {
    expect(
      await around([
        "INSERT INTO deal (id, device_id, carrier_id) VALUES ($1, $2, $3)",
        [id, ids.device, ids.carrier],
      ]),
    ).toBe("23505 deal_pair_unique");
  });
  it("a claim superseded twice", async () => {
    const second = randomUUID();
    const both = [
      status(id, { supersedes: ids.claim }),
      evidence(id),
      status(second, { supersedes: ids.claim }),
      evidence(second),
    ];
    expect(await around(...both)).toBe("23505 status_change_superseded_once");
  });
  it("a claim without evidence at commit", async () => {
    expect(await around(status(id))).toBe("23514 status_change_has_support");
  });
  it("evidence without a claim, and without a source", async () => {
    const bare =
      "INSERT INTO evidence (id, source_id, stance, attribution, recorded_by_id, command_id) VALUES ($1, $2, 'supports', 'named', $3, $1)";
    expect(await around([bare, [id, ids.source, SYSTEM_USER]])).toBe("23514 evidence_of_one_claim");
    expect(await around(evidence(ids.claim, randomUUID()))).toBe("23503 evidence_source_id_fkey");
  });
  it("a status that is not known", async () => {
    expect(await around(status(id, { status: "sold" }), evidence(id))).toBe(
      "23514 status_change_status_known",
    );
  });
  it("an interval that ends before it begins", async () => {
    expect(await around(status(id, { from: "2018-12-31", to: "2018-01-01" }), evidence(id))).toBe(
      "23514 status_change_effective_forward",
    );
  });
  it("a circle of citations", async () => {
    const cite = (citing: string, cited: string): [string, unknown[]] => [
      "INSERT INTO citation (id, citing_id, cited_id, recorded_by_id, command_id) VALUES ($1, $2, $3, $4, $1)",
      [randomUUID(), citing, cited, SYSTEM_USER],
    ];
    expect(await around(cite(ids.source, ids.other))).toBe("accepted");
    expect(await around(cite(ids.source, ids.other), cite(ids.other, ids.source))).toBe(
      "23514 citation_no_circle",
    );
  });
  it.each([
    [
      "manufacturer",
      "INSERT INTO manufacturer (id, slug, name, name_key, country) VALUES ($1, 'x', 'THE maker', 'themaker', 'JP')",
    ],
    [
      "retailer",
      "INSERT INTO retailer (id, slug, name, name_key, country, kind) VALUES ($1, 'x', 'THE shop', 'theshop', 'JP', 'shop')",
    ],
    [
      "carrier",
      "INSERT INTO carrier (id, slug, name, name_key, country, kind) VALUES ($1, 'x', 'THE carrier', 'thecarrier', 'US', 'MNO')",
    ],
  ])("a second %s of the same normalised name", async (kind, text) => {
    expect(await around([text, [id]])).toBe(`23505 ${kind}_name_unique`);
  });
  it("a second device of the same name at one manufacturer", async () => {
    const text =
      "INSERT INTO device (id, slug, manufacturer_id, name, name_key, kind) VALUES ($1, 'x', $2, 'THE phone', 'thephone', 'phone')";
    expect(await around([text, [id, ids.maker]])).toBe("23505 device_name_unique");
  });
  it("but takes a carrier of the same name in another country", async () => {
    const text =
      "INSERT INTO carrier (id, slug, name, name_key, country, kind) VALUES ($1, 'x', 'The Carrier', 'thecarrier', 'JP', 'MNO')";
    expect(await around([text, [id]])).toBe("accepted");
  });
  it("a recording time that somebody made up", async () => {
    const [row] = await t.sql<{ early: boolean }>(
      `SELECT rangebook_instant() < now() - interval '1 hour' AS early FROM set_config('rangebook.instant', '2001-01-01T00:00:00Z', true)`,
    );
    expect(row?.early).toBe(false);
  });
});

describe("claims and audit are append-only for the application (D8)", () => {
  const tables = [
    "source_version",
    "source_retraction",
    "citation",
    "status_change",
    "status_change_policy_action",
    "evidence",
    "evidence_via",
    "listing",
    "statement",
    "retraction",
    "merging",
    "unmerging",
    "merging_row",
    "command_receipt",
    "audit_entry",
  ];
  it.each(tables)("%s", async (table) => {
    const client = new pg.Client({ connectionString: t.app });
    await client.connect();
    const [first] = (await client.query(`SELECT * FROM ${table} LIMIT 0`)).fields;
    const set = `${first?.name} = ${first?.name}`;
    for (const text of [`UPDATE ${table} SET ${set}`, `DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`]) {
      await expect(client.query(text)).rejects.toMatchObject({ code: "42501" });
    }
    const { rows } = await client.query(
      "SELECT tableowner = current_user AS owns FROM pg_tables WHERE tablename = $1",
      [table],
    );
    expect(rows).toEqual([{ owns: false }]);
    await client.end();
  });

  it("an audit entry altered by a superuser is named by verify", async () => {
    expect(await verifyRecord(t.prisma)).toEqual([]);
    await t.sql("UPDATE audit_entry SET actor_name = 'Nobody' WHERE seq = 3");
    expect((await verifyRecord(t.prisma)).map((d) => d.where)).toEqual(["audit entry 3"]);
  });
});

describe("the CHECKs repeat the closed sets of the domain", () => {
  const sql = readFileSync("prisma/migrations/0002_rules/migration.sql", "utf8");
  const listed = (constraint: string) => {
    const [, body = ""] = sql.split(new RegExp(`CONSTRAINT ${constraint}\\s`));
    return [...(body.split(";")[0] ?? "").matchAll(/'([^']+)'/g)].map((m) => m[1]);
  };
  it.each([
    ["carrier_kind_known", sets.CARRIER_KINDS],
    ["retailer_kind_known", sets.RETAILER_KINDS],
    ["device_kind_known", sets.DEVICE_KINDS],
    ["alias_kind_known", sets.ALIAS_KINDS],
    ["source_kind_known", sets.SOURCE_KINDS],
    ["source_version_kind_known", sets.SOURCE_KINDS],
    ["status_change_status_known", sets.STATUSES],
    ["status_change_reasons_known", sets.REASONS],
    ["evidence_stance_known", sets.STANCES],
    ["evidence_attribution_known", sets.ATTRIBUTIONS],
    ["statement_stance_known", sets.STATEMENT_STANCES],
    ["user_role_known", sets.ROLES],
    ["invite_role_known", sets.ROLES],
  ])("%s", (constraint, set) => {
    expect(listed(constraint)).toEqual([...set]);
  });
});
