import { addDays } from "@/domain/edtf";
import type { Facts } from "./facts";

/** A view to be measured. `goal`: how much longer it may take at M than at S. */
export type BenchPage = {
  readonly name: string;
  readonly goal: number;
  readonly path: (facts: Facts) => string;
};

const reading = (name: string, path: BenchPage["path"]): BenchPage => ({ name, goal: 1.5, path });
const wide = (name: string, path: BenchPage["path"]): BenchPage => ({ name, goal: 2.5, path });

/** Every view of the record. One that the product does not have (yet) is told as missing. */
export const PAGES: readonly BenchPage[] = [
  reading("devices", () => "/devices"),
  reading("device, the flagship", (f) => `/devices/${f.flagship}`),
  reading("device, a usual one", (f) => `/devices/${f.usualDevice}`),
  reading("deals", () => "/deals"),
  reading("deal", (f) => `/deals/${f.deal.device}/${f.deal.carrier}`),
  reading("carriers", () => "/carriers"),
  reading("carrier, the busiest", (f) => `/carriers/${f.busiestCarrier}`),
  reading("manufacturers", () => "/manufacturers"),
  reading("manufacturer", (f) => `/manufacturers/${f.manufacturer}`),
  reading("retailers", () => "/retailers"),
  reading("retailer", (f) => `/retailers/${f.retailer}`),
  reading("sources", () => "/sources"),
  reading("source", (f) => `/sources/${f.source}`),
  reading("policy actions", () => "/policy"),
  reading("policy action", (f) => `/policy/${f.policyAction}`),
  reading("changes of a week", () => "/changes?from=2023-03-01&to=2023-03-08"),
  reading("compare", (f) => `/compare?devices=${f.usualDevice},${f.deal.device}`),
  reading("search", () => "/search?q=meridian+pro"),
  wide("matrix, 50 × 100 on a past day", () => "/matrix?on=2020-06-30&columns=100"),
  wide("matrix, as published by a day", () => "/matrix?on=2020-06-30&known=2020-06-30&columns=100"),
  wide("matrix, an earlier record", () => "/matrix?on=2026-06-30&record=2024-03-01T00:00:00Z&columns=100"),
  wide("overview", () => "/"),
  wide("overview, as published by a day", () => "/?on=2020-06-30&known=2020-06-30"),
  wide("overview, an earlier record", () => "/?on=2026-06-30&record=2024-03-01T00:00:00Z"),
];

/** Within what the worlds are about. */
const LATE = "2026-06-30";

/** The same view some days before, which nobody has asked for: the product recalls nothing of it. */
export function daysBefore(path: string, days: number): string {
  const { pathname, searchParams } = new URL(path, "http://world.invalid");
  const moved = ["from", "to", "known"].filter((name) => searchParams.has(name));
  for (const name of moved.includes("from") ? moved : ["on", ...moved])
    searchParams.set(name, addDays(searchParams.get(name) ?? LATE, -days));
  return `${pathname}?${searchParams}`;
}
