import type { Query } from "@/formats/paths";
import { FindKey } from "./find-key";
import { Hidden } from "./hidden";

/** Search from anywhere; a plain form. `/` and Ctrl+K lead here where there is script. */
export function SearchBox({ query }: { query: Query }) {
  return (
    <search className="find">
      <form action="/search" method="get">
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
          <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="M9.5 9.5L13 13" stroke="currentColor" strokeWidth="1.5" />
        </svg>
        <input
          id="find"
          type="search"
          name="q"
          maxLength={200}
          aria-label="Search devices, carriers, sources"
          placeholder="Search devices, carriers, sources"
        />
        <kbd>/</kbd>
        <Hidden query={query} />
      </form>
      <FindKey />
    </search>
  );
}
