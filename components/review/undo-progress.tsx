"use client";

import { useActionState } from "react";
import { Running } from "@/components/import/running";
import { Section } from "@/components/ui/section";
import { type FormState, FRESH } from "@/formats/form-state";
import { undoPath } from "@/formats/paths";

type Props = {
  batch: string;
  run: {
    readonly id: string;
    readonly state: "waiting" | "running" | "done" | "failed" | "cancelled";
    readonly stage: string;
    readonly done: number;
    readonly total: number | null;
    readonly cancelRequested: boolean;
    readonly problem: { readonly message: string } | null;
    readonly summary: {
      readonly commands: number;
      readonly left: number;
      readonly first: readonly { readonly title: string; readonly why: string }[];
    } | null;
  };
  /** Whoever looks may cancel it. */
  own: boolean;
  cancel: (state: FormState, form: FormData) => Promise<FormState>;
};

/** An undo that takes long: how far it is, or what came of the last one. */
export function UndoProgress({ batch, run, own, cancel }: Props) {
  const [, submit, pending] = useActionState(cancel, FRESH);
  const number = (n: number) => n.toLocaleString("en-GB");
  const { state, summary } = run;
  if (state === "failed")
    return (
      <p className="warn" role="note">
        The last undo took nothing back: {run.problem?.message}
      </p>
    );
  if (state === "cancelled")
    return (
      <p className="warn" role="note">
        The last undo was cancelled. Nothing was taken back.
      </p>
    );
  if (state === "done")
    return (
      <Section id="came" title="What the last undo did">
        <p>
          It took back {number(summary?.commands ?? 0)} {summary?.commands === 1 ? "change" : "changes"} in
          one step{summary?.left ? ` and left ${number(summary.left)} alone:` : "."}
        </p>
        {summary && summary.first.length > 0 && (
          <ul className="bullets">
            {summary.first.map((l) => (
              <li key={l.title}>
                {l.title} <small>{l.why}</small>
              </li>
            ))}
          </ul>
        )}
      </Section>
    );
  return (
    <Section id="progress" title="It is being undone">
      <p>
        {run.cancelRequested
          ? "It is being cancelled; nothing of it is taken back."
          : "All of it in one step, or nothing. Readers see the record as it was until it is done."}
      </p>
      <Running stage={run.stage} done={run.done} total={run.total} path={undoPath("batch", batch)} />
      {own && !run.cancelRequested && (
        <form action={submit} className="actions">
          <input type="hidden" name="run" value={run.id} />
          <input type="hidden" name="batch" value={batch} />
          <button className="btn danger" type="submit" disabled={pending}>
            Cancel this undo
          </button>
        </form>
      )}
    </Section>
  );
}
