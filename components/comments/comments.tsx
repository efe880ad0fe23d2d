import type { Said } from "@/domain/comments";
import { instantWords } from "@/domain/date-words";
import type { Person } from "@/domain/mentions";
import type { FormState } from "@/formats/form-state";
import { CommentForm } from "./comment-form";

export type Talk = {
  readonly said: readonly Said[];
  /** Who can be spoken to. */
  readonly people: readonly Person[];
  /** Made with the page: a form that is sent twice is one comment. */
  readonly command: string;
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
};

type Props = {
  talk: Talk;
  /** Comments of this claim only; null: of what is no claim; absent: all. */
  claim?: string | null;
  /** What a new one is kept with, as the form sends it, and the address that shows it. */
  on: string;
  back: string;
  /** What it is about, for the names of the field. */
  about: string;
};

/** What the team says to each other about one thing, kept with it, and a field to say more. */
export function Comments({ talk, claim, on, back, about }: Props) {
  const said = talk.said.filter((s) => claim === undefined || s.claim === claim);
  return (
    <details className="talk" open={said.length > 0}>
      <summary>Comments {said.length > 0 && <span className="count">{said.length}</span>}</summary>
      {said.length > 0 && (
        <ol className="trail">
          {said.map((s) => (
            <li key={s.id} id={`m-${s.id}`}>
              <b>{s.person}</b>
              {s.to.length > 0 && <span className="dim"> to {s.to.join(", ")}</span>}{" "}
              <small>
                <time dateTime={s.at}>{instantWords(s.at)}</time>
              </small>
              <p className="said-word">{s.text}</p>
            </li>
          ))}
        </ol>
      )}
      <CommentForm
        action={talk.action}
        people={talk.people}
        values={{ on, back, id: talk.command }}
        about={about}
      />
    </details>
  );
}
