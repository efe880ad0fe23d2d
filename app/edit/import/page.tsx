import type { Metadata } from "next";
import { EditPage } from "@/components/forms/edit-page";
import { ImportList } from "@/components/import/import-list";
import { OwnFiles } from "@/components/import/own-files";
import { UploadForm } from "@/components/import/upload-form";
import { Empty } from "@/components/ui/empty";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import { importRuns } from "@/data/read/imports";
import { importsPath } from "@/formats/paths";
import type { Params } from "@/formats/view";
import { today } from "@/server/clock";
import { db } from "@/server/db";
import { requireActor } from "@/server/session";
import { importAction } from "./actions";

export const metadata: Metadata = { title: "Import" };

const SIZE = 20;

/** What an upload that never became an import is told; the route names it in the address. */
const PROBLEMS: ReadonlyMap<unknown, string> = new Map([
  ["too-large", "The file is larger than 64 MiB. Split it, or import it on the command line."],
  ["malformed", "No file or text came, or not all of it. Choose a file or paste text, and send it again."],
  ["conflict", "The upload was cancelled, or came so slowly that it was given up. Send it again."],
]);

export default async function ImportsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("import", importsPath());
  const params = await searchParams;
  const problem = PROBLEMS.get(params.problem);
  const asked = typeof params.page === "string" ? Number.parseInt(params.page, 10) : 1;
  const page = Number.isSafeInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1;
  const { runs, total } = await importRuns(db(), page, SIZE);
  return (
    <EditPage
      title="Import"
      actor={actor}
      today={today()}
      lead="Lists of makers, devices and carriers, status changes and listings, from a file. First you see what it would do, row by row; then all of it is written in one step, or nothing."
    >
      <Section id="file" title="A list comes in">
        {problem && (
          <p className="errors" role="alert">
            {problem}
          </p>
        )}
        <UploadForm />
      </Section>
      <Section id="imports" title="Imports" count={total}>
        {runs.length === 0 ? (
          <Empty>No file has come yet.</Empty>
        ) : (
          <ImportList
            runs={runs}
            {...(actor.kind === "user" && { cancel: { self: actor.id, action: importAction } })}
          />
        )}
        <Pager path={importsPath()} query={null} page={page} pages={Math.ceil(total / SIZE)} />
      </Section>
      <Section id="own" title="What a file of your own may say">
        <OwnFiles />
      </Section>
    </EditPage>
  );
}
