import { randomUUID } from "node:crypto";
import type { Client } from "@/data/db";
import { type Outcome, runCommands } from "@/data/write/door";
import type { Actor } from "@/domain/permissions";
import type { Role } from "@/domain/status";
import type { TestDatabase } from "./database";

/** The system's own editor, who may record. */
export const EDITOR: Actor = { kind: "system" };

/** A person of a role, in the database and as an actor. */
export async function person(t: TestDatabase, role: Role): Promise<Actor> {
  const name = `A ${role}`;
  const row = await t.prisma.user.create({ data: { name, email: `${randomUUID()}@example.test`, role } });
  return { kind: "user", id: row.id, name, role };
}

export const command = <C extends Record<string, unknown>>(draft: C) => ({
  id: randomUUID() as string,
  ...draft,
});

export const support = (source = "the-paper", more: Record<string, unknown> = {}) => ({
  source,
  stance: "supports",
  attribution: "named",
  speaker: null,
  quote: null,
  via: null,
  ...more,
});

/** A record-status command for the one deal of the small world. */
export const change = (version: number, more: Record<string, unknown> = {}) =>
  command({
    kind: "record-status",
    device: "the-phone",
    carrier: "the-carrier",
    version,
    status: "planned",
    effective: "2018-01",
    effectiveWords: null,
    target: null,
    targetWords: null,
    reasons: [],
    exclusive: null,
    policyActions: [],
    note: null,
    evidence: [support()],
    ...more,
  });

export const sourceOf = (slug: string, more: Record<string, unknown> = {}) =>
  command({
    kind: "create-source",
    slug,
    publisher: slug,
    title: null,
    url: null,
    author: null,
    published: "2018-01-10",
    sourceKind: "news",
    lang: "en",
    seen: true,
    cites: [],
    ...more,
  });

/** One maker, phone, carrier, shop and paper. */
export const smallWorld = () => [
  command({
    kind: "create-manufacturer",
    slug: "the-maker",
    name: "The Maker",
    country: "US",
    parent: null,
    aliases: [],
  }),
  command({
    kind: "create-device",
    slug: "the-phone",
    manufacturer: "the-maker",
    name: "The Phone",
    deviceKind: "phone",
    announced: null,
    aliases: [{ kind: "model", text: "TP-1" }],
  }),
  command({
    kind: "create-carrier",
    slug: "the-carrier",
    name: "The Carrier",
    country: "US",
    carrierKind: "MNO",
    host: null,
    parent: null,
    aliases: [],
  }),
  command({
    kind: "create-retailer",
    slug: "the-shop",
    name: "The Shop",
    country: "US",
    retailerKind: "shop",
    aliases: [],
  }),
  sourceOf("the-paper", { publisher: "The Paper" }),
];

/** Runs commands that a test needs to succeed. */
export async function succeed(
  prisma: Client,
  commands: readonly unknown[],
  actor: Actor = EDITOR,
): Promise<Outcome & { ok: true }> {
  const outcome = await runCommands(prisma, actor, commands);
  if (!outcome.ok) throw new Error(`Refused at ${outcome.index}: ${JSON.stringify(outcome.refusal)}`);
  return outcome;
}
