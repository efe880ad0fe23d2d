import {
  cancelRun,
  FileTooLarge,
  mapFile,
  receiveFile,
  rememberedMapping,
  UploadCancelled,
} from "@/data/import/runs";
import { importRun, reportRows } from "@/data/read/imports";
import { IMPORT_LIMITS, isPreset, isRunning } from "@/domain/import";
import type { Actor } from "@/domain/permissions";
import { httpStatusOf, type Refusal } from "@/domain/refusal";
import { proposedMapping } from "@/formats/import-presets";
import type { ImportRun } from "@/formats/import-run";
import { importPath, importsPath, signInPath } from "@/formats/paths";
import { db } from "@/server/db";
import { wakeImports } from "@/server/import-wake";
import { note } from "@/server/request-context";
import { allowed, currentActor } from "@/server/session";
import { BrokenUpload, readUpload } from "@/server/upload";

/** How long a program is kept waiting for the dry run before it is sent to look for itself, in milliseconds. */
const PATIENCE = 25_000;

/**
 * A file comes in, as a form with the field `file` after `preset`. A person is led to the import's page; a program, which
 * accepts JSON and no HTML, gets the report of the dry run, or 422 `import-refused` with line, column and message.
 */
export async function POST(request: Request): Promise<Response> {
  const program = !request.headers.get("accept")?.includes("text/html");
  const actor = await currentActor();
  if (!allowed(actor, "import")) {
    if (actor.kind === "visitor" && !program) return to(signInPath(importsPath()));
    const message = actor.kind === "visitor" ? "Sign in to import." : "Your role does not allow this.";
    return refuse({ code: actor.kind === "visitor" ? "not-signed-in" : "not-allowed", message });
  }
  try {
    const id = await take(request, actor);
    if (!program) return to(importPath(id));
    return answer(await settled(id));
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    note({ outcome: refusal.code });
    return program ? refuse(refusal) : to(importsPath({ problem: refusal.code }));
  }
}

async function take(request: Request, actor: Actor): Promise<string> {
  const { fields, fileName, bytes } = await readUpload(request);
  const id = await receiveFile(db(), actor, { name: fileName, bytes, limit: IMPORT_LIMITS.bytes });
  const { reading } = (await importRun(db(), id)) ?? {};
  if (!reading) return id; // refused; its page says why
  const preset = isPreset(fields.preset) ? fields.preset : null;
  // Only what somebody said before, or what a known list looks like, goes on by itself; else a person maps it.
  const known = proposedMapping(reading.head, { preset });
  const mapping = known?.preset ? known : await rememberedMapping(db(), reading.head);
  if (mapping) await mapFile(db(), actor, id, mapping, {});
  wakeImports();
  return id;
}

/** The run once nothing more happens to it by itself, or as it is when the patience ends. */
async function settled(id: string): Promise<ImportRun | null> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const run = await importRun(db(), id);
    if (!run || !isRunning(run.state) || Date.now() > end) return run;
    await new Promise((next) => setTimeout(next, 200));
  }
}

async function answer(run: ImportRun | null): Promise<Response> {
  if (!run) throw new Error("The import is gone.");
  if (run.problem) return refuse(run.problem);
  const total = run.summary?.outcomes.refused ?? 0;
  if (total > 0) {
    const refusal = await refusedRows(run.id, total);
    await cancelRun(db(), run.id); // a program sends all of it again
    return refuse(refusal);
  }
  const { id, state, summary } = run;
  return Response.json(
    { import: { id, state, summary, address: importPath(id) } },
    { status: isRunning(state) ? 202 : 200 },
  );
}

async function refusedRows(id: string, total: number): Promise<Refusal> {
  const rows = await reportRows(db(), id, { outcome: "refused", take: IMPORT_LIMITS.problems });
  const problems = rows.map(({ line, column, reason }) => ({
    line,
    ...(column !== null && { column }),
    message: reason ?? "",
  }));
  const message = `${total.toLocaleString("en-GB")} ${total === 1 ? "row" : "rows"} cannot be taken. Mend them and send the file again.`;
  return { code: "import-refused", message, details: { total, problems } };
}

function refusalOf(error: unknown): Refusal | null {
  if (error instanceof FileTooLarge) {
    return { code: "too-large", message: `A file has at most ${IMPORT_LIMITS.bytes / 1024 / 1024} MiB.` };
  }
  if (error instanceof UploadCancelled)
    return {
      code: "conflict",
      message: "It was cancelled.",
      details: { current: "cancelled", yours: "uploading" },
    };
  return error instanceof BrokenUpload ? { code: "malformed", message: error.message } : null;
}

const to = (path: string) => new Response(null, { status: 303, headers: { Location: path } });
const refuse = (refusal: Refusal) => Response.json({ error: refusal }, { status: httpStatusOf(refusal) });
