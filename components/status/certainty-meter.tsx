import type { Certainty } from "@/domain/status";
import { CERTAINTY_WORDS, DISPUTED_MEANING } from "@/domain/words";

/** Four bars and the word; "disputed" as a mark beside it. */
export function CertaintyMeter({
  certainty,
  disputed = false,
}: {
  certainty: Certainty;
  disputed?: boolean;
}) {
  const { word, meaning } = CERTAINTY_WORDS[certainty];
  return (
    <span className="cert" title={meaning}>
      <svg width="15" height="10" aria-hidden="true" className="cm">
        <use href={`#c-${certainty}`} />
      </svg>
      {word}
      {disputed && (
        <span className="tag" title={DISPUTED_MEANING}>
          disputed
        </span>
      )}
    </span>
  );
}
