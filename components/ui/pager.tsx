import Link from "next/link";
import { type Query, withQuery } from "@/formats/paths";

type Props = { path: string; query: Query; page: number; pages: number };

/** Steps through a list, 50 rows a page. Pages count from 1. */
export function Pager({ path, query, page, pages }: Props) {
  if (pages <= 1) return null;
  const to = (n: number) => withQuery(path, query, { page: n === 1 ? null : n });
  return (
    <nav className="pager" aria-label="Pages">
      {page > 1 && (
        <Link className="btn" prefetch={false} href={to(page - 1)} rel="prev">
          Previous
        </Link>
      )}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages && (
        <Link className="btn" prefetch={false} href={to(page + 1)} rel="next">
          Next
        </Link>
      )}
    </nav>
  );
}
