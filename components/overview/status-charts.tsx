import { BAR_ROW, BarsPlot } from "@/components/charts/bars-plot";
import { type Chart, THIRD, WIDE } from "@/components/charts/chart";
import { plansChart } from "@/components/charts/plans-chart";
import { statusBars } from "@/components/charts/status-bars";
import { type Flag, TrendPlot } from "@/components/charts/trend-plot";
import { dealsWhere, type Overview, sumOf } from "@/domain/overview";
import { CERTAINTIES, STATUSES } from "@/domain/status";
import { CERTAINTY_WORDS, REASON_WORDS } from "@/domain/words";
import { policyPath, type Query } from "@/formats/paths";
import type { OverviewLinks } from "./links";

/** The charts of the overview that count deals by their status. */

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
  return {
    id: "status-over-time",
    title: "Status of all deals over time",
    note: "Number of deals by status, on the first day of each quarter; numbers mark policy actions.",
    table: {
      columns: ["day", ...STATUSES, "deals"],
      rows: trend.map(({ day, counts }) => [day, ...STATUSES.map((s) => counts[s]), sumOf(counts)]),
    },
    href: (row, column) => {
      const point = trend[row];
      const status = STATUSES[column - 1];
      if (!point || column === 0) return null;
      if (status) return point.counts[status] > 0 ? links.on(point.day, { status }) : null;
      return sumOf(point.counts) > 0 ? links.on(point.day) : null;
    },
    brief: {
      says: "The first day of each year; the files hold every quarter.",
      shows: (row) => row === trend.length - 1 || trend[row]?.day.slice(5) === "01-01",
    },
    widths: WIDE,
    draw: (width, linked) => ({
      height: width > 500 ? 320 : 260,
      content: (
        <TrendPlot
          points={trend}
          flags={flags}
          width={width}
          height={width > 500 ? 320 : 260}
          hrefOf={linked ? (day, status) => links.on(day, status && { status }) : null}
        />
      ),
    }),
  };
}

export function reasonsChart({ reasons }: Overview, links: OverviewLinks): Chart {
  const most = Math.max(1, ...reasons.map(({ counts }) => sumOf(counts)));
  return statusBars({
    id: "reasons",
    title: "Reasons given",
    note: "Deals by the reason given for their status on this day; one with two reasons counts for each.",
    names: ["reason"],
    rows: reasons.map(({ reason, counts }) => ({
      key: reason,
      label: REASON_WORDS[reason],
      named: [REASON_WORDS[reason]],
      counts,
      scale: most,
      href: (more) => links.deals({ reason, ...more }),
    })),
  });
}

export const outcomesChart = ({ plans }: Overview, links: OverviewLinks): Chart =>
  plansChart({ id: "outcome-of-plans", title: "What became of plans", widths: THIRD }, plans, (begun, more) =>
    links.plans(more, begun),
  );

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
    widths: THIRD,
    draw: (width, linked) => ({
      height: BAR_ROW * rows.length,
      content: (
        <BarsPlot
          width={width}
          rows={rows.map(({ certainty, n }) => ({
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
          }))}
        />
      ),
    }),
  };
}
