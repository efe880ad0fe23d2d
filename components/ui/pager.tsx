import Link from "next/link";
import { type Query, withQuery } from "@/formats/paths";

type Props = {
  path: string;
  query: Query;
  page: number;
  pages: number;
  /** For one of several lists on a page: the parameter that holds its page, also the id of its heading. */
  name?: string;
  /** The keys [ and ] step, on a page that hears `data-key`. */
  keys?: boolean;
};

/** Steps through a list, 50 rows a page. Pages count from 1. */
export function Pager({ path, query, page, pages, name, keys = false }: Props) {
  if (pages <= 1) return null;
  const to = (n: number) =>
    name
      ? `${withQuery(path, query, { [name]: n })}#${name}`
      : withQuery(path, query, { page: n === 1 ? null : n });
  return (
    <nav className="pager" aria-label={name ? `Pages: ${name}` : "Pages"}>
      {page > 1 && (
        <Link
          className="btn"
          prefetch={false}
          href={to(page - 1)}
          rel="prev"
          data-key={keys ? "[" : undefined}
        >
          Previous {keys && <kbd className="only-w">[</kbd>}
        </Link>
      )}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages && (
        <Link
          className="btn"
          prefetch={false}
          href={to(page + 1)}
          rel="next"
          data-key={keys ? "]" : undefined}
        >
          Next {keys && <kbd className="only-w">]</kbd>}
        </Link>
      )}
    </nav>
  );
}
