import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import { instantWords } from "@/domain/date-words";
import type { MergedHere } from "@/domain/merges";
import type { MergedKind } from "@/domain/status";
import type { FormState } from "@/formats/form-state";
import { WhyForm } from "./why-form";

type Props = {
  kind: MergedKind;
  merged: readonly MergedHere[];
  /** A command's id for each, in their order. */
  ids: readonly string[];
  action: (state: FormState, form: FormData) => Promise<FormState>;
};

/** What was merged into this one, each with its way back. */
export function MergedList({ kind, merged, ids, action }: Props) {
  return (
    <Section id="merged" title="Merged into this" count={merged.length}>
      {merged.length === 0 && <Empty>No other {kind} was merged into this one.</Empty>}
      <ul className="merged">
        {merged.map((m, i) => (
          <li key={m.id}>
            <p>
              <b>{m.name}</b> <span className="dim">({m.slug})</span>
            </p>
            <p className="dim">
              <time dateTime={m.at}>{instantWords(m.at)}</time> by {m.by}: {m.why}
            </p>
            <details>
              <summary>Un-merge {m.name}…</summary>
              <div className="narrow">
                <p>
                  {m.rows > 0 && (
                    <>
                      {m.rows === 1 ? "1 row goes" : `${m.rows.toLocaleString("en-GB")} rows go`} back to it,
                      with the corrections made since.{" "}
                    </>
                  )}
                  Its address and name are its own again. What was recorded anew in between stays here.
                </p>
                <WhyForm
                  action={action}
                  values={{ command: ids[i] ?? "", merge: m.id }}
                  field={`why-${m.id}`}
                  button={`Un-merge ${m.name}`}
                />
              </div>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  );
}
