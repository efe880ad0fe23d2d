import type { CertaintyJudgement } from "./certainty";
import type { Id } from "./claims";
import type { Facets } from "./deal-facets";
import type { DealRow, Named, Page } from "./deal-rows";
import type { DealsPast, ReachPoint } from "./deals-past";
import type { Day, Edtf } from "./edtf";
import type { Tally } from "./entity-rows";
import type { ListingState } from "./listings";
import type { StatusMatrix } from "./matrix";
import type { AliasKind, CarrierKind, RetailerKind, StatementStance } from "./status";

/** What the pages of a carrier, a manufacturer and a retailer are headed with. */

export type AliasText = { readonly kind: AliasKind; readonly text: string };

export type CarrierAbout = Named & {
  readonly id: Id;
  readonly country: string;
  readonly kind: CarrierKind;
  readonly parent: string | null;
  readonly host: Named | null;
  /** The MVNOs on its network, at most 50. */
  readonly guests: readonly Named[];
  readonly aliases: readonly AliasText[];
};

export type PolicyNaming = {
  readonly slug: string;
  readonly title: string;
  readonly issuer: string;
  readonly date: Edtf;
};

export type ManufacturerAbout = Named & {
  readonly id: Id;
  readonly country: string;
  /** A name; with a slug where the record has that manufacturer. */
  readonly parent: { readonly name: string; readonly slug: string | null } | null;
  readonly brands: readonly Named[];
  readonly aliases: readonly AliasText[];
  readonly devices: number;
  /** Policy actions that name it, published by the view's day; the latest first, at most 20. */
  readonly policies: readonly PolicyNaming[];
  readonly policiesTotal: number;
};

export type RetailerAbout = Named & {
  readonly id: Id;
  readonly country: string;
  readonly kind: RetailerKind;
  readonly aliases: readonly AliasText[];
};

/** The deals of a carrier for one manufacturer's devices. */
export type MakerTally = Named & Tally;

/** What was said, with the names of what it is about. */
export type StatementLine = {
  readonly id: Id;
  readonly date: Edtf;
  readonly speaker: string;
  readonly org: string;
  readonly stance: StatementStance;
  readonly quote: string | null;
  readonly summary: string;
  readonly device: Named | null;
  readonly carrier: Named | null;
  readonly source: { readonly slug: string; readonly publisher: string };
};

export type Said = { readonly statements: readonly StatementLine[]; readonly all: number };

/** The page of a carrier. `portfolio.all`: how many manufacturers there are. */
export type CarrierData = {
  readonly about: CarrierAbout;
  readonly facets: Facets;
  readonly portfolio: { readonly makers: readonly MakerTally[]; readonly all: number };
  readonly deals: Page<DealRow>;
  readonly past: DealsPast;
  readonly said: Said;
};

/** Carriers, and their countries, with a device on sale. */
export type Selling = { readonly carriers: number; readonly countries: number };

/** The page of a manufacturer. */
export type ManufacturerData = {
  readonly about: ManufacturerAbout;
  readonly facets: Facets;
  readonly reach: readonly ReachPoint[];
  /** The devices with most deals, at the carriers that have most of them. */
  readonly matrix: StatusMatrix;
  readonly selling: Selling;
  readonly past: DealsPast;
  readonly said: Said;
};

/** A listing on a retailer's page. */
export type ListingLine = {
  readonly id: Id;
  readonly device: Named;
  readonly maker: Named;
  readonly market: string;
  readonly from: Edtf;
  readonly to: Edtf | null;
  readonly note: string | null;
  readonly certainty: CertaintyJudgement;
};

/** The page of a retailer. `states`: listings by how they stand on the day; `span`: the days that they cover. */
export type RetailerData = {
  readonly about: RetailerAbout;
  readonly states: Readonly<Record<ListingState, number>>;
  readonly span: { readonly from: Day; readonly to: Day } | null;
  readonly listings: Page<ListingLine>;
};
