import type { Cluster } from "./database";
import type { Facts } from "./facts";
import type { BenchPage } from "./pages";
import type { Running } from "./server";
import { quantile, type Replay, replay, type Statement, statementsDuring } from "./statements";

/** One world, served. */
export type Side = { readonly server: Running; readonly facts: Facts };

export type Times = { readonly median: number; readonly p95: number };
export type Measured = {
  readonly page: BenchPage;
  readonly S: Times;
  readonly M: Times;
  readonly queries: number;
  /** Statements that were sent more than once for one page. */
  readonly repeated: number;
  readonly replay: Replay;
  /** Bytes of the page at M, not compressed. */
  readonly bytes: number;
};

/** What the product does not have (yet), or could not answer. */
export type NotMeasured = { readonly page: BenchPage; readonly failed: string };

const WARM = 3;

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
  const url = ({ server, facts }: Side) => server.address + page.path(facts);
  if ((await fetch(url(sides.M))).status === 404) return { page, failed: "missing" };
  for (let round = 0; round < WARM; round++) for (const side of [sides.S, sides.M]) await ask(url(side));
  const statements = await statementsDuring(cluster, sides.M.server.database, () => ask(url(sides.M)));
  const times = { S: [] as number[], M: [] as number[] };
  let bytes = 0;
  for (let round = 0; round < rounds; round++) {
    times.S.push((await ask(url(sides.S))).ms);
    const m = await ask(url(sides.M));
    times.M.push(m.ms);
    bytes = m.bytes;
  }
  const summary = (of: readonly number[]): Times => ({ median: quantile(of, 0.5), p95: quantile(of, 0.95) });
  return {
    page,
    S: summary(times.S),
    M: summary(times.M),
    queries: statements.length,
    repeated: statements.length - distinct(statements),
    replay: await replay(sides.M.server.appUrl, statements, rounds),
    bytes,
  };
}

const distinct = (statements: readonly Statement[]): number =>
  new Set(statements.map(({ sql, values }) => JSON.stringify([sql, values]))).size;
