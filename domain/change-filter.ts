import { CHANGE_KINDS, type ChangeRow, type ChangesBetween } from "./change-rows";
import type { CarrierKind, Certainty, Reason, Status } from "./status";

/** Which deals a list of changes is about: slugs, a country's code, a kind of carrier. Absent and null: all. */
export type DealFilter = {
  readonly manufacturer?: string | null;
  readonly carrier?: string | null;
  readonly device?: string | null;
  readonly country?: string | null;
  readonly network?: CarrierKind | null;
};

/** Which changes of these deals: what the claim says and rests on now, under the view. */
export type ClaimFilter = {
  readonly status?: Status | null;
  readonly certainty?: Certainty | null;
  /** `none`: no reason was given. */
  readonly reason?: Reason | "none" | null;
};

export type ChangeFilter = DealFilter & ClaimFilter;

/** Whether a change is about a claim of this status, certainty and reason. A claim that is gone has no certainty. */
export const keepsRow = ({ claim, judged }: ChangeRow, { status, certainty, reason }: ClaimFilter): boolean =>
  (!status || claim.status === status) &&
  (!certainty || judged?.certainty === certainty) &&
  (!reason || (reason === "none" ? claim.reasons.length === 0 : claim.reasons.includes(reason)));

/** The lines that a comparison shows, the three kinds in their fixed order. */
export const shownRows = (found: ChangesBetween): readonly ChangeRow[] =>
  CHANGE_KINDS.flatMap((kind) => found[kind].groups.flatMap(({ rows }) => rows));
