import type { ThingKind } from "@/domain/status";

/** What a form of the editor's desk consists of. One component draws them all; one action reads them all. */

export type Choice = { readonly value: string; readonly word: string; readonly meaning?: string };

type Base = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
};

export type FieldSpec = Base &
  (
    | { readonly type: "text" | "url"; readonly max: number }
    | { readonly type: "long"; readonly max: number; readonly rows: number }
    | { readonly type: "date" }
    | { readonly type: "select" | "status"; readonly options: readonly Choice[] }
    | { readonly type: "checks"; readonly options: readonly Choice[] }
    | { readonly type: "check" }
    /** One thing of the record; several, one a line. */
    | { readonly type: "ref" | "refs"; readonly kind: ThingKind }
    /** Other names, one a line; "model: BLA-A09" gives a kind. */
    | { readonly type: "aliases" }
    | { readonly type: "evidence" }
  );

/** Names of a row of evidence: `evidence.0.source`. */
export const evidenceName = (row: number, part: string): string => `evidence.${row}.${part}`;
const MAX_EVIDENCE = 30;

/** How many rows of evidence a form has; `more`: and so many besides, up to the most. */
export const evidenceRows = (values: Readonly<Record<string, string>>, more = 0): number =>
  Math.min((Number.parseInt(values.evidenceCount ?? "1", 10) || 1) + more, MAX_EVIDENCE);

/** Lines of a field, without empty ones. */
export const linesOf = (text: string | undefined): string[] =>
  (text ?? "")
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
