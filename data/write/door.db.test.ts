import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statusClaims } from "@/data/read/claims";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import {
  change,
  command,
  EDITOR,
  person,
  smallWorld,
  sourceOf,
  succeed,
  support,
} from "@/data/testing/world";
import { verifyRecord } from "@/data/verify/verify";
import { historyOf } from "@/domain/history";
import { ROLES } from "@/domain/status";
import { DOSSIER_FILES, dossierSchema } from "@/formats/dossier";
import { runCommands } from "./door";
import { dossierCommands } from "./dossier-commands";

let t: TestDatabase;
beforeAll(async () => {
  t = await openTestDatabase();
  await succeed(t.prisma, smallWorld());
});
afterAll(() => t.drop());

const run = (...commands: unknown[]) => runCommands(t.prisma, EDITOR, commands);
const versionNow = async () => (await t.prisma.deal.findFirst())?.version ?? 0;

describe("a command", () => {
  it("takes effect once and answers the same, sent 21 times, 20 at once (D3)", async () => {
    const sent = change(await versionNow());
    const first = await run(sent);
    const again = await Promise.all(Array.from({ length: 20 }, () => run(sent)));
    expect(first.ok).toBe(true);
    for (const answer of again) {
      expect(answer).toMatchObject({ ok: true, replayed: true });
      expect(answer.ok && answer.answers).toEqual(first.ok && first.answers);
    }
    expect(await t.prisma.statusChange.count({ where: { commandId: sent.id } })).toBe(1);
  });

  it("is refused when its id was used for something else (D3)", async () => {
    const sent = change(await versionNow());
    await succeed(t.prisma, [sent]);
    expect(await run({ ...sent, note: "Something else." })).toMatchObject({
      ok: false,
      refusal: { code: "id-reused" },
    });
  });

  it("is accepted once of 20 made from one version; the others are told both texts (D4)", async () => {
    const version = await versionNow();
    const all = await Promise.all(Array.from({ length: 20 }, () => run(change(version))));
    expect(all.filter((o) => o.ok)).toHaveLength(1);
    const refused = all.flatMap((o) => (o.ok ? [] : [o.refusal]));
    expect(refused.map((r) => r.code)).toEqual(Array(19).fill("conflict"));
    expect(refused[0]).toMatchObject({ details: { current: { version: version + 1 }, yours: { version } } });
  });

  it("gets through when it is tried again from the new version: 30 edits, 30 in the record (D4)", async () => {
    const before = await t.prisma.statusChange.count();
    const insist = async () => {
      const id = randomUUID();
      while (!(await run({ ...change(await versionNow()), id })).ok);
    };
    await Promise.all(Array.from({ length: 30 }, insist));
    expect(await t.prisma.statusChange.count()).toBe(before + 30);
  });

  it("leaves nothing when a later one of its list is refused (D2)", async () => {
    const counts = () =>
      t.sql(
        "SELECT (SELECT count(*) FROM source) s, (SELECT count(*) FROM audit_entry) a, (SELECT count(*) FROM evidence) e",
      );
    const before = await counts();
    const version = await versionNow();
    const outcome = await run(
      sourceOf("half-done"),
      change(version),
      change(version + 1, { device: "no-such-phone" }),
    );
    expect(outcome).toMatchObject({
      ok: false,
      index: 2,
      refusal: { code: "unknown-reference", field: "device" },
    });
    expect(await counts()).toEqual(before);
  });

  it("offers near names for a reference that does not exist", async () => {
    const outcome = await run(change(0, { device: "the-phon" }));
    expect(outcome).toMatchObject({
      refusal: { details: { near: [{ slug: "the-phone", name: "The Phone" }] } },
    });
  });

  it("needs a note when the transition is unusual, and takes it with one", async () => {
    const other = command({
      kind: "create-carrier",
      slug: "other",
      name: "Other",
      country: "US",
      carrierKind: "MNO",
      host: null,
      parent: null,
      aliases: [],
    });
    const carried = change(0, { carrier: "other", status: "carried", effective: "2018-01-05" });
    const planned = change(1, { carrier: "other", status: "planned", effective: "2018-02-05" });
    await succeed(t.prisma, [other, carried]);
    expect(await run(planned)).toMatchObject({ ok: false, refusal: { code: "note-needed", field: "note" } });
    expect(await run({ ...planned, note: "It really went back to planning." })).toMatchObject({ ok: true });
  });
});

describe("corrections and retractions", () => {
  it("close a claim with who and why, and only once", async () => {
    const claim = change(0, { carrier: "fresh" });
    await succeed(t.prisma, [
      command({
        kind: "create-carrier",
        slug: "fresh",
        name: "Fresh",
        country: "US",
        carrierKind: "MNO",
        host: null,
        parent: null,
        aliases: [],
      }),
      claim,
    ]);
    const { kind: _k, device: _d, carrier: _c, ...fields } = claim;
    const correct = (version: number) =>
      command({
        ...fields,
        kind: "correct-status",
        id: randomUUID(),
        corrects: claim.id,
        version,
        why: "The day was known.",
        effective: "2018-01-09",
      });
    const correction = correct(1);
    await succeed(t.prisma, [correction]);
    expect(await run(correct(2))).toMatchObject({ ok: false, refusal: { code: "conflict" } });
    await succeed(t.prisma, [
      command({ kind: "retract-status", claim: correction.id, version: 2, why: "It was another carrier." }),
    ]);
    const deal = await t.prisma.deal.findFirstOrThrow({ where: { carrier: { slug: "fresh" } } });
    expect(deal).toMatchObject({ version: 3, claimCount: 0 });
    expect(await t.prisma.dealSpan.count({ where: { dealId: deal.id } })).toBe(0);
    const { claims, graph } = await statusClaims(t.prisma, { deals: [deal.id] });
    expect(claims).toHaveLength(2);
    expect(historyOf(claims, graph, { known: null, record: null })).toEqual([]);
  });

  it("of a source reach every deal that rests on it", async () => {
    const reviewer = await person(t, "reviewer");
    await succeed(t.prisma, [
      command({
        kind: "create-carrier",
        slug: "resting",
        name: "Resting",
        country: "US",
        carrierKind: "MNO",
        host: null,
        parent: null,
        aliases: [],
      }),
      sourceOf("upstream"),
      sourceOf("retells", { cites: ["upstream"] }),
      change(0, { carrier: "resting", evidence: [support("retells")] }),
    ]);
    const certainty = async () =>
      (await t.prisma.dealSpan.findFirstOrThrow({ where: { deal: { carrier: { slug: "resting" } } } }))
        .certainty;
    expect(await certainty()).toBe("reported");
    const retract = command({
      kind: "retract-source",
      slug: "upstream",
      version: 1,
      on: "2018-03-01",
      why: "The paper took it back.",
    });
    expect(await run(retract)).toMatchObject({ ok: false, refusal: { code: "not-allowed" } });
    await succeed(t.prisma, [{ ...retract, id: randomUUID() }], reviewer);
    expect(await certainty()).toBe("unsupported");
    expect(await verifyRecord(t.prisma)).toEqual([]);
  });
});

describe("who may send what (S3)", () => {
  it.each(ROLES)("%s", async (role) => {
    const actor = await person(t, role);
    const edits = role !== "analyst";
    const reviews = role === "reviewer" || role === "admin";
    const says = async (one: unknown) => {
      const outcome = await runCommands(t.prisma, actor, [one]);
      return outcome.ok || outcome.refusal.code !== "not-allowed";
    };
    expect(await says(change(-1 + (await versionNow())))).toBe(edits);
    expect(await says(sourceOf(`by-${role}`))).toBe(edits);
    expect(
      await says(command({ kind: "retract-source", slug: "no-such", version: 1, on: "2018", why: "Why." })),
    ).toBe(reviews);
    const refused = await t.prisma.auditEntry.count({
      where: { outcome: "refused", actorName: `A ${role}` },
    });
    expect(refused).toBe([edits, edits, reviews].filter((may) => !may).length);
  });

  it("never a visitor", async () => {
    expect(await runCommands(t.prisma, { kind: "visitor" }, [change(0)])).toMatchObject({
      ok: false,
      refusal: { code: "not-signed-in" },
    });
  });
});

describe("the dossier", () => {
  it("loads once; a second load changes nothing, and everything derived follows", async () => {
    const d = await openTestDatabase({ dossier: true });
    const folder = path.resolve("prisma", "dossier");
    const files = Object.entries(DOSSIER_FILES).map(([part, file]) => [
      part,
      JSON.parse(readFileSync(path.join(folder, file), "utf8")),
    ]);
    const dossier = dossierSchema.parse(Object.fromEntries(files));
    expect(await d.prisma.statusChange.count()).toBe(dossier.deals.flatMap((x) => x.events).length);
    expect(await d.prisma.listing.count()).toBe(dossier.listings.length);
    expect(await d.prisma.statement.count()).toBe(dossier.statements.length);
    expect(await d.prisma.source.count()).toBe(dossier.sources.length);
    const before = await d.prisma.auditEntry.count();
    const commands = dossierCommands(dossier);
    for (let from = 0; from < commands.length; from += 300) {
      const outcome = await runCommands(d.prisma, EDITOR, commands.slice(from, from + 300), {
        timeout: 60_000,
      });
      expect(outcome).toMatchObject({ ok: true, replayed: true });
    }
    expect(await d.prisma.auditEntry.count()).toBe(before);
    expect(await verifyRecord(d.prisma)).toEqual([]);
    await d.drop();
  });
});
