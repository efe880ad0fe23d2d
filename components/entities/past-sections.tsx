import { ChartTwin } from "@/components/charts/chart-twin";
import { MovesChart, MovesTable } from "@/components/charts/moves-chart";
import { NumberLink, type Opens } from "@/components/charts/number-link";
import { PlansTable } from "@/components/charts/plans-table";
import { StayChart, StayTable } from "@/components/charts/stay-chart";
import { counted } from "@/components/timeline/words";
import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import { type DealsPast, outcomesOf, spellsOf } from "@/domain/deals-past";
import { sumOf } from "@/domain/overview";
import { medianOf, survivalOf } from "@/domain/survival";

type Props = { past: DealsPast; open: Opens };

/** Entries to the range and exits from it, year by year. */
export function MovesSection({ past: { moves }, open }: Props) {
  const busiest = moves.reduce<(typeof moves)[number] | null>(
    (best, year) => (year.entered > (best?.entered ?? 0) ? year : best),
    null,
  );
  const [entered, left] = [moves.reduce((n, y) => n + y.entered, 0), moves.reduce((n, y) => n + y.left, 0)];
  const [first, last] = [moves[0]?.year, moves.at(-1)?.year];
  return (
    <Section id="moves" title="Entries and exits" note="deals a year whose sale began, and ended">
      {entered + left === 0 ? (
        <Empty>No beginning and no end of sale is on record up to this day.</Empty>
      ) : (
        <ChartTwin
          sentence={
            <>
              Between {first} and {last} sale began {counted(entered, "time")} and ended{" "}
              {counted(left, "time")}
              {busiest && (
                <>
                  ; the most began in {busiest.year}:{" "}
                  <NumberLink n={busiest.entered} href={open({ entered: String(busiest.year) })} />
                </>
              )}
              .
            </>
          }
          chart={<MovesChart years={moves} />}
          table={<MovesTable years={moves} open={open} />}
        />
      )}
    </Section>
  );
}

/** How long devices stay on sale. */
export function StaySection({ past: { stays } }: Pick<Props, "past">) {
  const { all, ended } = spellsOf(stays);
  const medians = [medianOf(survivalOf(stays.atLeast)), medianOf(survivalOf(stays.atMost))];
  return (
    <Section id="stay" title="How long devices stay" note="on sale, from its beginning to its end">
      {ended === 0 ? (
        <Empty>
          {all === 0
            ? "No sale is on record up to this day."
            : `No end of sale is on record for any of ${counted(all, "spell")} on sale, so how long they last is not known.`}
        </Empty>
      ) : (
        <ChartTwin
          sentence={
            <>
              Of {counted(all, "spell")} on sale {ended} {ended === 1 ? "has" : "have"} ended.{" "}
              {medianWords(medians)} The others count as far as the last news of them, not to this day
              (Kaplan–Meier); the band is what inexact dates leave open.
            </>
          }
          chart={<StayChart stays={stays} />}
          table={<StayTable stays={stays} />}
        />
      )}
    </Section>
  );
}

const monthWords = (months: number): string =>
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

/** Plans kept and dropped. */
export function PlansSection({ past: { plans }, open }: Props) {
  const counts = outcomesOf(plans);
  const all = sumOf(counts);
  return (
    <Section id="plans" title="Plans kept and dropped" note="each deal's latest plan, by when it was begun">
      {all === 0 ? (
        <Empty>No plan is on record up to this day.</Empty>
      ) : (
        <>
          <p className="dim">
            Of {counted(all, "plan")} <NumberLink n={counts.carried} href={open({ outcome: "carried" })} />{" "}
            led to a sale, <NumberLink n={counts.withdrawn} href={open({ outcome: "withdrawn" })} /> were
            dropped, and of <NumberLink n={counts.planned} href={open({ outcome: "planned" })} /> nothing
            later is known.
          </p>
          <PlansTable plans={plans} open={open} />
        </>
      )}
    </Section>
  );
}
