import type { ChangeMark } from "./change-rows";
import type { Evidence, Recorded, StatusClaim } from "./claims";
import type { Instant } from "./edtf";
import { grouped } from "./grouped";
import { isRecordedBy } from "./visibility";

/** One deed in the record of a deal. */
export type LogEvent = {
  readonly key: string;
  readonly mark: ChangeMark;
  readonly recorded: Recorded;
  readonly claim: StatusClaim;
  /** The claim that a correction closed. */
  readonly before: StatusClaim | null;
  readonly why: string | null;
  readonly evidence: readonly Evidence[];
};

/** Everything recorded on a deal by an instant, newest first. Evidence that came with its claim is no deed of its own. */
export function claimLog(claims: readonly StatusClaim[], record: Instant | null): LogEvent[] {
  const byId = new Map(claims.map((c) => [c.id, c]));
  const events = claims.flatMap((claim): LogEvent[] => {
    const of = (mark: ChangeMark, recorded: Recorded, rest: Partial<LogEvent> = {}): LogEvent => ({
      key: `${mark} ${claim.id} ${recorded.commandId}`,
      mark,
      recorded,
      claim,
      before: null,
      why: null,
      evidence: [],
      ...rest,
    });
    const first = claim.evidence.filter((e) => e.recorded.commandId === claim.recorded.commandId);
    const added = grouped(
      claim.evidence.filter((e) => e.recorded.commandId !== claim.recorded.commandId),
      (e) => e.recorded.commandId,
    );
    return [
      claim.supersedes
        ? of("correct", claim.recorded, {
            before: byId.get(claim.supersedes) ?? null,
            why: claim.correctionReason,
            evidence: first,
          })
        : of("record", claim.recorded, { evidence: first }),
      ...[...added.values()].flatMap((evidence) =>
        evidence[0] ? [of("evidence", evidence[0].recorded, { evidence })] : [],
      ),
      ...claim.evidence.flatMap((e) =>
        e.retraction
          ? [
              of("retract-evidence", e.retraction.recorded, {
                key: `retract ${e.id}`,
                why: e.retraction.reason,
                evidence: [e],
              }),
            ]
          : [],
      ),
      ...(claim.retraction
        ? [of("retract", claim.retraction.recorded, { why: claim.retraction.reason })]
        : []),
    ];
  });
  return events
    .filter((e) => isRecordedBy(e.recorded.at, record))
    .sort((a, b) => Date.parse(b.recorded.at) - Date.parse(a.recorded.at) || b.claim.seq - a.claim.seq);
}
