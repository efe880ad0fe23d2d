import type { ReactNode } from "react";

type Props = {
  /** Why it cannot be saved without a second person; null: it can. */
  review: string | null;
  /** What was typed for the reviewer. */
  word: string;
  /** What saving is called here. */
  save: string;
  danger: boolean;
  /** It is a proposal already: there is nothing to propose instead. */
  mending: boolean;
  pending: boolean;
  /** Other buttons of the form. */
  children?: ReactNode;
};

/** Save, or leave it to a second person. Where a rule of review asks for one, proposing is the only way, and says why. */
export function SaveOrPropose({ review, word, save, danger, mending, pending, children }: Props) {
  const propose = (className: string, text: string) => (
    <button className={className} type="submit" name="intent" value="propose" disabled={pending}>
      {text}
    </button>
  );
  return (
    <>
      {review && (
        <p className="warn" role="status">
          {review}
        </p>
      )}
      <details className="word" open={review !== null || word !== ""}>
        <summary>A word to whoever looks at it</summary>
        <textarea
          name="comment"
          rows={2}
          maxLength={4000}
          defaultValue={word}
          aria-label="A word to the reviewer"
        />
      </details>
      <p className="btns actions">
        {review && !mending ? (
          propose("btn p", "Propose")
        ) : (
          <>
            <button
              className={danger ? "btn danger" : "btn p"}
              type="submit"
              name="intent"
              value="save"
              disabled={pending}
            >
              {save}
            </button>
            {!mending && propose("btn", "Propose instead")}
          </>
        )}
        {children}
      </p>
    </>
  );
}
