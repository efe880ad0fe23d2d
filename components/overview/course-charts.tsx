import { BAR_ROW, type BarRow, BarsPlot } from "@/components/charts/bars-plot";
import { type Chart, HALF, roomFor, round, THIRD } from "@/components/charts/chart";
import { Linked } from "@/components/charts/linked";
import { horizonOf, marksUpTo, SurvivalPlot } from "@/components/charts/survival-plot";
import { dayWords } from "@/domain/date-words";
import type { Overview } from "@/domain/overview";
import { type Followed, followedOf, shareAfter } from "@/domain/survival";
import { REASON_WORDS } from "@/domain/words";
import { SLIP_WORDS } from "@/formats/deal-words";
import type { OverviewLinks } from "./links";

/** The charts of the overview that tell how plans, withdrawals and ranges went. */

const SLIPS = ["0", "1", "2", "3"] as const;

export function survivalChart({ lasted }: Overview, links: OverviewLinks): Chart {
  const [shortest, longest] = [followedOf(lasted.shortest), followedOf(lasted.longest)];
  const days = marksUpTo(horizonOf(longest));
  // Past the last plan that is still followed nothing can be said.
  const open = ({ steps, atRisk }: Followed, day: number) =>
    atRisk(day) === 0 ? null : round(100 * shareAfter(steps, day));
  return {
    id: "days-to-outcome",
    title: "How long plans stay open",
    note: "Share of the latest plans still open, by days since they began (Kaplan–Meier). Solid: uncertain dates read so that each plan was as short as can be; dashed: as long. Below: plans at risk.",
    table: {
      columns: [
        "days",
        "at_risk_at_least",
        "at_risk_at_most",
        "open_percent_shortest",
        "open_percent_longest",
      ],
      rows: days.map((d) => [d, shortest.atRisk(d), longest.atRisk(d), open(shortest, d), open(longest, d)]),
    },
    href: (row, column) => {
      const d = days[row] ?? 0;
      if (column === 1 && shortest.atRisk(d) > 0) return links.plans({ waited: d });
      return column === 2 && longest.atRisk(d) > 0 ? links.plans({ maywait: d }) : null;
    },
    widths: HALF,
    draw: (width, linked) => ({
      height: 280,
      content: (
        <SurvivalPlot
          shortest={shortest}
          longest={longest}
          width={width}
          height={280}
          hrefOf={
            linked ? (curve, d) => links.plans(curve === "shortest" ? { waited: d } : { maywait: d }) : null
          }
        />
      ),
    }),
  };
}

export function slipsChart({ plans }: Overview, links: OverviewLinks): Chart {
  const rows = SLIPS.map((key) => ({
    key,
    n: plans.filter((p) => String(Math.min(3, p.slips)) === key).reduce((n, p) => n + p.plans, 0),
  }));
  const all = rows.reduce((n, row) => n + row.n, 0);
  return {
    id: "slips",
    title: "How often plans slipped",
    note: "Latest plans by how often their target moved later as a whole.",
    table: { columns: ["slipped", "plans"], rows: rows.map(({ key, n }) => [SLIP_WORDS[key], n]) },
    href: (row, column) => (column === 1 && rows[row]?.n ? links.plans({ slips: rows[row].key }) : null),
    widths: THIRD,
    draw: (width, linked) => ({
      height: BAR_ROW * rows.length,
      content: (
        <BarsPlot
          width={width}
          rows={rows.map(({ key, n }): BarRow => {
            const href = linked && n > 0 ? links.plans({ slips: key }) : null;
            const part = {
              key,
              n,
              words: "plans",
              fill: "var(--wash-planned)",
              stroke: "var(--st-planned)",
              dashed: true,
              href,
            };
            return { key, label: SLIP_WORDS[key], parts: [part], scale: all, n, href };
          })}
        />
      ),
    }),
  };
}

export function withdrawalsChart({ withdrawals }: Overview, links: OverviewLinks): Chart {
  const years = withdrawals.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const axis = years.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const reasons = [...new Set(withdrawals.map(({ reason }) => reason))];
  const of = (reason: (typeof reasons)[number], year: number) =>
    withdrawals.find((w) => w.reason === reason && w.year === year)?.claims ?? 0;
  const total = (reason: (typeof reasons)[number]) => axis.reduce((n, year) => n + of(reason, year), 0);
  const rows = reasons
    .map((reason) => ({ reason, word: reason ? REASON_WORDS[reason] : "none given", n: total(reason) }))
    .sort((a, b) => Number(a.reason === null) - Number(b.reason === null) || b.n - a.n);
  const most = Math.max(1, ...withdrawals.map(({ claims }) => claims));
  const href = (reason: (typeof reasons)[number], year: number) =>
    of(reason, year) > 0 ? links.year(year, { status: "withdrawn", reason: reason ?? "none" }) : null;
  return {
    id: "withdrawals",
    title: "Why devices were withdrawn",
    note: "Withdrawals by the year in which they took effect and the reason given; one with two reasons counts for each.",
    table: {
      columns: ["reason", ...axis.map(String)],
      rows: rows.map(({ reason, word }) => [word, ...axis.map((year) => of(reason, year))]),
    },
    href: (row, column) => {
      const [here, year] = [rows[row], axis[column - 1]];
      return here && year ? href(here.reason, year) : null;
    },
    widths: HALF,
    draw: (width, linked) => {
      const [left, rowHeight] = [128, 36];
      const step = (width - left) / Math.max(1, axis.length);
      // Numbers that would run into each other are left to the table.
      const numbered = roomFor(String(most)) <= step;
      return {
        height: rowHeight * rows.length + 20,
        content: (
          <>
            {rows.map(({ reason, word }, i) => (
              <g key={word} transform={`translate(0 ${rowHeight * i})`}>
                <text y={rowHeight - 6} fontSize="13" fill="var(--ink)">
                  {word}
                </text>
                <line x1={left} x2={width} y1={rowHeight - 4} y2={rowHeight - 4} stroke="var(--rule)" />
                {axis.map((year, at) => {
                  const n = of(reason, year);
                  const height = (22 * n) / most;
                  if (n === 0) return null;
                  return (
                    <Linked
                      key={year}
                      href={linked ? href(reason, year) : null}
                      label={`${word}, ${year}: ${n}`}
                    >
                      <rect
                        x={round(left + step * at + 1)}
                        y={round(rowHeight - 4 - height)}
                        width={round(Math.max(2, step - 3))}
                        height={round(height)}
                        fill="var(--st-withdrawn)"
                      />
                      {numbered && (
                        <text
                          x={round(left + step * (at + 0.5))}
                          y={round(rowHeight - 7 - height)}
                          textAnchor="middle"
                          fill="var(--ink)"
                        >
                          {n}
                        </text>
                      )}
                    </Linked>
                  );
                })}
              </g>
            ))}
            {axis
              .filter((year) => step > 30 || year % Math.ceil(34 / step) === 0)
              .map((year) => (
                <text
                  key={year}
                  x={round(left + step * (year - first + 0.5))}
                  y={rowHeight * rows.length + 14}
                  textAnchor="middle"
                  fill="var(--ink-3)"
                >
                  {year}
                </text>
              ))}
          </>
        ),
      };
    },
  };
}

export function moversChart({ movers: { of, from, to, rows } }: Overview, links: OverviewLinks): Chart {
  const most = Math.max(1, ...rows.flatMap(({ before, after }) => [before, after]));
  const whose = of === "manufacturer" ? "makers" : "carriers";
  const href = (day: string, slug: string) => links.on(day, { [of]: slug, status: "carried" });
  return {
    id: "movers",
    title: "Who moved most",
    note: `The ${whose} whose number of carried devices changed most from the end of ${dayWords(from)} (hollow) to ${dayWords(to)} (full).`,
    table: {
      columns: [of, "name", "carried_before", "carried_after", "change"],
      rows: rows.map(({ slug, name, before, after }) => [slug, name, before, after, after - before]),
    },
    href: (row, column) => {
      const here = rows[row];
      if (!here) return null;
      if (column === 2 && here.before > 0) return href(from, here.slug);
      return column === 3 && here.after > 0 ? href(to, here.slug) : null;
    },
    widths: THIRD,
    draw: (width, linked) => {
      const says = rows.map(({ before, after }) =>
        [before, after].map((n) => n.toLocaleString("en-GB")).join(" → "),
      );
      const [left, right] = [150, width - Math.max(64, ...says.map((label) => roomFor(label, 13) + 8))];
      const x = (n: number) => round(left + ((right - left) * n) / most);
      return {
        height: BAR_ROW * Math.max(1, rows.length),
        content: rows.map(({ slug, name, before, after }, i) => (
          <g key={slug} transform={`translate(0 ${BAR_ROW * i})`}>
            <text y="15" fontSize="13" fill="var(--ink)">
              {name.length > 20 ? `${name.slice(0, 19)}…` : name}
            </text>
            <line x1={x(before)} x2={x(after)} y1="11" y2="11" stroke="var(--ink-2)" />
            <Linked
              href={linked && before > 0 ? href(from, slug) : null}
              label={`${name}: ${before} carried before`}
            >
              <circle
                cx={x(before)}
                cy="11"
                r="4"
                fill="var(--bg)"
                stroke="var(--st-carried)"
                strokeWidth="2"
              />
            </Linked>
            <Linked
              href={linked && after > 0 ? href(to, slug) : null}
              label={`${name}: ${after} carried after`}
            >
              <circle cx={x(after)} cy="11" r="5" fill="var(--st-carried)" />
            </Linked>
            <text x={width} y="15" textAnchor="end" fontSize="13" fill="var(--ink)">
              {says[i]}
            </text>
          </g>
        )),
      };
    },
  };
}
