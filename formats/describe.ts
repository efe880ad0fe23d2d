import type { Id } from "@/domain/claims";
import { dateWords } from "@/domain/date-words";
import { type Instant, parseEdtf } from "@/domain/edtf";
import type { Status } from "@/domain/status";
import { STATUS_WORDS } from "@/domain/words";
import type { Command, CommandKind } from "./commands";
import {
  contentOfCommand,
  type Difference,
  differences,
  type Evidence,
  evidenceWords,
  type NameOf,
  type Said,
  saidFields,
} from "./content";
import {
  carrierPath,
  dealPath,
  devicePath,
  manufacturerPath,
  policyPath,
  retailerPath,
  sourcePath,
} from "./paths";

/** A command as a person reads it before it takes effect. Plain values: pages and titles are made of them. */

/** What stands of a deal now. */
export type Standing = {
  readonly version: number;
  readonly claims: readonly StandingClaim[];
};
export type StandingClaim = {
  readonly id: Id;
  readonly status: Status;
  readonly effective: string;
  readonly target: string | null;
  readonly note: string | null;
  readonly person: string;
  readonly at: Instant;
};

export type Described = {
  readonly id: Id;
  readonly kind: CommandKind;
  /** "Record", "Correct", "Retract": the verb of the log. */
  readonly deed: string;
  /** "Huawei Mate 10 Pro at Verizon". */
  readonly about: string;
  readonly href: string | null;
  /** The status that it would give, where it gives one. */
  readonly status: Status | null;
  /** "30 Jan 2018", "from 1 Feb 2018": the day in words. */
  readonly when: string;
  /** What it says; for a correction or an edit only what it says otherwise. */
  readonly said: readonly Said[];
  readonly changes: readonly Difference[] | null;
  readonly evidence: readonly { readonly source: string; readonly name: string; readonly words: string }[];
  readonly why: string | null;
  /** "device carrier": the deal. */
  readonly pair: string | null;
  /** What stands of the deal now; null when it is about no deal, or one that is not on record. */
  readonly standing: Standing | null;
  /** The record moved on since: a sentence. */
  readonly stale: string | null;
};

type Claim = {
  readonly kind: "status" | "listing" | "statement";
  readonly id: Id;
  readonly content: object;
  readonly closed: { readonly by: string; readonly person: string; readonly at: Instant } | null;
  readonly device?: { readonly slug: string; readonly name: string };
  readonly carrier?: { readonly slug: string; readonly name: string };
  readonly retailer?: { readonly slug: string; readonly name: string };
  readonly evidence?: readonly { readonly id: Id; readonly content: Evidence }[];
};
type Thing = {
  readonly kind: string;
  readonly slug: string;
  readonly version: number;
  readonly content: object;
};

/** What was read of the record for a list of commands. */
export type Context = {
  readonly said: ReadonlyMap<Id, Claim>;
  /** By kind and slug. */
  readonly found: ReadonlyMap<string, Thing>;
  /** By device and carrier. */
  readonly standing: ReadonlyMap<string, Standing>;
  readonly name: NameOf;
  /** How many commands of the list came before this one on each deal. */
  readonly before: ReadonlyMap<string, number>;
};

const DEEDS: Readonly<Record<string, string>> = {
  record: "Record",
  correct: "Correct",
  retract: "Retract",
  add: "Add evidence",
  end: "End",
  create: "Create",
  edit: "Edit",
  merge: "Merge",
  unmerge: "Un-merge",
  discard: "Take out",
  bring: "Bring back",
};
const deedOf = (kind: CommandKind): string =>
  kind === "retract-evidence" ? "Retract evidence" : (DEEDS[kind.split("-")[0] ?? ""] ?? kind);

/** A command as people read it: its deed, what it is about, and what would change. */
export function describeCommand(command: Command, context: Context): Described {
  const { name, said } = context;
  const claim = said.get(claimOf(command) ?? "") ?? claimWith(command, said);
  const content = contentOfCommand(command) as { status?: Status; effective?: string; evidence?: unknown };
  const pair =
    command.kind === "record-status"
      ? { device: command.device, carrier: command.carrier }
      : claim?.device && claim.carrier && { device: claim.device.slug, carrier: claim.carrier.slug };
  const key = pair ? `${pair.device} ${pair.carrier}` : null;
  const standing = (key && context.standing.get(key)) || null;
  const thing = thingOf(command, context.found);
  const shown = shownContent(command, claim);
  const before = command.kind.startsWith("edit-")
    ? thing?.content
    : closes(command)
      ? claim?.content
      : undefined;
  const evidence = evidenceOf(command, claim);
  return {
    id: command.id,
    kind: command.kind,
    deed: deedOf(command.kind),
    about: aboutOf(command, claim, thing, pair || null, name),
    href: hrefOf(command, claim, pair || null),
    status: content.status ?? (shown as { status?: Status }).status ?? null,
    when: whenOf(shown),
    said: saidFields(shown, name).filter((f) => f.value !== "" && f.key !== "status"),
    changes: before ? differences(before, shown, name) : null,
    evidence: evidence.map((e) => ({
      source: e.source,
      name: name("source", e.source),
      words: evidenceWords(e, name),
    })),
    why: "why" in command ? command.why : null,
    pair: key,
    standing,
    stale: staleOf(command, claim, thing, standing, key ? (context.before.get(key) ?? 0) : 0),
  };
}

/** "Huawei Mate 10 Pro at Verizon: withdrawn, 30 Jan 2018": a command in one line. */
export function titleOf({ deed, about, status, when, kind }: Described): string {
  const what = [status && STATUS_WORDS[status].word, when].filter(Boolean).join(", ");
  if (kind === "record-status") return `${about}: ${what}`;
  return `${deed} ${about}${what && !kind.includes("evidence") ? `: ${what}` : ""}`;
}

/** The id of the claim that a command closes or adds to. */
export function claimOf(command: Command): Id | null {
  if ("corrects" in command) return command.corrects;
  if ("claim" in command) return command.claim;
  if ("listing" in command) return command.listing;
  return "statement" in command ? command.statement : null;
}

const claimWith = (command: Command, said: Context["said"]): Claim | undefined =>
  command.kind === "retract-evidence"
    ? [...said.values()].find((c) => c.evidence?.some((e) => e.id === command.evidence))
    : undefined;

const closes = (command: Command): boolean =>
  command.kind.startsWith("correct-") || command.kind === "end-listing";

/** What would stand: the command's own content, or that of the claim that it is about. */
function shownContent(command: Command, claim: Claim | undefined): object {
  if (command.kind === "end-listing") return { ...claim?.content, to: command.to };
  if (command.kind === "record-listing") return contentOfCommand(command);
  if (/^(record|correct|create|edit)-/.test(command.kind) || command.kind === "retract-source")
    return contentOfCommand(command);
  return claim?.content ?? {};
}

function evidenceOf(command: Command, claim: Claim | undefined): readonly Evidence[] {
  if (command.kind === "add-evidence") return [command.evidence];
  if (command.kind === "retract-evidence")
    return claim?.evidence?.filter((e) => e.id === command.evidence).map((e) => e.content) ?? [];
  if ("evidence" in command && Array.isArray(command.evidence)) return command.evidence;
  return ((claim?.content as { evidence?: readonly Evidence[] } | undefined)?.evidence ?? []) as Evidence[];
}

function whenOf(content: object): string {
  const { effective, from, date } = content as { effective?: string; from?: string; date?: string };
  const text = effective ?? from ?? date;
  const read = text === undefined ? null : parseEdtf(text);
  return read?.ok ? dateWords(read.value) : (text ?? "");
}

const KIND_OF_THING = /^(?:create|edit|retract)-(manufacturer|carrier|retailer|device|source|policy-action)$/;
const thingOf = (command: Command, found: Context["found"]): Thing | undefined => {
  const kind = KIND_OF_THING.exec(command.kind)?.[1];
  return kind && "slug" in command ? found.get(`${kind} ${command.slug}`) : undefined;
};

type Pair = { readonly device: string; readonly carrier: string };

function aboutOf(
  command: Command,
  claim: Claim | undefined,
  thing: Thing | undefined,
  pair: Pair | null,
  name: NameOf,
): string {
  if (pair) return `${name("device", pair.device)} at ${name("carrier", pair.carrier)}`;
  if (command.kind === "record-listing")
    return `${name("device", command.device)} at ${name("retailer", command.retailer)}`;
  if (claim?.retailer && claim.device) return `${claim.device.name} at ${claim.retailer.name}`;
  if (command.kind === "merge")
    return `${name(command.entity, command.slug)} into ${name(command.entity, command.into)}`;
  if (command.kind === "unmerge") return "a merge";
  if (command.kind === "discard")
    return `${command.entity.replace("-", " ")} ${name(command.entity, command.slug)}`;
  if (command.kind === "bring-back") return "what was taken out";
  const { speaker, org } = { ...claim?.content, ...contentOfCommand(command) } as Record<
    string,
    string | undefined
  >;
  if (command.kind.endsWith("-statement")) return `statement of ${speaker}, ${org}`;
  const content = { ...thing?.content, ...contentOfCommand(command) } as Record<string, string | undefined>;
  const kind = KIND_OF_THING.exec(command.kind)?.[1]?.replace("-", " ") ?? "";
  return `${kind} ${content.title ?? content.name ?? content.publisher ?? ""}`.trim();
}

function hrefOf(command: Command, claim: Claim | undefined, pair: Pair | null): string | null {
  if (pair) return dealPath(pair.device, pair.carrier);
  if (command.kind === "record-listing") return devicePath(command.device);
  if (claim?.device) return devicePath(claim.device.slug);
  if (!("slug" in command)) return null;
  const kind =
    command.kind === "merge" || command.kind === "discard"
      ? command.entity
      : KIND_OF_THING.exec(command.kind)?.[1];
  if (command.kind.startsWith("create-")) return null;
  switch (kind) {
    case "manufacturer":
      return manufacturerPath(command.slug);
    case "carrier":
      return carrierPath(command.slug);
    case "retailer":
      return retailerPath(command.slug);
    case "device":
      return devicePath(command.slug);
    case "source":
      return sourcePath(command.slug);
    case "policy-action":
      return policyPath(command.slug);
    default:
      return null;
  }
}

function staleOf(
  command: Command,
  claim: Claim | undefined,
  thing: Thing | undefined,
  standing: Standing | null,
  earlier: number,
): string | null {
  if (claim?.closed && command.kind !== "retract-evidence")
    return `${claim.closed.person} closed this claim with a ${claim.closed.by} since. Nothing can be put in its place any more.`;
  if (!("version" in command)) return null;
  const version = standing?.version ?? thing?.version;
  const expected = standing ? command.version - earlier : command.version;
  if (version === undefined || version === expected || command.kind.startsWith("create-")) return null;
  return `It was changed since: this was made from version ${expected}, it is at version ${version} now.`;
}
