import type { Client, Db } from "@/data/db";
import type { Id } from "@/domain/claims";
import { hindrances, type ImportSummary, type QuestionKind, type QuestionOption } from "@/domain/import";
import type { Refusal } from "@/domain/refusal";
import { DEFAULT_OPTIONS, type ImportOptions } from "@/formats/import-run";

/** How to answer all open questions of a kind at once: with each one's first option, or with the same word. */
export type BulkAnswer = "first" | "new" | "leave-out";

/** Answers some questions, each with one of its options; what is no option of it is passed over. */
export async function answerQuestions(db: Db, run: Id, answers: ReadonlyMap<string, string>): Promise<void> {
  const questions = await db.importQuestion.findMany({
    where: { importId: run, key: { in: [...answers.keys()] } },
  });
  for (const { key, options } of questions) {
    const answer = answers.get(key);
    if (!(options as QuestionOption[]).some((o) => o.answer === answer)) continue;
    await db.importQuestion.update({ where: { importId_key: { importId: run, key } }, data: { answer } });
  }
}

/** Answers all open questions of a kind alike; those that lack that option stay open. Gives how many were answered. */
export async function answerAll(db: Db, run: Id, kind: QuestionKind, bulk: BulkAnswer): Promise<number> {
  return db.$executeRaw`
    UPDATE import_question q SET answer = o.answer
    FROM (SELECT key, CASE WHEN ${bulk} = 'first' THEN options->0->>'answer'
                           WHEN options @> jsonb_build_array(jsonb_build_object('answer', ${bulk}::text)) THEN ${bulk} END AS answer
          FROM import_question WHERE import_id = ${run}::uuid AND kind = ${kind} AND answer IS NULL) o
    WHERE q.import_id = ${run}::uuid AND q.key = o.key AND o.answer IS NOT NULL`;
}

/** A fresh look with the answers given. Only a run that waits is moved. */
export async function checkAgain(db: Client, run: Id): Promise<void> {
  await db.importRun.updateMany({
    where: { id: run, state: "checked" },
    data: { state: "check-queued", stage: "", attempts: 0 },
  });
}

type Said = Pick<ImportOptions, "leaveOutRefused" | "confirmedList">;

/** The word to go; a refusal when something is still in the way. */
export const requestImport = (db: Client, run: Id, said: Said): Promise<Refusal | null> =>
  decide(db, run, { waits: false, said }, () => ({ ...said, again: false }), "import-queued");

/** Leaves the word to a second person. What stands in the way of an import stands in the way of this. */
export const handOver = (db: Client, run: Id, said: Said): Promise<Refusal | null> =>
  decide(db, run, { waits: false, said }, () => ({ ...said, again: false, handed: true }), "checked");

/** The second person gives it. `by` is nobody who brought the file: whoever calls asks the table of permissions. */
export const acceptImport = (db: Client, run: Id, by: Id): Promise<Refusal | null> =>
  decide(db, run, { waits: true, said: null }, () => ({ again: false, acceptedBy: by }), "import-queued");

/** The file goes back to whoever brought it: taken back by them, or sent back by the second person. */
export const handBack = (db: Client, run: Id): Promise<Refusal | null> =>
  decide(db, run, { waits: true, said: "nothing" }, () => ({ handed: false }), "checked");

/** `waits`: for a second person. `said`: null, what was said when it was handed over; "nothing", nothing needs to be said. */
function decide(
  db: Client,
  run: Id,
  { waits, said }: { readonly waits: boolean; readonly said: Said | "nothing" | null },
  now: () => Partial<ImportOptions>,
  state: "checked" | "import-queued",
): Promise<Refusal | null> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 AS locked FROM import_run WHERE id = ${run}::uuid FOR UPDATE`;
    const row = await tx.importRun.findUniqueOrThrow({ where: { id: run } });
    const options = { ...DEFAULT_OPTIONS, ...(row.options as Partial<ImportOptions>) };
    if (row.state !== "checked" || options.handed !== waits)
      return {
        code: "conflict",
        message: options.handed
          ? "This import waits for a second person."
          : "This import is no longer waiting for you. Look at where it is now.",
        details: { current: row.state, yours: "checked" },
      } satisfies Refusal;
    const [first] = said === "nothing" ? [] : hindrances(row.summary as ImportSummary, said ?? options);
    if (first) return { code: "invalid", message: first } satisfies Refusal;
    await tx.importRun.update({
      where: { id: run },
      data: { options: { ...options, ...now() }, state, stage: "", attempts: 0 },
    });
    return null;
  });
}
