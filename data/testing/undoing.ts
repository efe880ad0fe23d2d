import { randomUUID } from "node:crypto";
import { statusClaims } from "@/data/read/claims";
import { carryOutUndo, planUndo } from "@/data/write/undo";
import type { Undoes } from "@/domain/batches";
import { historyOf } from "@/domain/history";
import type { Actor } from "@/domain/permissions";
import { openTestDatabase, type TestDatabase } from "./database";
import { command, person, smallWorld, sourceOf, succeed } from "./world";

/** What a test of undoing works with: a small world with three papers, who undoes, and somebody else. */
export type UndoWorld = { readonly t: TestDatabase; readonly reviewer: Actor; readonly other: Actor };

export async function undoWorld(): Promise<UndoWorld> {
  const t = await openTestDatabase();
  await succeed(t.prisma, [
    ...smallWorld(),
    sourceOf("second-paper"),
    sourceOf("third-paper", { published: "2018-02" }),
  ]);
  const reviewer = await person(t, "reviewer");
  const name = "Somebody Else";
  const { id } = await t.prisma.user.create({
    data: { name, email: `${randomUUID()}@example.test`, role: "editor" },
  });
  return { t, reviewer, other: { kind: "user", id, name, role: "editor" } };
}

/** The slug of a carrier of its own for each run, whose deal with the phone is thus fresh. */
export async function freshDeal({ t }: UndoWorld): Promise<string> {
  const slug = `carrier-${randomUUID().slice(0, 8)}`;
  const carrier = {
    kind: "create-carrier",
    slug,
    name: slug,
    country: "US",
    carrierKind: "MNO",
    host: null,
    parent: null,
    aliases: [],
  };
  await succeed(t.prisma, [command(carrier)]);
  return slug;
}

/** What the record says of a deal today: each status with its dates, evidence and certainty. Ids and instants are its own. */
export async function says({ t }: UndoWorld, carrier: string) {
  const deals = await t.prisma.deal.findMany({ where: { carrier: { slug: carrier } }, select: { id: true } });
  const { claims, graph } = await statusClaims(t.prisma, { deals: deals.map((d) => d.id) });
  const evidence = (c: (typeof claims)[number]) =>
    c.evidence
      .filter((e) => e.retraction === null)
      .map(({ source, stance, attribution, speaker, quote, via }) =>
        JSON.stringify({ source, stance, attribution, speaker, quote, via }),
      )
      .sort();
  return historyOf(claims, graph, { known: null, record: null }).map((e) => ({
    status: e.claim.status,
    effective: e.claim.effective.text,
    target: e.claim.target?.text ?? null,
    reasons: e.claim.reasons,
    note: e.claim.note,
    published: e.published,
    begins: e.begins,
    ends: e.ends,
    certainty: e.certainty.certainty,
    evidence: evidence(e.claim),
  }));
}

/** Plans the undo, and carries it out as the reviewer. */
export async function undo({ t, reviewer }: UndoWorld, of: Undoes, why = "It was a mistake.") {
  const id = randomUUID();
  const plan = await planUndo(t.prisma, of, id);
  if (!plan) throw new Error("Nothing to undo.");
  const outcome = await carryOutUndo(t.prisma, reviewer, {
    id,
    of,
    why,
    expected: plan.undo.commands.length,
  });
  return { plan, outcome };
}
