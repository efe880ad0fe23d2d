import { listedNames } from "@/components/timeline/words";
import { type ComparedDeal, type DealComparison, isAlike, standingOf } from "@/domain/compare";
import { dayWords, sinceWords } from "@/domain/date-words";
import type { Day } from "@/domain/edtf";
import { STATUS_WORDS } from "@/domain/words";

/** "withdrawn since 30 Jan 2018"; "no status on this day"; "no deal on record". */
export function standingWords(deal: ComparedDeal | null): string {
  const standing = standingOf(deal);
  if (standing === "no-deal" || deal === null) return "no deal on record";
  if (standing === "no-status" || deal.lane.now === null) return "no status on this day";
  return `${STATUS_WORDS[standing].word} ${sinceWords(deal.lane.now.entry.from)}`;
}

/** What the page says first: where they differ on the day, and where they are alike. */
export function comparisonLead({ subjects, meetings, total }: DealComparison, on: Day, noun: string): string {
  const alike = meetings.filter(isAlike);
  const apart = meetings.length - alike.length;
  if (meetings.length === 0)
    return `Nothing is recorded about ${listedNames(
      subjects.map((s) => s.name),
      6,
      "of them",
    )}.`;
  const same =
    alike.length > 0
      ? ` They stand alike at ${listedNames(
          alike.map((m) => m.name),
          4,
          noun,
        )}.`
      : "";
  return `On ${dayWords(on)} they differ at ${apart} of ${total > meetings.length ? `the first ${meetings.length}` : total} ${noun}.${same}`;
}
