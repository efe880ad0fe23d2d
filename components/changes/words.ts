import type { ChangeClaim, ChangeRow, Judged, Witness } from "@/domain/change-rows";
import { dateWords } from "@/domain/date-words";
import type { Axis } from "@/domain/difference";
import { STANCES, type Stance } from "@/domain/status";
import { REASON_WORDS, STATUS_WORDS, statusDeed } from "@/domain/words";

/** What the three axes compare, as a choice and within a sentence. */
export const AXIS_WORDS: Readonly<Record<Axis, { word: string; meaning: string }>> = {
  published: { word: "as published", meaning: "What the public could know by the end of each day." },
  effective: {
    word: "as it took effect",
    meaning: "Statuses that began after the first day, up to the last.",
  },
  recorded: { word: "as recorded here", meaning: "What our own record said at the end of each day." },
};

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((x) => b.includes(x));

/** "in summer 2018" → "for summer 2018". */
export const targetWords = ({ target, targetWords: said }: ChangeClaim): string =>
  target ? `for ${said?.replace(/^(?:in|on|for) /i, "") ?? dateWords(target)}` : "no target";

/** What a correction changed, each part as it was and as it is. Nothing of the claim itself: only its evidence. */
export function correctedParts(before: ChangeClaim, after: ChangeClaim): { was: string; is: string }[] {
  const parts: { was: string; is: string }[] = [];
  const words = (claim: ChangeClaim) => STATUS_WORDS[claim.status].word;
  const reasons = (claim: ChangeClaim) => claim.reasons.map((r) => REASON_WORDS[r]).join(", ") || "no reason";
  if (before.status !== after.status) parts.push({ was: words(before), is: words(after) });
  if (before.effective.text !== after.effective.text)
    parts.push({ was: dateWords(before.effective), is: dateWords(after.effective) });
  if (before.target?.text !== after.target?.text)
    parts.push({ was: targetWords(before), is: targetWords(after) });
  if (!sameList(before.reasons, after.reasons)) parts.push({ was: reasons(before), is: reasons(after) });
  if (parts.length === 0 && before.note !== after.note)
    parts.push({ was: "another wording", is: "worded anew" });
  if (parts.length === 0) parts.push({ was: "other evidence", is: "the same on other evidence" });
  return parts;
}

const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;
export const restsOn = ({ articles, origins }: Judged): string =>
  `${count(articles, "article")}, ${count(origins, "origin")}`;

const STANCE_ADDED: Readonly<Record<Stance, string>> = {
  supports: "added",
  disputes: "added, against it",
  "no-comment": "added, without comment",
};

/** "TechCrunch added; AT&T added, against it; CRN taken back." */
export function evidenceWords({ evidence: { added, removed } }: ChangeRow): string {
  const names = (all: readonly Witness[]) => [...new Set(all.map((w) => w.publisher))].join(", ");
  const parts = STANCES.flatMap((stance) => {
    const own = added.filter((w) => w.stance === stance);
    return own.length > 0 ? [`${names(own)} ${STANCE_ADDED[stance]}`] : [];
  });
  if (removed.length > 0) parts.push(`${names(removed)} taken back`);
  return parts.length > 0 ? `${parts.join("; ")}.` : "What its sources rest on changed.";
}

/** A change in one sentence: its editor's note, or the deed. */
export const deedWords = ({ claim, before, deal }: ChangeRow): string =>
  claim.note ?? `${deal.carrier.name} ${statusDeed(before?.status ?? null, claim.status)}.`;
