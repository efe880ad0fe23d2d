/** The answer to each expected failure and its HTTP status (docs/promises.md, Bad input). */
export const REFUSAL_STATUS = {
  malformed: 400,
  "unknown-field": 400,
  invalid: 422,
  "invalid-date": 422,
  "invalid-url": 422,
  "unknown-reference": 422,
  "ambiguous-reference": 422,
  "duplicate-name": 422,
  "note-needed": 422,
  "evidence-needed": 422,
  "id-reused": 422,
  "import-refused": 422,
  "not-signed-in": 401,
  "not-allowed": 403,
  "other-site": 403,
  "not-found": 404,
  "wrong-method": 405,
  conflict: 409,
  "needs-review": 409,
  "too-large": 413,
  "wrong-type": 415,
  "version-needed": 428,
  "too-many": 429,
  unavailable: 503,
} as const;
export type RefusalCode = keyof typeof REFUSAL_STATUS;

/** Something that the asker may have meant. */
export type Near = { readonly slug: string; readonly name: string };

/** What a code carries beside its sentence. */
type Details = {
  "unknown-reference": { readonly near: readonly Near[] };
  "ambiguous-reference": { readonly near: readonly Near[] };
  "duplicate-name": { readonly existing: Near | null };
  /** Both texts of a stale save: what stands now, what was sent. JSON values, for people to compare. */
  conflict: { readonly current: unknown; readonly yours: unknown };
  /** Ids of the rules that ask for a second person: the same commands may be proposed. */
  "needs-review": { readonly rules: readonly string[] };
  "import-refused": {
    readonly total: number;
    readonly problems: readonly { line: number; column?: number; message: string }[];
  };
  "too-many": { readonly retryAfterSeconds: number };
  unavailable: { readonly retryAfterSeconds: number };
};

type RefusalOf<C extends RefusalCode> = {
  readonly code: C;
  /** What is wrong and what would be right, in one sentence, for people. */
  readonly message: string;
  /** Where: "effective", "evidence.0.quote"; absent when it is no one field. */
  readonly field?: string;
} & (C extends keyof Details ? { readonly details: Details[C] } : unknown);

/** An expected failure, as a value. */
export type Refusal = { [C in RefusalCode]: RefusalOf<C> }[RefusalCode];

/** What anything that may be refused returns. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

export const httpStatusOf = (refusal: Refusal): number => REFUSAL_STATUS[refusal.code];
