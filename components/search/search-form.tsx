import { Hidden } from "@/components/shell/hidden";
import { SEARCH_LIMIT } from "@/domain/search-words";
import type { Query } from "@/formats/paths";

type Props = { text: string; query: Query; problems: readonly string[] };

/** The search again, to be changed. A GET form: its address is the search. */
export function SearchForm({ text, query, problems }: Props) {
  return (
    <search className="wrap ask">
      <form action="/search" method="get">
        <label htmlFor="q">Search the record</label>
        <input
          id="q"
          type="search"
          name="q"
          maxLength={SEARCH_LIMIT}
          defaultValue={text}
          aria-describedby={problems.length > 0 ? "q-problems" : undefined}
        />
        <Hidden query={query} />
        <button className="btn p" type="submit">
          Search
        </button>
      </form>
      {problems.length > 0 && (
        <div id="q-problems" role="alert">
          {problems.map((problem) => (
            <p key={problem} className="error">
              {problem}
            </p>
          ))}
        </div>
      )}
    </search>
  );
}
