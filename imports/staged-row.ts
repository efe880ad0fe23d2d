import { parseEdtf } from "@/domain/edtf";
import { tidy } from "@/domain/import";
import { nameKey, nameProblem, textProblem } from "@/domain/names";
import type { AliasKind } from "@/domain/status";
import type { FileRecord } from "./records";

export type StagedAlias = { readonly kind: AliasKind; readonly text: string; readonly key: string };

/** A row of a file as the matching wants it: named, keyed, and with what is wrong with it. */
export type StagedRow = {
  readonly line: number;
  readonly cells: readonly string[];
  /** Decided by the row alone; null: the record has a say. */
  readonly outcome: "refused" | "left-out" | null;
  readonly reason: string | null;
  /** The column that is wrong, from 1. */
  readonly column: number | null;
  /** Devices: the maker's name; carriers: the country. */
  readonly owner: string | null;
  readonly ownerKey: string | null;
  readonly name: string | null;
  readonly nameKey: string | null;
  /** Other keys under which the record may have it. */
  readonly otherKeys: readonly string[];
  /** The address name that it says to be. */
  readonly ident: string | null;
  /** What the list knows it by, the same in each of its issues. */
  readonly listKey: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly aliases: readonly StagedAlias[];
};

const NAME_LIMIT = 200;

/** Collects what one record says; the first thing that is wrong decides. */
export class RowDraft {
  #outcome: StagedRow["outcome"] = null;
  #reason: string | null = null;
  #column: number | null = null;
  readonly #aliases: StagedAlias[] = [];

  constructor(private readonly record: FileRecord) {
    if (record.problem) this.refuse(record.problem.message, record.problem.column);
  }

  refuse(message: string, column?: number): null {
    if (this.#outcome === null) {
      this.#outcome = "refused";
      this.#reason = message;
      this.#column = column ?? null;
    }
    return null;
  }

  leaveOut(reason: string): null {
    if (this.#outcome === null) {
      this.#outcome = "left-out";
      this.#reason = reason;
    }
    return null;
  }

  /** A name as the record would take it; null, and the row is refused, when it would not. */
  name(raw: string, column: number | undefined, what: string): string | null {
    const text = tidy(raw);
    if (text === "") return this.refuse(`${what} is empty.`, column);
    const problem = textProblem(text, NAME_LIMIT) ?? nameProblem(text);
    return problem ? this.refuse(`${what}: ${problem}`, column) : text;
  }

  text(raw: string, column: number | undefined, what: string, limit = NAME_LIMIT): string | null {
    const text = tidy(raw);
    if (text === "") return null;
    const problem = textProblem(text, limit);
    return problem ? this.refuse(`${what}: ${problem}`, column) : text;
  }

  alias(kind: AliasKind, raw: string, column: number | undefined, what: string): void {
    if (tidy(raw) === "") return;
    const text = this.name(raw, column, what);
    if (text === null) return;
    const key = nameKey(text);
    if (!this.#aliases.some((a) => a.kind === kind && a.key === key)) this.#aliases.push({ kind, text, key });
  }

  /** EDTF, as it will be kept. */
  date(raw: string, column: number | undefined): string | null {
    const text = tidy(raw);
    if (text === "") return null;
    const read = parseEdtf(text);
    return read.ok ? read.value.text : this.refuse(read.message, column);
  }

  country(raw: string, column: number | undefined): string | null {
    const text = tidy(raw).toUpperCase();
    if (text === "") return null;
    return /^[A-Z]{2}$/.test(text)
      ? text
      : this.refuse("A country is two letters, such as US (ISO 3166-1).", column);
  }

  slug(raw: string, column: number | undefined): string | null {
    const text = tidy(raw);
    if (text === "") return null;
    return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && text.length <= 100
      ? text
      : this.refuse("An address name has small letters, digits and single hyphens, at most 100.", column);
  }

  oneOf<T extends string>(
    raw: string,
    column: number | undefined,
    set: readonly T[],
    what: string,
  ): T | null {
    const text = tidy(raw);
    if (text === "") return null;
    const found = set.find((one) => one.toLowerCase() === text.toLowerCase());
    return found ?? this.refuse(`${what} is one of: ${set.join(", ")}.`, column);
  }

  done(
    row: Partial<Omit<StagedRow, "line" | "cells" | "outcome" | "reason" | "column" | "aliases">>,
  ): StagedRow {
    return {
      line: this.record.line,
      cells: this.record.cells,
      outcome: this.#outcome,
      reason: this.#reason,
      column: this.#column,
      owner: null,
      ownerKey: null,
      name: null,
      nameKey: null,
      otherKeys: [],
      ident: null,
      listKey: null,
      fields: {},
      aliases: this.#aliases,
      ...row,
    };
  }
}
