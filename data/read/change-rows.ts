import type { Db } from "@/data/db";
import type { ChangeClaim, ChangedDeal, ChangeMark, ChangeRow, Witness } from "@/domain/change-rows";
import type { Evidence, Id, SourceGraph, StatusClaim } from "@/domain/claims";
import type { HistoryEntry } from "@/domain/history";
import { publicationOf } from "@/domain/visibility";
import { articlesOf } from "./change-words";

/** The names of these deals, in one query. */
export async function dealRefs(db: Db, deals: readonly Id[]): Promise<ReadonlyMap<Id, ChangedDeal>> {
  const rows = await db.deal.findMany({
    where: { id: { in: [...deals] } },
    select: {
      id: true,
      device: { select: { slug: true, name: true, manufacturer: { select: { slug: true, name: true } } } },
      carrier: { select: { slug: true, name: true, country: true } },
    },
  });
  return new Map(
    rows.map(({ id, device: { manufacturer, ...device }, carrier }) => [
      id,
      { device, manufacturer, carrier },
    ]),
  );
}

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
