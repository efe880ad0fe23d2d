"use client";

import Link from "next/link";
import { useActionState, useEffect, useRef } from "react";
import { ErrorList } from "@/components/forms/error-list";
import { TextField } from "@/components/forms/field";
import { SpecField } from "@/components/forms/spec-field";
import { StatusWord } from "@/components/status/status-mark";
import { dateWords } from "@/domain/date-words";
import { type BulkPreview, type BulkRow, type BulkState, placeOfRow, printTick } from "@/formats/bulk";
import type { FieldSpec } from "@/formats/edit-spec";
import { dealPath } from "@/formats/paths";

type Props = {
  rows: readonly BulkRow[];
  specs: readonly FieldSpec[];
  start: BulkState;
  action: (state: BulkState, form: FormData) => Promise<BulkState>;
  /** Id from which those of all commands follow: sent twice, they take effect once. */
  command: string;
};

/** One change and the deals that take it: fill it in, preview what each would become, leave some out, save. */
export function BulkForm({ rows, specs, start, action, command }: Props) {
  const [state, submit, pending] = useActionState(action, start);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.problems.length > 0) top.current?.focus();
  }, [state]);
  return (
    <form action={submit} className="editing many-deals" noValidate>
      <input type="hidden" name="form" value="record-status" />
      <input type="hidden" name="command" value={state.values.command ?? command} />
      <section aria-labelledby="change">
        <div className="sech">
          <h2 id="change">The change</h2>
          <p className="dim">the same for every ticked deal, on the same evidence</p>
        </div>
        {specs.map((spec) => (
          <SpecField key={spec.name} spec={spec} state={state} read={state.read[spec.name]} />
        ))}
      </section>
      <Deals rows={rows} state={state} />
      <TextField
        name="comment"
        label="For the second person"
        hint="Only where you propose it."
        rows={2}
        maxLength={4000}
        state={state}
      />
      <div ref={top} tabIndex={-1} className="landing">
        <ErrorList state={state} />
      </div>
      <p className="btns actions">
        <button className="btn" type="submit" name="intent" value="preview" disabled={pending}>
          Preview
        </button>
        <button className="btn p" type="submit" name="intent" value="save" disabled={pending}>
          Record for all ticked
        </button>
        <button className="btn" type="submit" name="intent" value="propose" disabled={pending}>
          Propose
        </button>
      </p>
    </form>
  );
}

function Deals({ rows, state }: { rows: readonly BulkRow[]; state: BulkState }) {
  const previewed = Object.keys(state.previews).length > 0;
  const ticked = new Set(state.ticked ?? rows.map(printTick));
  return (
    <section aria-labelledby="deals">
      <div className="sech">
        <h2 id="deals">
          Deals <span className="count">{rows.length}</span>
        </h2>
        <p className="dim">take the tick away where the change does not hold</p>
      </div>
      <table className="stack list">
        <thead>
          <tr>
            <th scope="col">Deal</th>
            <th scope="col">Now</th>
            {previewed && <th scope="col">Would become</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { device, carrier, now, version } = row;
            const preview = state.previews[placeOfRow(row)];
            return (
              <tr key={placeOfRow(row)}>
                <th scope="row">
                  <label className="option">
                    <input
                      type="checkbox"
                      name="deal"
                      value={printTick(row)}
                      defaultChecked={ticked.has(printTick(row))}
                    />
                    {device.name} at {carrier.name}
                  </label>
                </th>
                <td>
                  {version === null ? (
                    <span className="dim">nothing recorded: this would be its first status</span>
                  ) : (
                    <Link className="q" prefetch={false} href={dealPath(device.slug, carrier.slug)}>
                      {now ? <StatusWord status={now.status} unsure={!now.certain} /> : "no status today"}
                    </Link>
                  )}{" "}
                  {now && <span className="dim3">{dateWords(now.since)}</span>}
                </td>
                {previewed && <td>{preview ? <Becomes preview={preview} /> : "left out"}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Becomes({ preview: { statuses, certainty, warnings } }: { preview: BulkPreview }) {
  return (
    <>
      {statuses.map(({ question, now, after }) => (
        <span key={question} className="becomes">
          <span className="dim3">{question.replace("Status ", "")}</span>{" "}
          {now === after ? `${after}, as before` : <b>{after}</b>}
        </span>
      ))}
      <span className="dim3">{certainty}</span>
      {warnings.map((w) => (
        <small key={w} className="advice">
          {w}
        </small>
      ))}
    </>
  );
}
