import { SPELL_ENDS } from "@/domain/spells";
import { CARRIER_KINDS, CERTAINTIES, DEVICE_KINDS, REASONS, RETAILER_KINDS, STATUSES } from "@/domain/status";
import {
  country,
  days,
  flag,
  listSpec,
  months,
  oneOf,
  type ReadingOf,
  readList,
  slug,
  words,
  years,
} from "./list-query";

/** The lists of the product: what each can be filtered and sorted by. */

const up = <const K extends string>(key: K) => ({ key, desc: false });
const down = <const K extends string>(key: K) => ({ key, desc: true });

/** `none`: the deal has no status on the day looked at. */
export const STATUS_OR_NONE = [...STATUSES, "none"] as const;

/** `one`: one origin and no official word; `several`: two origins or more. */
export const ORIGINS = ["one", "several"] as const;

const status = oneOf(STATUSES, "a status");
const kind = oneOf(DEVICE_KINDS, "a kind of device");
const network = oneOf(CARRIER_KINDS, "a kind of carrier");

export const DEAL_LIST = listSpec({
  fields: {
    status: oneOf(STATUS_OR_NONE, "a status"),
    certainty: oneOf(CERTAINTIES, "a certainty"),
    disputed: flag,
    stale: flag,
    uncertain: flag,
    origins: oneOf(ORIGINS, '"one" or "several"'),
    reason: oneOf(REASONS, "a reason"),
    manufacturer: slug,
    device: slug,
    carrier: slug,
    country,
    kind,
    network,
    /** Sale began in these years; it ended in these years, and the deal became that. */
    entered: years,
    left: years,
    became: status,
    /** The latest plan was first reported in these years, and came to `outcome`; `planned`: it is open. */
    planned: years,
    outcome: status,
    /** It slipped so often; 3: three times or more. */
    slips: oneOf(["0", "1", "2", "3"], "0, 1, 2 or 3, for three and more"),
    /** It was or is open for so many days: surely, whatever its uncertain dates; or perhaps. */
    waited: days,
    maywait: days,
  },
  sorts: [up("device"), up("carrier"), down("since"), down("heard")],
});
export type DealReading = ReadingOf<typeof DEAL_LIST>;
export type DealFilter = DealReading["filter"];
export const NO_DEAL_FILTER: DealFilter = readList(DEAL_LIST, {}).filter;

/** `carrier` and `status`: devices with a deal there, in that status. */
export const DEVICE_LIST = listSpec({
  fields: { q: words, manufacturer: slug, kind, carrier: slug, status },
  sorts: [up("maker"), up("name"), down("announced"), down("deals")],
});
export type DeviceReading = ReadingOf<typeof DEVICE_LIST>;

/** `manufacturer` and `status`: carriers with a deal for one of its devices, in that status. */
export const CARRIER_LIST = listSpec({
  fields: { q: words, country, network, host: slug, manufacturer: slug, status },
  sorts: [up("country"), up("name"), down("deals")],
});
export type CarrierReading = ReadingOf<typeof CARRIER_LIST>;

export const MANUFACTURER_LIST = listSpec({
  fields: { q: words, country },
  sorts: [up("name"), up("country"), down("devices"), down("deals")],
});
export type ManufacturerReading = ReadingOf<typeof MANUFACTURER_LIST>;

/** The overview is narrowed as lists are. */
export const OVERVIEW = listSpec({ fields: { manufacturer: slug, country, years }, sorts: [up("day")] });
export type OverviewReading = ReadingOf<typeof OVERVIEW>;

export const RETAILER_LIST = listSpec({
  fields: { q: words, country, kind: oneOf(RETAILER_KINDS, "a kind of retailer") },
  sorts: [up("name"), up("country"), down("listings")],
});
export type RetailerReading = ReadingOf<typeof RETAILER_LIST>;

/** A carrier's page: its devices as a list. */
export const PORTFOLIO = listSpec({ fields: {}, sorts: [up("device"), down("since"), down("heard")] });
export type PortfolioReading = ReadingOf<typeof PORTFOLIO>;

/** The spells on sale at a carrier. `lasted`: surely so many months; `maylast`: perhaps. */
export const SPELL_LIST = listSpec({
  fields: {
    manufacturer: slug,
    state: oneOf(["going", "over"], '"going" or "over"'),
    became: oneOf(SPELL_ENDS, "a status that ends a sale"),
    lasted: months,
    maylast: months,
  },
  sorts: [down("from"), up("device"), down("lasted")],
});
export type SpellReading = ReadingOf<typeof SPELL_LIST>;

export const LISTING_STATES = ["ahead", "listed", "ended"] as const;
/** A retailer's page: what it lists. */
export const LISTING_LIST = listSpec({
  fields: { state: oneOf(LISTING_STATES, '"listed", "ended" or "ahead"') },
  sorts: [down("from"), up("device")],
});
export type ListingReading = ReadingOf<typeof LISTING_LIST>;
