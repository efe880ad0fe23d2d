import { MONTHS_SHORT } from "@/domain/date-words";
import { addDays, DAY_MAX, DAY_MIN, type Day, daysBetween, type Edtf } from "@/domain/edtf";

/** The days that a chart shows. Places on it are percent of its width, so that it fits any width without script. */
export type Axis = { readonly first: Day; readonly last: Day };

/** Widths at which labels are tried for room: the plot on a desk, and on a phone. */
export const WIDE = 620;
export const NARROW = 330;

/** From the first event less a margin to the last event plus six weeks: years of nothing would squeeze the story. */
export function axisOf(events: readonly Day[]): Axis | null {
  const days = events.filter((day) => day > DAY_MIN && day < DAY_MAX).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  const margin = Math.max(7, Math.round(daysBetween(first, last) * 0.03));
  return { first: addDays(first, -margin), last: addDays(last, 42) };
}

/** A day's place in percent with two decimals; days outside lie on the edge. */
export function xOf({ first, last }: Axis, day: Day): number {
  const share = (daysBetween(first, day) / Math.max(1, daysBetween(first, last))) * 100;
  return Math.round(Math.min(100, Math.max(0, share)) * 100) / 100;
}

/** The day in the middle of a date; the bound that there is when one end is open. */
export function middleOf({ earliest, latest, openStart, openEnd }: Edtf): Day {
  if (openStart) return latest;
  if (openEnd) return earliest;
  return addDays(earliest, Math.floor(daysBetween(earliest, latest) / 2));
}

export const isWithin = ({ first, last }: Axis, date: Edtf): boolean => {
  const day = middleOf(date);
  return first <= day && day <= last;
};

/** A line of the axis. `wide` and `narrow`: its label where there is that much room; null: none fits. */
export type Tick = {
  readonly day: Day;
  readonly x: number;
  readonly year: boolean;
  readonly wide: string | null;
  readonly narrow: string | null;
};

const monthsOf = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const dayOfMonths = (months: number): Day =>
  `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}-01`;

function stepOf(days: number): number {
  if (days <= 300) return 1;
  if (days <= 900) return 3;
  if (days <= 1800) return 6;
  if (days <= 4500) return 12;
  return days <= 9000 ? 24 : 60;
}

/** Months, quarters, half years or years, whichever the span bears. The first one may lie before the axis. */
export function ticksOf(axis: Axis): Tick[] {
  const step = stepOf(daysBetween(axis.first, axis.last));
  const start = Math.floor(monthsOf(axis.first) / step) * step;
  const months: number[] = [];
  for (let at = start; dayOfMonths(at) <= axis.last; at += step) months.push(at);
  // The first label that finds room names the year, whichever month it is.
  const named = { wide: false, narrow: false };
  return months.map((at, i) => {
    const day = dayOfMonths(at);
    const x = xOf(axis, day);
    const room = (i + 1 < months.length ? xOf(axis, dayOfMonths(at + step)) : 103) - x;
    const fitting = (kind: "wide" | "narrow", width: number) => {
      const labels = labelsOf(at, step, !named[kind]);
      const label = labels.find((text) => (room / 100) * width >= text.length * 6.4 + 8) ?? null;
      named[kind] ||= label !== null;
      return label;
    };
    return { day, x, year: at % 12 === 0, wide: fitting("wide", WIDE), narrow: fitting("narrow", NARROW) };
  });
}

/** What a line may be called, the fullest first. */
function labelsOf(months: number, step: number, first: boolean): string[] {
  const year = String(Math.floor(months / 12));
  const month = MONTHS_SHORT[months % 12] ?? "";
  if (step >= 12) return [year];
  if (months % 12 === 0) return step === 1 ? [`${month} ${year}`, year, month] : [year];
  return first ? [`${month} ${year}`, month] : [month];
}
