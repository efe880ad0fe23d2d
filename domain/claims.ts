import type { Day, Edtf, Instant } from "./edtf";
import type { Attribution, Reason, SourceKind, Stance, StatementStance, Status, Verb } from "./status";

/** Identity of a row: a UUID in lower case. */
export type Id = string;

/** Who recorded something, as readers may see it. */
export type Recorded = { readonly at: Instant; readonly by: string; readonly commandId: Id };

/** A retraction closes a claim without a successor: it was never right. */
export type Retraction = { readonly recorded: Recorded; readonly reason: string };

/**
 * One publication. `published` is EDTF; an imprecise publication counts by its latest day.
 * `retracted` is the mark "the publisher took it back", from `on` (a day the public could know) and recorded at `at`.
 */
export type Source = {
  readonly id: Id;
  readonly slug: string;
  readonly publisher: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly author: string | null;
  readonly published: Edtf;
  readonly kind: SourceKind;
  readonly lang: string;
  /** false: an upstream report that nobody here has read. */
  readonly seen: boolean;
  readonly retracted: { readonly on: Edtf; readonly at: Instant; readonly reason: string } | null;
};

/** "citing rests on cited", itself a claim: published with the citing source, recorded at its own instant. */
export type Citation = {
  readonly citing: Id;
  readonly cited: Id;
  readonly recordedAt: Instant;
  readonly retractedAt: Instant | null;
};

/** Ties a claim to a source. `via`: the sources this source rests on for this claim; null: the source's citations hold. */
export type Evidence = {
  readonly id: Id;
  readonly source: Id;
  readonly stance: Stance;
  readonly attribution: Attribution;
  readonly speaker: string | null;
  readonly quote: string | null;
  readonly via: readonly Id[] | "not-named" | null;
  readonly recorded: Recorded;
  readonly retraction: Retraction | null;
};

/** What any superseding claim has. `supersedes` names the claim that this one closes (a correction, an end of sale). */
type Claim = {
  readonly id: Id;
  /** Position in the record; breaks every remaining tie. */
  readonly seq: number;
  readonly verb: Verb;
  readonly supersedes: Id | null;
  /** Why the superseded claim was wrong; null for `record`. */
  readonly correctionReason: string | null;
  readonly recorded: Recorded;
  readonly retraction: Retraction | null;
};

/** A claim that a deal took a status from a date on. */
export type StatusClaim = Claim & {
  readonly deal: Id;
  readonly status: Status;
  readonly effective: Edtf;
  /** The source's own words for the date: "earlier this month". */
  readonly effectiveWords: string | null;
  /** `planned` only: when sale was to begin. */
  readonly target: Edtf | null;
  readonly targetWords: string | null;
  readonly reasons: readonly Reason[];
  readonly exclusive: boolean | null;
  readonly policyActions: readonly Id[];
  readonly note: string | null;
  readonly evidence: readonly Evidence[];
};

/** A device on sale at a retailer in a country. */
export type Listing = Claim & {
  readonly device: Id;
  readonly retailer: Id;
  readonly market: string;
  readonly from: Edtf;
  readonly to: Edtf | null;
  readonly note: string | null;
  readonly evidence: readonly Evidence[];
};

/** What a party said. At least one of `about` is set. */
export type Statement = Claim & {
  readonly speaker: string;
  readonly org: string;
  readonly date: Edtf;
  readonly about: {
    readonly device: Id | null;
    readonly carrier: Id | null;
    readonly manufacturer: Id | null;
    readonly policyAction: Id | null;
  };
  readonly stance: StatementStance;
  readonly quote: string | null;
  readonly summary: string;
  readonly source: Id;
};

/** Everything that the pure functions need to judge claims: sources by id, and who cites whom. */
export type SourceGraph = {
  readonly sources: ReadonlyMap<Id, Source>;
  readonly citations: readonly Citation[];
};

/**
 * How the record is looked at (docs/model.md, Three times). `on`: a day of the world. `known`: only what was published by
 * that day; null is "now", everything. `record`: only what was recorded by that instant; null is "now".
 */
export type View = { readonly on: Day; readonly known: Day | null; readonly record: Instant | null };
