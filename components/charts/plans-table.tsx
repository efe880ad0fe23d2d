import { StatusWord } from "@/components/status/status-mark";
import { type PlanYear, presentIn } from "@/domain/deals-past";
import { planSpansOf, sumOf } from "@/domain/overview";
import { printYears } from "@/formats/list-query";
import { NumberLink, type Opens } from "./number-link";
import { ShareBar } from "./share-bar";

/** What became of plans, by when they were begun: a bar a span of years, and every number opens its deals. */
export function PlansTable({ plans, open }: { plans: readonly PlanYear[]; open: Opens }) {
  const spans = planSpansOf(plans.map(({ deals, ...p }) => ({ ...p, plans: deals })));
  const outcomes = presentIn(spans.map((s) => s.counts)).filter((s) => s !== "planned");
  return (
    <div className="tw">
      <table className="plans">
        <thead>
          <tr>
            <th scope="col">Begun</th>
            <th scope="col" className="share">
              came to
            </th>
            {outcomes.map((s) => (
              <th scope="col" key={s} className="num">
                <StatusWord status={s} />
              </th>
            ))}
            <th scope="col" className="num">
              still open
            </th>
            <th scope="col" className="num">
              plans
            </th>
          </tr>
        </thead>
        <tbody>
          {spans.map(({ from, to, counts }) => {
            const planned = printYears({ from, to });
            const words = from === to ? String(from) : `${from}–${String(to).slice(2)}`;
            return (
              <tr key={from}>
                <th scope="row" className="nw">
                  {words}
                </th>
                <td className="share">
                  <ShareBar counts={counts} scale={sumOf(counts)} label={`Plans begun ${words}`} />
                </td>
                {outcomes.map((s) => (
                  <td key={s} className="num">
                    <NumberLink n={counts[s]} href={open({ planned, outcome: s })} />
                  </td>
                ))}
                <td className="num">
                  <NumberLink n={counts.planned} href={open({ planned, outcome: "planned" })} />
                </td>
                <td className="num">
                  <NumberLink n={sumOf(counts)} href={open({ planned })} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
