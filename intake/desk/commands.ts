import { type Desk, type Draft, fieldOf } from "./draft";
import { type DeskForm, type DeskProblem, decisionOf, deedOf, FormReader } from "./form-reader";
import { NewEntities } from "./new-entities";
import { type Made, SourceCommands } from "./source-commands";

/**
 * The commands of what was accepted, in the order in which they must run: sources, what is new on record, claims. `owners`
 * says for each what it comes from, as `Made` has it.
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
  const entities = new NewEntities(reader);
  const claims: Made[] = [];
  const ahead = new Map<string, number>();
  for (const draft of accepted) {
    const command = claimOf(draft, reader, sources, entities);
    claims.push({ command: inTurn(draft, command, ahead), owner: draft.key });
  }
  if (accepted.length === 0)
    reader.problem(null, "Nothing is accepted yet. Accept at least one proposal, then save.");
  const all = [...sources.made(), ...entities.made(), ...claims];
  return {
    commands: all.map(({ command }) => command),
    owners: all.map(({ owner }) => owner),
    problems: reader.problems,
  };
}

/** Each claim of the list raises the version of its deal by one: the next one on the same deal was made from that. */
function inTurn(draft: Draft, command: Claim, ahead: Map<string, number>): Claim {
  if (command.kind !== "record-status" && command.kind !== "add-evidence") return command;
  // More evidence names its claim only; that the claim is of the deal that was proposed, nobody can change in the form.
  const proposed = (name: string) => /\(([a-z0-9-]+)\)$/.exec(draft.fields[name] ?? "")?.[1];
  const deal = `${command.device ?? proposed("device")} ${command.carrier ?? proposed("carrier")}`;
  const turn = ahead.get(deal) ?? 0;
  ahead.set(deal, turn + 1);
  return { ...command, version: (command.version ?? 0) + turn };
}

type Claim = { readonly kind: string; readonly version?: number } & { readonly [field: string]: unknown };

function claimOf(draft: Draft, r: FormReader, sources: SourceCommands, entities: NewEntities): Claim {
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
  const device = entities.slugOf(draft, "device", "which device");
  if (deed === "listing") {
    return {
      kind: "record-listing",
      id,
      device,
      retailer: entities.slugOf(draft, "retailer", "which retailer"),
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
    carrier: entities.slugOf(draft, "carrier", "which carrier"),
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
