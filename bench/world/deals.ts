import type { Carrier, Device, Entities } from "./entities";
import { type Random, share } from "./random";
import { FLAGSHIP, type Size } from "./size";

export type Deal = {
  readonly id: string;
  readonly device: Device;
  readonly carrier: Carrier;
  /** How many status claims it gets, corrections included. */
  readonly claims: number;
};

/** No device but the flagship is at more carriers. */
const WIDEST = 320;
/** No deal has more claims. */
const LONGEST = 14;

/**
 * Which device is at which carrier. Three devices in ten are at none, three at one; the others share the rest, a few of
 * them at hundreds. Deals, and the claims on them, add up exactly.
 */
export function makeDeals(size: Size, { devices, carriers }: Entities, random: Random): Deal[] {
  const widths = widthsOf(size, random);
  const deals = devices.flatMap((device, i) =>
    pickCarriers(carriers, widths[i] ?? 0, random).map((carrier) => ({ device, carrier })),
  );
  const isFlagship = ({ device }: { device: Device }) => device.slug === FLAGSHIP.slug;
  const of = (flag: boolean, claims: number) => {
    const own = deals.filter((deal) => isFlagship(deal) === flag);
    const more = share(
      claims - own.length,
      own.map(() => random.next() ** 2 + 0.02),
      LONGEST - 1,
    );
    return own.map((deal, i): Deal => ({ id: random.uuid(), ...deal, claims: 1 + (more[i] ?? 0) }));
  };
  const { statusChanges, flagship } = size;
  return [...of(true, flagship.statusChanges), ...of(false, statusChanges - flagship.statusChanges)];
}

/** How many carriers each device is at, the flagship first. */
function widthsOf(size: Size, random: Random): number[] {
  const kinds = Array.from({ length: size.devices }, (_, i) =>
    i === 0 ? "flagship" : random.weighted({ none: 30, one: 30, some: 40 }),
  );
  const ones = kinds.filter((kind) => kind === "one").length;
  const some = share(
    size.deals - size.flagship.deals - ones,
    kinds.map((kind) => (kind === "some" ? 1 / (random.next() + 0.04) : 0)),
    WIDEST,
  );
  return kinds.map((kind, i) => {
    if (kind === "flagship") return size.flagship.deals;
    return kind === "one" ? 1 : (some[i] ?? 0);
  });
}

/** Different carriers, the large ones more often. */
function pickCarriers(carriers: readonly Carrier[], count: number, random: Random): Carrier[] {
  if (count === 0) return [];
  // Weighted draw without replacement: the least of -ln(u) / weight come first (Efraimidis and Spirakis).
  return carriers
    .map((carrier, rank) => ({ carrier, key: -Math.log(random.next() + 1e-12) * (rank + 8) ** 0.7 }))
    .sort((a, b) => a.key - b.key)
    .slice(0, count)
    .map(({ carrier }) => carrier);
}
