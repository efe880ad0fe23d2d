import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { ARRIVING } from "@/intake/rules/arriving";
import { DROPPING } from "@/intake/rules/dropping";
import { PLANNING } from "@/intake/rules/planning";
import { SELLING } from "@/intake/rules/selling";
import { STOPPING, USING } from "@/intake/rules/stopping";
import { readFolder } from "./score-folder";

/** One label: what a text says of a device at a seller, with further right answers. */
type Label = {
  readonly device: string;
  readonly carrier?: string;
  readonly retailer?: string;
  readonly status: string;
  readonly deviceAlt?: readonly string[];
  readonly targetAlt?: readonly string[];
  readonly statusAlt?: readonly string[];
};
type Labels = {
  readonly id: string;
  readonly changes: readonly Label[];
  readonly optional: readonly Label[];
};

const FAMILIES = {
  selling: SELLING,
  arriving: ARRIVING,
  planning: PLANNING,
  dropping: DROPPING,
  stopping: STOPPING,
  using: USING,
};
const familyOf = (rule: string): string =>
  Object.entries(FAMILIES).find(([, rules]) => rules.some(({ id }) => id === rule))?.[0] ?? "other";

const fits = (label: Label, device: string, seller: string, status: string): boolean =>
  [label.device, ...(label.deviceAlt ?? [])].includes(device) &&
  [label.carrier ?? label.retailer, ...(label.targetAlt ?? [])].includes(seller) &&
  [label.status, ...(label.statusAlt ?? [])].includes(status);

type Count = { right: number; wrong: number; labelled: number; found: number };

/** Counts by rule family (how much of what it proposed is right) and by status (how much of what is labelled was found). */
export function byFamily(folders: readonly string[]): { readonly [name: string]: Count } {
  const counts: { [name: string]: Count } = {};
  const count = (name: string): Count => {
    counts[name] ??= { right: 0, wrong: 0, labelled: 0, found: 0 };
    return counts[name];
  };
  for (const folder of folders) {
    const readings = readFolder(folder, () => true);
    for (const file of readdirSync(folder).filter((name) => /^\d\d-.*\.json$/.test(name))) {
      const { id, changes, optional } = JSON.parse(readFileSync(path.join(folder, file), "utf8")) as Labels;
      const found = new Set<Label>();
      for (const { device, seller, status, rule } of readings.get(id)?.changes ?? []) {
        if (device.kind === "new") continue;
        const slug = device.kind === "brand" ? `${device.maker}:*` : device.slug;
        const label = changes.find((one) => fits(one, slug, seller.slug, status));
        if (label) found.add(label);
        else if (optional.some((one) => fits(one, slug, seller.slug, status))) continue;
        count(familyOf(rule))[label ? "right" : "wrong"] += 1;
      }
      for (const label of changes) {
        count(label.status).labelled += 1;
        if (found.has(label)) count(label.status).found += 1;
      }
    }
  }
  return counts;
}
