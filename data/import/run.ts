import type { Client } from "@/data/db";
import type { Id } from "@/domain/claims";
import type { ImportSummary } from "@/domain/import";
import { listOf, type Mapping } from "@/formats/import-presets";
import { DEFAULT_OPTIONS, type ImportOptions, type Reading } from "@/formats/import-run";
import type { PlanInput } from "./plan";
import type { Sql } from "./sql";

/** A run as whoever works on it needs it. */
export type Run = {
  readonly id: Id;
  readonly reading: Reading;
  readonly mapping: Mapping;
  readonly options: ImportOptions;
  readonly summary: ImportSummary | null;
  readonly startedById: Id;
  readonly fileName: string;
  readonly byteSize: number;
  readonly sha256: string;
  /** How often this work was begun, this time included. */
  readonly attempts: number;
};

export type Hands = {
  /** For progress and state, seen by others at once. */
  readonly db: Client;
  /** For the work itself, in transactions of its own. */
  readonly sql: Sql;
  /** Rows at most; null on the command line. */
  readonly limit: number | null;
  /** The process ends: what is under way is undone and waits for another one. */
  readonly signal?: AbortSignal;
};

/** How work is broken off: the connections that are cancelled, none once the record has taken it; and the look in between. */
export type Breaking = { pids: readonly number[]; readonly stop: () => void };

/** A run with its stored values as they are used. @throws when there is none */
export async function runFor(db: Client, id: Id): Promise<Run> {
  const row = await db.importRun.findUniqueOrThrow({ where: { id } });
  return {
    ...row,
    reading: row.reading as unknown as Reading,
    mapping: row.mapping as unknown as Mapping,
    options: { ...DEFAULT_OPTIONS, ...(row.options as Partial<ImportOptions>) },
    summary: row.summary as unknown as ImportSummary | null,
  };
}

/** Whether a file says what happened, not only what there is: then it goes through the door. */
export const isOfClaims = ({ kind }: Mapping): boolean => kind === "statuses" || kind === "listings";

/** What planning needs to know of a run. */
export const inputOf = ({ id, mapping, reading, options }: Run): PlanInput => ({
  run: id,
  mapping,
  list: listOf(mapping, reading.head),
  defaults: options,
});
