import type { Attribution, Reason, StatementStance, Status } from "@/domain/status";

/** A place of the text as it was given: characters from `start` up to, not including, `end` (UTF-16 units), and its words. */
export type Passage = { readonly start: number; readonly end: number; readonly text: string };

/** A date with the words that it came from. `edtf` in the record's subset. */
export type ProposedDate = {
  readonly edtf: string;
  readonly words: string | null;
  readonly passage: Passage | null;
};

/** A device: of the record, all of a maker's, or one that the record lacks. */
export type ProposedDevice =
  | { readonly kind: "known"; readonly slug: string; readonly name: string }
  | { readonly kind: "brand"; readonly maker: string; readonly name: string }
  | { readonly kind: "new"; readonly name: string; readonly maker: string | null };

export type Option = { readonly slug: string; readonly name: string };

/** What the text leaves open; the options as far as the record has them. */
export type Question = {
  readonly about: "device" | "seller" | "date";
  readonly says: string;
  readonly options: readonly Option[];
};

export type ProposedEvidence = {
  readonly attribution: Attribution;
  readonly speaker: string | null;
  readonly quote: string | null;
  /** Publishers on whose report it rests. Empty: its own reporting, or, if `retold`, reports that it does not name. */
  readonly upstream: readonly string[];
  readonly retold: boolean;
};

/** `country`: ISO 3166-1, where the record says it. */
export type ProposedSeller = {
  readonly kind: "carrier" | "retailer";
  readonly slug: string;
  readonly name: string;
  readonly country: string | null;
};

/** A status of one device at one carrier, or its place on a retailer's shelf. */
export type ProposedChange = {
  readonly id: string;
  readonly device: ProposedDevice;
  readonly seller: ProposedSeller;
  readonly status: Status;
  readonly delayed: boolean;
  readonly exclusive: boolean;
  readonly effective: ProposedDate;
  readonly target: ProposedDate | null;
  readonly reasons: readonly Reason[];
  readonly evidence: ProposedEvidence;
  readonly salience: "main" | "background";
  readonly passage: Passage;
  /** Further places that say the same. */
  readonly also: readonly Passage[];
  readonly rule: string;
  readonly questions: readonly Question[];
};

/** What a party said. */
export type ProposedStatement = {
  readonly id: string;
  readonly org: {
    readonly kind: "manufacturer" | "carrier" | "retailer";
    readonly slug: string;
    readonly name: string;
  };
  readonly speaker: string;
  readonly stance: StatementStance;
  readonly quote: string | null;
  readonly about: {
    readonly device: Option | null;
    readonly carrier: Option | null;
    readonly manufacturer: Option | null;
  };
  readonly passage: Passage;
  readonly rule: string;
};

/** The article as a source. */
export type ProposedSource = {
  readonly publisher: string | null;
  readonly title: string | null;
  readonly author: string | null;
  /** EDTF; null when neither given nor found. */
  readonly published: string | null;
};

/** A report that the text rests on; `published` where the text says when. */
export type ProposedUpstream = {
  readonly publisher: string;
  readonly published: ProposedDate | null;
  readonly passage: Passage;
};

/** A passage that looks like a claim and is none, and why. */
export type NotRead = { readonly passage: Passage; readonly why: string };

export type Reading = {
  readonly source: ProposedSource;
  readonly upstream: readonly ProposedUpstream[];
  readonly changes: readonly ProposedChange[];
  readonly statements: readonly ProposedStatement[];
  readonly notRead: readonly NotRead[];
};

export type ReadingOutcome =
  | { readonly ok: true; readonly reading: Reading }
  | { readonly ok: false; readonly message: string };
