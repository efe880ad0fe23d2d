import type { ChangeClaim, ChangedDeal, ChangeMark, ChangeRow, Witness } from "@/domain/change-rows";
import type { Evidence, Id, SourceGraph, StatusClaim } from "@/domain/claims";
import type { HistoryEntry } from "@/domain/history";
import { publicationOf } from "@/domain/visibility";
import { Prisma } from "@/generated/prisma/client";
import { articlesOf } from "./change-words";

type Names = {
  device: string;
  device_name: string;
  maker: string;
  maker_name: string;
  carrier: string;
  carrier_name: string;
  country: string;
};

/** The columns that `dealOf` reads, and the joins that they need; `d` is the deal. */
export const NAMES = Prisma.sql`v.slug AS device, v.name AS device_name, m.slug AS maker, m.name AS maker_name,
  k.slug AS carrier, k.name AS carrier_name, k.country`;
export const NAMED = Prisma.sql`JOIN device v ON v.id = d.device_id JOIN manufacturer m ON m.id = v.manufacturer_id
  JOIN carrier k ON k.id = d.carrier_id`;
export type NamedDeal = Names & { readonly id: Id };

export const dealOf = (n: Names): ChangedDeal => ({
  device: { slug: n.device, name: n.device_name },
  manufacturer: { slug: n.maker, name: n.maker_name },
  carrier: { slug: n.carrier, name: n.carrier_name, country: n.country },
});

const said = (claim: StatusClaim): ChangeClaim => {
  const { id, status, effective, target, targetWords, reasons, note } = claim;
  return { id, status, effective, target, targetWords, reasons, note };
};

/** What a row is made from. `entry`: the claim's place in the history of the view, when it stands there. */
export type RowParts = {
  readonly key: string;
  readonly mark: ChangeMark;
  readonly deal: ChangedDeal;
  readonly claim: StatusClaim;
  readonly before: StatusClaim | null;
  readonly entry: HistoryEntry | null;
  readonly entryBefore?: HistoryEntry;
  readonly added?: readonly Id[];
  readonly removed?: readonly Id[];
  readonly why?: string | null;
  readonly recorded?: StatusClaim["recorded"];
};

/** One line of a list of changes. `recorder`: whether the reader may see who recorded it. */
export function changeRow(parts: RowParts, graph: SourceGraph, recorder: boolean): ChangeRow {
  const { key, mark, deal, claim, before, entry, entryBefore } = parts;
  const known = [...claim.evidence, ...(before?.evidence ?? [])];
  const found = (ids: readonly Id[] = []) => ids.flatMap((id) => known.find((e) => e.id === id) ?? []);
  const witnesses = (evidence: readonly Evidence[]): Witness[] =>
    evidence.flatMap(({ source, stance }) => {
      const publisher = graph.sources.get(source)?.publisher;
      return publisher ? [{ publisher, stance }] : [];
    });
  const [added, removed] = [found(parts.added), found(parts.removed)];
  const news = added
    .flatMap((e) => publicationOf(e.source, graph) ?? [])
    .sort()
    .at(-1);
  const recorded = parts.recorded ?? claim.recorded;
  return {
    key,
    mark,
    deal,
    claim: said(claim),
    before: before && said(before),
    judged: entry && articlesOf(entry),
    judgedBefore: entryBefore ? articlesOf(entryBefore) : null,
    why: parts.why ?? null,
    evidence: { added: witnesses(added), removed: witnesses(removed) },
    published: news ?? entry?.published ?? null,
    recorded: { at: recorded.at, by: recorder ? recorded.by : null },
  };
}
