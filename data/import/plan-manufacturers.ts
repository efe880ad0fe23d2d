import { matchGroups, planGroups, settleGroups } from "./plan-groups";
import type { Sql } from "./sql";

/** Plans a file of manufacturers: each group of rows is one of the record or a new one. */
export async function planManufacturers(sql: Sql): Promise<void> {
  await planGroups(sql);
  await matchGroups(sql, "manufacturer");
  await settleGroups(sql);
}
