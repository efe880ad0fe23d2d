import type { Day } from "@/domain/edtf";
import type { StatementStance, Status } from "@/domain/status";

/** What the record has already of the things that an article speaks of: asked once, for all proposals. */
export type Standing = {
  readonly deals: readonly StandingDeal[];
  readonly listings: readonly StandingListing[];
  /** Deals of a maker at a carrier that still run, for news about a whole brand. */
  readonly brandDeals: readonly BrandDeal[];
  /** Devices of a maker that stand on a retailer's shelf, for news about a whole brand there. */
  readonly brandListings: readonly BrandListing[];
  /** Sources that may be this very article. */
  readonly articles: readonly KnownSource[];
  /** Sources of the cited publishers around the day of publication. */
  readonly upstream: readonly KnownSource[];
  /** What the article was recorded to quote already, if it is on record. */
  readonly statements: readonly {
    readonly source: string;
    readonly org: string;
    readonly stance: StatementStance;
  }[];
};

export type StandingClaim = {
  readonly id: string;
  readonly status: Status;
  readonly effective: string;
  readonly earliest: Day;
  readonly latest: Day;
  /** "10 articles, 6 origins" as counted today; null for a claim that no longer shapes the history. */
  readonly articles: number | null;
  readonly origins: number | null;
  /** Slugs of the sources that support it. */
  readonly sources: readonly string[];
};

/** A deal with its claims that are neither corrected nor retracted, in the order of its history. */
export type StandingDeal = {
  readonly device: string;
  readonly carrier: string;
  readonly version: number;
  readonly claims: readonly StandingClaim[];
};

export type StandingListing = {
  readonly id: string;
  readonly device: string;
  readonly retailer: string;
  readonly from: string;
  readonly to: string | null;
  readonly sources: readonly string[];
};

export type BrandDeal = {
  readonly maker: string;
  readonly carrier: string;
  readonly device: string;
  readonly deviceName: string;
  readonly version: number;
  readonly status: Status;
};

export type BrandListing = {
  readonly id: string;
  readonly maker: string;
  readonly retailer: string;
  readonly device: string;
  readonly deviceName: string;
  readonly from: string;
};

export type KnownSource = {
  readonly slug: string;
  readonly publisher: string;
  readonly title: string | null;
  readonly published: string;
  readonly earliest: Day;
  readonly latest: Day;
  readonly seen: boolean;
};

/** What must be asked of the record for a reading. Slugs. */
export type Asks = {
  readonly pairs: readonly { readonly device: string; readonly carrier: string }[];
  readonly shelves: readonly { readonly device: string; readonly retailer: string }[];
  readonly brands: readonly { readonly maker: string; readonly carrier: string }[];
  readonly brandShelves: readonly { readonly maker: string; readonly retailer: string }[];
  readonly article: {
    readonly url: string | null;
    readonly publisher: string | null;
    readonly title: string | null;
    readonly from: Day;
    readonly to: Day;
  };
  readonly publishers: readonly string[];
};
