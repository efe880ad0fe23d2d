import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { command, person, succeed } from "@/data/testing/world";
import { verifyRecord } from "@/data/verify/verify";
import type { Undoes } from "@/domain/batches";
import type { Actor } from "@/domain/permissions";
import { MERGED_KINDS, type MergedKind } from "@/domain/status";
import { runCommands } from "./door";
import { carryOutUndo, planUndo } from "./undo";

let t: TestDatabase;
let reviewer: Actor;
beforeAll(async () => {
  t = await openTestDatabase({ dossier: true });
  reviewer = await person(t, "reviewer");
});
afterAll(() => t.drop());

async function undo(of: Undoes) {
  const id = randomUUID();
  const plan = await planUndo(t.prisma, of, id);
  if (!plan) throw new Error("Nothing to undo.");
  const outcome = await carryOutUndo(t.prisma, reviewer, {
    id,
    of,
    why: "It was a mistake.",
    expected: plan.undo.commands.length,
  });
  if (!outcome.ok || !outcome.batch) throw new Error(JSON.stringify([outcome, plan.undo]));
  return outcome.batch;
}

const merge = async (entity: MergedKind, slug: string, into: string) => {
  const rows = await t.sql<{ slug: string; version: number }>(
    `SELECT slug, version FROM ${entity} WHERE slug = ANY ($1)`,
    [[slug, into]],
  );
  const version = (of: string) => rows.find((r) => r.slug === of)?.version ?? 0;
  return command({
    kind: "merge",
    entity,
    slug,
    into,
    version: version(slug),
    intoVersion: version(into),
    why: "One.",
  });
};

/** What the record says, by slugs: claims where they are filed, names with their owners, what redirects where. Row ids are its own. */
const says = () =>
  t.sql(`
    SELECT c.id::text AS what, concat_ws(' ', v.slug, k.slug, c.status, c.effective_text) AS said FROM status_change c
      JOIN deal d ON d.id = c.deal_id JOIN device v ON v.id = d.device_id JOIN carrier k ON k.id = d.carrier_id
    UNION ALL SELECT e.id::text, s.slug FROM evidence e JOIN source s ON s.id = e.source_id
    UNION ALL SELECT 'citation', a.slug || ' ' || b.slug FROM citation c JOIN source a ON a.id = c.citing_id JOIN source b ON b.id = c.cited_id
    UNION ALL SELECT l.id::text, v.slug || ' ' || r.slug FROM listing l JOIN device v ON v.id = l.device_id JOIN retailer r ON r.id = l.retailer_id
    UNION ALL SELECT 'alias', concat_ws(' ', m.slug, k.slug, r.slug, v.slug, a.kind, a.text) FROM alias a
      LEFT JOIN manufacturer m ON m.id = a.manufacturer_id LEFT JOIN carrier k ON k.id = a.carrier_id
      LEFT JOIN retailer r ON r.id = a.retailer_id LEFT JOIN device v ON v.id = a.device_id
    UNION ALL SELECT 'device', concat_ws(' ', v.slug, v.name, m.slug) FROM device v JOIN manufacturer m ON m.id = v.manufacturer_id
    UNION ALL SELECT 'carrier', concat_ws(' ', k.slug, k.name, h.slug) FROM carrier k LEFT JOIN carrier h ON h.id = k.host_id
    UNION ALL SELECT 'source', concat_ws(' ', slug, publisher, title) FROM source
    UNION ALL SELECT 'redirect', concat_ws(' ', m.kind, m.from_slug, m.into_id) FROM standing_mergings() m
    ORDER BY 1, 2`);

it.each(MERGED_KINDS)(
  "an un-merge of two %ss is undone by the same merge, and that undo by an un-merge",
  async (kind) => {
    const slugs = (await t.sql<{ slug: string }>(`SELECT slug FROM ${kind} ORDER BY slug`)).map(
      (r) => r.slug,
    );
    let merged = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(slugs, { minLength: 2, maxLength: 2 }),
        async ([from = "", into = ""]) => {
          const apart = await says();
          const one = await merge(kind, from, into);
          // A host, two devices of one name, a circle of citations.
          if (!(await runCommands(t.prisma, reviewer, [one])).ok) return;
          merged += 1;
          const together = await says();
          const end = command({ kind: "unmerge", merge: one.id, why: "They are two." });
          await succeed(t.prisma, [end], reviewer);
          const first = await undo({ command: end.id });
          expect(await says()).toEqual(together);
          const second = await undo({ batch: first });
          expect(await says()).toEqual(apart);
          await undo({ batch: second });
          expect(await says()).toEqual(together);
          const [last] = await t.sql<{ id: string }>(
            "SELECT id FROM change_batch ORDER BY recorded_at DESC LIMIT 1",
          );
          await undo({ batch: last?.id ?? "" });
          expect(await says()).toEqual(apart);
        },
      ),
      { numRuns: 4 },
    );
    expect(merged).toBeGreaterThan(0);
    expect(await verifyRecord(t.prisma)).toEqual([]);
  },
  60_000,
);

it("a chain of un-merges in one batch is merged again from its beginning, and what was merged with another is left alone", async () => {
  const [a = "", b = "", c = "", d = ""] = (
    await t.sql<{ slug: string }>("SELECT slug FROM retailer ORDER BY slug LIMIT 4")
  ).map((r) => r.slug);
  const first = await merge("retailer", a, b);
  await succeed(t.prisma, [first], reviewer);
  const second = await merge("retailer", b, c);
  await succeed(t.prisma, [second], reviewer);
  const together = await says();
  const ends = [second, first].map(({ id }) => command({ kind: "unmerge", merge: id, why: "Three." }));
  const done = await runCommands(t.prisma, reviewer, ends, {
    batch: { kind: "bulk-edit", title: "Two ends" },
  });
  if (!done.ok || !done.batch) throw new Error(JSON.stringify(done));
  const undone = await undo({ batch: done.batch });
  expect(await says()).toEqual(together);

  await undo({ batch: undone });
  const elsewhere = await merge("retailer", a, d);
  await succeed(t.prisma, [elsewhere], reviewer);
  const plan = await planUndo(t.prisma, { command: ends[1]?.id ?? "" }, randomUUID());
  expect(plan?.undo).toMatchObject({
    commands: [],
    left: [{ command: ends[1]?.id, why: "One of the two was merged with another retailer since." }],
  });
});
