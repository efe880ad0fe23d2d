import type { Metadata } from "next";
import { importAction } from "@/app/edit/import/actions";
import { nothingHere } from "@/app/gate";
import { ImportPage } from "@/components/import/import-page";
import { importQuestions, importRun, type ReportRow, reportRows, slugsOf } from "@/data/read/imports";
import { isImportKind, isPreset, isQuestionKind, isRowOutcome } from "@/domain/import";
import { isId } from "@/formats/id";
import type { ImportRun } from "@/formats/import-run";
import { carrierPath, devicePath, importPath, manufacturerPath } from "@/formats/paths";
import type { Params } from "@/formats/view";
import { today } from "@/server/clock";
import { db } from "@/server/db";
import { requireActor } from "@/server/session";

export const metadata: Metadata = { title: "Import" };

const ROWS = 50;
const QUESTIONS = 20;

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Params> };

/** Rows lead to what they are about, as far as it is on record. */
async function linked(run: ImportRun, rows: readonly ReportRow[]) {
  const kind = run.mapping?.kind;
  const ids = rows.flatMap(({ thing }) => thing ?? []);
  const slugs =
    ids.length > 0 && (kind === "devices" || kind === "carriers" || kind === "manufacturers")
      ? await slugsOf(db(), kind, ids)
      : null;
  const pathOf = kind === "devices" ? devicePath : kind === "carriers" ? carrierPath : manufacturerPath;
  return rows.map(({ thing, ...row }) => {
    const slug = thing && slugs?.get(thing);
    return { ...row, href: slug ? pathOf(slug) : null };
  });
}

export default async function ImportRoute({ params, searchParams }: Props) {
  const { id } = await params;
  const actor = await requireActor("import", importPath(id));
  const run = isId(id) ? await importRun(db(), id) : null;
  if (!run) return nothingHere();
  const { what, show, after, ask } = await searchParams;
  const outcome = isRowOutcome(show) ? show : null;
  const from = typeof after === "string" ? Number.parseInt(after, 10) : 0;
  const start = Number.isSafeInteger(from) && from > 0 && from < 1_000_000_000 ? from : 0;
  const reported = run.state === "checked" || run.state === "done";
  const rows = reported ? await reportRows(db(), id, { outcome, after: start, take: ROWS + 1 }) : [];
  const asked =
    run.state === "checked"
      ? await importQuestions(db(), id, isQuestionKind(ask) ? ask : null, QUESTIONS)
      : null;
  return (
    <ImportPage
      actor={actor}
      today={today()}
      run={run}
      what={isImportKind(what) || isPreset(what) ? what : null}
      rows={await linked(run, rows.slice(0, ROWS))}
      more={rows.length > ROWS}
      shown={outcome}
      asked={asked}
      action={importAction}
    />
  );
}
