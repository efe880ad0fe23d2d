import type { Id } from "@/domain/claims";
import type { RowOutcome } from "@/domain/import";
import { type ClaimDraft, readClaim } from "@/formats/import-claims";
import type { Mapping } from "@/formats/import-presets";
import { FileRefused } from "@/imports/file-refused";
import { rows, type Sql } from "./sql";

/**
 * Files of claims go through the door's own handlers, one command a claim: rules about a deal's history do not come in
 * sets. So they are shorter than lists of things.
 */
const MOST = 10_000;

/** One row on its way to a command. */
export type ClaimRow = {
  readonly n: number;
  readonly line: number;
  draft: ClaimDraft | null;
  outcome: RowOutcome | null;
  reason: string;
  column: number | null;
  device: Id | null;
  place: Id | null;
};

/** Rows that say one claim, first one first. */
export type ClaimGroup = {
  readonly rows: ClaimRow[];
  readonly draft: ClaimDraft;
  readonly deviceSlug: string;
  readonly placeSlug: string;
};

/** What becomes of a row; a refusal is final. */
export function settle(
  row: ClaimRow,
  outcome: RowOutcome,
  reason: string,
  column: number | null = null,
): void {
  if (row.outcome === "refused") return;
  row.outcome = outcome;
  row.reason = reason;
  row.column = column;
}

/** The column of a field, from 1. */
export const columnOf = (mapping: Mapping, field: string): number | null => {
  const at = mapping.columns.indexOf(field);
  return at < 0 ? null : at + 1;
};

/** The staged rows as drafts of claims. @throws FileRefused when there are more than go through the door at once */
export async function readRows(
  sql: Sql,
  run: Id,
  kind: "statuses" | "listings",
  mapping: Mapping,
): Promise<ClaimRow[]> {
  const staged = await rows<{
    n: number;
    line: number;
    fields: Record<string, string>;
    fixed: boolean;
    reason: string | null;
  }>(sql, "SELECT n, line, fields, fixed, reason FROM import_row WHERE import_id = $1 ORDER BY n LIMIT $2", [
    run,
    MOST + 1,
  ]);
  if (staged.length > MOST) {
    const message = `A file of claims has at most ${MOST.toLocaleString("en-GB")} rows. Split it.`;
    throw new FileRefused({ line: staged.at(-1)?.line ?? 1, message });
  }
  return staged.map(({ n, line, fields, fixed, reason }) => {
    const row: ClaimRow = {
      n,
      line,
      draft: null,
      outcome: null,
      reason: "",
      column: null,
      device: null,
      place: null,
    };
    if (fixed) return { ...row, outcome: "refused", reason: reason ?? "" };
    const read = readClaim(kind, fields);
    if (read.ok) row.draft = read.draft;
    else settle(row, "refused", read.message, columnOf(mapping, read.field));
    return row;
  });
}

/** Rows that say one claim, together; a row that says all of another's is a duplicate. */
export function groupsOf(
  open: readonly (ClaimRow & { draft: ClaimDraft })[],
  slugs: ReadonlyMap<Id, string>,
): ClaimGroup[] {
  const groups = new Map<string, ClaimGroup>();
  const seen = new Map<string, number>();
  for (const row of open) {
    const same = JSON.stringify([row.draft, row.device, row.place]);
    const before = seen.get(same);
    if (before !== undefined) {
      settle(row, "duplicate", `Says the same as line ${before}.`);
      continue;
    }
    seen.set(same, row.line);
    const { draft } = row;
    const what =
      draft.kind === "status" ? [draft.status, draft.effective, draft.target] : [draft.market, draft.from];
    const key = JSON.stringify([row.device, row.place, ...what]);
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else
      groups.set(key, {
        rows: [row],
        draft,
        deviceSlug: slugs.get(row.device ?? "") ?? "",
        placeSlug: slugs.get(row.place ?? "") ?? "",
      });
  }
  return [...groups.values()];
}
