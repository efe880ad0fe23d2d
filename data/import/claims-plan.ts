import type { Db } from "@/data/db";
import { parseCommand } from "@/data/write/parse";
import type { Id } from "@/domain/claims";
import { type ImportSummary, ROW_OUTCOMES, type RowOutcome } from "@/domain/import";
import type { Command } from "@/formats/commands";
import type { ClaimDraft } from "@/formats/import-claims";
import type { Mapping } from "@/formats/import-presets";
import { knownListings, knownStatuses } from "./claims-known";
import { type Asked, resolveNames } from "./claims-names";
import { type ClaimRow, columnOf, groupsOf, readRows, settle } from "./claims-rows";
import { findSources, sourceKey } from "./claims-sources";
import { judgeClaims } from "./claims-transitions";
import { rows, type Sql } from "./sql";

export type ClaimPlan = {
  readonly summary: ImportSummary;
  readonly commands: readonly Command[];
  readonly rows: readonly ClaimRow[];
  readonly asked: readonly Asked[];
};

/** What the staged rows of a file of claims would do to the record as it stands. Writes nothing. */
export async function planClaims(db: Db, sql: Sql, run: Id, mapping: Mapping): Promise<ClaimPlan> {
  const kind = mapping.kind as "statuses" | "listings";
  const answers = new Map(
    (
      await rows<{ key: string; answer: string }>(
        sql,
        "SELECT key, answer FROM import_question WHERE import_id = $1 AND answer IS NOT NULL",
        [run],
      )
    ).map((a) => [a.key, a.answer]),
  );
  const all = await readRows(sql, run, kind, mapping);
  const open = () =>
    all.filter((r): r is ClaimRow & { draft: ClaimDraft } => r.draft !== null && r.outcome === null);

  const asked: Asked[] = [];
  const slugs = new Map<Id, string>();
  for (const [field, what] of [
    ["device", "device"],
    ["place", kind === "statuses" ? "carrier" : "retailer"],
  ] as const) {
    const names = await resolveNames(
      sql,
      what,
      open().map((r) => r.draft[field]),
      answers,
    );
    asked.push(...names.asked);
    for (const row of open()) {
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
  const sources = await findSources(
    sql,
    run,
    open().map((r) => r.draft.source),
  );
  for (const row of open()) {
    const source = sources.get(sourceKey(row.draft.source));
    if (source && !source.ok) settle(row, "refused", source.message, columnOf(mapping, source.field));
  }
  const groups = groupsOf(open(), slugs);
  const sourceOf = (draft: ClaimDraft) => {
    const found = sources.get(sourceKey(draft.source));
    if (!found?.ok) throw new Error("A row went on without its source.");
    return found;
  };
  const claims =
    kind === "statuses"
      ? await knownStatuses(sql, run, groups, sourceOf)
      : await knownListings(sql, run, groups, sourceOf);
  const made = new Map<string, Record<string, unknown>>();
  for (const { rows: of } of claims.used) {
    for (const row of of) {
      const source = row.draft && sourceOf(row.draft);
      if (source?.made) made.set(source.slug, source.made);
    }
  }
  const commands: Command[] = [];
  const byRow = new Map<Command["id"], ClaimRow[]>();
  for (const { sent, rows: of } of [
    ...[...made.values()].map((sent) => ({
      sent,
      rows: rowsOfSource(claims.used, sent.slug as string, sourceOf),
    })),
    ...claims.commands,
  ]) {
    const read = parseCommand(sent);
    if (read.ok) {
      commands.push(read.command);
      byRow.set(read.command.id, of);
      continue;
    }
    const [first] = read.refusals;
    for (const row of of)
      settle(row, "refused", first ? `${first.field ?? ""}: ${first.message}` : "This cannot be recorded.");
  }
  const broken: Record<string, number> = {};
  if (kind === "statuses") {
    for (const { id, refusal, broken: codes } of await judgeClaims(db, commands)) {
      for (const row of byRow.get(id) ?? [])
        if (refusal) settle(row, "refused", refusal, columnOf(mapping, "status"));
      if (!refusal) for (const code of codes) broken[code] = (broken[code] ?? 0) + 1;
    }
  }
  const refused = new Set(
    [...byRow].filter(([, of]) => of.some((r) => r.outcome === "refused")).map(([id]) => id),
  );
  const kept = commands.filter((c) => !refused.has(c.id));
  return {
    commands: kept,
    rows: all,
    asked,
    summary: { ...summaryOf(all, kept, asked, answers), broken },
  };
}

const rowsOfSource = (
  used: readonly { readonly rows: ClaimRow[] }[],
  slug: string,
  sourceOf: (draft: ClaimDraft) => { slug: string },
): ClaimRow[] =>
  used.flatMap((g) => g.rows).filter((r) => r.draft !== null && sourceOf(r.draft).slug === slug);

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
