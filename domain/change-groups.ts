import type { ChangeRow } from "./change-rows";
import { grouped } from "./grouped";
import { REASON_WORDS } from "./words";

export const CHANGE_GROUPS = ["manufacturer", "carrier", "reason"] as const;
export type ChangeGroup = (typeof CHANGE_GROUPS)[number];

/** Changes that share a manufacturer, carrier or reason. `key`: slug or reason; null: no reason was given. */
export type RowGroup = {
  readonly key: string | null;
  readonly name: string;
  readonly rows: readonly ChangeRow[];
};

type Place = { readonly key: string | null; readonly name: string };

function placesOf({ deal, claim }: ChangeRow, by: ChangeGroup): Place[] {
  if (by === "manufacturer") {
    const { slug, name } = deal.manufacturer;
    return [{ key: slug, name }];
  }
  if (by === "carrier") return [{ key: deal.carrier.slug, name: deal.carrier.name }];
  if (claim.reasons.length === 0) return [{ key: null, name: "no reason given" }];
  return claim.reasons.map((reason) => ({ key: reason, name: REASON_WORDS[reason] }));
}

/**
 * Changes in groups, the largest first, then by name; rows keep their order. A change with several reasons stands under each,
 * so that a group holds all that its name promises.
 */
export function groupRows(rows: readonly ChangeRow[], by: ChangeGroup): RowGroup[] {
  const placed = rows.flatMap((row) => placesOf(row, by).map((place) => ({ place, row })));
  return [...grouped(placed, ({ place }) => place.key)]
    .map(([key, own]) => ({ key, name: own[0]?.place.name ?? "", rows: own.map(({ row }) => row) }))
    .sort((a, b) => b.rows.length - a.rows.length || a.name.localeCompare(b.name, "en"));
}
