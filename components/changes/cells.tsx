import { CertaintyMeter } from "@/components/status/certainty-meter";
import { StatusWord } from "@/components/status/status-mark";
import type { ChangeRow } from "@/domain/change-rows";
import { dayWords } from "@/domain/date-words";
import { dayOfInstant } from "@/domain/edtf";
import { CERTAINTY_WORDS, REASON_WORDS, STATUS_WORDS } from "@/domain/words";
import { correctedParts, deedWords, evidenceWords, restsOn, targetWords } from "./words";

/** What stands in the cells of a line of changes, by how it came. */

export function Before({ row: { mark, before, claim, judgedBefore } }: { row: ChangeRow }) {
  if (mark === "evidence" || mark === "retract-evidence") return judgedBefore ? restsOn(judgedBefore) : null;
  if (mark === "retract") {
    return (
      <del>
        <StatusWord status={claim.status} />
      </del>
    );
  }
  if (!before) return <span className="dim">no status</span>;
  if (mark === "correct") {
    return correctedParts(before, claim).map(({ was }) => (
      <div key={was}>
        <del>{was}</del>
      </div>
    ));
  }
  return (
    <>
      <StatusWord status={before.status} />
      {before.target && <small>{targetWords(before)}</small>}
    </>
  );
}

export function After({ row: { mark, before, claim, judged, judgedBefore } }: { row: ChangeRow }) {
  if (mark === "retract") return <span className="dim">nothing: it was never right</span>;
  if (mark === "evidence" || mark === "retract-evidence") {
    if (!judged) return null;
    if (judged.disputed && judgedBefore?.disputed === false) return <b>the same, now disputed</b>;
    if (judgedBefore?.articles === judged.articles && judgedBefore.origins === judged.origins)
      return "the same";
    if (judgedBefore?.origins !== judged.origins) return <b>{restsOn(judged)}</b>;
    const [articles, origins] = restsOn(judged).split(", ");
    return (
      <>
        {articles}, <b>still {origins}</b>
      </>
    );
  }
  if (mark === "correct" && before) {
    return correctedParts(before, claim).map(({ is }) => (
      <div key={is}>
        <b>{is}</b>
      </div>
    ));
  }
  const isSlip = before?.status === "planned" && claim.status === "planned" && before.target && claim.target;
  const moved = isSlip && before.target?.text !== claim.target?.text;
  const slipped = moved && (claim.target?.latest ?? "") > (before.target?.latest ?? "");
  return (
    <>
      <StatusWord status={claim.status} />
      {claim.target && (
        <small>
          {targetWords(claim)}
          {moved && (slipped ? ": slipped" : ": moved")}
        </small>
      )}
    </>
  );
}

export function Why({ row }: { row: ChangeRow }) {
  const { mark, claim, why } = row;
  const status = STATUS_WORDS[claim.status].word;
  if (mark === "evidence" || mark === "retract-evidence") {
    return (
      <>
        {evidenceWords(row)}
        <small>
          About “{status}”. {why}
        </small>
      </>
    );
  }
  if (mark === "correct" || mark === "retract") {
    return (
      <>
        {why}
        <small>
          {mark === "correct" ? "About" : "Took back"} “{status}”. {claim.note}
        </small>
      </>
    );
  }
  return (
    <>
      {deedWords(row)}
      {claim.reasons.length > 0 && <small>{claim.reasons.map((r) => REASON_WORDS[r]).join(", ")}</small>}
    </>
  );
}

export function Certain({ row: { judged, judgedBefore } }: { row: ChangeRow }) {
  if (!judged) return <span className="dim">no longer stands</span>;
  return (
    <>
      <CertaintyMeter certainty={judged.certainty} disputed={judged.disputed} />
      {judgedBefore && judgedBefore.certainty !== judged.certainty && (
        <small>was {CERTAINTY_WORDS[judgedBefore.certainty].word}</small>
      )}
    </>
  );
}

export function Known({ row: { published, recorded } }: { row: ChangeRow }) {
  return (
    <>
      {published && dayWords(published)}
      <small>
        recorded <time dateTime={recorded.at}>{dayWords(dayOfInstant(recorded.at))}</time>
        {recorded.by && `, ${recorded.by}`}
      </small>
    </>
  );
}
