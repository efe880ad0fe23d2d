import { nameKey, slugOf } from "@/domain/names";
import { type Desk, type Draft, fieldOf } from "./draft";
import { type DeskForm, type DeskProblem, decisionOf, deedOf, FormReader } from "./form-reader";
import { SourceCommands } from "./source-commands";

/**
 * The commands of what was accepted, in the order in which they must run: sources, devices, claims. `owners` names for each
 * the proposal that it comes from, "src" for the article, "up.N" for a cited report.
 */
export type DeskCommands = {
  readonly commands: readonly unknown[];
  readonly owners: readonly string[];
  readonly problems: readonly DeskProblem[];
};

/** Makes one list of commands of all that was accepted. Pure: references were resolved before. */
export function commandsOf(desk: Desk, form: DeskForm): DeskCommands {
  const accepted = desk.drafts.filter(
    (draft) => decisionOf(form, draft.key) === "accept" && deedOf(form, draft) !== "nothing",
  );
  const reader = new FormReader(form);
  const sources = new SourceCommands(desk, reader);
  const devices = new Map<string, { slug: string; command: unknown; owner: string }>();
  const claims: { command: unknown; owner: string }[] = [];
  const ahead = new Map<string, number>();
  for (const draft of accepted) {
    const command = claimOf(draft, reader, sources, devices);
    claims.push({ command: inTurn(draft, command, reader, ahead), owner: draft.key });
  }
  if (accepted.length === 0)
    reader.problem(null, "Nothing is accepted yet. Accept at least one proposal, then save.");
  const all = [...sources.made(), ...devices.values(), ...claims];
  return {
    commands: all.map(({ command }) => command),
    owners: all.map(({ owner }) => owner),
    problems: reader.problems,
  };
}

/** Each claim of the list raises the version of its deal by one: the next one on the same deal was made from that. */
function inTurn(draft: Draft, command: Claim, r: FormReader, ahead: Map<string, number>): Claim {
  if (command.kind !== "record-status" && command.kind !== "add-evidence") return command;
  const slugOfField = (name: string) =>
    r.ref(fieldOf(draft.key, name)) ?? /\(([a-z0-9-]+)\)$/.exec(draft.fields[name] ?? "")?.[1];
  const deal = `${slugOfField("device") ?? draft.newDevice?.name} ${slugOfField("carrier")}`;
  const turn = ahead.get(deal) ?? 0;
  ahead.set(deal, turn + 1);
  return { ...command, version: (command.version ?? 0) + turn };
}

type Claim = { readonly kind: string; readonly version?: number } & { readonly [field: string]: unknown };
type Devices = Map<string, { slug: string; command: unknown; owner: string }>;

function claimOf(draft: Draft, r: FormReader, sources: SourceCommands, devices: Devices): Claim {
  const at = (name: string) => fieldOf(draft.key, name);
  const deed = deedOf(r.form, draft);
  const id = r.form.idOf(`claim ${draft.key}`);
  const version = Number.parseInt(r.text(at("version")) ?? "", 10) || 0;
  if (deed === "statement") return statementOf(draft, r, sources, id);
  const evidence = sources.evidence(draft);
  if (deed === "evidence")
    return { kind: "add-evidence", id, claim: r.text(at("claim")) ?? "", version, evidence };
  if (deed === "end-listing") {
    return {
      kind: "end-listing",
      id,
      listing: r.text(at("listing")) ?? "",
      to: r.needDate(at("to"), "until when"),
      note: r.text(at("note")),
      evidence: [evidence],
    };
  }
  const device = newDevice(draft, r, devices) ?? r.needRef(at("device"), "which device");
  if (deed === "listing") {
    return {
      kind: "record-listing",
      id,
      device,
      retailer: r.needRef(at("retailer"), "which retailer"),
      market: (r.text(at("market")) ?? "").toUpperCase(),
      from: r.needDate(at("from"), "since when"),
      to: r.date(at("to")),
      note: r.text(at("note")),
      evidence: [evidence],
    };
  }
  const planned = r.text(at("status")) === "planned";
  return {
    kind: "record-status",
    id,
    device,
    carrier: r.needRef(at("carrier"), "which carrier"),
    version,
    status: r.text(at("status")) ?? "",
    effective: r.needDate(at("effective"), "when it took effect"),
    effectiveWords: r.text(at("effectiveWords")),
    target: planned ? r.date(at("target")) : null,
    targetWords: planned ? r.text(at("targetWords")) : null,
    reasons: r.checked(at("reasons")),
    exclusive: { yes: true, no: false }[r.text(at("exclusive")) ?? ""] ?? null,
    policyActions: [],
    note: r.text(at("note")),
    evidence: [evidence],
  };
}

function statementOf(draft: Draft, r: FormReader, sources: SourceCommands, id: string): Claim {
  const at = (name: string) => fieldOf(draft.key, name);
  return {
    kind: "record-statement",
    id,
    speaker: r.text(at("speaker")) ?? "",
    org: r.text(at("org")) ?? "",
    date: r.needDate(at("date"), "when it was said"),
    about: {
      device: r.ref(at("device")),
      carrier: r.ref(at("carrier")),
      manufacturer: r.ref(at("manufacturer")),
      policyAction: null,
    },
    stance: r.text(at("stance")) ?? "",
    quote: r.text(at("quote")),
    summary: r.text(at("summary")) ?? "",
    source: sources.article(),
  };
}

/** A device that the record lacks, created once however many proposals speak of it. */
function newDevice(draft: Draft, r: FormReader, devices: Devices): string | null {
  const at = (name: string) => fieldOf(draft.key, `new.device.${name}`);
  const name = r.text(at("name"));
  if (name === null || r.ref(fieldOf(draft.key, "device")) !== null) return null;
  const known = devices.get(nameKey(name));
  if (known) return known.slug;
  const id = r.form.idOf(`device ${nameKey(name)}`);
  const slug = slugOf(name) || `device-${id.slice(0, 8)}`;
  const command = {
    kind: "create-device",
    id,
    slug,
    manufacturer: r.needRef(at("manufacturer"), "whose device it is"),
    name,
    deviceKind: r.text(at("kind")) ?? "phone",
    announced: null,
    aliases: [],
  };
  devices.set(nameKey(name), { slug, command, owner: draft.key });
  return slug;
}
