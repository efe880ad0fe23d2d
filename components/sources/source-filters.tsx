import Link from "next/link";
import { Hidden } from "@/components/shell/hidden";
import { SOURCE_SORTS, type SourceFilter, type SourceSort } from "@/domain/source-list";
import { SOURCE_KINDS } from "@/domain/status";
import { SOURCE_KIND_WORDS } from "@/domain/words";
import { type Query, sourcesPath } from "@/formats/paths";

const SORT_WORDS: Readonly<Record<SourceSort, string>> = {
  newest: "newest first",
  oldest: "oldest first",
  publisher: "publisher",
  claims: "what rests on it",
};

type Props = {
  filter: SourceFilter;
  sort: SourceSort;
  /** The view's parameters. */
  view: Query;
};

const yesNo = (value: boolean | null) => (value === null ? "" : value ? "yes" : "no");

/** What the list shows, as a GET form. */
export function SourceFilters({ filter, sort, view }: Props) {
  const { text, publisher, kind, seen, retracted } = filter;
  const narrowed = text || publisher || kind || seen !== null || retracted !== null;
  return (
    <form className="filters" action={sourcesPath()} method="get" aria-label="Which sources are shown">
      <label className="fld">
        <span>In headline, author or address</span>
        <input type="search" name="q" defaultValue={text} maxLength={200} />
      </label>
      <label className="fld">
        <span>Publisher</span>
        <input type="search" name="publisher" defaultValue={publisher} maxLength={200} />
      </label>
      <label className="fld">
        <span>Kind</span>
        <select name="kind" defaultValue={kind ?? ""}>
          <option value="">all kinds</option>
          {SOURCE_KINDS.map((k) => (
            <option key={k} value={k}>
              {SOURCE_KIND_WORDS[k]}
            </option>
          ))}
        </select>
      </label>
      <label className="fld">
        <span>Read</span>
        <select name="seen" defaultValue={yesNo(seen)}>
          <option value="">read or not</option>
          <option value="yes">read by somebody here</option>
          <option value="no">read by nobody here</option>
        </select>
      </label>
      <label className="fld">
        <span>Taken back</span>
        <select name="retracted" defaultValue={yesNo(retracted)}>
          <option value="">taken back or not</option>
          <option value="no">not taken back</option>
          <option value="yes">taken back</option>
        </select>
      </label>
      <label className="fld">
        <span>Order</span>
        <select name="sort" defaultValue={sort}>
          {SOURCE_SORTS.map((s) => (
            <option key={s} value={s}>
              {SORT_WORDS[s]}
            </option>
          ))}
        </select>
      </label>
      <Hidden query={view} />
      <button className="btn" type="submit">
        Show these
      </button>
      {narrowed && (
        <Link className="btn t" prefetch={false} href={sourcesPath(view)}>
          All sources
        </Link>
      )}
    </form>
  );
}
