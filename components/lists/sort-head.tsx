import Link from "next/link";
import { printSort, type Sort } from "@/formats/list-query";
import { type Query, withQuery } from "@/formats/paths";

export type Sorting = {
  readonly path: string;
  readonly query: Query;
  readonly keep: Readonly<Record<string, string>>;
  readonly sort: Sort;
  /** Where on the page the list stands, when it is only a part of it. */
  readonly fragment?: string;
};

type Props = {
  sorting: Sorting;
  by: string;
  word: string;
  /** The direction of the first click; numbers and dates begin with the greatest. */
  desc?: boolean;
  num?: boolean;
};

/** The head of a column that the list can be sorted by. */
export function SortHead({
  sorting: { path, query, keep, sort, fragment },
  by,
  word,
  desc = false,
  num,
}: Props) {
  const here = sort.key === by;
  const next = printSort({ key: by, desc: here ? !sort.desc : desc });
  const order = here ? (sort.desc ? "descending" : "ascending") : "none";
  return (
    <th scope="col" aria-sort={order} className={num ? "num" : undefined}>
      <Link
        className="q"
        prefetch={false}
        href={withQuery(path, query, keep, { sort: next }) + (fragment ? `#${fragment}` : "")}
      >
        {word}
        {here && <span aria-hidden="true">{sort.desc ? " ↓" : " ↑"}</span>}
      </Link>
    </th>
  );
}
