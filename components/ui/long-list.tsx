import type { ReactNode } from "react";
import { PAGE_SIZE, pageOf } from "@/domain/deal-rows";
import type { Query } from "@/formats/paths";
import { Pager } from "./pager";

type Props<T> = {
  rows: readonly T[];
  /** The parameter that holds its page, also the id of its heading. */
  name: string;
  /** The page that the address asks for; null: none. */
  asked: number | null;
  /** The row to be on the page when none is asked for. */
  at?: number;
  path: string;
  query: Query;
  children: (rows: readonly T[]) => ReactNode;
};

/** What few would read to the end. */
const LONG = 200;

/** A list on a page of more than that: whole while it is short, else page by page. */
export function LongList<T>({ rows, name, asked, at = 0, path, query, children }: Props<T>) {
  if (rows.length <= LONG) return children(rows);
  const own = Math.floor(Math.max(0, at) / PAGE_SIZE) + 1;
  const { page, pages } = pageOf(rows.length, asked ?? own);
  return (
    <>
      {children(rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE))}
      <Pager path={path} query={query} page={page} pages={pages} name={name} />
    </>
  );
}
