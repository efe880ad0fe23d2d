import { parseEdtf } from "@/domain/edtf";
import { isUsual } from "@/domain/transitions";
import { STATUS_WORDS, unusualTransition } from "@/domain/words";
import type { ProposedChange, Reading } from "@/intake/proposal";
import { type Draft, reference } from "./draft";
import { haveSays } from "./draft-listing";
import { dateSays, evidenceFields, restsOf } from "./evidence-fields";
import type { BrandDeal, BrandListing, Standing } from "./standing";

/**
 * News about a whole brand (docs/model.md, The one door): a statement about seller and maker, and each deal, at a retailer each
 * listing, that it touches as a change of its own, which the editor takes or leaves.
 */
export function brandDrafts(
  change: ProposedChange,
  standing: Standing,
  publishers: readonly string[],
  reading: Reading,
): Draft[] {
  if (change.device.kind !== "brand") return [];
  const { maker } = change.device;
  // What the text says of a device by name is proposed for itself, and what stands already is not said again.
  const named = reading.changes.flatMap(({ device, seller }) =>
    device.kind === "known" && seller.slug === change.seller.slug ? [device.slug] : [],
  );
  const deals = standing.brandDeals.filter(
    (deal) =>
      deal.maker === maker &&
      deal.carrier === change.seller.slug &&
      deal.status !== change.status &&
      !named.includes(deal.device),
  );
  const listings = standing.brandListings.filter(
    (listing) =>
      listing.maker === maker &&
      listing.retailer === change.seller.slug &&
      !named.includes(listing.device) &&
      hadBegun(listing.from, change.effective.edtf),
  );
  const starts = change.status === "planned" || change.status === "carried";
  const touched = starts
    ? []
    : [
        ...deals.map((deal) => touchedDraft(change, deal, publishers)),
        ...listings.map((listing) => touchedListing(change, listing, publishers)),
      ];
  return [
    brandStatement(change, touched.length, reading.source.published ?? "", reading.source.publisher),
    ...touched,
  ];
}

/** What came on sale only later is not touched. Unreadable dates decide nothing. */
function hadBegun(from: string, end: string): boolean {
  const [start, stop] = [parseEdtf(from), parseEdtf(end)];
  return !start.ok || !stop.ok || start.value.earliest <= stop.value.latest;
}

function brandStatement(
  change: ProposedChange,
  touched: number,
  published: string,
  publisher: string | null,
): Draft {
  const { device, seller, status, evidence } = change;
  const maker = device.kind === "brand" ? device.maker : "";
  // Unless a party says so itself, it is the paper that says it of the seller.
  const own = evidence.attribution === "official";
  const org = own ? seller.name : (evidence.upstream[0] ?? publisher ?? seller.name);
  const word = STATUS_WORDS[status].word;
  const things = seller.kind === "carrier" ? "running deals" : "open listings";
  return {
    key: `brand-${maker}-${seller.slug}-${status}`,
    group: "brand",
    deed: "statement",
    title: `All ${device.name} devices at ${seller.name}`,
    passage: change.passage,
    before: null,
    status,
    fields: {
      speaker: evidence.speaker ?? org,
      org,
      stance: "confirms",
      quote: evidence.quote ?? "",
      summary: `${own ? "Says" : "Reports"} that all ${device.name} devices are ${word} at ${seller.name}.`,
      date: published,
      device: "",
      carrier: seller.kind === "carrier" ? reference(seller) : "",
      manufacturer: reference({ slug: maker, name: device.name }),
    },
    reasons: [],
    rests: [],
    questions: [],
    says: [
      touched > 0
        ? `A decision about a whole brand is a statement; the ${things} that it touches stand below.`
        : `A decision about a whole brand is a statement. None of the ${things} on record is touched.`,
    ],
    warnings: [],
    newDevice: null,
  };
}

function touchedDraft(change: ProposedChange, deal: BrandDeal, publishers: readonly string[]): Draft {
  const { seller, status, effective } = change;
  return {
    key: `status-${deal.device}-${deal.carrier}-${status}`.slice(0, 140),
    group: "brand",
    deed: "status",
    title: `${deal.deviceName} at ${seller.name}`,
    passage: change.passage,
    before: deal.status,
    status,
    fields: {
      device: reference({ slug: deal.device, name: deal.deviceName }),
      carrier: reference(seller),
      status,
      effective: effective.edtf,
      effectiveWords: effective.words ?? "",
      target: "",
      targetWords: "",
      exclusive: "",
      note: "",
      version: String(deal.version),
      claim: "",
      ...evidenceFields(change),
    },
    reasons: change.reasons,
    rests: restsOf(change, publishers),
    questions: [],
    says: ["The text speaks of the brand, not of this device.", dateSays(effective, "The date is")],
    warnings: isUsual(deal.status, status) ? [] : [unusualTransition(deal.status, status)],
    newDevice: null,
  };
}

function touchedListing(change: ProposedChange, listing: BrandListing, publishers: readonly string[]): Draft {
  const { seller, status, effective } = change;
  return {
    key: `listing-${listing.device}-${listing.retailer}-off`.slice(0, 140),
    group: "brand",
    deed: "end-listing",
    title: `${listing.deviceName} at ${seller.name}`,
    passage: change.passage,
    before: null,
    status,
    fields: {
      device: reference({ slug: listing.device, name: listing.deviceName }),
      retailer: reference(seller),
      from: listing.from,
      to: effective.edtf,
      market: seller.country ?? "",
      note: "",
      listing: listing.id,
      ...evidenceFields(change),
    },
    reasons: [],
    rests: restsOf(change, publishers),
    questions: [],
    says: [
      "The text speaks of the brand, not of this device.",
      haveSays(listing),
      dateSays(effective, "The date is"),
    ],
    warnings: [],
    newDevice: null,
  };
}
