import { articlesAndOrigins } from "@/domain/certainty-words";
import type { Statement } from "@/domain/claims";
import { dateWords, dayWords, sinceWords, untilWords } from "@/domain/date-words";
import type { DealLane, ListingEntry } from "@/domain/device-history";
import type { Day } from "@/domain/edtf";
import type { HistoryEntry } from "@/domain/history";
import { listingState } from "@/domain/listings";
import { CERTAINTY_WORDS, STATEMENT_WORDS, STATUS_WORDS } from "@/domain/words";

export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString("en-GB")} ${n === 1 ? one : many}`;

/** "A, B and C"; more than `most` become a count. */
export function listedNames(names: readonly string[], most: number, noun: string): string {
  if (names.length > most) return `${names.length} ${noun}`;
  return names.length <= 1 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** "withdrawn, 30 Jan 2018, rumoured, 5 articles, 1 origin". */
export function claimWords({ claim, from, certainty }: HistoryEntry): string {
  const judged = `${CERTAINTY_WORDS[certainty.certainty].word}, ${articlesAndOrigins(certainty)}`;
  return `${STATUS_WORDS[claim.status].word}, ${dateWords(from)}, ${judged}${certainty.disputed ? ", disputed" : ""}`;
}

/** The whole lane as one sentence, its accessible name. */
export const laneWords = ({ carrier, history }: DealLane, name = carrier.name): string =>
  `${name}: ${history.map((e) => `${STATUS_WORDS[e.claim.status].word} ${dateWords(e.from)}`).join("; ") || "no status"}`;

export const endWords = (entry: HistoryEntry): string =>
  entry.until ? untilWords(entry.until).replace(/^until /, "") : "no end known";

export const statementWords = (s: Statement, says: string): string =>
  `${says} ${STATEMENT_WORDS[s.stance]}, ${dateWords(s.date)}`;

/** What a listing comes to on a day: "on sale", "ended about Apr 2018", "from 18 Feb 2018". */
export function listingOn(
  { listing }: { listing: Pick<ListingEntry["listing"], "from" | "to"> },
  on: Day,
): string {
  const { state, certain } = listingState(listing, on);
  if (state === "ahead") return `from ${dateWords(listing.from)}`;
  if (state === "listed" || listing.to === null) return certain ? "on sale" : "on sale?";
  return certain ? `ended ${dateWords(listing.to)}` : `until ${dateWords(listing.to)}?`;
}

/** Line two of the state column. */
export const sinceLine = (entry: HistoryEntry): string => sinceWords(entry.from).replace("a time ", "");

/** "Today, 24 Nov 2026" or "On 15 Jan 2018". */
export const dayHead = (on: Day, today: Day): string =>
  on === today ? `Today, ${dayWords(on)}` : `On ${dayWords(on)}`;
