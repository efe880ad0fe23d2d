import fc from "fast-check";
import { addComment } from "@/data/write/comments";
import { acceptProposal } from "@/data/write/decide";
import { runCommands } from "@/data/write/door";
import { proposeCommands } from "@/data/write/proposals";
import type { TestDatabase } from "./database";
import { change, command, person, smallWorld, sourceOf, succeed, support } from "./world";

/** Text that has hurt formats before: quotes, separators, line breaks, formulas, apostrophes of our own, other scripts. */
const hostile = fc
  .string({
    unit: fc.constantFrom(
      '"',
      "'",
      ",",
      ";",
      "\n",
      "\t",
      "=",
      "+",
      "-",
      "@",
      "＝",
      "\\",
      "x",
      "é",
      "名",
      "🙂",
      " ",
      "{",
      "}",
      "0",
    ),
    minLength: 1,
    maxLength: 40,
  })
  .map((s) => `a${s}`.slice(0, 40))
  .chain((s) => fc.constantFrom(s, s.slice(1), `'${s.slice(1)}`))
  .filter((s) => s.trim() === s && s !== "");

/** Two merges and two discards, one of each undone: the log of them is part of the record. */
async function mergedShops(t: TestDatabase): Promise<void> {
  const { prisma } = t;
  const reviewer = await person(t, "reviewer");
  const shop = (slug: string) =>
    command({ kind: "create-retailer", slug, name: slug, country: "US", retailerKind: "shop", aliases: [] });
  await succeed(prisma, [shop("shop-a"), shop("shop-b"), shop("shop-c")], reviewer);
  const discard = (slug: string) =>
    command({ kind: "discard", entity: "retailer", slug, version: 1, why: "Entered by mistake." });
  const back = discard("shop-d");
  await succeed(prisma, [shop("shop-d"), shop("shop-e"), back, discard("shop-e")], reviewer);
  await succeed(prisma, [command({ kind: "bring-back", discard: back.id, why: "It is one." })], reviewer);
  const merge = (slug: string, intoVersion: number) =>
    command({
      kind: "merge",
      entity: "retailer",
      slug,
      version: 1,
      into: "shop-c",
      intoVersion,
      why: "One shop under two names.",
    });
  const undone = merge("shop-a", 1);
  await succeed(prisma, [undone], reviewer);
  await succeed(prisma, [command({ kind: "unmerge", merge: undone.id, why: "Two after all." })], reviewer);
  const [kept] = await t.sql<{ version: number }>("SELECT version FROM retailer WHERE slug = 'shop-c'");
  await succeed(prisma, [merge("shop-b", kept?.version ?? 1)], reviewer);
}

/** A record with something in every table that is exported, in texts that have hurt formats before. */
export async function hostileRecord(t: TestDatabase): Promise<void> {
  const { prisma } = t;
  await succeed(prisma, smallWorld());
  await mergedShops(t);
  const texts = fc.sample(hostile, 60);
  const editor = await person(t, "editor");
  for (const [n, summary] of texts.entries()) {
    await succeed(
      prisma,
      [
        sourceOf(`source-${n}`, {
          title: texts[(n + 1) % texts.length],
          cites: n > 0 ? [`source-${n - 1}`] : [],
        }),
        command({
          kind: "record-statement",
          speaker: texts[(n + 2) % texts.length],
          org: "The Carrier",
          date: "2018-01-10",
          about: { device: "the-phone", carrier: null, manufacturer: null, policyAction: null },
          stance: "denies",
          quote: null,
          summary,
          source: `source-${n}`,
        }),
      ],
      editor,
    );
  }
  const first = change(0, { note: texts[0] });
  await succeed(prisma, [first], editor);
  await succeed(
    prisma,
    [
      command({
        ...first,
        id: undefined,
        kind: "correct-status",
        device: undefined,
        carrier: undefined,
        corrects: first.id,
        version: 1,
        why: "We were wrong.",
        status: "carried",
        reasons: ["commercial", "technical"],
      }),
    ].map((c) => ({ ...JSON.parse(JSON.stringify(c)), id: crypto.randomUUID() })),
    editor,
  );
  await succeed(
    prisma,
    [
      change(2, {
        status: "ended",
        effective: "2019-02~",
        evidence: [support("source-3", { via: ["the-paper"] })],
      }),
    ],
    editor,
  );
  const listing = command({
    kind: "record-listing",
    device: "the-phone",
    retailer: "the-shop",
    market: "US",
    from: "2018-03",
    to: null,
    note: texts[1],
    evidence: [support()],
  });
  const action = command({
    kind: "create-policy-action",
    slug: "the-act",
    title: "The Act",
    issuer: "Parliament",
    date: "2018",
    summary: texts[2],
    affects: ["the-maker"],
    sources: ["the-paper"],
  });
  const cause = change(3, { status: "carried", effective: "2019-06", policyActions: ["the-act"] });
  await succeed(prisma, [listing, action, cause], editor);
  await succeed(
    prisma,
    [
      command({ kind: "retract-listing", listing: listing.id, why: "Never on sale." }),
      command({ kind: "retract-source", slug: "source-9", version: 1, on: "2019", why: "Made up." }),
      command({ kind: "retract-status", claim: cause.id, version: 4, why: "Misread." }),
    ],
    await person(t, "reviewer"),
  );
  await reviewed(t, texts);
  // A refusal leaves its mark in the trail, without a receipt.
  await runCommands(prisma, await person(t, "analyst"), [change(5)]);
}

/** A proposal that was accepted as a batch, with a comment that speaks to somebody, in texts that have hurt formats before. */
async function reviewed(t: TestDatabase, texts: readonly string[]): Promise<void> {
  const { prisma } = t;
  const [author, second] = [await person(t, "editor"), await person(t, "reviewer")];
  const proposed = await proposeCommands(prisma, author, [sourceOf("proposed")], {
    kind: "intake",
    title: texts[3] ?? "",
    comment: texts[4] ?? "",
  });
  if (!proposed.ok) throw new Error(proposed.refusal.message);
  const { proposal } = proposed;
  const mentions = second.kind === "user" ? [second.id] : [];
  const said = { id: crypto.randomUUID(), on: { proposal }, text: texts[5] ?? "", mentions };
  for (const outcome of [
    await addComment(prisma, author, said),
    await acceptProposal(prisma, second, { proposal, version: 1 }),
  ])
    if (!outcome.ok) throw new Error(outcome.refusal.message);
}
