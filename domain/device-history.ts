import type { CertaintyJudgement } from "./certainty";
import { judgeFor } from "./certainty";
import { publishedOn, visibleChain } from "./chains";
import type { Id, Listing, Source, SourceGraph, Statement, StatusClaim, View } from "./claims";
import { compareInstants, type Day, type Edtf, type Instant } from "./edtf";
import { grouped } from "./grouped";
import { type HistoryEntry, historyOf, type StatusOnDay, statusOn } from "./history";
import { lastHeardOf, type Staleness, staleness } from "./stale";
import type { AliasKind, CarrierKind, DeviceKind, RetailerKind } from "./status";
import { isPublishedBy, isRecordedBy, isVisible, publicationOf } from "./visibility";

/** What the pages of a device and of a deal show, folded from claims under a view. */

export type CarrierRef = {
  readonly id: Id;
  readonly slug: string;
  readonly name: string;
  readonly country: string;
  readonly kind: CarrierKind;
  readonly host: { readonly slug: string; readonly name: string } | null;
};
export type RetailerRef = {
  readonly id: Id;
  readonly slug: string;
  readonly name: string;
  readonly kind: RetailerKind;
};
export type DeviceRef = {
  readonly id: Id;
  readonly slug: string;
  readonly name: string;
  readonly kind: DeviceKind;
  readonly announced: Edtf | null;
  readonly aliases: readonly { readonly kind: AliasKind; readonly text: string }[];
  readonly manufacturer: { readonly id: Id; readonly slug: string; readonly name: string };
};
export type PolicyRef = {
  readonly id: Id;
  readonly slug: string;
  readonly title: string;
  readonly issuer: string;
  readonly date: Edtf;
  readonly summary: string;
  readonly createdAt: Instant;
};

/** One deal: all its claims as recorded, and its history, status and statements under the view. */
export type DealLane = {
  readonly deal: Id;
  readonly carrier: CarrierRef;
  readonly claims: readonly StatusClaim[];
  readonly history: readonly HistoryEntry[];
  /** The status on the day looked at. */
  readonly now: StatusOnDay | null;
  readonly stale: Staleness | null;
  readonly statements: readonly Statement[];
};

/** A listing that stands under the view. */
export type ListingEntry = {
  readonly listing: Listing;
  readonly published: Day;
  readonly certainty: CertaintyJudgement;
};
export type RetailerLane = {
  readonly retailer: RetailerRef;
  readonly market: string;
  readonly entries: readonly ListingEntry[];
};

export type DeviceHistory = {
  readonly device: DeviceRef;
  readonly lanes: readonly DealLane[];
  readonly retailers: readonly RetailerLane[];
  /** All versions of its listings, for what one replaced. */
  readonly listings: readonly Listing[];
  /** About this device, at none of its carriers. */
  readonly statements: readonly Statement[];
  /** About the manufacturer as a whole: they matter where they fall into the device's time. */
  readonly around: readonly Statement[];
  readonly policies: readonly PolicyRef[];
  readonly graph: SourceGraph;
  /** What the claims, listings and statements of the page rest on, the earliest first. */
  readonly sources: readonly Source[];
  /** The last thing recorded about the device by the view's instant; null: nothing. */
  readonly lastRecorded: Instant | null;
};

/** The rows that a device's history is folded from: everything ever recorded. */
export type DeviceRecord = {
  readonly device: DeviceRef;
  readonly deals: readonly { readonly id: Id; readonly carrier: CarrierRef }[];
  readonly claims: readonly StatusClaim[];
  readonly listings: readonly (Listing & { readonly at: RetailerRef })[];
  readonly statements: readonly Statement[];
  readonly policies: readonly PolicyRef[];
  readonly graph: SourceGraph;
};

/** Folds a deal's claims under a view. `statements` must be visible ones. */
export function laneOf(
  deal: { readonly id: Id; readonly carrier: CarrierRef },
  claims: readonly StatusClaim[],
  statements: readonly Statement[],
  graph: SourceGraph,
  view: View,
): DealLane {
  const history = historyOf(claims, graph, view);
  const now = statusOn(history, view.on);
  // Where all evidence was taken back, the claim's own publication is the last thing heard.
  const lastHeard = lastHeardOf(history, graph, view) ?? now?.entry.published;
  const stale =
    now && lastHeard
      ? staleness({ status: now.status, target: now.claim.target, lastHeard, on: view.on })
      : null;
  return { deal: deal.id, carrier: deal.carrier, claims, history, now, stale, statements };
}

/** Folds everything about a device under a view. */
export function foldDevice(record: DeviceRecord, view: View): DeviceHistory {
  const { device, graph } = record;
  const statements = visibleChain(record.statements, view, (s) => publicationOf(s.source, graph));
  const claims = grouped(record.claims, (c) => c.deal);
  const said = grouped(statements, (s) => s.about.carrier);
  // A deal that the record did not have yet is no lane: a link with `record` in it does not learn of it.
  const isOnRecord = ({ id }: { readonly id: Id }) =>
    view.record === null || claims.get(id)?.some((c) => isRecordedBy(c.recorded.at, view.record));
  const lanes = record.deals
    .filter(isOnRecord)
    .map((deal) => laneOf(deal, claims.get(deal.id) ?? [], said.get(deal.carrier.id) ?? [], graph, view));
  const atLane = new Set(lanes.flatMap((lane) => lane.statements.map((s) => s.id)));
  const others = statements.filter((s) => !atLane.has(s.id));
  const retailers = retailerLanes(record, view);
  const shown = [...others.filter((s) => s.about.device !== null), ...lanes.flatMap((l) => l.statements)];
  return {
    device,
    lanes,
    retailers,
    listings: record.listings,
    statements: others.filter((s) => s.about.device === device.id),
    around: others.filter((s) => s.about.device === null),
    policies: record.policies.filter(
      (p) => isPublishedBy(p.date.latest, view.known) && isRecordedBy(p.createdAt, view.record),
    ),
    graph,
    sources: sourcesOf(lanes, retailers, shown, graph, view),
    lastRecorded: lastRecorded([...record.claims, ...record.listings, ...record.statements], view.record),
  };
}

function retailerLanes({ listings, graph }: DeviceRecord, view: View): RetailerLane[] {
  const judge = judgeFor(graph, view);
  const visible = visibleChain(listings, view, (l) => publishedOn(l, graph, view.record));
  const lanes = grouped(visible, (l) => `${l.market} ${l.retailer}`);
  return [...lanes.values()].flatMap((own) => {
    const first = own[0];
    if (!first) return [];
    const entries = own
      .flatMap((listing) => {
        const published = publishedOn(listing, graph, view.record);
        return published === null ? [] : [{ listing, published, certainty: judge(listing.evidence) }];
      })
      .sort((a, b) => (a.listing.from.earliest < b.listing.from.earliest ? -1 : 1));
    return [{ retailer: first.at, market: first.market, entries }];
  });
}

function sourcesOf(
  lanes: readonly DealLane[],
  retailers: readonly RetailerLane[],
  statements: readonly Statement[],
  graph: SourceGraph,
  view: View,
): Source[] {
  const claims = [
    ...lanes.flatMap((lane) => lane.history.map((entry) => entry.claim)),
    ...retailers.flatMap((lane) => lane.entries.map((entry) => entry.listing)),
  ];
  const ids = new Set([
    ...claims.flatMap((c) => c.evidence.filter((e) => isVisible(e, graph, view)).map((e) => e.source)),
    ...statements.map((s) => s.source),
  ]);
  return [...ids]
    .flatMap((id) => graph.sources.get(id) ?? [])
    .sort((a, b) =>
      `${a.published.latest} ${a.publisher}` < `${b.published.latest} ${b.publisher}` ? -1 : 1,
    );
}

type Recordable = Pick<StatusClaim, "recorded" | "retraction"> & Partial<Pick<StatusClaim, "evidence">>;

/** The last instant by `record` at which something was recorded or retracted; null: nothing was. */
export function lastRecorded(claims: readonly Recordable[], record: Instant | null): Instant | null {
  let last: Instant | null = null;
  const mark = ({ recorded, retraction }: Pick<Recordable, "recorded" | "retraction">) => {
    for (const at of retraction ? [recorded.at, retraction.recorded.at] : [recorded.at])
      if (isRecordedBy(at, record) && (last === null || compareInstants(at, last) > 0)) last = at;
  };
  for (const claim of claims) {
    mark(claim);
    claim.evidence?.forEach(mark);
  }
  return last;
}
