type Props = {
  accepted: number;
  /** What was typed for whoever looks at it. */
  word: string;
  pending: boolean;
};

/** Stays in view: save what was accepted, or leave it to a second person with a word. */
export function SaveBar({ accepted, word, pending }: Props) {
  return (
    <div className="intake-save">
      <p className="btns">
        <button className="btn p" type="submit" name="intent" value="save" disabled={pending}>
          {pending ? "Saving …" : accepted > 0 ? `Save ${accepted} accepted` : "Save what is accepted"}
        </button>
        <button className="btn" type="submit" name="intent" value="propose" disabled={pending}>
          Send to review
        </button>
        <span className="dim3">All in one list: everything, or nothing.</span>
      </p>
      <details className="word" open={word !== ""}>
        <summary>A word to the reviewer</summary>
        <textarea
          name="comment"
          rows={2}
          maxLength={4000}
          defaultValue={word}
          aria-label="A word to the reviewer"
        />
      </details>
    </div>
  );
}
