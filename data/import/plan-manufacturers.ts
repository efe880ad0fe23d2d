import { matchGroups, planGroups, settleGroups } from "./plan-groups";
import type { Sql } from "./sql";

export async function planManufacturers(sql: Sql): Promise<void> {
  await planGroups(sql);
  await matchGroups(sql, "manufacturer");
  await settleGroups(sql);
}
