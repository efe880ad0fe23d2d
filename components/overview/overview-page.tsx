import Link from "next/link";
import { ShareBar } from "@/components/charts/share-bar";
import { STATUS_FILL } from "@/components/charts/status-fill";
import { TrendChart } from "@/components/charts/trend-chart";
import { CertaintyMeter } from "@/components/status/certainty-meter";
import { StatusLegend } from "@/components/status/status-legend";
import { StatusWord } from "@/components/status/status-mark";
import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import { dateWords } from "@/domain/date-words";
import { type Edtf, parseEdtf } from "@/domain/edtf";
import { countsOf, type Overview, sumOf } from "@/domain/overview";
import { CERTAINTIES, STATUSES } from "@/domain/status";
import { REASON_WORDS } from "@/domain/words";
import { changesPath, dealsPath, devicePath, policiesPath, policyPath, type Query } from "@/formats/paths";
import { LatestChanges } from "./latest-changes";

/** The state of the whole record on a day; every number opens the deals that it counts. */
export function OverviewPage({ overview, query }: { overview: Overview; query: Query }) {
  const { day, trend, reasons, plans, latest, policyActions } = overview;
  const counts = countsOf(day, (d) => d.deals);
  const deals = sumOf(counts);
  const most = Math.max(1, ...reasons.map((r) => sumOf(r.counts)));
  const certain = CERTAINTIES.map(
    (c) => [c, day.filter((d) => d.certainty === c).reduce((n, d) => n + d.deals, 0)] as const,
  );
  if (deals === 0) {
    return (
      <div className="wrap">
        <Empty>
          No deal has a status on this day. Go to a later day, or{" "}
          <Link href={devicePath("huawei-mate-10-pro")}>see one device</Link>.
        </Empty>
      </div>
    );
  }
  return (
    <div className="wrap">
      <dl className="strip">
        <div>
          <dt>deals</dt>
          <dd>
            <Link href={dealsPath(query)} prefetch={false}>
              {deals}
            </Link>
          </dd>
        </div>
        {STATUSES.map((status) => (
          <div key={status}>
            <dt>
              <svg width="100%" height="8" aria-hidden="true">
                <rect y="1" width="100%" height="6" {...STATUS_FILL[status]} />
              </svg>
              <StatusWord status={status} />
            </dt>
            <dd>
              <Link href={dealsPath(merge(query, { status }))} prefetch={false}>
                {counts[status]}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
      <StatusLegend />
      <div className="two">
        <Section id="trend" title="Status of all deals over time" note="on the first day of each quarter">
          <TrendChart points={trend} />
        </Section>
        <Section
          id="latest"
          title="Latest changes"
          right={
            <Link href={changesPath(query)} prefetch={false}>
              All
            </Link>
          }
        >
          <LatestChanges rows={latest} query={query} />
        </Section>
      </div>
      <div className="cols">
        <Section id="reasons" title="Reasons given">
          <Bars
            rows={reasons.map((r) => ({
              key: r.reason,
              word: REASON_WORDS[r.reason],
              bar: <ShareBar counts={r.counts} scale={most} label={REASON_WORDS[r.reason]} />,
              n: sumOf(r.counts),
              href: dealsPath(merge(query, { reason: r.reason })),
            }))}
          />
        </Section>
        <Section id="plans" title="What became of plans" note="by the year in which they were first reported">
          <Bars
            rows={plans.map((p) => {
              const word = p.from === p.to ? String(p.from) : `${p.from}–${String(p.to).slice(2)}`;
              return {
                key: word,
                word,
                bar: <ShareBar counts={p.counts} scale={sumOf(p.counts)} label={word} />,
                n: sumOf(p.counts),
              };
            })}
          />
        </Section>
        <Section id="certainty" title="Certainty of current statuses">
          <Bars
            rows={certain.map(([certainty, n]) => ({
              key: certainty,
              word: <CertaintyMeter certainty={certainty} />,
              bar: (
                <svg width="100%" height="12" aria-hidden="true">
                  <rect y="1" height="9" width={`${Math.round((100 * n) / deals)}%`} fill="var(--ink-2)" />
                </svg>
              ),
              n,
              href: dealsPath(merge(query, { certainty })),
            }))}
          />
        </Section>
        <Section
          id="policy"
          title="Policy actions"
          right={
            <Link href={policiesPath(query)} prefetch={false}>
              All
            </Link>
          }
        >
          <ul className="lines">
            {policyActions.map((p) => (
              <li key={p.slug}>
                <Link href={policyPath(p.slug, query)} prefetch={false}>
                  {p.title}
                </Link>
                <span className="dim3">{dateOf(p.date)}</span>
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </div>
  );
}

type BarRow = { key: string; word: React.ReactNode; bar: React.ReactNode; n: number; href?: string };

function Bars({ rows }: { rows: readonly BarRow[] }) {
  if (rows.length === 0) return <p className="dim">None on this day.</p>;
  return (
    <table className="bars">
      <tbody>
        {rows.map((r) => (
          <tr key={r.key}>
            <th scope="row">{r.word}</th>
            <td>{r.bar}</td>
            <td className="num">
              {r.href ? (
                <Link href={r.href} prefetch={false}>
                  {r.n}
                </Link>
              ) : (
                r.n
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function merge(query: Query, more: Record<string, string>): URLSearchParams {
  const all = new URLSearchParams(query instanceof URLSearchParams ? query : undefined);
  for (const [key, value] of Object.entries(more)) all.set(key, value);
  return all;
}

function dateOf(text: string): string {
  const read = parseEdtf(text);
  return read.ok ? dateWords(read.value as Edtf) : text;
}
