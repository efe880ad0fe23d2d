import { SEARCH_KIND_WORDS, SEARCH_KINDS, type SearchKind } from "@/domain/search-hits";

type Props = {
  text: string;
  totals: Readonly<Partial<Record<SearchKind, number>>>;
  meant: string | null;
};

const number = (n: number) => n.toLocaleString("en-GB");

/** The sentence that answers a search: how many things of which kinds, and whether they are only spelled alike. */
export function SearchLead({ text, totals, meant }: Props) {
  const parts = SEARCH_KINDS.filter((kind) => totals[kind]).map((kind) => {
    const n = totals[kind] ?? 0;
    const { one, some } = SEARCH_KIND_WORDS[kind];
    return `${number(n)} ${n === 1 ? one : some}`;
  });
  const list = [parts.slice(0, -1).join(", "), parts.at(-1)].filter(Boolean).join(" and ");
  return meant === null ? (
    <>
      Found: <b>{list}</b>.
    </>
  ) : (
    <>
      Nothing holds “{text}” as it is written. Spelled alike, <b>{meant}</b>: {list}.
    </>
  );
}
