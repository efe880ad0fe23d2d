import type { DealFilter } from "@/domain/change-filter";
import type { Prisma } from "@/generated/prisma/client";
import { ALL_DEALS, dealsOf } from "./deal-scope";

/** A SELECT of the ids of the deals that a list of changes is about; null: all. */
export function dealsOfFilter(filter: DealFilter): Prisma.Sql | null {
  const { manufacturer = null, device = null, carrier = null, country = null, network = null } = filter;
  return dealsOf({ ...ALL_DEALS, manufacturer, device, carrier, country, network });
}
