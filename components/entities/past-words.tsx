import { NumberLink, type Opens } from "@/components/charts/number-link";
import { counted } from "@/components/timeline/words";
import { dayWords } from "@/domain/date-words";
import { type DealsPast, outcomesOf, type ReachPoint, spellsOf } from "@/domain/deals-past";
import type { Day } from "@/domain/edtf";
import { sumOf } from "@/domain/overview";
import { medianOf, survivalOf } from "@/domain/survival";
import { printYears } from "@/formats/list-query";

/** What the charts of a carrier's and a manufacturer's page prove, each in a sentence whose numbers are links. */

type Props = { past: DealsPast; open: Opens };

/** The largest of some rows; of equal ones the first. */
const peak = <T,>(rows: readonly T[], numberOf: (row: T) => number): T | null =>
  rows.reduce<T | null>((best, row) => (numberOf(row) > (best ? numberOf(best) : 0) ? row : best), null);

/** The years of some rows, as the filters of the list of deals have them. */
const yearsOf = (rows: readonly { readonly year: number }[]): string =>
  rows.length === 0
    ? ""
    : printYears({
        from: Math.min(...rows.map(({ year }) => year)),
        to: Math.max(...rows.map(({ year }) => year)),
      });

export function MovesWords({ past: { moves, moved }, open }: Props) {
  const busiest = peak(moves, (y) => y.entered);
  const deals = (n: number, more: Parameters<Opens>[0]) => (
    <>
      <NumberLink n={n} href={open(more)} /> {n === 1 ? "deal" : "deals"}
    </>
  );
  return (
    <>
      Between {moves[0]?.year} and {moves.at(-1)?.year} sale began for{" "}
      {deals(moved.entered, { entered: yearsOf(moves) })} and ended for{" "}
      {deals(moved.left, { left: yearsOf(moves) })}
      {busiest && (
        <>
          ; the most began in {busiest.year}:{" "}
          <NumberLink n={busiest.entered} href={open({ entered: String(busiest.year) })} />
        </>
      )}
      .
    </>
  );
}

/** `open`: the spells, not the deals. */
export function StayWords({ past: { stays }, open }: Props) {
  const { all, ended } = spellsOf(stays);
  const medians = [medianOf(survivalOf(stays.atLeast)), medianOf(survivalOf(stays.atMost))];
  return (
    <>
      Of <NumberLink n={all} href={open({})} /> {all === 1 ? "spell" : "spells"} on sale{" "}
      <NumberLink n={ended} href={open({ state: "over" })} /> {ended === 1 ? "has" : "have"} ended.{" "}
      {medianWords(medians)}
    </>
  );
}

/** "14 months", "3.5 years". */
export const monthWords = (months: number): string =>
  months < 24 ? counted(months, "month") : `${Math.round((months / 12) * 10) / 10} years`;

function medianWords([least = null, most = null]: readonly (number | null)[]): string {
  if (least === null && most === null) return "More than half last longer than is known.";
  if (least === null || most === null) {
    return `Half are over after at least ${monthWords(least ?? most ?? 0)}.`;
  }
  const [low, high] = [Math.min(least, most), Math.max(least, most)];
  return low === high
    ? `Half are over after ${monthWords(low)}.`
    : `Half are over after ${monthWords(low)} to ${monthWords(high)}.`;
}

export function PlansWords({ past: { plans }, open }: Props) {
  const counts = outcomesOf(plans);
  const all = sumOf(counts);
  return (
    <>
      Of <NumberLink n={all} href={open({ planned: yearsOf(plans) })} /> {all === 1 ? "plan" : "plans"}{" "}
      <NumberLink n={counts.carried} href={open({ outcome: "carried" })} /> led to a sale,{" "}
      <NumberLink n={counts.withdrawn} href={open({ outcome: "withdrawn" })} /> were dropped, and of{" "}
      <NumberLink n={counts.planned} href={open({ outcome: "planned" })} /> nothing later is known.
    </>
  );
}

type ReachProps = { reach: readonly ReachPoint[]; open: (day: Day) => string };

export function ReachWords({ reach, open }: ReachProps) {
  const most = peak(reach, (p) => p.carriers);
  if (!most) return null;
  return (
    <>
      The reach was greatest from {dayWords(most.day)}: <NumberLink n={most.carriers} href={open(most.day)} />{" "}
      {most.carriers === 1 ? "carrier" : "carriers"} in {counted(most.countries, "country", "countries")}.
    </>
  );
}
