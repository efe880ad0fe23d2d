import { BAR_ROW, type BarRow, BarsPlot, type Part } from "@/components/charts/bars-plot";
import type { Chart } from "@/components/charts/chart";
import { STACK_ORDER, STATUS_FILL } from "@/components/charts/status-fill";
import { type Flag, TrendPlot } from "@/components/charts/trend-plot";
import { dealsWhere, type Overview, planSpansOf, type StatusCounts, sumOf } from "@/domain/overview";
import { CERTAINTIES, STATUSES } from "@/domain/status";
import { CERTAINTY_WORDS, REASON_WORDS, STATUS_WORDS } from "@/domain/words";
import { policyPath, type Query } from "@/formats/paths";
import type { OverviewLinks } from "./links";

/** The charts of the overview that count deals by their status. */

type Numbered = { readonly counts: StatusCounts; readonly href: (more?: Record<string, string>) => string };

/** A row of a table by status: a number each, and their sum. */
const countColumns = [...STATUSES, "deals"];
const countCells = (counts: StatusCounts) => [...STATUSES.map((s) => counts[s]), sumOf(counts)];

/** Where a cell of such a table leads; the first `before` columns are names. */
const countHref =
  (rows: readonly Numbered[], before: number, param = "status") =>
  (row: number, column: number): string | null => {
    const of = rows[row];
    const status = STATUSES[column - before];
    if (!of || column < before) return null;
    if (status) return of.counts[status] > 0 ? of.href({ [param]: status }) : null;
    return sumOf(of.counts) > 0 ? of.href() : null;
  };

const statusParts = (counts: StatusCounts, hrefOf: ((status: string) => string) | null): Part[] =>
  STACK_ORDER.map((status) => ({
    key: status,
    n: counts[status],
    words: STATUS_WORDS[status].word,
    fill: STATUS_FILL[status].fill,
    stroke: STATUS_FILL[status].stroke,
    dashed: status === "planned",
    href: hrefOf?.(status) ?? null,
  }));

const bars = (
  rows: (linked: boolean) => readonly BarRow[],
  label?: number,
): Pick<Chart, "widths" | "draw"> => ({
  widths: [440],
  draw: (width, linked) => {
    const drawn = rows(linked);
    return {
      height: BAR_ROW * Math.max(1, drawn.length),
      content: <BarsPlot rows={drawn} width={width} label={label} />,
    };
  },
});

export function trendChart({ trend, policyActions }: Overview, links: OverviewLinks, query: Query): Chart {
  const [first, last] = [trend[0]?.day ?? "", trend.at(-1)?.day ?? ""];
  const flags: Flag[] = policyActions
    .map(({ slug, title, date }, i) => ({
      day: date.earliest,
      n: i + 1,
      title,
      href: policyPath(slug, query),
    }))
    .filter(({ day }) => day >= first && day <= last);
  const rows = trend.map(({ day, counts }) => ({ counts, href: (more?: Query) => links.on(day, more) }));
  return {
    id: "status-over-time",
    title: "Status of all deals over time",
    note: "Number of deals by status, on the first day of each quarter; numbers mark policy actions.",
    table: {
      columns: ["day", ...countColumns],
      rows: trend.map(({ day, counts }) => [day, ...countCells(counts)]),
    },
    href: countHref(rows, 1),
    brief: {
      says: "The first day of each year; the files hold every quarter.",
      shows: (row) => row === trend.length - 1 || trend[row]?.day.slice(5) === "01-01",
    },
    widths: [880, 380],
    draw: (width, linked) => ({
      height: width > 500 ? 320 : 260,
      content: (
        <TrendPlot
          points={trend}
          flags={flags}
          width={width}
          height={width > 500 ? 320 : 260}
          hrefOf={linked ? (day, status) => links.on(day, { status }) : null}
        />
      ),
    }),
  };
}

export function reasonsChart({ reasons }: Overview, links: OverviewLinks): Chart {
  const most = Math.max(1, ...reasons.map(({ counts }) => sumOf(counts)));
  const rows = reasons.map(({ reason, counts }) => ({
    reason,
    counts,
    href: (more?: Query) => links.deals({ reason, ...(more as Record<string, string>) }),
  }));
  return {
    id: "reasons",
    title: "Reasons given",
    note: "Deals by the reason given for their status on this day; one with two reasons counts for each.",
    table: {
      columns: ["reason", ...countColumns],
      rows: rows.map(({ reason, counts }) => [REASON_WORDS[reason], ...countCells(counts)]),
    },
    href: countHref(rows, 1),
    ...bars((linked) =>
      rows.map(({ reason, counts, href }) => ({
        key: reason,
        label: REASON_WORDS[reason],
        parts: statusParts(counts, linked ? (status) => href({ status }) : null),
        scale: most,
        n: sumOf(counts),
        href: linked ? href() : null,
      })),
    ),
  };
}

export function outcomesChart({ plans }: Overview, links: OverviewLinks): Chart {
  const rows = planSpansOf(plans).map(({ from, to, counts }) => ({
    span: from === to ? String(from) : `${from}–${to}`,
    counts,
    href: (more?: Query) => links.plans(more, { from, to }),
  }));
  return {
    id: "outcome-of-plans",
    title: "What became of plans",
    note: "The latest plan of each deal, by the years in which it was begun: what followed it; planned: still open.",
    table: {
      columns: ["begun", ...STATUSES, "plans"],
      rows: rows.map(({ span, counts }) => [span, ...countCells(counts)]),
    },
    href: countHref(rows, 1, "outcome"),
    ...bars((linked) =>
      rows.map(({ span, counts, href }) => ({
        key: span,
        label: span,
        parts: statusParts(counts, linked ? (outcome) => href({ outcome }) : null),
        scale: sumOf(counts),
        n: sumOf(counts),
        href: linked ? href() : null,
      })),
    ),
  };
}

export function certaintyChart({ day }: Overview, links: OverviewLinks): Chart {
  const rows = CERTAINTIES.map((certainty) => ({
    certainty,
    n: dealsWhere(day, (d) => d.certainty === certainty),
  })).filter(({ certainty, n }) => n > 0 || certainty !== "unsupported");
  return {
    id: "certainty",
    title: "Certainty of current statuses",
    note: "Deals by how sure their status on this day is, computed from independent origins.",
    table: {
      columns: ["certainty", "deals"],
      rows: rows.map(({ certainty, n }) => [CERTAINTY_WORDS[certainty].word, n]),
    },
    href: (row, column) =>
      column === 1 && rows[row] && rows[row].n > 0 ? links.deals({ certainty: rows[row].certainty }) : null,
    ...bars((linked) =>
      rows.map(({ certainty, n }) => ({
        key: certainty,
        label: CERTAINTY_WORDS[certainty].word,
        mark: <use href={`#c-${certainty}`} y="6" width="15" height="10" />,
        parts: [
          {
            key: "all",
            n,
            words: "deals",
            fill: "var(--ink-2)",
            href: linked ? links.deals({ certainty }) : null,
          },
        ],
        scale: dealsWhere(day),
        n,
        href: linked && n > 0 ? links.deals({ certainty }) : null,
      })),
    ),
  };
}
