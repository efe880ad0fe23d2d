import { createReadStream, createWriteStream } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { createGunzip } from "node:zlib";
import { answerAll, type BulkAnswer, checkAgain, requestImport } from "@/data/import/answers";
import { cancelRun, mapFile, receiveFile, rememberedMapping } from "@/data/import/runs";
import { workOn } from "@/data/import/work";
import { allReportRows, importQuestions, importRun } from "@/data/read/imports";
import {
  changesNothing,
  IMPORT_KINDS,
  type ImportKind,
  PRESETS,
  type Preset,
  QUESTION_KINDS,
  type QuestionKind,
} from "@/domain/import";
import { counted, effectSentence, listSentence, OUTCOME_WORDS, QUESTION_WORDS } from "@/domain/import-words";
import { missingFields } from "@/formats/import-fields";
import { proposedMapping } from "@/formats/import-presets";
import { printRefused, printReport } from "@/formats/import-report";
import type { ImportRun } from "@/formats/import-run";
import { closeDb, openClient } from "@/server/db";
import { databaseUrl } from "@/server/env";
import { openSql } from "@/server/sql";

/** `npm run import -- FILE`: the same as /edit/import, for files that lie on this machine. */

const HELP = `npm run import -- FILE [options]
  --dry-run                 say what it would do, and stop
  --preset NAME             ${PRESETS.join(", ")}; found by the head when not given
  --kind NAME               ${IMPORT_KINDS.join(", ")}
  --answer KIND=ANSWER      for questions of a kind: first, new or leave-out; may be repeated, KIND may be "all"
                            (${QUESTION_KINDS.join(", ")})
  --leave-out-refused       take the rest when rows are refused
  --confirm                 the list may drop or rename more than a tenth of what it covers
  --country XX              of new manufacturers (standard: ZZ, not known)
  --device-kind KIND        of new devices (standard: other)
  --report FILE, --refused FILE   write the report, or the refused rows, as CSV`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    "dry-run": { type: "boolean", default: false },
    preset: { type: "string" },
    kind: { type: "string" },
    answer: { type: "string", multiple: true, default: [] },
    "leave-out-refused": { type: "boolean", default: false },
    confirm: { type: "boolean", default: false },
    country: { type: "string" },
    "device-kind": { type: "string" },
    report: { type: "string" },
    refused: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

class Stop extends Error {}

const oneOf = <T extends string>(text: string | undefined, set: readonly T[], what: string): T | null => {
  if (text === undefined) return null;
  const found = set.find((s) => s === text);
  if (found === undefined) throw new Stop(`${what} is one of: ${set.join(", ")}.`);
  return found;
};

const db = openClient(databaseUrl(), { patient: true });
const actor = { kind: "system" } as const;

async function main(): Promise<number> {
  const [file, ...rest] = positionals;
  if (values.help || file === undefined || rest.length > 0) {
    console.log(HELP);
    return values.help ? 0 : 2;
  }
  const preset = oneOf<Preset>(values.preset, PRESETS, "--preset");
  const kind = oneOf<ImportKind>(values.kind, IMPORT_KINDS, "--kind");
  const stream = createReadStream(path.resolve(file));
  const bytes = file.endsWith(".gz") ? stream.pipe(createGunzip()) : stream;
  stream.once("error", (error) => bytes.destroy(error));
  const id = await receiveFile(db, actor, { name: path.basename(file), bytes, limit: null });
  const finished = await steps(id, preset, kind);
  if (!finished) await cancelRun(db, id); // what waits for nobody leaves nothing behind
  return finished === "done" || (finished === null && values["dry-run"]) ? 0 : 1;
}

/** From the file to its end; null: it stays undone. */
async function steps(
  id: string,
  preset: Preset | null,
  kind: ImportKind | null,
): Promise<"done" | "refused" | null> {
  let run = await current(id);
  if (run.problem) return refused(run);
  const { reading } = run;
  if (!reading) throw new Error("The file was received and not read.");
  if (run.options.ownExport) {
    run = await work(id, "check");
    if (run.problem) return refused(run);
    console.log(
      `import: nothing new; the record holds all ${counted(run.summary?.rows ?? 0, "row")} of this export`,
    );
    return "done";
  }
  const mapping =
    (preset || kind ? null : await rememberedMapping(db, reading.head)) ??
    proposedMapping(reading.head, { preset, kind });
  if (!mapping) {
    console.error(
      `What this file is about cannot be told from its head (${reading.head.slice(0, 12).join(", ")}). Give --preset or --kind.`,
    );
    return null;
  }
  const missing = mapping.preset ? [] : missingFields(mapping.kind, mapping.columns);
  if (missing.length > 0) {
    console.error(`No column is named like: ${missing.join(", ")}. Name the columns as docs/import.md says.`);
    return null;
  }
  const country = values.country?.toUpperCase();
  if (country !== undefined && !/^[A-Z]{2}$/.test(country)) throw new Stop("--country is two letters.");
  await mapFile(db, actor, id, mapping, {
    ...(country && { country }),
    ...(values["device-kind"] && { deviceKind: values["device-kind"] }),
  });
  run = await work(id, "check");
  run = await answered(run);
  if (run.problem) return refused(run);
  const { summary } = run;
  if (!summary) throw new Error("The dry run said nothing.");
  tell(run);
  await write(run);
  if (values["dry-run"]) return null;
  if (
    changesNothing(summary) &&
    summary.outcomes.refused === 0 &&
    summary.open === 0 &&
    !summary.list?.removed
  ) {
    console.log("import: nothing new");
    return "done";
  }
  const said = { leaveOutRefused: values["leave-out-refused"], confirmedList: values.confirm };
  const refusal = await requestImport(db, id, said);
  if (refusal) {
    console.error(`Not imported. ${refusal.message}`);
    return null;
  }
  run = await work(id, "import");
  if (run.problem) return refused(run);
  if (run.state !== "done" || !run.summary) {
    console.error("Not imported: the record changed while the report was made. Try again.");
    return null;
  }
  console.log(`import: ${effectSentence(run.summary, true)}`);
  return "done";
}

async function current(id: string): Promise<ImportRun> {
  const run = await importRun(db, id);
  if (!run) throw new Error("The import is gone.");
  return run;
}

/** Does one piece of work here, as a server would in the background. */
async function work(id: string, what: "check" | "import"): Promise<ImportRun> {
  const sql = await openSql();
  try {
    const state = what === "check" ? "checking" : "importing";
    await db.$executeRaw`UPDATE import_run SET state = ${state}, heartbeat_at = now() WHERE id = ${id}::uuid`;
    await workOn({ db, sql, limit: null }, { id, work: what });
  } finally {
    await sql.end();
  }
  return current(id);
}

/** Answers what the options answer; an answer may raise the next question. */
async function answered(run: ImportRun): Promise<ImportRun> {
  let now = run;
  for (let round = 0; round < 10 && (now.summary?.open ?? 0) > 0; round++) {
    let given = 0;
    for (const one of values.answer) {
      const [kind = "", answer = ""] = one.split("=");
      const bulk = oneOf<BulkAnswer>(answer, ["first", "new", "leave-out"], "An answer");
      const kinds = kind === "all" ? QUESTION_KINDS : [oneOf<QuestionKind>(kind, QUESTION_KINDS, "--answer")];
      for (const k of kinds) if (k && bulk) given += await answerAll(db, run.id, k, bulk);
    }
    if (given === 0) return now;
    await checkAgain(db, run.id);
    now = await work(run.id, "check");
  }
  return now;
}

function refused({ problem }: ImportRun): "refused" {
  console.error(`Refused. ${problem?.message}`);
  if (problem?.code === "import-refused")
    for (const { line, message } of problem.details.problems.slice(1, 20))
      console.error(`  line ${line}: ${message}`);
  return "refused";
}

function tell({ fileName, summary }: ImportRun): void {
  if (!summary) return;
  console.log(`${fileName}: ${counted(summary.rows, "row")}`);
  for (const [outcome, n] of Object.entries(summary.outcomes)) {
    const { word, says } = OUTCOME_WORDS[outcome as keyof typeof OUTCOME_WORDS];
    if (n > 0) console.log(`  ${n.toLocaleString("en-GB").padStart(9)} ${word} (they ${says})`);
  }
  console.log(effectSentence(summary, false));
  const list = listSentence(summary);
  if (list) console.log(list);
}

async function write(run: ImportRun): Promise<void> {
  const head = run.reading?.head ?? [];
  if (values.report) await into(values.report, printReport(head, allReportRows(db, run.id, null)));
  if (values.refused)
    await into(
      values.refused,
      printRefused(run.mapping?.head ? head : null, allReportRows(db, run.id, "refused")),
    );
  const { kinds, shown } = await importQuestions(db, run.id, null, 5);
  for (const { kind, open } of kinds)
    if (open > 0) console.log(`  ${counted(open, "question")} of ${kind}: ${QUESTION_WORDS[kind].title}`);
  for (const q of shown)
    if (q.answer === null)
      console.log(`    line ${q.line}: ${q.about} ${q.options.map((o) => o.says).join(" / ")}`);
  for await (const { line, column, reason } of firstOf(allReportRows(db, run.id, "refused"), 10))
    console.log(`    line ${line}${column ? `, column ${column}` : ""}: ${reason}`);
}

async function* firstOf<T>(all: AsyncIterable<T>, most: number): AsyncGenerator<T> {
  let n = 0;
  for await (const one of all) {
    if (n++ === most) return;
    yield one;
  }
}

const into = (file: string, text: AsyncIterable<string>) =>
  pipeline(Readable.from(text), createWriteStream(path.resolve(file)));

main()
  .then((code) => {
    process.exitCode = code;
  })
  .catch((error: unknown) => {
    if (!(error instanceof Stop) && (error as { code?: string }).code !== "ENOENT") throw error;
    console.error((error as Error).message);
    process.exitCode = 1;
  })
  .finally(async () => {
    await db.$disconnect();
    await closeDb();
  });
