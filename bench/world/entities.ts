import type { CarrierKind, DeviceKind, RetailerKind } from "@/domain/status";
import {
  brandNames,
  COUNTRIES,
  carrierNames,
  deviceNames,
  modelOf,
  PEOPLE,
  retailerNames,
  slugFor,
} from "./names";
import { type Random, share } from "./random";
import { FLAGSHIP, type Size } from "./size";
import { LAST } from "./time";

/** Who and what there is. Places in the lists are what the rest of the world refers to while it is made. */

export type Named = { readonly id: string; readonly slug: string; readonly name: string };
export type Brand = Named & { readonly country: string };
export type Device = Named & {
  readonly brand: Brand;
  readonly kind: DeviceKind;
  readonly model: string;
  /** Number of a day. */
  readonly announced: number;
};
export type Carrier = Named & {
  readonly country: string;
  readonly kind: CarrierKind;
  readonly host: Carrier | null;
};
export type Retailer = Named & { readonly country: string; readonly kind: RetailerKind };
export type User = { readonly id: string; readonly name: string };

export type Entities = {
  readonly users: readonly User[];
  readonly brands: readonly Brand[];
  readonly devices: readonly Device[];
  readonly carriers: readonly Carrier[];
  readonly retailers: readonly Retailer[];
};

export function makeEntities(size: Size, random: Random): Entities {
  const named = (name: string, slug = slugFor(name)): Named => ({ id: random.uuid(), slug, name });
  const users = PEOPLE.slice(0, 12).map((name) => ({ id: random.uuid(), name }));
  const brands = brandNames(size.brands).map((name, i) => ({
    ...named(name),
    country: COUNTRIES[(i * 3) % 12] ?? "US",
  }));
  return {
    users,
    brands,
    devices: makeDevices(brands, size, random),
    carriers: makeCarriers(size, random),
    retailers: retailerNames(size.retailers).map((name, i) => ({
      ...named(name),
      country: COUNTRIES[i % COUNTRIES.length] ?? "US",
      kind: random.weighted<RetailerKind>({ shop: 6, reseller: 3, "manufacturer-store": 1 }),
    })),
  };
}

/** A few makers have hundreds of models, most a handful. The flagship is the first of the first. */
function makeDevices(brands: readonly Brand[], { devices }: Size, random: Random): Device[] {
  const counts = share(
    devices,
    brands.map((_, rank) => 1 / (rank + 4) ** 0.9),
  );
  return brands.flatMap((brand, rank) => {
    const count = counts[rank] ?? 0;
    const names = deviceNames(brand.name, count);
    if (rank === 0) names[0] = FLAGSHIP.name;
    return names.map((name, i): Device => {
      const announced =
        rank + i === 0 ? 2_600 : 130 + Math.floor(((LAST - 900) * i) / count) + random.between(0, 150);
      return {
        id: random.uuid(),
        slug: slugFor(name),
        name,
        brand,
        kind: random.weighted<DeviceKind>({ phone: 84, tablet: 7, watch: 5, hotspot: 3, other: 1 }),
        model: modelOf(name, i),
        announced,
      };
    });
  });
}

/** Forty countries: some with dozens of carriers, most with a few; three in ten carriers use another one's network. */
function makeCarriers({ carriers }: Size, random: Random): Carrier[] {
  const counts = share(
    carriers,
    COUNTRIES.map((_, rank) => 1 / (rank + 6)),
  );
  return COUNTRIES.flatMap((country, rank) => {
    const hosts: Carrier[] = [];
    return carrierNames(country, counts[rank] ?? 0).map((name, i): Carrier => {
      const virtual = i > 2 && random.chance(0.3);
      const carrier: Carrier = {
        id: random.uuid(),
        slug: `${slugFor(name)}-${country.toLowerCase()}`,
        name,
        country,
        kind: virtual ? "MVNO" : "MNO",
        host: virtual ? random.pick(hosts) : null,
      };
      if (!virtual) hosts.push(carrier);
      return carrier;
    });
  });
}
