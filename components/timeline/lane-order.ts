import type { DealLane, RetailerLane } from "@/domain/device-history";
import { grouped } from "@/domain/grouped";

/** Countries with the most carriers first, carriers by name. */
export function byCountry(lanes: readonly DealLane[]): [string, DealLane[]][] {
  const sorted = [...lanes].sort((a, b) => a.carrier.name.localeCompare(b.carrier.name, "en"));
  return [...grouped(sorted, (lane) => lane.carrier.country)].sort(
    ([a, own], [b, other]) => other.length - own.length || a.localeCompare(b, "en"),
  );
}

export function byMarket(lanes: readonly RetailerLane[]): [string, RetailerLane[]][] {
  const sorted = [...lanes].sort((a, b) => a.retailer.name.localeCompare(b.retailer.name, "en"));
  return [...grouped(sorted, (lane) => lane.market)].sort(([a], [b]) => a.localeCompare(b, "en"));
}
