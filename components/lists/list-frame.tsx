import type { ReactNode } from "react";
import { Empty } from "@/components/ui/empty";
import { Pager } from "@/components/ui/pager";
import type { ListProblem } from "@/formats/list-query";
import { merged, withQuery } from "@/formats/paths";
import { FilterForm } from "./filter-form";
import { NothingListed } from "./nothing-listed";
import type { Sorting } from "./sort-head";

type Props = {
  /** Where the list is, what its address asks for, and the reader's view, which is kept in every link. */
  asked: Sorting & {
    readonly filter: Readonly<Record<string, unknown>>;
    readonly problems: readonly ListProblem[];
  };
  list: { readonly total: number; readonly page: number; readonly pages: number };
  /** One thing and several of what is listed: "device", "devices". */
  words: readonly [string, string];
  /** The fields of the form, and their names. */
  filters: ReactNode;
  shown: readonly string[];
  /** Why nothing is listed though nothing narrows the list; left out: the record has none yet. */
  none?: ReactNode;
  /** What explains the table below it. */
  legend?: ReactNode;
  /** The table. */
  children: ReactNode;
};

/** A list of the record: its filters, its table or why there is none, and its other pages. */
export function ListFrame(props: Props) {
  const { asked, list, words, filters, shown, none, legend, children } = props;
  const { path, query, filter, keep, problems } = asked;
  const narrowed = Object.values(filter).some((value) => value !== null);
  return (
    <div className="wrap">
      <FilterForm path={path} query={query} keep={keep} shown={shown} problems={problems}>
        {filters}
      </FilterForm>
      {list.total > 0 ? (
        children
      ) : none && !narrowed ? (
        <Empty>{none}</Empty>
      ) : (
        <NothingListed word={words[0]} words={words[1]} narrowed={narrowed} all={withQuery(path, query)} />
      )}
      <Pager path={path} query={merged(query, keep)} page={list.page} pages={list.pages} />
      {legend}
    </div>
  );
}
