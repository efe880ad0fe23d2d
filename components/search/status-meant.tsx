import Link from "next/link";
import { StatusWord } from "@/components/status/status-mark";
import { counted } from "@/components/timeline/words";
import type { Status } from "@/domain/status";
import { type Query, withQuery } from "@/formats/paths";
import { printSearch } from "@/formats/search-query";

export type OfStatus = { readonly status: Status; readonly rest: string; readonly count: number };

/** A word of the search says a status: how many deals that the others find have it. Names are searched, a status is a filter. */
export function StatusMeant({ status, rest, count, query }: OfStatus & { query: Query }) {
  const filter = { manufacturer: null, country: null, status, evidence: null };
  const deals = printSearch({ text: rest, kind: "deal", filter });
  return (
    <p className="wrap status-meant">
      <StatusWord status={status} /> is a status, not a name:{" "}
      {count > 0 ? (
        <Link href={withQuery("/search", deals, query)} prefetch={false}>
          {counted(count, "deal")} of “{rest}” with it
        </Link>
      ) : (
        <>
          no deal of “{rest}” has it on this day.{" "}
          <Link
            href={withQuery(
              "/search",
              printSearch({ text: rest, kind: "deal", filter: { ...filter, status: null } }),
              query,
            )}
            prefetch={false}
          >
            All deals of “{rest}”
          </Link>
        </>
      )}
    </p>
  );
}
