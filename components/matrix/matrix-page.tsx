import Link from "next/link";
import { BulkLink } from "@/components/bulk/bulk-link";
import type { ChartPage } from "@/components/charts/chart";
import { NumberLink } from "@/components/charts/number-link";
import { ChooseBar } from "@/components/choose/choose-bar";
import { ChooseLink } from "@/components/choose/choose-link";
import type { Chooser } from "@/components/choose/chooser";
import { CiteSection } from "@/components/export/cite-section";
import { counted } from "@/components/timeline/words";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import type { View } from "@/domain/claims";
import { dayWords } from "@/domain/date-words";
import type { DeviceHistory } from "@/domain/device-history";
import type { Day } from "@/domain/edtf";
import { type CellMark, type MatrixCounts, matrixCounts, type StatusMatrix } from "@/domain/matrix";
import type { Actor } from "@/domain/permissions";
import type { Status } from "@/domain/status";
import { dealsOfMatrix, isNarrowed } from "@/formats/bulk";
import { notInSight, printChoosing } from "@/formats/choice";
import { type MatrixFilter, printMatrixFilter } from "@/formats/matrix-query";
import { bulkPath, dealsPath, homePath, matrixPath, merged, type Query } from "@/formats/paths";
import { MatrixFilters } from "./matrix-filters";
import { MatrixKeys } from "./matrix-keys";
import { MatrixLegend } from "./matrix-legend";
import { MatrixTable } from "./matrix-table";
import { OpenedCell } from "./opened-cell";
import { isTaken, placesInSight, placesTaken } from "./taken";

export type MatrixPageProps = {
  matrix: StatusMatrix;
  filter: MatrixFilter;
  view: View;
  today: Day;
  past: boolean;
  actor: Actor;
  query: Query;
  /** The history of the open cell's deal; null: no cell is open. */
  opened: DeviceHistory | null;
  page: ChartPage;
  chooser: Chooser;
  /** Deals that the filter finds, in sight or not; counted while deals are ticked. */
  found: number;
};

/** Who ranges what on a day: a sentence, a legend that filters, the table, and the open cell's claim beside it. */
export function MatrixPage(props: MatrixPageProps) {
  const { matrix, filter, view, today, past, actor, opened, page } = props;
  const { choosing, chooseHref, action } = props.chooser;
  const stay = merged(props.query, printChoosing(choosing));
  const { query } = props;
  const deals = dealsOfMatrix(filter);
  const counts = matrixCounts(matrix.groups, filter);
  const hrefOf = (f: MatrixFilter) => matrixPath(merged(stay, printMatrixFilter(f)));
  const closeHref = hrefOf({ ...filter, cell: null });
  const open = filter.cell && `${filter.cell.device}/${filter.cell.carrier}`;
  const { manufacturer, country, kind } = filter;
  const scope = { manufacturer, country, network: kind };
  return (
    <>
      <PageHead
        title="Who carries what"
        lead={matrix.rows.length > 0 && <Lead {...{ matrix, filter, view, counts, hrefOf }} />}
        actions={
          !choosing && (
            <>
              {chooseHref && matrix.rows.length > 0 && <ChooseLink href={chooseHref} />}
              {!past && deals && <BulkLink of={deals} actor={actor} />}
            </>
          )
        }
      />
      <div className="wrap">
        <MatrixFilters filter={filter} matrix={matrix} query={stay} />
        <MatrixLegend counts={counts} filter={filter} hrefOf={hrefOf} />
        {matrix.rows.length === 0 ? (
          <Nothing matrix={matrix} filter={filter} hrefOf={hrefOf} query={stay} />
        ) : (
          <div className={opened ? "split" : undefined}>
            <div className="main">
              <MatrixTable
                matrix={matrix}
                on={view.on}
                query={query}
                open={open}
                grouped={filter.sort === "name"}
                caption={`Status of ${matrix.rows.length} devices at ${matrix.columns.length} carriers on ${dayWords(view.on)}`}
                hrefOf={(device, carrier) => hrefOf({ ...filter, cell: { device, carrier } })}
                choosing={choosing}
                takes={(cell) => isTaken(cell, filter)}
                carriedHref={(of) => dealsPath(merged(query, { ...scope, ...of, status: "carried" }))}
              />
              <Pages matrix={matrix} filter={filter} hrefOf={hrefOf} />
            </div>
            {opened && <OpenedCell {...{ history: opened, view, today, past, actor, query, closeHref }} />}
          </div>
        )}
        {!choosing && <MatrixKeys open={open} closeHref={closeHref} />}
        {matrix.rows.length > 0 && <CiteSection page={page} formats={["csv", "json"]} />}
        {view.on > today && (
          <p className="dim">This day lies ahead: the table shows what is planned by then.</p>
        )}
      </div>
      {choosing && (
        <ChooseBar
          address={choosing.address}
          kept={notInSight(choosing, placesInSight(matrix))}
          shown={placesTaken(matrix, filter)}
          all={deals && isNarrowed(deals) ? { count: props.found, href: bulkPath(deals) } : null}
          grid
          action={action}
        />
      )}
    </>
  );
}

type LeadProps = Pick<MatrixPageProps, "matrix" | "filter" | "view"> & {
  counts: MatrixCounts;
  hrefOf: (f: MatrixFilter) => string;
};

/** How many deals the filter finds at the carriers in sight; each number leaves only what it counts. */
function Lead({ matrix, filter, view, counts, hrefOf }: LeadProps) {
  const { status, certainty, reason, mark } = filter;
  const bare = { ...filter, page: 1, cell: null };
  const number = (key: Status | CellMark, only: Partial<MatrixFilter>) => (
    <NumberLink n={counts.of[key] ?? 0} href={hrefOf({ ...bare, ...only })} />
  );
  const where = `between ${counted(matrix.devices, "device")} and ${counted(matrix.columns.length, "carrier")}`;
  if (status || certainty || reason || mark)
    return (
      <>
        On {dayWords(view.on)},{" "}
        <b>
          {counted(counts.deals, "deal")} {counts.deals === 1 ? "fits" : "fit"} the filter
        </b>
        , {where}.
      </>
    );
  return (
    <>
      On {dayWords(view.on)},{" "}
      <b>
        {number("carried", { status: "carried" })} of {counted(counts.deals, "deal")}
      </b>{" "}
      {where} {counts.of.carried === 1 ? "was" : "were"} carried; of {number("stale", { mark: "stale" })}{" "}
      nothing was heard for too long; {number("single", { mark: "single" })} rest on one origin.
    </>
  );
}

type NothingProps = Pick<MatrixPageProps, "matrix" | "filter" | "query"> & {
  hrefOf: (f: MatrixFilter) => string;
};

function Nothing({ matrix, filter, hrefOf, query }: NothingProps) {
  if (filter.page > 1 || filter.columnPage > 1) {
    return (
      <Empty>
        The table has no such page.{" "}
        <Link href={hrefOf({ ...filter, page: 1, columnPage: 1 })}>Go to the first</Link>.
      </Empty>
    );
  }
  const { manufacturer, country, kind, status, certainty, reason, mark } = filter;
  const narrowed = [manufacturer, country, kind, status, certainty, reason, mark].some((f) => f !== null);
  if (!narrowed && matrix.columns.length === 0) {
    return (
      <Empty>
        No carrier is on record yet, so there is nothing to lay out.{" "}
        <Link href={homePath()}>See how a record begins</Link>.
      </Empty>
    );
  }
  return (
    <Empty>
      {matrix.columns.length === 0
        ? "No carrier on record fits the filter."
        : "No deal fits the filter on this day."}{" "}
      <Link href={matrixPath(query)}>Show all</Link>, or choose another day above.
    </Empty>
  );
}

function Pages({ matrix, filter, hrefOf }: Omit<NothingProps, "query">) {
  const { page, pages, columnPage, columnPages } = matrix;
  const bare = { ...filter, cell: null };
  const step = (word: string, to: MatrixFilter, rel: string) => (
    <Link className="btn" prefetch={false} href={hrefOf(to)} data-rel={rel}>
      {word}
    </Link>
  );
  return (
    <nav className="pager" aria-label="Pages of the table">
      {page > 1 && step("Previous devices", { ...bare, page: page - 1 }, "up")}
      {pages > 1 && (
        <span>
          Devices, page {page} of {pages}
        </span>
      )}
      {page < pages && step("Next devices", { ...bare, page: page + 1 }, "down")}
      {columnPage > 1 && step("Previous carriers", { ...bare, columnPage: columnPage - 1 }, "left")}
      {columnPages > 1 && (
        <span>
          Carriers, page {columnPage} of {columnPages}
        </span>
      )}
      {columnPage < columnPages && step("Next carriers", { ...bare, columnPage: columnPage + 1 }, "right")}
    </nav>
  );
}
