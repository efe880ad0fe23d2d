import { Fragment } from "react";
import { type Numbered, paragraphsOf, piecesOf } from "./passages";

type Props = {
  text: string;
  passages: readonly Numbered[];
  /** Told what was selected, to begin a proposal from it. */
  onSelect: (words: string) => void;
};

/** Most paragraphs that are shown; what is longer is an archive, not an article. */
const MOST = 1500;

/** The article with its passages marked, each with the number of its proposals and a link to the first of them. */
export function ArticlePane({ text, passages, onSelect }: Props) {
  const paragraphs = paragraphsOf(text);
  return (
    <article
      className="intake-text"
      aria-label="The article"
      onMouseUp={() => {
        const words = window.getSelection()?.toString().trim() ?? "";
        if (words.length > 2) onSelect(words);
      }}
    >
      {paragraphs.slice(0, MOST).map(({ start, end }, n) => (
        <p key={start} className={n === 0 ? "first" : undefined}>
          {piecesOf(text, start, end, passages).map(({ text: words, start: at, mark, last }) =>
            mark === null ? (
              <Fragment key={at}>{words}</Fragment>
            ) : (
              <mark
                key={at}
                className={mark.spoken ? "passage spoken" : "passage"}
                id={last ? `p${mark.number}` : undefined}
              >
                <a href={`#c${mark.number}`}>
                  {words}
                  {last && (
                    <sup>
                      <span className="sr-only"> passage </span>
                      {mark.number}
                    </sup>
                  )}
                </a>
              </mark>
            ),
          )}
        </p>
      ))}
      {paragraphs.length > MOST && <p className="dim3">… and {paragraphs.length - MOST} more lines.</p>}
      <p className="sm dim3">Only quotations of at most 20 words go into the record, never the text.</p>
    </article>
  );
}
