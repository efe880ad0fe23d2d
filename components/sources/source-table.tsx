import Link from "next/link";
import type { Source } from "@/domain/claims";
import { dateWords } from "@/domain/date-words";
import type { Carries, SourceLine } from "@/domain/source-list";
import { sourceTitle } from "@/domain/source-words";
import { SOURCE_KIND_WORDS } from "@/domain/words";
import { type Query, sourcePath } from "@/formats/paths";

/** The marks that a reader must not miss. */
export function SourceTags({ source }: { source: Source }) {
  return (
    <>
      {!source.seen && <span className="tag">nobody here has read it</span>}
      {source.retracted && <span className="tag">taken back</span>}
    </>
  );
}

/** Sources with what rests on each; every number opens what it counts. */
export function SourceTable({ lines, query }: { lines: readonly SourceLine[]; query: Query }) {
  return (
    <table className="stack">
      <thead>
        <tr>
          <th scope="col">Published</th>
          <th scope="col">Source</th>
          <th scope="col">Publisher</th>
          <th scope="col">Kind</th>
          <th scope="col" className="num">
            Claims
          </th>
          <th scope="col" className="num">
            Listings
          </th>
          <th scope="col" className="num">
            Statements
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ source, carries }) => (
          <tr key={source.id}>
            <td className="nw">{dateWords(source.published)}</td>
            <td className="headline">
              <Link prefetch={false} href={sourcePath(source.slug, query)}>
                {source.title === null ? "Headline not known" : sourceTitle(source)}
              </Link>{" "}
              {source.title === null && <span className="mono dim3">{source.slug}</span>}{" "}
              <SourceTags source={source} />
            </td>
            <td>{source.publisher}</td>
            <td className="dim nw">{SOURCE_KIND_WORDS[source.kind]}</td>
            <Numbers slug={source.slug} carries={carries} query={query} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const NUMBERS = ["claims", "listings", "statements"] as const satisfies readonly (keyof Carries)[];

function Numbers({ slug, carries, query }: { slug: string; carries: Carries; query: Query }) {
  return NUMBERS.map((what) => (
    <td key={what} className="num" data-label={`${what[0]?.toUpperCase()}${what.slice(1)}`}>
      {carries[what] === 0 ? (
        <span className="dim3">0</span>
      ) : (
        <Link prefetch={false} href={`${sourcePath(slug, query)}#${what}`}>
          {carries[what].toLocaleString("en-GB")}
        </Link>
      )}
    </td>
  ));
}
