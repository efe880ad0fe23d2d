import {
  edtf,
  edtfOrNull,
  instant,
  listingSelect,
  statusChangeSelect,
  toListing,
  toStatusClaim,
} from "@/data/rows";
import type { CarrierRef, DeviceRef, PolicyRef, RetailerRef } from "@/domain/device-history";
import type { AliasKind, CarrierKind, DeviceKind, RetailerKind } from "@/domain/status";
import type { Prisma } from "@/generated/prisma/client";

/** Rows of a device's and a deal's page, each select with its mapper. */

export const carrierSelect = {
  id: true,
  slug: true,
  name: true,
  country: true,
  kind: true,
  host: { select: { slug: true, name: true } },
} satisfies Prisma.CarrierSelect;
export const toCarrier = (r: Prisma.CarrierGetPayload<{ select: typeof carrierSelect }>): CarrierRef => ({
  ...r,
  kind: r.kind as CarrierKind,
});

const policySelect = {
  id: true,
  slug: true,
  title: true,
  issuer: true,
  dateText: true,
  summary: true,
  createdAt: true,
} satisfies Prisma.PolicyActionSelect;
type PolicyRow = Prisma.PolicyActionGetPayload<{ select: typeof policySelect }>;
const toPolicy = ({ dateText, createdAt, ...r }: PolicyRow): PolicyRef => ({
  ...r,
  date: edtf(dateText),
  createdAt: instant(createdAt),
});

export const deviceSelect = {
  id: true,
  slug: true,
  name: true,
  kind: true,
  announcedText: true,
  aliases: { select: { kind: true, text: true }, orderBy: [{ kind: "asc" }, { text: "asc" }] },
  manufacturer: {
    select: {
      id: true,
      slug: true,
      name: true,
      policyActions: { select: { policyAction: { select: policySelect } } },
    },
  },
} satisfies Prisma.DeviceSelect;
type DeviceRow = Prisma.DeviceGetPayload<{ select: typeof deviceSelect }>;

export const toDevice = ({ announcedText, aliases, manufacturer, ...r }: DeviceRow): DeviceRef => ({
  id: r.id,
  slug: r.slug,
  name: r.name,
  kind: r.kind as DeviceKind,
  announced: edtfOrNull(announcedText),
  aliases: aliases.map((a) => ({ kind: a.kind as AliasKind, text: a.text })),
  manufacturer: { id: manufacturer.id, slug: manufacturer.slug, name: manufacturer.name },
});

/** A status claim with the policy actions that it names, so that their titles cost no query of their own. */
export const claimSelect = {
  ...statusChangeSelect,
  policyActions: { select: { policyActionId: true, policyAction: { select: policySelect } } },
} satisfies Prisma.StatusChangeSelect;
type ClaimRow = Prisma.StatusChangeGetPayload<{ select: typeof claimSelect }>;
export const toClaim = (r: ClaimRow) => toStatusClaim(r);

/** The policy actions that name the device's maker or are named by its claims, the earliest first. */
export function policiesOf(device: DeviceRow, claims: readonly ClaimRow[]): PolicyRef[] {
  const all = [
    ...device.manufacturer.policyActions.map((p) => p.policyAction),
    ...claims.flatMap((c) => c.policyActions.map((p) => p.policyAction)),
  ].map(toPolicy);
  return [...new Map(all.map((p) => [p.id, p])).values()].sort((a, b) =>
    `${a.date.earliest} ${a.slug}` < `${b.date.earliest} ${b.slug}` ? -1 : 1,
  );
}

export const deviceListingSelect = {
  ...listingSelect,
  retailer: { select: { id: true, slug: true, name: true, kind: true } },
} satisfies Prisma.ListingSelect;
type ListingRow = Prisma.ListingGetPayload<{ select: typeof deviceListingSelect }>;
export const toDeviceListing = (r: ListingRow) => {
  const at: RetailerRef = { ...r.retailer, kind: r.retailer.kind as RetailerKind };
  return { ...toListing(r), at };
};
