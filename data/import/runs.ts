import { createHash, randomUUID } from "node:crypto";
import type { Client, Db } from "@/data/db";
import { SYSTEM_USER } from "@/data/write/ids";
import type { Id } from "@/domain/claims";
import { IMPORT_LIMITS, type ImportState, isFinished } from "@/domain/import";
import type { Actor } from "@/domain/permissions";
import type { Refusal } from "@/domain/refusal";
import { headText } from "@/formats/import-fields";
import type { Mapping } from "@/formats/import-presets";
import type { ImportOptions, Reading } from "@/formats/import-run";
import type { Prisma } from "@/generated/prisma/client";
import { EncodingWatch } from "@/imports/encoding";
import { type FileProblem, FileRefused } from "@/imports/file-refused";
import { firstRecords, shapeOf } from "@/imports/open-file";
import { isOwnExport, refuseTableOfExport } from "@/imports/own-export";
import { refuseBinary } from "@/imports/recognise";

/** Files on their way in, as rows of `import_run`: made, told apart, answered, cancelled. Nothing here touches the record. */

const CHUNK = 1024 * 1024;
/** How many rows a person sees of a file while mapping it. */
const SAMPLE = 6;

const importer = (actor: Actor): Id => (actor.kind === "user" ? actor.id : SYSTEM_USER);

/** The file is larger than may come this way. */
export class FileTooLarge extends Error {}
/** Somebody cancelled it, or it came so slowly that it was taken for dead. */
export class UploadCancelled extends Error {}

/**
 * Takes a file in, piece by piece, and finds out how it is written. What cannot be a table ends as `refused`; whatever
 * else goes wrong, nothing of it stays. `promised`: the length that was announced, which must have come.
 * @throws FileTooLarge, UploadCancelled
 */
export async function receiveFile(
  db: Client,
  actor: Actor,
  file: { readonly name: string; readonly bytes: AsyncIterable<Uint8Array>; readonly limit: number | null },
): Promise<Id> {
  const id = randomUUID();
  await db.importRun.create({
    data: {
      id,
      startedById: importer(actor),
      fileName: file.name.replace(/[\p{C}/\\]/gu, "").slice(-200) || "file",
      byteSize: 0,
      sha256: "",
      state: "uploading" satisfies ImportState,
    },
  });
  await beat(db, id);
  try {
    const watch = new EncodingWatch();
    const hash = createHash("sha256");
    let size = 0;
    let n = 0;
    let lines = 0;
    for await (const bytes of inChunks(file.bytes)) {
      size += bytes.length;
      if (file.limit !== null && size > file.limit) throw new FileTooLarge();
      if (n === 0) refuseBinary(bytes);
      watch.add(bytes);
      hash.update(bytes);
      lines += linesIn(bytes);
      await db.importChunk.create({
        data: { importId: id, n, bytes: Uint8Array.from(bytes) },
        select: { n: true },
      });
      n += 1;
      if (await beat(db, id)) throw new UploadCancelled();
    }
    if (n === 0) refuseBinary(new Uint8Array());
    await db.importRun.update({ where: { id }, data: { byteSize: size, sha256: hash.digest("hex") } });
    await read(db, id, { encoding: watch.result() });
    // For the progress bar; a row may take several lines, and other formats have none to speak of.
    await db.importRun.updateMany({
      where: { id, OR: ["csv", "ndjson"].map((f) => ({ reading: { path: ["format"], equals: f } })) },
      data: { total: lines },
    });
  } catch (error) {
    if (error instanceof FileRefused) await refuseRun(db, id, [error.problem]);
    else {
      await dropFile(db, id);
      await finish(db, id, "cancelled", null);
      throw error;
    }
  }
  return id;
}

const NEWLINE = 0x0a;
function linesIn(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) lines += 1;
  return lines;
}

/** Bytes in pieces of one size, whatever size they come in. */
async function* inChunks(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const piece of bytes) {
    waiting.push(piece);
    size += piece.length;
    while (size >= CHUNK) {
      const all = Buffer.concat(waiting);
      yield all.subarray(0, CHUNK);
      waiting = [all.subarray(CHUNK)];
      size -= CHUNK;
    }
  }
  if (size > 0) yield Buffer.concat(waiting);
}

/** The file's bytes, a chunk in memory at a time. */
export async function* bytesOf(db: Db, id: Id): AsyncGenerator<Uint8Array> {
  for (let n = 0; ; n++) {
    const chunk = await db.importChunk.findUnique({ where: { importId_n: { importId: id, n } } });
    if (!chunk) return;
    yield chunk.bytes;
  }
}

/** Finds format, separator, head and a sample under one encoding; keeps them. @throws FileRefused */
async function read(db: Db, id: Id, { encoding }: Pick<Reading, "encoding">): Promise<void> {
  const shape = await shapeOf(bytesOf(db, id), encoding);
  const records = await firstRecords(bytesOf(db, id), shape, SAMPLE);
  const [head] = records;
  if (!head) throw new FileRefused({ line: 1, message: "There is no row in the file." });
  const ownExport = shape.format === "ndjson" && isOwnExport(head.cells);
  if (!ownExport) refuseTableOfExport(head.cells);
  const reading: Reading = {
    ...shape,
    head: [...head.cells],
    sample: ownExport ? [] : records.slice(1).map((r) => [...r.cells]),
  };
  // An export needs no mapping: it says itself what it is.
  const state: ImportState = ownExport ? "check-queued" : "mapping";
  await db.importRun.update({
    where: { id },
    data: { reading, state, heartbeatAt: null, ...(ownExport && { options: { ownExport } }) },
  });
}

/** The person knows better which encoding it is. @throws FileRefused */
export async function rereadFile(db: Db, id: Id, encoding: Reading["encoding"]): Promise<void> {
  await read(db, id, { encoding });
}

/** What heads are the same file again. */
const fingerprintOf = (head: readonly string[]): string =>
  createHash("sha256").update(headText(head)).digest("hex");

/** How a file with this head was mapped before; null: never. */
export async function rememberedMapping(db: Db, head: readonly string[]): Promise<Mapping | null> {
  const found = await db.importMapping.findUnique({ where: { fingerprint: fingerprintOf(head) } });
  return found ? (found.mapping as unknown as Mapping) : null;
}

/** Says how the file is read, remembers it for files with the same head, and lets the dry run begin. */
export async function mapFile(
  db: Client,
  actor: Actor,
  id: Id,
  mapping: Mapping,
  options: Partial<ImportOptions>,
): Promise<void> {
  const run = await db.importRun.findUniqueOrThrow({ where: { id } });
  const { head } = run.reading as Reading;
  await db.$transaction(async (tx) => {
    if (mapping.preset === null) {
      const kept = { mapping: mapping as Prisma.InputJsonObject, savedById: importer(actor) };
      const fingerprint = fingerprintOf(head);
      await tx.importMapping.upsert({
        where: { fingerprint },
        create: { fingerprint, ...kept },
        update: kept,
      });
    }
    await tx.importRun.updateMany({
      where: { id, state: { in: ["mapping", "checked"] } },
      data: {
        mapping: mapping as Prisma.InputJsonObject,
        options: { ...(run.options as object), ...options, staged: false },
        state: "check-queued",
        stage: "",
        attempts: 0,
      },
    });
  });
}

/** Ends a run whose file cannot be taken; at most the first hundred problems are kept. */
export async function refuseRun(
  db: Db,
  id: Id,
  problems: readonly FileProblem[],
  total = problems.length,
): Promise<void> {
  const [first] = problems;
  const problem = {
    code: "import-refused",
    message: first ? `Line ${first.line}: ${first.message}` : "The file cannot be read.",
    details: { total, problems: problems.slice(0, IMPORT_LIMITS.problems) },
  } satisfies Refusal;
  await dropFile(db, id);
  await finish(db, id, "refused", problem);
}

/** It lives, by the database's clock. Answers whether it was cancelled meanwhile. */
async function beat(db: Db, id: Id): Promise<boolean> {
  const [now] = await db.$queryRaw<{ cancel: boolean }[]>`
    UPDATE import_run SET heartbeat_at = now() WHERE id = ${id}::uuid AND state = 'uploading'
    RETURNING cancel_requested AS cancel`;
  return now?.cancel ?? true;
}

/** Ends a run that took nothing. */
export async function finish(
  db: Db,
  id: Id,
  state: "cancelled" | "refused" | "failed",
  problem: { readonly code: string; readonly message: string } | null,
): Promise<void> {
  await db.$executeRaw`
    UPDATE import_run SET state = ${state}, problem = ${problem === null ? null : JSON.stringify(problem)}::jsonb,
      stage = '', heartbeat_at = NULL, finished_at = now() WHERE id = ${id}::uuid`;
}

/** Deletes the file, its rows and its questions; the line in the list of imports stays. */
export async function dropFile(db: Db, id: Id): Promise<void> {
  await db.importChunk.deleteMany({ where: { importId: id } });
  await db.importRow.deleteMany({ where: { importId: id } });
  await db.importQuestion.deleteMany({ where: { importId: id } });
}

/**
 * Cancels: at once when nobody works on it, else whoever works on it notices within seconds and undoes what it began.
 * Answers false when it was over already.
 */
export async function cancelRun(db: Client, id: Id): Promise<boolean> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 AS locked FROM import_run WHERE id = ${id}::uuid FOR UPDATE`;
    const run = await tx.importRun.findUnique({ where: { id } });
    if (!run || isFinished(run.state as ImportState)) return false;
    if (run.state === "checking" || run.state === "importing" || run.state === "uploading") {
      await tx.importRun.update({ where: { id }, data: { cancelRequested: true } });
      return true;
    }
    await dropFile(tx, id);
    await finish(tx, id, "cancelled", null);
    return true;
  });
}
