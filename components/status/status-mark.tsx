import type { Status } from "@/domain/status";
import { STATUS_WORDS } from "@/domain/words";

/** The shape of a status, `size` pixels square. Always beside its letter or word, so it is silent. */
export function StatusMark({ status, size = 12 }: { status: Status; size?: number }) {
  return (
    <svg width={size} height={size} aria-hidden="true" className="gl">
      <use href={`#s-${status}`} />
    </svg>
  );
}

/** Shape, letter and word; what the status means on hover. The letter is for eyes, the word for everybody. */
export function StatusWord({ status, unsure = false }: { status: Status; unsure?: boolean }) {
  const { letter, word, meaning } = STATUS_WORDS[status];
  return (
    <span className="st" title={unsure ? `${meaning} Not certain on this day.` : meaning}>
      <StatusMark status={status} />
      <b aria-hidden="true">{letter}</b>
      {word}
      {unsure && <span aria-hidden="true">?</span>}
      {unsure && <span className="sr-only"> (not certain on this day)</span>}
    </span>
  );
}
