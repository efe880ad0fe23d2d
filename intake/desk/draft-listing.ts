import { dateWords } from "@/domain/date-words";
import { parseEdtf } from "@/domain/edtf";
import type { ProposedChange } from "@/intake/proposal";
import { type Draft, type DraftDeed, reference } from "./draft";
import { ALREADY, dateSays, evidenceFields, isOnRecord, keyPart, restsOf } from "./evidence-fields";
import type { Standing } from "./standing";

const STARTS = new Set(["planned", "carried"]);

/** On sale at a retailer, or no more: a listing, the end of one, or what the record has already. */
export function listingDraft(
  change: ProposedChange,
  standing: Standing,
  publishers: readonly string[],
): Draft {
  const { device, seller, status, effective, target } = change;
  const slug = device.kind === "known" ? device.slug : "";
  const listed = standing.listings.filter((one) => one.device === slug && one.retailer === seller.slug);
  const open = listed.find(({ to }) => to === null);
  const starts = STARTS.has(status);
  const deed: DraftDeed = starts ? (open ? "nothing" : "listing") : open ? "end-listing" : "listing";
  // A sale that is announced begins on its target; one that ended without our knowing its start was there before.
  const from = starts ? (target?.edtf ?? effective.edtf) : `../${lastDay(effective.edtf)}`;
  return {
    key: `listing-${keyPart(slug || device.name)}-${seller.slug}-${starts ? "on" : "off"}`,
    group: deed === "nothing" ? "have" : "listing",
    deed,
    title: `${device.name} at ${seller.name}`,
    passage: change.passage,
    before: null,
    status,
    fields: {
      device: device.kind === "known" ? reference(device) : "",
      retailer: reference(seller),
      from,
      to: starts ? "" : effective.edtf,
      market: seller.country ?? "",
      note: status === "planned" ? "Announced." : "",
      listing: open?.id ?? "",
      ...evidenceFields(change),
    },
    reasons: [],
    rests: restsOf(change, publishers),
    questions: change.questions.map(({ about, says, options }) => ({
      field: about === "device" ? "device" : "retailer",
      says,
      options,
    })),
    says: [
      dateSays(target ?? effective, "The date is"),
      ...(open ? [haveSays(open)] : []),
      ...(open && isOnRecord(standing, open.sources) ? [ALREADY] : []),
    ],
    warnings: [],
    newDevice: device.kind === "new" ? { name: device.name, maker: device.maker } : null,
  };
}

const lastDay = (edtf: string): string => {
  const read = parseEdtf(edtf);
  return read.ok ? read.value.latest : edtf;
};

/** Since when the record has the device on that shelf. */
export function haveSays({ from }: { readonly from: string }): string {
  const read = parseEdtf(from);
  return `On record as on sale there since ${read.ok ? dateWords(read.value) : from}.`;
}
