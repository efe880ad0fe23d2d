import { replacedBy, type Version } from "@/domain/chains";
import type { Recorded, Retraction } from "@/domain/claims";
import { instantWords } from "@/domain/date-words";
import type { Instant } from "@/domain/edtf";

type Claim = Version & {
  readonly recorded: Recorded;
  readonly retraction: Retraction | null;
  readonly correctionReason: string | null;
};

type Props<C extends Claim> = {
  claim: C;
  /** All versions that the chain may be found among. */
  claims: readonly C[];
  record: Instant | null;
  seesRecorder: boolean;
  /** A version in few words: "withdrawn, between 10 and 30 Jan 2018". */
  say: (claim: C) => string;
};

/** Who recorded it when, and the claims that it replaced, with why. */
export function Provenance<C extends Claim>({ claim, claims, record, seesRecorder, say }: Props<C>) {
  const by = (recorded: Recorded) => (seesRecorder ? ` by ${recorded.by}` : "");
  const replaced = replacedBy(claim, claims, record);
  const verb = claim.supersedes ? "Corrected" : "Recorded";
  return (
    <>
      <p>
        {verb} <time dateTime={claim.recorded.at}>{instantWords(claim.recorded.at)}</time>
        {by(claim.recorded)}.{claim.correctionReason && ` Why: ${claim.correctionReason}`}
      </p>
      {replaced.map((before) => (
        <p key={before.id}>
          Before that it said <del>{say(before)}</del>, {before.supersedes ? "a correction" : "recorded"} of{" "}
          {instantWords(before.recorded.at)}
          {by(before.recorded)}.{before.correctionReason && ` Why then: ${before.correctionReason}`}
        </p>
      ))}
    </>
  );
}
