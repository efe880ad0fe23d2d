import Link from "next/link";
import type { ChangeFilter } from "@/domain/change-filter";
import type { ChangesQuery } from "@/formats/changes-query";
import type { Query } from "@/formats/paths";
import type { SaidFilter } from "@/formats/said-filters";
import { reportPath } from "./parts";

type Props = { asked: ChangesQuery; query: Query; words: readonly SaidFilter<keyof ChangeFilter>[] };

/** What the report is narrowed to, in words, also on paper; each can be taken away. Nothing without filters. */
export function NarrowedTo({ asked, query, words }: Props) {
  if (words.length === 0) return null;
  return (
    <ul className="chips" aria-label="Filters in force">
      {words.map(({ param, words: said }) => (
        <li key={param}>
          <Link
            className="chip"
            prefetch={false}
            href={reportPath({ ...asked, filter: { ...asked.filter, [param]: null } }, query)}
          >
            {said}{" "}
            <span className="not-paper" aria-hidden="true">
              ×
            </span>
            <span className="sr-only"> (take away)</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
