import type { Id, Source } from "@/domain/claims";
import type { Neighbour, Resting, SourcedListing, SourcedStatus, SourceWeight } from "@/domain/source-page";

/**
 * The picture of a source: whom it rests on, the source, who tells it, the claims. Columns of boxes, and lines between
 * neighbouring columns by the places of their boxes. A column without boxes is left out.
 */
export type Box =
  | { readonly is: "source"; readonly source: Source; readonly here: boolean }
  /** The source's own words, beside those that retell it. */
  | { readonly is: "itself" }
  | { readonly is: "claim"; readonly claim: SourcedStatus }
  | { readonly is: "listing"; readonly listing: SourcedListing }
  | { readonly is: "more"; readonly count: number; readonly of: "sources" | "claims" };

export type Column = {
  readonly head: string;
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
};
/** From a box of this column to one of the next, counted from 0. */
export type Line = readonly [from: number, to: number];

const MOST = 7;

/** The first boxes; what is left over becomes one that says how much. */
function cut(boxes: readonly Box[], of: "sources" | "claims"): Box[] {
  if (boxes.length <= MOST) return [...boxes];
  return [...boxes.slice(0, MOST - 1), { is: "more", count: boxes.length - MOST + 1, of }];
}
const placeIn = (boxes: readonly Box[], at: number): number => Math.min(at, boxes.length - 1);

const boxOf = ({ source }: Neighbour): Box => ({ is: "source", source, here: false });
const everyLine = (from: number, to: number): Line[] =>
  Array.from({ length: from * to }, (_, i) => [Math.floor(i / to), i % to] as const);

type Any = Resting<SourcedStatus> | Resting<SourcedListing>;

export function webOf(weight: SourceWeight): Column[] {
  const { source, claims, offers } = weight;
  const upstream = weight.upstream.filter((n) => n.direct);
  const told = [...weight.downstream].sort((a, b) => b.claims - a.claims);
  const resting: Any[] = [...claims, ...offers];
  const tells = resting.some((r) => r.leads.some((l) => l.way === "own"));

  const top = cut(upstream.map(boxOf), "sources");
  const tellers: Box[] =
    told.length === 0 ? [] : [...(tells ? [{ is: "itself" } as const] : []), ...told.map(boxOf)];
  const middle = cut(tellers, "sources");
  const end = cut(
    resting.map(({ claim }) =>
      "deal" in claim ? { is: "claim", claim } : { is: "listing", listing: claim },
    ),
    "claims",
  );
  const shift = tells ? 1 : 0;
  const places = new Map<Id, number>(told.map((n, i) => [n.source.id, placeIn(middle, i + shift)]));
  places.set(source.id, 0);
  const last = resting.flatMap((r, i) =>
    r.leads.map((l): Line => [places.get(l.evidence.source) ?? 0, placeIn(end, i)]),
  );
  const columns: Column[] = [
    { head: "It rests on", boxes: top, lines: everyLine(top.length, 1) },
    {
      head: told.length > 0 && top.length === 0 ? "Origin" : "This source",
      boxes: [{ is: "source", source, here: true }],
      lines: everyLine(1, middle.length || end.length),
    },
    { head: tells ? "Told by" : "Retold by", boxes: middle, lines: unique(last) },
    { head: "What rests on it", boxes: end, lines: [] },
  ];
  return columns.filter(({ boxes }) => boxes.length > 0);
}

const unique = (lines: readonly Line[]): Line[] => [...new Map(lines.map((l) => [l.join(" "), l])).values()];
