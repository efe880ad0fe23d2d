import Link from "next/link";
import { NothingListed } from "@/components/lists/nothing-listed";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import type { SourceFacet, SourceList } from "@/domain/source-list";
import { SOURCE_KINDS } from "@/domain/status";
import { SOURCE_KIND_WORDS } from "@/domain/words";
import { newPath, type Query, sourcesPath } from "@/formats/paths";
import { ALL_SOURCES, printSourceQuery, type SourceQuery } from "@/formats/source-query";
import { SourceFilters } from "./source-filters";
import { SourceTable } from "./source-table";

type Props = {
  list: SourceList;
  asked: SourceQuery;
  view: URLSearchParams;
  /** The page looks at another day or record than today's. */
  past: boolean;
  mayEdit: boolean;
};

const sum = (facets: readonly SourceFacet[], fits: (facet: SourceFacet) => boolean = () => true) =>
  facets.filter(fits).reduce((n, { sources }) => n + sources, 0);

/** The publications that the record rests on. */
export function SourcesPage({ list, asked, view, past, mayEdit }: Props) {
  const { lines, total, page, pages, facets, ordered } = list;
  const { filter, sort } = asked;
  const count = (n: number, more: Partial<SourceQuery["filter"]>) => (
    <Link
      prefetch={false}
      href={sourcesPath(
        merged(view, printSourceQuery({ ...ALL_SOURCES, filter: { ...ALL_SOURCES.filter, ...more } })),
      )}
    >
      {n.toLocaleString("en-GB")}
    </Link>
  );
  const all = sum(facets);
  const unseen = sum(facets, (f) => !f.seen);
  return (
    <>
      <PageHead
        title="Sources"
        lead={
          all === 0 ? (
            past && "No source was on record and published then."
          ) : (
            <>
              The record rests on {count(all, {})} sources.{" "}
              <b>Nobody here has read {count(unseen, { seen: false })}</b> of them: they are known through
              others that retell them. Their publishers took back{" "}
              {count(
                sum(facets, (f) => f.retracted),
                { retracted: true },
              )}
              .
            </>
          )
        }
        actions={
          mayEdit && (
            <Link className="btn" prefetch={false} href={newPath("sources")}>
              Add a source
            </Link>
          )
        }
      />
      <div className="wrap">
        <SourceFilters filter={filter} sort={sort} view={view} />
        {all === 0 && !past && (
          <NothingListed word="source" words="sources" narrowed={false} all={sourcesPath()} />
        )}
        {all > 0 && (
          <ul className="facets" aria-label="Kinds of sources">
            {SOURCE_KINDS.map((kind) => (
              <li key={kind}>
                {SOURCE_KIND_WORDS[kind]}{" "}
                {count(
                  sum(facets, (f) => f.kind === kind),
                  { kind },
                )}
              </li>
            ))}
          </ul>
        )}
        {all > 0 && (
          <Section
            id="found"
            title="On record"
            count={total}
            note={
              ordered !== null &&
              `The ${ordered.toLocaleString("en-GB")} newest of them in order; narrow the list to order the others.`
            }
          >
            {lines.length === 0 ? (
              <Empty>
                No source matches. Take a filter away, or{" "}
                <Link prefetch={false} href={sourcesPath(view)}>
                  see all of them
                </Link>
                .
              </Empty>
            ) : (
              <SourceTable lines={lines} query={view} />
            )}
            <Pager
              path={sourcesPath()}
              query={merged(view, printSourceQuery({ ...asked, page: 1 }))}
              page={page}
              pages={pages}
            />
          </Section>
        )}
      </div>
    </>
  );
}

/** The view's parameters and those of the list. */
function merged(view: URLSearchParams, more: Readonly<Record<string, string>>): Query {
  return new URLSearchParams([...view, ...Object.entries(more)]);
}
