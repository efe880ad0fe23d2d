import type { ImportSummary } from "@/domain/import";
import type { Mapping } from "@/formats/import-presets";
import { planCarriers } from "./plan-carriers";
import { planCommands } from "./plan-commands";
import { planDevices } from "./plan-devices";
import type { GroupKind } from "./plan-groups";
import { planManufacturers } from "./plan-manufacturers";
import { reportPlan } from "./plan-report";
import { planRows } from "./plan-rows";
import { type Defaults, planThings } from "./plan-things";
import type { Sql } from "./sql";

export type PlanInput = {
  readonly run: string;
  readonly mapping: Mapping;
  /** Under which name the list's earlier issues are remembered; null: none. */
  readonly list: string | null;
  readonly defaults: Defaults;
};

const GROUP_KIND = {
  manufacturers: "manufacturer",
  devices: "device",
  carriers: "carrier",
} as const satisfies Partial<Record<Mapping["kind"], GroupKind>>;

/**
 * Works out, set by set, what the staged rows would do to the record as it stands in this transaction, in temporary tables
 * that end with it. The dry run commits the report; the import goes on from the same tables (apply.ts).
 */
export async function planEntities(
  sql: Sql,
  { run, mapping, list, defaults }: PlanInput,
): Promise<ImportSummary> {
  const kind = GROUP_KIND[mapping.kind as keyof typeof GROUP_KIND];
  await planRows(sql, run, list, mapping.preset === "aosp-carriers");
  if (kind === "device") await planDevices(sql);
  else if (kind === "carrier") await planCarriers(sql);
  else await planManufacturers(sql);
  await planThings(sql, kind, defaults);
  await planCommands(sql, kind);
  return reportPlan(sql, run, list);
}
