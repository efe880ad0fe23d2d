import type { StatementStance } from "@/domain/status";
import { STATEMENT_WORDS } from "@/domain/words";

type Props = {
  said: { readonly stance: StatementStance; readonly quote: string | null; readonly summary: string };
};

/** What a party said: its stance by mark and word, its own words where they are on record, and the summary. */
export function Said({ said: { stance, quote, summary } }: Props) {
  return (
    <>
      <span className="says">
        <svg width="16" height="14" aria-hidden="true">
          <use href={`#m-${stance}`} />
        </svg>
        {STATEMENT_WORDS[stance]}
      </span>
      {quote && <blockquote>“{quote}”</blockquote>}
      <p className="dim">{summary}</p>
    </>
  );
}
