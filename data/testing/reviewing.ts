import { proposeCommands } from "@/data/write/proposals";
import { endReviewRule } from "@/data/write/review-rules";
import type { Actor } from "@/domain/permissions";
import { openTestDatabase, type TestDatabase } from "./database";
import { person, smallWorld, succeed } from "./world";

/** What a test of review works with: a small world, and one person of each role that records. */
export type ReviewWorld = {
  readonly t: TestDatabase;
  readonly editor: Actor;
  readonly reviewer: Actor;
  readonly admin: Actor;
};

export async function reviewWorld(): Promise<ReviewWorld> {
  const t = await openTestDatabase();
  await succeed(t.prisma, smallWorld());
  return {
    t,
    editor: await person(t, "editor"),
    reviewer: await person(t, "reviewer"),
    admin: await person(t, "admin"),
  };
}

/** Ends every rule of review, so that no test stands under one of another. */
export async function endRules({ t, admin }: ReviewWorld): Promise<void> {
  for (const { id } of await t.prisma.reviewRule.findMany({ where: { endedAt: null } }))
    await endReviewRule(t.prisma, admin, id);
}

/** The version of the one deal of the small world; 0 before its first claim. */
export const versionNow = async ({ t }: ReviewWorld) => (await t.prisma.deal.findFirst())?.version ?? 0;

/** How many status changes the record has. */
export const claims = ({ t }: ReviewWorld) => t.prisma.statusChange.count();

export const ABOUT = { kind: "claim", title: "The Phone at The Carrier" } as const;

/** A proposal of these commands that a test needs to wait. */
export async function propose({ t, editor }: ReviewWorld, commands: readonly unknown[], by = editor) {
  const outcome = await proposeCommands(t.prisma, by, commands, ABOUT);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return { proposal: outcome.proposal, version: outcome.version };
}
