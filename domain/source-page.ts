import type { DealRef } from "./change-rows";
import type { Evidence, Id, Source, SourceGraph } from "./claims";
import type { Named } from "./deal-rows";
import { compareDays, type Day, type Edtf, type Instant } from "./edtf";
import { grouped } from "./grouped";
import type { MakerRef } from "./policy";
import { type Effect, effectOf, FALLS, type Fall, type Way, wayTo } from "./resting";
import type { Certainty, SourceKind, StatementStance, Status } from "./status";
import { isPublishedBy, isSourceRetracted, type Knowledge } from "./visibility";

/** What the page of a source shows, folded from what leads to it under a view. */

/** A standing status claim with its evidence as it stands under the view. */
export type SourcedStatus = {
  readonly id: Id;
  readonly dealId: Id;
  readonly deal: DealRef;
  readonly status: Status;
  readonly effective: Edtf;
  readonly evidence: readonly Evidence[];
};
/** A standing listing, likewise. */
export type SourcedListing = {
  readonly id: Id;
  readonly device: Named;
  readonly retailer: Named;
  readonly market: string;
  readonly from: Edtf;
  readonly to: Edtf | null;
  readonly evidence: readonly Evidence[];
};

/** A standing statement with the names of what it is about. */
export type StatementLine = {
  readonly id: Id;
  readonly speaker: string;
  readonly org: string;
  readonly date: Edtf;
  readonly stance: StatementStance;
  readonly quote: string | null;
  readonly summary: string;
  readonly about: {
    readonly device: Named | null;
    readonly carrier: Named | null;
    readonly manufacturer: Named | null;
    readonly policyAction: Named | null;
  };
  readonly source: { readonly slug: string; readonly publisher: string; readonly published: Edtf };
};

/** What a source's text was from an instant on. */
export type SourceVersion = {
  readonly version: number;
  readonly at: Instant;
  readonly by: string;
  readonly text: SourceText;
};
export type SourceText = {
  readonly publisher: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly author: string | null;
  /** EDTF, as written. */
  readonly published: string;
  readonly kind: SourceKind;
  readonly lang: string;
  readonly seen: boolean;
};

/** Status of a deal on the view's day. */
export type DealToday = {
  /** The claim that the status rests on. */
  readonly claim: Id;
  readonly status: Status;
  readonly certain: boolean;
  readonly certainty: Certainty;
  readonly disputed: boolean;
  readonly stale: boolean;
};

/** What is read: everything that leads to the source, and what it needs to be judged. */
export type SourceRecord = {
  readonly source: Source;
  readonly versions: readonly SourceVersion[];
  readonly policies: readonly (MakerRef & { readonly date: Edtf })[];
  readonly graph: SourceGraph;
  readonly statuses: readonly SourcedStatus[];
  readonly listings: readonly SourcedListing[];
  readonly statements: readonly StatementLine[];
  /** Of those at most 200 are read. */
  readonly statementsTotal: number;
  /** Claims that lead to it and were too many to read. */
  readonly left: number;
};

export type Lead = { readonly evidence: Evidence; readonly way: Way };

/** A claim that rests on the source: the pieces that lead there, and what would become of it. */
export type Resting<C> = { readonly claim: C; readonly leads: readonly Lead[]; readonly effect: Effect };

/** Another source beside this one, and how many of the status claims here come through it. */
export type Neighbour = { readonly source: Source; readonly direct: boolean; readonly claims: number };

export type SourceWeight = SourceRecord & {
  /** What loses most comes first, then in the order of the world. */
  readonly claims: readonly Resting<SourcedStatus>[];
  readonly offers: readonly Resting<SourcedListing>[];
  /** Claims that it disputes or does not comment on, and does not support. */
  readonly against: readonly Resting<SourcedStatus>[];
  /** What it rests on, and what rests on it, the earliest first. `direct`: without another in between. */
  readonly upstream: readonly Neighbour[];
  readonly downstream: readonly Neighbour[];
  readonly retracted: boolean;
  /** Its publication is known under the view. */
  readonly published: boolean;
};

/** Folds what leads to a source under a view. */
export function weighSource(read: SourceRecord, view: Knowledge): SourceWeight {
  const record = asKnown(read, view);
  const { source, graph } = record;
  const way = wayTo(source.id, graph, view);
  const effect = effectOf(source.id, graph, view);
  const leadsOf = (evidence: readonly Evidence[]): Lead[] =>
    evidence.flatMap((e) => {
      const found = way(e);
      return found ? [{ evidence: e, way: found }] : [];
    });
  const rest = <C extends { evidence: readonly Evidence[] }>(claim: C): Resting<C> => ({
    claim,
    leads: leadsOf(claim.evidence),
    effect: effect(claim.evidence),
  });
  const supports = ({ leads }: { leads: readonly Lead[] }) =>
    leads.some(({ evidence }) => evidence.stance === "supports");
  const all = record.statuses.map(rest);
  const claims = inOrder(all.filter(supports), (c) => c.effective.earliest);
  const offers = inOrder(record.listings.map(rest).filter(supports), (c) => c.from.earliest);
  const against = all.filter((c) => !supports(c) && c.leads.length > 0);
  return {
    ...record,
    claims,
    offers,
    against,
    ...neighbours(record, claims, offers, view),
    retracted: isSourceRetracted(source.id, graph, view),
    published: isPublishedBy(source.published.latest, view.known),
  };
}

/** A source that was taken back later than the view knows is not marked as taken back. */
function asKnown(record: SourceRecord, view: Knowledge): SourceRecord {
  const { graph } = record;
  const known = (source: Source): Source =>
    isSourceRetracted(source.id, graph, view) ? source : { ...source, retracted: null };
  const sources = new Map([...graph.sources].map(([id, source]) => [id, known(source)]));
  return { ...record, source: known(record.source), graph: { ...graph, sources } };
}

function inOrder<C>(resting: readonly Resting<C>[], dayOf: (claim: C) => Day): Resting<C>[] {
  return [...resting].sort(
    (a, b) =>
      FALLS.indexOf(a.effect.fall) - FALLS.indexOf(b.effect.fall) ||
      compareDays(dayOf(a.claim), dayOf(b.claim)),
  );
}

/** How many of these are in each part. */
export const fallCounts = (resting: readonly Resting<unknown>[]): Readonly<Record<Fall, number>> => {
  const by = grouped(resting, ({ effect }) => effect.fall);
  return {
    alone: by.get("alone")?.length ?? 0,
    weaker: by.get("weaker")?.length ?? 0,
    same: by.get("same")?.length ?? 0,
  };
};

type AnyResting = Resting<{ readonly evidence: readonly Evidence[] }>;

/** Whom it rests on and who rests on it: by citations, and by what pieces of evidence say for their claims. */
function neighbours(
  { source, graph }: SourceRecord,
  claims: readonly AnyResting[],
  offers: readonly AnyResting[],
  view: Knowledge,
) {
  const id = source.id;
  const standing = graph.citations.filter(
    ({ recordedAt, retractedAt }) =>
      isIn(recordedAt, view) && !(retractedAt !== null && isIn(retractedAt, view)),
  );
  const via = (e: Evidence): readonly Id[] => (Array.isArray(e.via) ? e.via : []);
  const leads = [...claims, ...offers].flatMap((r) => r.leads);
  const cites = new Set([
    ...standing.filter((c) => c.citing === id).map((c) => c.cited),
    ...leads.flatMap(({ way, evidence }) => (way === "own" ? via(evidence) : [])),
  ]);
  const citedBy = new Set([
    ...standing.filter((c) => c.cited === id).map((c) => c.citing),
    ...leads.flatMap(({ way, evidence }) => (way === "via" ? [evidence.source] : [])),
  ]);
  const up = closure(cites, (at) => standing.filter((c) => c.citing === at).map((c) => c.cited));
  const down = closure(citedBy, (at) => standing.filter((c) => c.cited === at).map((c) => c.citing));
  for (const { way, evidence } of leads) if (way !== "own") down.add(evidence.source);
  const told = new Map<Id, Set<unknown>>();
  for (const { claim, leads: own } of claims) {
    for (const { evidence } of own)
      told.set(evidence.source, (told.get(evidence.source) ?? new Set()).add(claim));
  }
  const shown = (ids: ReadonlySet<Id>, direct: ReadonlySet<Id>): Neighbour[] =>
    [...ids]
      .flatMap((at) => (at === id ? [] : (graph.sources.get(at) ?? [])))
      .filter((s) => isPublishedBy(s.published.latest, view.known))
      .map((s) => ({ source: s, direct: direct.has(s.id), claims: told.get(s.id)?.size ?? 0 }))
      .sort(
        (a, b) =>
          Number(b.direct) - Number(a.direct) ||
          compareDays(a.source.published.latest, b.source.published.latest) ||
          (a.source.slug < b.source.slug ? -1 : 1),
      );
  return { upstream: shown(up, cites), downstream: shown(down, citedBy) };
}

const isIn = (at: Instant, { record }: Knowledge) => record === null || Date.parse(at) <= Date.parse(record);

function closure(start: ReadonlySet<Id>, step: (id: Id) => readonly Id[]): Set<Id> {
  const all = new Set(start);
  for (const id of all) for (const next of step(id)) all.add(next);
  return all;
}

/** What an edit changed: the field, and its text before and after; "" is nothing. */
export type FieldEdit = { readonly field: keyof SourceText; readonly before: string; readonly after: string };

const FIELDS = [
  "publisher",
  "title",
  "author",
  "url",
  "published",
  "kind",
  "lang",
  "seen",
] as const satisfies readonly (keyof SourceText)[];

/** The fields that differ between two texts of a source. */
export function editsBetween(before: SourceText, after: SourceText): FieldEdit[] {
  const said = (value: string | boolean | null) =>
    typeof value === "boolean" ? (value ? "yes" : "no") : (value ?? "");
  return FIELDS.filter((field) => before[field] !== after[field]).map((field) => ({
    field,
    before: said(before[field]),
    after: said(after[field]),
  }));
}
