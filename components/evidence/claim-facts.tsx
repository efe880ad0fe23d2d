import Link from "next/link";
import { StatusWord } from "@/components/status/status-mark";
import { targetName } from "@/components/timeline/targets";
import { endWords } from "@/components/timeline/words";
import { dateWords, dayWords } from "@/domain/date-words";
import type { DealLane, PolicyRef } from "@/domain/device-history";
import type { Day, Edtf } from "@/domain/edtf";
import type { HistoryEntry } from "@/domain/history";
import { plansOf, type TargetOutcome } from "@/domain/slips";
import { REASON_WORDS } from "@/domain/words";
import { policyPath, type Query } from "@/formats/paths";

type Props = {
  entry: HistoryEntry;
  lane: DealLane;
  policies: readonly PolicyRef[];
  on: Day;
  query: Query;
};

const OUTCOMES: Readonly<Record<TargetOutcome, string>> = {
  kept: "kept",
  late: "sold later than that",
  slipped: "slipped to a later one",
  moved: "moved",
  dropped: "dropped with the plan",
  paused: "the plan was paused",
  missed: "missed: nothing says that it was kept",
  open: "still to come",
};

/** When, what before, why: the facts of a claim in words. */
export function ClaimFacts({ entry, lane, policies, on, query }: Props) {
  const { claim, from, published } = entry;
  const previous = lane.history.find((e) => e.claim.id === entry.previous);
  const named = policies.filter((p) => claim.policyActions.includes(p.id));
  const target = plansOf(lane.history, on)
    .flatMap((p) => p.targets)
    .find((t) => t.entry.claim.id === claim.id);
  return (
    <dl className="kv">
      <dt>From</dt>
      <dd>
        <b>{dateWords(from)}</b>
        {from.earliest !== from.latest && <small>{boundsWords(from)}</small>}
        <small>
          {claim.effectiveWords && `source’s words: “${claim.effectiveWords}” · `}
          <span className="mono nw">{from.text}</span>
        </small>
      </dd>
      <dt>Until</dt>
      <dd>{endWords(entry)}</dd>
      <dt>Published</dt>
      <dd>{dayWords(published)}</dd>
      {target && (
        <>
          <dt>Target</dt>
          <dd>
            {targetName(target)} <span className="dim3">{OUTCOMES[target.outcome]}</span>
          </dd>
        </>
      )}
      <dt>Before</dt>
      <dd>
        {previous ? (
          <>
            <StatusWord status={previous.claim.status} />
            {previous.claim.target && (
              <span className="dim3">
                {" "}
                for{" "}
                {previous.claim.targetWords?.replace(/^(?:in|on|for) /i, "") ??
                  dateWords(previous.claim.target)}
              </span>
            )}
          </>
        ) : (
          "no status on record"
        )}
      </dd>
      <dt>Reason</dt>
      <dd>
        {claim.reasons.length > 0 ? claim.reasons.map((r) => REASON_WORDS[r]).join(", ") : "none given"}
      </dd>
      {claim.exclusive !== null && (
        <>
          <dt>Exclusive</dt>
          <dd>{claim.exclusive ? "yes, only at this carrier" : "no"}</dd>
        </>
      )}
      <dt>Policy action</dt>
      <dd>
        {named.length === 0 && "none named by the sources"}
        {named.map((policy) => (
          <div key={policy.id}>
            <Link prefetch={false} href={policyPath(policy.slug, query)}>
              {policy.title}
            </Link>
          </div>
        ))}
      </dd>
    </dl>
  );
}

function boundsWords({ earliest, latest, openStart, openEnd }: Edtf): string {
  if (openStart) return `at the latest ${dayWords(latest)}`;
  if (openEnd) return `at the earliest ${dayWords(earliest)}`;
  return `earliest ${dayWords(earliest)}, latest ${dayWords(latest)}`;
}
