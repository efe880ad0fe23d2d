import Link from "next/link";
import type { QuestionKind, QuestionOption } from "@/domain/import";
import { counted, QUESTION_WORDS } from "@/domain/import-words";
import { importPath } from "@/formats/paths";
import { type ImportAction, ImportForm } from "./import-form";

type Question = {
  readonly key: string;
  readonly kind: QuestionKind;
  readonly line: number;
  readonly about: string;
  readonly options: readonly QuestionOption[];
  readonly answer: string | null;
};
type Kind = { readonly kind: QuestionKind; readonly open: number; readonly total: number };
type Props = { run: string; kinds: readonly Kind[]; shown: readonly Question[]; action: ImportAction };

/** What the file leaves open, a kind at a time: each question by itself, or all of the kind in one way. */
export function Questions({ run, kinds, shown, action }: Props) {
  const kind = shown[0]?.kind;
  const own = kinds.find((k) => k.kind === kind);
  return (
    <>
      {kinds.length > 1 && (
        <nav className="tabs" aria-label="Kinds of questions">
          {kinds.map((k) => (
            <Link
              key={k.kind}
              href={`${importPath(run, { ask: k.kind })}#questions`}
              prefetch={false}
              aria-current={k.kind === kind ? "true" : undefined}
            >
              {QUESTION_WORDS[k.kind].title}{" "}
              <span className="dim3">{k.open > 0 ? `${k.open} open` : "answered"}</span>
            </Link>
          ))}
        </nav>
      )}
      {kind && own && own.open > 1 && (
        <ImportForm action={action} run={run} intent="answer" className="bulk">
          <p>All {counted(own.open, "open question")} of this kind:</p>
          <div className="btns">
            <button className="btn" type="submit" name="bulk" value={`${kind}=first`}>
              Each: {QUESTION_WORDS[kind].first}
            </button>
            {shown[0]?.options.some((o) => o.answer === "new") && kind !== "brand-is-carrier" && (
              <button className="btn" type="submit" name="bulk" value={`${kind}=new`}>
                Each: one of its own
              </button>
            )}
            <button className="btn" type="submit" name="bulk" value={`${kind}=leave-out`}>
              Leave all out
            </button>
          </div>
        </ImportForm>
      )}
      <ImportForm action={action} run={run} intent="answer">
        {shown.map((q) => (
          <fieldset key={q.key} className="question">
            <legend>
              {q.about} <span className="dim3">Line {q.line.toLocaleString("en-GB")}</span>
            </legend>
            {q.options.map((o) => (
              <label key={o.answer} className="option">
                <input
                  type="radio"
                  name={`q:${q.key}`}
                  value={o.answer}
                  defaultChecked={q.answer === o.answer}
                />
                {o.says}
              </label>
            ))}
          </fieldset>
        ))}
        <p className="actions">
          <button className="btn" type="submit">
            Use these answers
          </button>{" "}
          {own && own.total > shown.length && (
            <span className="dim3">
              {shown.length} of {own.total.toLocaleString("en-GB")} shown; the next ones follow.
            </span>
          )}
        </p>
      </ImportForm>
    </>
  );
}
