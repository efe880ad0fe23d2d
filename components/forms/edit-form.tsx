"use client";

import { startTransition, useActionState, useEffect, useRef, useState } from "react";
import type { FieldSpec } from "@/formats/edit-spec";
import type { Basis, EditState, Seen } from "@/formats/edit-state";
import { Conflict } from "./conflict";
import { ErrorList } from "./error-list";
import { useKeeping } from "./keeping";
import { NewDeal } from "./new-deal";
import { PreviewPanel } from "./preview-panel";
import { SaveOrPropose } from "./save-or-propose";
import { SpecField } from "./spec-field";

type Props = {
  /** Kind of form; the action knows its fields by it. */
  kind: string;
  specs: readonly FieldSpec[];
  start: EditState;
  action: (state: EditState, form: FormData) => Promise<EditState>;
  /** Where there is something to preview: asked while the form is filled in. */
  preview?: (form: FormData) => Promise<Seen>;
  /** There is no history to preview, only what could be better, said at the fields. */
  bare?: boolean;
  /** Id of the main command, made when the page was rendered: sent twice, it takes effect once. */
  command: string;
  /** What is corrected, retracted or edited. */
  target?: string;
  version: number;
  button: string;
  danger?: boolean;
  /** It is a proposal already that the form changes. */
  mending?: boolean;
  /** Other values that the action needs. */
  hidden?: Readonly<Record<string, string>>;
};

const PAUSE_MS = 400;

/** One form of the editor's desk. Everything works by plain submits; with script it also previews while one types. */
export function EditForm({
  kind,
  specs,
  start,
  action,
  preview,
  bare = false,
  command,
  target,
  version,
  button,
  danger,
  mending = false,
  hidden = {},
}: Props) {
  const [state, submit, pending] = useActionState(useKeeping(action), start);
  const [live, setLive] = useState<Seen | null>(null);
  const [shownPair, setShownPair] = useState<Basis | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const top = useRef<HTMLDivElement>(null);
  const asked = useRef(0);

  useEffect(() => {
    if (state.problems.length > 0 || state.conflict) top.current?.focus();
    setShownPair(null); // what the answer holds is newer
  }, [state]);
  useEffect(() => {
    const element = form.current;
    if (!element || !preview) return;
    let timer: ReturnType<typeof setTimeout>;
    const onInput = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        const turn = ++asked.current;
        const data = new FormData(element);
        startTransition(async () => {
          const answer = await preview(data).catch(() => null);
          if (!answer || turn !== asked.current) return;
          setLive(answer);
          if (answer.basis) setShownPair(answer.basis);
        });
      }, PAUSE_MS);
    };
    element.addEventListener("input", onInput);
    return () => {
      clearTimeout(timer);
      element.removeEventListener("input", onInput);
    };
  }, [preview]);

  const shown = live?.preview ?? state.preview;
  const advised = live ? { ...state, warnings: live.warnings } : state;
  const read = { ...state.read, ...live?.read };
  // Of the pair whose history was shown, the version that it was first shown at: a save since then is a conflict.
  const now =
    shownPair?.version ?? state.conflict?.version ?? (Number(state.values.version ?? version) || version);
  const pair = shownPair?.of ?? state.values["version.of"];
  return (
    <form
      action={submit}
      ref={form}
      className={preview && !bare ? "editing split" : "editing narrow"}
      noValidate
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="form" value={kind} />
      <input type="hidden" name="command" value={state.values.command ?? command} />
      <input type="hidden" name="target_id" value={target ?? ""} />
      <input type="hidden" name="version" value={now} key={now} />
      {pair !== undefined && <input type="hidden" name="version.of" value={pair} key={pair} />}
      <div>
        {state.conflict && <Conflict conflict={state.conflict} />}
        {specs.map((spec) => (
          <div key={spec.name}>
            <SpecField spec={spec} state={advised} read={read[spec.name]} />
            {kind === "record-status" && spec.name === "carrier" && <NewDeal state={state} />}
          </div>
        ))}
        <div ref={top} tabIndex={-1} className="landing">
          <ErrorList state={state} />
        </div>
        <SaveOrPropose
          review={state.review ?? start.review ?? null}
          word={state.values.comment ?? ""}
          save={button}
          danger={danger ?? false}
          mending={mending}
          pending={pending}
        >
          {preview && (
            <button className="btn" type="submit" name="intent" value="preview">
              {bare ? "Check" : "Preview"}
            </button>
          )}
        </SaveOrPropose>
      </div>
      {preview && !bare && <PreviewPanel preview={shown} />}
    </form>
  );
}
