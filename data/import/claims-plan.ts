import type { Db } from "@/data/db";
import { parseCommand } from "@/data/write/parse";
import type { Id } from "@/domain/claims";
import { type ImportSummary, ROW_OUTCOMES, type RowOutcome } from "@/domain/import";
import type { Command } from "@/formats/commands";
import type { ClaimDraft } from "@/formats/import-claims";
import type { Mapping } from "@/formats/import-presets";
import { type Claims, knownListings, knownStatuses } from "./claims-known";
import { type Asked, resolveNames } from "./claims-names";
import { type ClaimRow, columnOf, groupsOf, readRows, settle } from "./claims-rows";
import { type FoundSource, findSources, sourceKey } from "./claims-sources";
import { judgeClaims } from "./claims-transitions";
import { rows, type Sql } from "./sql";

export type ClaimPlan = {
  readonly summary: ImportSummary;
  readonly commands: readonly Command[];
  readonly rows: readonly ClaimRow[];
  readonly asked: readonly Asked[];
};

type Kind = "statuses" | "listings";
/** A row of which nothing is known yet that would stop it. */
type OpenRow = ClaimRow & { draft: ClaimDraft };
const openOf = (all: readonly ClaimRow[]): OpenRow[] =>
  all.filter((r): r is OpenRow => r.draft !== null && r.outcome === null);

/** What the staged rows of a file of claims would do to the record as it stands. Writes nothing. */
export async function planClaims(db: Db, sql: Sql, run: Id, mapping: Mapping): Promise<ClaimPlan> {
  const kind = mapping.kind as Kind;
  const given = await rows<{ key: string; answer: string }>(
    sql,
    "SELECT key, answer FROM import_question WHERE import_id = $1 AND answer IS NOT NULL",
    [run],
  );
  const answers = new Map(given.map((a) => [a.key, a.answer]));
  const all = await readRows(sql, run, kind, mapping);
  const { slugs, asked } = await nameThings(sql, all, kind, mapping, answers);
  const sourceOf = await nameSources(sql, run, all, mapping);
  const groups = groupsOf(openOf(all), slugs);
  const claims =
    kind === "statuses"
      ? await knownStatuses(sql, run, groups, sourceOf)
      : await knownListings(sql, run, groups, sourceOf);
  const { commands, rowsOf } = parsed([...newSources(claims.used, sourceOf), ...claims.commands]);
  const broken = kind === "statuses" ? await judged(db, commands, rowsOf, mapping) : {};
  const kept = commands.filter((c) => !rowsOf.get(c.id)?.some((r) => r.outcome === "refused"));
  return {
    commands: kept,
    rows: all,
    asked,
    summary: { ...summaryOf(all, kept, asked, answers), broken },
  };
}

/** Gives the open rows their device and carrier or retailer, or settles them. `slugs`: of what was found, by id. */
async function nameThings(
  sql: Sql,
  all: readonly ClaimRow[],
  kind: Kind,
  mapping: Mapping,
  answers: ReadonlyMap<string, string>,
): Promise<{ slugs: ReadonlyMap<Id, string>; asked: Asked[] }> {
  const asked: Asked[] = [];
  const slugs = new Map<Id, string>();
  for (const [field, what] of [
    ["device", "device"],
    ["place", kind === "statuses" ? "carrier" : "retailer"],
  ] as const) {
    const open = openOf(all);
    const names = await resolveNames(
      sql,
      what,
      open.map((r) => r.draft[field]),
      answers,
    );
    asked.push(...names.asked);
    for (const row of open) {
      const found = names.resolved.get(row.draft[field]);
      if (found?.ok === true) {
        row[field] = found.thing.id;
        slugs.set(found.thing.id, found.thing.slug);
      } else if (found?.ok === "asked") settle(row, "asked", `Which ${what} is “${row.draft[field]}”?`);
      else if (found?.ok === "left-out") settle(row, "left-out", "You left it out.");
      else {
        const near = found?.near.length ? ` Near: ${found.near.join(", ")}.` : "";
        settle(
          row,
          "refused",
          `No ${what} is called “${row.draft[field].slice(0, 40)}”.${near}`,
          columnOf(mapping, field === "place" ? what : field),
        );
      }
    }
  }
  return { slugs, asked };
}

type SourceOf = (draft: ClaimDraft) => FoundSource & { ok: true };

/** Finds the sources of the open rows, and settles those whose source cannot be. Of the others `sourceOf` says it. */
async function nameSources(sql: Sql, run: Id, all: readonly ClaimRow[], mapping: Mapping): Promise<SourceOf> {
  const open = openOf(all);
  const sources = await findSources(
    sql,
    run,
    open.map((r) => r.draft.source),
  );
  for (const row of open) {
    const source = sources.get(sourceKey(row.draft.source));
    if (source && !source.ok) settle(row, "refused", source.message, columnOf(mapping, source.field));
  }
  return (draft) => {
    const found = sources.get(sourceKey(draft.source));
    if (!found?.ok) throw new Error("A row went on without its source.");
    return found;
  };
}

/** What makes the sources that the record lacks, each once, with the rows that need it. */
function newSources(used: Claims["used"], sourceOf: SourceOf): Claims["commands"] {
  const made = new Map<string, { sent: Record<string, unknown>; rows: ClaimRow[] }>();
  for (const row of used.flatMap((group) => group.rows)) {
    const source = row.draft && sourceOf(row.draft);
    if (!source?.made) continue;
    const known = made.get(source.slug);
    if (known) known.rows.push(row);
    else made.set(source.slug, { sent: source.made, rows: [row] });
  }
  return [...made.values()];
}

/** The commands that the door's schema takes, in order; the rows of the others are refused. */
function parsed(sent: Claims["commands"]) {
  const commands: Command[] = [];
  const rowsOf = new Map<Id, ClaimRow[]>();
  for (const { sent: one, rows } of sent) {
    const read = parseCommand(one);
    if (read.ok) {
      commands.push(read.command);
      rowsOf.set(read.command.id, rows);
      continue;
    }
    const [first] = read.refusals;
    for (const row of rows)
      settle(row, "refused", first ? `${first.field ?? ""}: ${first.message}` : "This cannot be recorded.");
  }
  return { commands, rowsOf };
}

/** Refuses rows whose status may not follow as it does, and counts by rule what the others would break. */
async function judged(
  db: Db,
  commands: readonly Command[],
  rowsOf: ReadonlyMap<Id, readonly ClaimRow[]>,
  mapping: Mapping,
): Promise<Record<string, number>> {
  const broken: Record<string, number> = {};
  for (const { id, refusal, broken: codes } of await judgeClaims(db, commands)) {
    if (refusal)
      for (const row of rowsOf.get(id) ?? []) settle(row, "refused", refusal, columnOf(mapping, "status"));
    else for (const code of codes) broken[code] = (broken[code] ?? 0) + 1;
  }
  return broken;
}

const CREATED: Readonly<Record<string, string>> = {
  "record-status": "status change",
  "record-listing": "listing",
  "create-source": "source",
};

function summaryOf(
  all: readonly ClaimRow[],
  commands: readonly Command[],
  asked: readonly Asked[],
  answers: ReadonlyMap<string, string>,
): ImportSummary {
  const outcomes = Object.fromEntries(
    ROW_OUTCOMES.map((o) => [o, all.filter((r) => r.outcome === o).length]),
  ) as Record<RowOutcome, number>;
  const created: Record<string, number> = {};
  for (const { kind } of commands) {
    const word = CREATED[kind];
    if (word) created[word] = (created[word] ?? 0) + 1;
  }
  const more = commands.filter((c) => c.kind === "add-evidence").length;
  return {
    rows: all.length,
    outcomes,
    created,
    changed: more > 0 ? { "status change": more } : {},
    aliases: 0,
    open: asked.filter((a) => !answers.has(a.key)).length,
    list: null,
  };
}
