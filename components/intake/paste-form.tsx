import Link from "next/link";
import { type ChangeEvent, type FormEvent, useState } from "react";
import { ErrorList } from "@/components/forms/error-list";
import { Field, TextField } from "@/components/forms/field";
import { PageHead } from "@/components/ui/page-head";
import { editPath, newPath } from "@/formats/paths";
import { problemsOfSize, withSlimFile } from "./sending";
import type { IntakeState } from "./state";

type Props = {
  state: IntakeState;
  submit: (form: FormData) => void;
  pending: boolean;
  /** The admin lets editors fetch a page by its address. */
  fetches: boolean;
};

/** The text, and what is known about it. What stands in the text itself need not be typed. */
export function PasteForm({ state: answered, submit, pending, fetches }: Props) {
  const [problems, setProblems] = useState<IntakeState["problems"]>([]);
  const state = { ...answered, problems: [...problems, ...answered.problems] };
  // What is too large is said before it is sent, so that nothing typed is lost to a refusal.
  const check = (event: FormEvent<HTMLFormElement>) => {
    const found = problemsOfSize(new FormData(event.currentTarget));
    setProblems(found);
    if (found.length > 0) event.preventDefault();
  };
  return (
    <>
      <PageHead
        title="Read an article"
        crumbs={[{ word: "Edit", href: editPath() }]}
        lead={`Paste it, and what it says of devices, carriers and retailers is proposed with the passage that says so. Nothing is saved before you accept it, and nothing leaves this machine${fetches ? " unless you fetch a page" : ""}.`}
      />
      <form action={submit} onSubmit={check} className="wrap" noValidate>
        <input type="hidden" name="command" value={state.values.command} />
        <input type="hidden" name="title" value={state.values.title ?? ""} />
        <input type="hidden" name="author" value={state.values.author ?? ""} />
        <ErrorList state={state} />
        <div className="intake-paste">
          <Field
            name="text"
            label="Text"
            state={state}
            hint="The headline first. At most 200,000 characters."
          >
            {({ id, name, describedBy, invalid }) => (
              <textarea
                id={id}
                name={name}
                rows={22}
                key={answered.text}
                defaultValue={answered.text}
                placeholder="Paste the article here."
                aria-describedby={describedBy}
                aria-invalid={invalid || undefined}
              />
            )}
          </Field>
          <div>
            <FileField state={state} />
            <TextField
              state={state}
              name="publisher"
              label="Publisher"
              hint="Taken from the text where it says so."
              maxLength={200}
              autoComplete="off"
            />
            <TextField
              state={state}
              name="published"
              label="Published"
              hint="The day, as 2018-01-30: “Tuesday” is counted from it. Taken from the text where it says so."
              maxLength={20}
              autoComplete="off"
            />
            <TextField
              state={state}
              name="url"
              label="Address"
              type="url"
              hint={
                fetches
                  ? "To find it again, if the record has it, and to fetch its page from. What the page says goes into the fields that are empty."
                  : "To find it again, if the record has it."
              }
              maxLength={2000}
              autoComplete="off"
            />
            <p className="btns actions">
              <button className="btn p" type="submit" name="intent" value="read" disabled={pending}>
                {pending ? "Reading …" : "Read it"}
              </button>
              {fetches && (
                <button className="btn" type="submit" name="intent" value="fetch" disabled={pending}>
                  Fetch the page
                </button>
              )}
              {answered.values.url && (
                <Link className="btn" prefetch={false} href={sourceOf(answered.values)}>
                  Only the source…
                </Link>
              )}
            </p>
            {answered.done && <p role="status">{answered.done}</p>}
          </div>
        </div>
      </form>
    </>
  );
}

/** The form of a new source, with what is known of the article. */
const sourceOf = ({ url, publisher, published, title, author }: IntakeState["values"]): string =>
  newPath("sources", { url, publisher, published, title, author });

/** A file, chosen or dropped; the browser takes a drop on the field by itself. */
function FileField({ state }: { state: IntakeState }) {
  const slim = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => void withSlimFile(currentTarget);
  return (
    <Field
      name="file"
      label="Or a file"
      state={state}
      hint="Drop a page (.html) or a text (.txt) here, of at most 1 MB. Of a page the article is taken, and nothing of it runs."
    >
      {({ id, name, describedBy, invalid }) => (
        <input
          type="file"
          className="intake-drop"
          id={id}
          name={name}
          accept=".html,.htm,.txt,text/html,text/plain"
          onChange={slim}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
        />
      )}
    </Field>
  );
}
