import type { Day, Edtf } from "@/domain/edtf";
import { sortEarliest } from "@/domain/history";
import type { Reason, Status } from "@/domain/status";
import { type Command, type Commands, DAY } from "./commands";
import type { Deal } from "./deals";
import { addedLater, type Evidence, reportsOn, supportBy } from "./evidence";
import type { PolicyAction } from "./policy";
import type { Random } from "./random";
import type { Source } from "./sources";
import { LAST, targetDate, vagueDate } from "./time";

/** A status claim as it goes into the record. */
export type Claim = {
  readonly id: string;
  readonly deal: Deal;
  /** Number of the day on which it happened. */
  readonly day: number;
  readonly status: Status;
  readonly effective: Edtf;
  readonly target: Edtf | null;
  readonly reasons: readonly Reason[];
  readonly exclusive: boolean | null;
  readonly policy: PolicyAction | null;
  readonly note: string | null;
  readonly corrects: Claim | null;
  readonly made: Command;
  readonly evidence: readonly Evidence[];
  readonly retraction: { readonly id: string; readonly by: Command; readonly reason: string } | null;
};

/** How deals go: what follows a status, and how often. All of these are usual transitions. */
const NEXT: Readonly<Record<Status, Partial<Record<Status, number>>>> = {
  planned: { planned: 22, carried: 50, paused: 8, withdrawn: 16, "retail-only": 4 },
  carried: { ended: 62, paused: 22, withdrawn: 16 },
  paused: { carried: 50, withdrawn: 35, planned: 15 },
  withdrawn: { planned: 35, carried: 30, "retail-only": 35 },
  declined: { planned: 60, "retail-only": 40 },
  "retail-only": { ended: 50, planned: 25, carried: 25 },
  ended: { carried: 100 },
};
const FIRST = { planned: 46, carried: 40, declined: 6, "retail-only": 8 } as const;

const REASONS: Partial<Record<Status, Partial<Record<Reason, number>>>> = {
  withdrawn: {
    commercial: 30,
    regulatory: 12,
    security: 12,
    technical: 12,
    supply: 14,
    "safety-recall": 4,
    unknown: 16,
  },
  paused: { supply: 35, technical: 25, regulatory: 10, security: 10, unknown: 20 },
  declined: { commercial: 50, technical: 25, unknown: 25 },
  ended: { "end-of-life": 70, commercial: 20, supply: 10 },
};

const SLIPS = [
  "The day was that of the report.",
  "The month was misread.",
  "The carrier named another date.",
];
const NEVER_RIGHT = [
  "It was another model.",
  "It was another carrier of that name.",
  "It was taken from a parody.",
];

type Around = {
  readonly press: readonly Source[];
  readonly policies: readonly PolicyAction[];
  readonly commands: Commands;
  readonly random: Random;
};

/** The claims of one deal in the order in which they were recorded: its story, with slips of ours along the way. */
export function claimsOf(deal: Deal, around: Around): Claim[] {
  const { random } = around;
  const claims: Claim[] = [];
  /** The last claim that stands. */
  let last: Claim | null = null;
  let day = deal.device.announced + random.between(-120, 200);
  while (claims.length < deal.claims) {
    if (last && random.chance(0.07)) {
      last = correction(last, claims, around);
      claims.push(last);
      continue;
    }
    if (last) day = last.day + gapAfter(last.day, random);
    const claim = newClaim(deal, day, last, claims, around);
    claims.push(claim);
    // What was retracted leads nowhere: the story goes on from the claim before it.
    if (!claim.retraction) last = claim;
  }
  return claims;
}

/** Some weeks or months; towards the end of the world half of the days that are left. */
function gapAfter(day: number, random: Random): number {
  const gap = random.between(15, 500);
  return day + gap <= LAST ? gap : Math.ceil((LAST - day) / 2);
}

function newClaim(
  deal: Deal,
  day: number,
  last: Claim | null,
  before: readonly Claim[],
  around: Around,
): Claim {
  const { press, policies, random } = around;
  const status = random.weighted<Status>(last ? NEXT[last.status] : FIRST);
  const after: Day | null = last && sortEarliest(last.effective);
  const behind = policies.find((p) => day >= p.day && day < p.day + 300) ?? null;
  const policy = (status === "withdrawn" || status === "paused") && random.chance(0.5) ? behind : null;
  const reason = random.weighted<Reason>(REASONS[status] ?? { unknown: 1 });
  return recorded(
    {
      deal,
      day,
      status,
      effective: vagueDate(random, day, after),
      target:
        status === "planned" && random.chance(0.75)
          ? targetDate(random, day + random.between(30, 280))
          : null,
      reasons: policy ? ["political-pressure", "regulatory"] : REASONS[status] ? [reason] : [],
      exclusive: status === "carried" && random.chance(0.05) ? true : null,
      policy,
      note: random.chance(0.03) ? "The report and the carrier's own page agree on this." : null,
      corrects: null,
    },
    supportBy(reportsOn(press, day, random), random),
    before,
    around,
  );
}

/** The same claim, put right: another date or another target; half of the time by the same sources, a slip of ours. */
function correction(of: Claim, before: readonly Claim[], around: Around): Claim {
  const { press, random } = around;
  const earlier = before
    .filter((c) => c !== of && !c.retraction && c.day <= of.day)
    .map((c) => sortEarliest(c.effective));
  const after = earlier.reduce<Day | null>((max, day) => (max === null || day > max ? day : max), null);
  const day = Math.max(of.day + random.between(-12, 12), after === null ? 0 : of.day);
  const target =
    of.target && random.chance(0.5) ? targetDate(random, day + random.between(30, 280)) : of.target;
  const sources = random.chance(0.5)
    ? of.evidence.filter((e) => !e.added).map((e) => e.source)
    : reportsOn(press, day + 20, random);
  return recorded(
    { ...of, day, effective: vagueDate(random, day, after), target, corrects: of },
    supportBy(sources, random),
    before,
    around,
  );
}

type Draft = Omit<Claim, "id" | "made" | "evidence" | "retraction">;

/** Records a draft after its sources and after the deal's claims so far, and what was done to it later. */
function recorded(draft: Draft, support: Evidence[], before: readonly Claim[], around: Around): Claim {
  const { press, commands, random } = around;
  const id = random.uuid();
  const subject = { kind: "deal", id: draft.deal.id };
  const known = [...support.map((e) => e.source.made.at + DAY), ...before.map(lastTouch)];
  const made = commands.add(
    draft.corrects ? "correct-status" : "record-status",
    commands.later(Math.max(...known), draft.corrects ? 90 : 200),
    subject,
    id,
  );
  const wrong = !draft.corrects && random.chance(0.018);
  const closed = wrong
    ? null
    : addedLater({ day: draft.day, at: made.at, deal: draft.deal.id }, press, commands, random);
  return {
    ...draft,
    id,
    made,
    evidence: [...support, ...(closed ?? [])],
    retraction: wrong
      ? {
          id: random.uuid(),
          by: commands.add("retract-status", commands.later(made.at, 120), subject),
          reason: random.pick(NEVER_RIGHT),
        }
      : null,
  };
}

/** What is closed takes nothing more: whatever was added to a claim came before the next one. */
const lastTouch = ({ made, evidence }: Claim): number =>
  Math.max(made.at, ...evidence.map((e) => e.retraction?.by.at ?? e.added?.at ?? 0));

/** Why a correction was made. */
export const slipOf = ({ day }: Claim): string => SLIPS[Math.abs(day) % SLIPS.length] ?? "";
