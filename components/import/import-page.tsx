import Link from "next/link";
import { EditPage } from "@/components/forms/edit-page";
import { Section } from "@/components/ui/section";
import { type ImportKind, isFinished, isRunning, type Preset, type RowOutcome } from "@/domain/import";
import { type Actor, may } from "@/domain/permissions";
import { guessKind } from "@/formats/import-fields";
import type { ImportRun } from "@/formats/import-run";
import { importPath, importsPath } from "@/formats/paths";
import { factsOf } from "./facts";
import { type ImportAction, ImportForm } from "./import-form";
import { Problems, stateSentence } from "./import-state";
import { Mapping } from "./mapping";
import { type Asked, Report, type ReportedRow } from "./report";
import { Running } from "./running";
import { Steps } from "./steps";

type Props = {
  actor: Actor;
  today: string;
  run: ImportRun;
  /** What the person says the file is about, in the page's address. */
  what: ImportKind | Preset | null;
  rows: readonly ReportedRow[];
  more: boolean;
  shown: RowOutcome | null;
  asked: Asked | null;
  action: ImportAction;
};

/** One import, wherever it is: mapping, dry run, questions, the word to go, progress, the end. */
export function ImportPage({ actor, today, run, what, rows, more, shown, asked, action }: Props) {
  const { id, state, reading, summary, mapping } = run;
  const own = actor.kind === "user" && (actor.id === run.startedBy.id || actor.role === "admin");
  const second = actor.kind === "user" && may(actor, "review", { own: actor.id === run.startedBy.id });
  // A file that was read one way may be read another way, as long as nothing of it is written.
  const maps =
    own &&
    reading !== null &&
    (state === "mapping" || (state === "checked" && what !== null && !run.options.handed));
  return (
    <EditPage
      title={run.fileName}
      actor={actor}
      today={today}
      crumbs={[{ word: "Import", href: importsPath() }]}
      lead={stateSentence(run)}
      meta={factsOf(run)}
    >
      <Steps state={state} />
      {run.options.again && state === "checked" && (
        <p className="warn">
          The record changed after the last report. This is what the file would do now; give your word again.
        </p>
      )}
      {!own && !isFinished(state) && !(second && run.options.handed) && (
        <p className="dim">{run.startedBy.name} brought this file; only they or an admin go on with it.</p>
      )}
      {run.problem && (
        <Section
          id="problems"
          title="Why"
          count={run.problem.code === "import-refused" ? run.problem.details.total : undefined}
        >
          <Problems problem={run.problem} />
        </Section>
      )}
      {isRunning(state) && (
        <Section id="progress" title="Progress">
          <Running stage={run.stage} done={run.done} total={run.total} path={importPath(id)} />
        </Section>
      )}
      {maps && (
        <Section id="mapping" title="What is in the file">
          <Mapping
            run={id}
            reading={reading}
            reread={state === "mapping"}
            said={mapping}
            options={run.options}
            what={what ?? guessKind(reading.head)}
            action={action}
          />
        </Section>
      )}
      {summary && !maps && !run.options.ownExport && (state === "checked" || state === "done") && (
        <Report
          run={id}
          summary={summary}
          mapping={mapping}
          waits={state === "checked"}
          own={own}
          second={second}
          options={run.options}
          asked={asked}
          rows={rows}
          more={more}
          shown={shown}
          action={action}
        />
      )}
      {isFinished(state) && (
        <p className="actions">
          <Link className="btn" href={importsPath()} prefetch={false}>
            {state === "done" ? "Import another file" : "Send another file"}
          </Link>
        </p>
      )}
      {own && !isFinished(state) && !run.cancelRequested && (
        <ImportForm action={action} run={id} intent="cancel" className="actions">
          <button className="btn danger" type="submit">
            Cancel this import
          </button>{" "}
          <span className="dim3">Nothing of it stays.</span>
        </ImportForm>
      )}
    </EditPage>
  );
}
