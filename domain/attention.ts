import type { Id } from "./claims";
import type { Named } from "./deal-rows";
import { addDays, type Day, type Edtf } from "./edtf";
import { RULES } from "./rules/all";
import type { Level } from "./rules/rule";
import type { Certainty, Status } from "./status";

/** What the desk looks after, beside the rules of good data: each kind a list of its own. */
const WATCHED = [
  "plan-passed",
  "one-anonymous",
  "disputed",
  "twin-devices",
  "twin-carriers",
  "twin-sources",
] as const;
type Watched = (typeof WATCHED)[number];

/** A list of the page: one of the above, or a rule by its code. */
export type AttentionKind = string;

type Group = { readonly title: string; readonly kinds: readonly AttentionKind[] };
const rulesOf = (level: Level): string[] =>
  RULES.filter((r) => r.level === level && !r.code.startsWith("source-without-")).map((r) => r.code);

/** In the order in which an editor would go about it. */
export const ATTENTION_GROUPS: readonly Group[] = [
  { title: "What may have changed", kinds: ["plan-passed", "disputed", "one-anonymous"] },
  { title: "Likely duplicates", kinds: ["twin-devices", "twin-carriers", "twin-sources"] },
  { title: "Wrong by the rules", kinds: rulesOf("must") },
  { title: "Weak by the rules", kinds: rulesOf("should") },
  {
    title: "Incomplete sources",
    kinds: ["source-without-address", "source-without-headline", "source-without-day"],
  },
  { title: "Could be better", kinds: rulesOf("may") },
];
export const ATTENTION_KINDS: readonly AttentionKind[] = ATTENTION_GROUPS.flatMap((g) => g.kinds);

type Words = {
  readonly title: string;
  readonly says: string;
  /** Which part of the mending form it is about. */
  readonly field?: string;
};

const WATCHED_WORDS: Readonly<Record<Watched, (days: number) => Words>> = {
  "plan-passed": () => ({
    title: "Plans whose target has passed",
    says: "Sale was to begin by now, and nothing on record says what became of it.",
  }),
  disputed: () => ({
    title: "Disputed by an official source",
    says: "The carrier, the manufacturer or a regulator disputes what the record says last.",
  }),
  "one-anonymous": (days) => ({
    title: "Resting on one anonymous origin",
    says: `What the record says last rests on people who are not named, and has for more than ${days} days.`,
  }),
  "twin-devices": () => ({
    title: "Devices that may be one",
    says: "Two devices of one maker share a name or a number, or differ by a word such as “5G” only.",
  }),
  "twin-carriers": () => ({
    title: "Carriers that may be one",
    says: "Two carriers of one country share a name or a network code, or differ by a word such as “Mobile” only.",
  }),
  "twin-sources": () => ({
    title: "Sources that may be one",
    says: "Two sources of one publisher and day have the same headline, or none.",
  }),
};

/** How a list is called, and what its items have in common. `days`: from when on one anonymous origin is old. */
export function attentionWords(kind: AttentionKind, days: number): Words {
  const watched = WATCHED_WORDS[kind as Watched];
  if (watched) return watched(days);
  const rule = RULES.find((r) => r.code === kind);
  if (!rule) throw new Error(`There is no list ${kind}.`);
  return { title: RULE_TITLES[kind] ?? rule.says, says: rule.says, field: rule.field };
}

/** The rules again, by what breaks them. */
const RULE_TITLES: Readonly<Record<string, string>> = {
  "target-before-plan": "Targets before their plan",
  "source-after-record": "Sources dated after they were recorded",
  "unusual-without-note": "Unusual changes without a note",
  "refusal-without-reason": "Withdrawn, paused or declined without a reason",
  "refusal-on-anonymous-word": "Withdrawn, paused or declined on anonymous word alone",
  "sale-before-told": "On sale, by sources older than the sale",
  "support-unread": "Resting on sources that nobody here has read",
  "unknown-beside-reasons": "“Reason not known” beside a reason",
  "plan-without-target": "Plans without a target",
  "named-without-speaker": "Named evidence that names nobody",
  "date-too-vague": "Dates that leave more than a year open",
  "source-without-address": "Sources without an address",
  "source-without-headline": "Sources without a headline",
  "source-without-day": "Sources without a day of publication",
  "mvno-without-host": "MVNOs without a host",
  "host-without-network": "Hosts that are MVNOs themselves",
  "network-without-code": "Carriers without an MCC-MNC",
  "device-without-announcement": "Devices without a day of announcement",
  "device-without-model": "Devices without a model number",
};

/** Something that needs attention, with what its row shows and its form needs. */
export type AttentionItem = {
  readonly kind: AttentionKind;
  /** What it is about, as one text: a claim's id, a slug, two slugs with "+". */
  readonly subject: string;
  /** How it stands, in short; another text means that the record under it changed. */
  readonly state: string;
  /** Since when: the order of the list, oldest first. */
  readonly day: Day;
  readonly about:
    | {
        readonly of: "claim";
        readonly claim: Id;
        readonly device: Named;
        readonly carrier: Named & { readonly country: string };
        readonly status: Status;
        readonly effective: Edtf;
        readonly target: Edtf | null;
        readonly certainty: Certainty;
        readonly disputed: boolean;
        readonly origins: number;
        readonly articles: number;
        readonly heard: Day;
      }
    | { readonly of: "source" | "carrier" | "device"; readonly thing: Named; readonly more: string }
    | {
        readonly of: "twins";
        readonly entity: "source" | "carrier" | "device";
        readonly one: Named;
        readonly other: Named;
        readonly more: string;
      };
};

/** More of a kind than this are not counted: "1000+". */
export const MOST_COUNTED = 1000;

const GENTLE: ReadonlySet<AttentionKind> = new Set(RULES.filter((r) => r.level === "may").map((r) => r.code));
/** The lists whose things need a look, without those of what could merely be better. */
export const PRESSING_KINDS: readonly AttentionKind[] = ATTENTION_KINDS.filter((kind) => !GENTLE.has(kind));

/** How many things need a look, and how many could merely be better. */
export function attentionTally(counts: ReadonlyMap<AttentionKind, number>): {
  pressing: number;
  rest: number;
} {
  let [pressing, rest] = [0, 0];
  for (const [kind, n] of counts) {
    if (GENTLE.has(kind)) rest += n;
    else pressing += n;
  }
  return { pressing, rest };
}

/** Something that was put off, and by whom. */
export type PutOff = {
  readonly id: Id;
  readonly kind: AttentionKind;
  readonly label: string;
  readonly why: string;
  readonly until: Day;
  readonly by: string;
  readonly on: Day;
};

/** The longest that something can be put off. */
export const MOST_DAYS_OFF = 366;

/** What is wrong with a day until which something is to be put off; null: nothing. */
export function untilProblem(until: Day | null, today: Day): string | null {
  if (until === null) return "Say until when, as a day: 2027-01-31.";
  if (until <= today) return "This day is not ahead. Choose a later one.";
  if (until > addDays(today, MOST_DAYS_OFF))
    return "Nothing is put off for more than a year. Choose an earlier day.";
  return null;
}
