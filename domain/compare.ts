import type { Id, SourceGraph, StatusClaim } from "./claims";
import type { CarrierRef, DealLane } from "./device-history";
import type { StatusCounts, TrendPoint } from "./overview";
import type { Status } from "./status";

/** Devices, carriers or manufacturers beside each other. */
export const COMPARE_KINDS = ["devices", "carriers", "manufacturers"] as const;
export type CompareKind = (typeof COMPARE_KINDS)[number];

/** So many can be told apart in one chart. */
export const MOST_SUBJECTS = 6;

export type Subject = {
  readonly id: Id;
  readonly slug: string;
  readonly name: string;
  readonly about: string;
};

/** A deal that is compared: its history at this carrier, for this device. */
export type ComparedDeal = {
  readonly device: { readonly slug: string; readonly name: string };
  readonly carrier: CarrierRef;
  readonly lane: DealLane;
};

/**
 * Where the subjects meet: a carrier at which devices are compared, or a device with which carriers are. `deals`: in the
 * order of the subjects; null: no deal on record.
 */
export type Meeting = {
  readonly slug: string;
  readonly name: string;
  readonly about: string;
  readonly deals: readonly (ComparedDeal | null)[];
};

export type DealComparison = {
  readonly subjects: readonly Subject[];
  readonly meetings: readonly Meeting[];
  /** What the claims of the meetings rest on. */
  readonly graph: SourceGraph;
  /** Meetings on record, in sight or not. */
  readonly total: number;
  readonly page: number;
  readonly pages: number;
};

/** How a subject stands at a meeting on the day looked at. */
export type Standing = Status | "no-status" | "no-deal";

export const standingOf = (deal: ComparedDeal | null): Standing =>
  deal === null ? "no-deal" : (deal.lane.now?.status ?? "no-status");

/** The same for all on the day looked at, told apart by nothing but dates and evidence. */
export const isAlike = ({ deals }: Meeting): boolean => new Set(deals.map(standingOf)).size <= 1;

/** Claims in the histories of a comparison, for its axis and legend. */
export const claimsOf = (meetings: readonly Meeting[]): StatusClaim[] =>
  meetings.flatMap((m) => m.deals.flatMap((d) => d?.lane.history.map((entry) => entry.claim) ?? []));

/** A manufacturer's deals on the day and over time, and its reach: carriers and countries where a device of it is sold. */
export type ComparedMaker = Subject & {
  readonly counts: StatusCounts;
  readonly carriers: number;
  readonly countries: number;
  readonly trend: readonly TrendPoint[];
};
export type MakerComparison = {
  readonly subjects: readonly ComparedMaker[];
  /** Carriers that sell devices of them; `sold`: how many, in the order of the subjects. */
  readonly carriers: readonly {
    readonly slug: string;
    readonly name: string;
    readonly country: string;
    readonly sold: readonly number[];
  }[];
  /** Carriers that sell any, in sight or not. */
  readonly total: number;
};
