import type { Cluster } from "./database";
import type { Facts } from "./facts";
import { type BenchPage, daysBefore } from "./pages";
import type { Running } from "./server";
import { quantile, type Replay, replay, type Statement, statementsDuring } from "./statements";

/** One world, served. */
export type Side = { readonly server: Running; readonly facts: Facts };

export type Times = { readonly median: number; readonly p95: number };
export type Measured = {
  readonly page: BenchPage;
  /** Asked before, nothing recorded since. */
  readonly S: Times;
  readonly M: Times;
  /** Asked for a day that nobody asked for: nothing is recalled. The queries are those of such a page. */
  readonly first: { readonly S: Times; readonly M: Times };
  readonly queries: number;
  /** Statements that were sent more than once for one page. */
  readonly repeated: number;
  readonly replay: Replay;
  /** Bytes of the page, not compressed. */
  readonly bytes: { readonly S: number; readonly M: number };
};

/** What the product does not have (yet), or could not answer. */
export type NotMeasured = { readonly page: BenchPage; readonly failed: string };

const WARM = 3;

/** What the server looks up by itself every few seconds, whoever asks for a page meanwhile: imports and undos that wait. */
const OF_THE_SERVER = /\b(import_run|undo_run)\b/;

/** From asking to the last byte, in milliseconds. @throws Error on an answer that is no page. */
async function ask(url: string): Promise<{ ms: number; bytes: number }> {
  const began = performance.now();
  const answer = await fetch(url);
  const body = await answer.text();
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  return { ms: performance.now() - began, bytes: body.length };
}

/** As `measured`, but a page that fails does not end the run. */
export async function measure(
  cluster: Cluster,
  page: BenchPage,
  sides: { S: Side; M: Side },
  rounds: number,
): Promise<Measured | NotMeasured> {
  try {
    return await measured(cluster, page, sides, rounds);
  } catch (error) {
    return { page, failed: error instanceof Error ? error.message : String(error) };
  }
}

/** Both worlds in turn, so that whatever else the machine does meanwhile weighs on both. */
async function measured(
  cluster: Cluster,
  page: BenchPage,
  sides: { S: Side; M: Side },
  rounds: number,
): Promise<Measured | NotMeasured> {
  const path = { S: page.path(sides.S.facts), M: page.path(sides.M.facts) };
  const at = (size: keyof typeof path, own = path[size]) => ask(sides[size].server.address + own);
  if ((await fetch(sides.M.server.address + path.M)).status === 404) return { page, failed: "missing" };
  const inTurns = async (asked: (size: keyof typeof path, round: number) => string) => {
    const times = { S: [] as number[], M: [] as number[] };
    const bytes = { S: 0, M: 0 };
    for (let round = 0; round < rounds; round++) {
      for (const size of ["S", "M"] as const) {
        const answer = await at(size, asked(size, round));
        times[size].push(answer.ms);
        bytes[size] = answer.bytes;
      }
    }
    return { S: summary(times.S), M: summary(times.M), bytes };
  };
  for (let round = 0; round < WARM; round++) for (const size of ["S", "M"] as const) await at(size);
  const { bytes, ...again } = await inTurns((size) => path[size]);
  const { bytes: _, ...first } = await inTurns((size, round) => daysBefore(path[size], round + 2));
  const sent = await statementsDuring(cluster, sides.M.server.database, () => at("M", daysBefore(path.M, 1)));
  const statements = sent.filter(({ sql }) => !OF_THE_SERVER.test(sql));
  return {
    page,
    ...again,
    first,
    queries: statements.length,
    repeated: statements.length - distinct(statements),
    replay: await replay(sides.M.server.appUrl, statements, rounds),
    bytes,
  };
}

const summary = (of: readonly number[]): Times => ({ median: quantile(of, 0.5), p95: quantile(of, 0.95) });

const distinct = (statements: readonly Statement[]): number =>
  new Set(statements.map(({ sql, values }) => JSON.stringify([sql, values]))).size;
