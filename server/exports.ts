import type { ExportScope } from "@/data/export/tables";
import type { Sql } from "@/data/import/sql";
import { type Actor, may } from "@/domain/permissions";
import { openSql } from "./sql";

/** Visitors take at most so many rows (docs/promises.md, Limits). */
export const VISITOR_ROWS = 1_000;

/** The whole trail of who did what is an admin's; who recorded what is everybody's who is signed in. */
export const scopeOf = (actor: Actor): ExportScope =>
  may(actor, "administer") ? "everything" : may(actor, "see-recorder") ? "record" : "public";

/** At once: for one person (all visitors are one), and in this process (docs/promises.md, Limits). The rest wait. */
const PER_USER = 2;
const IN_ALL = 4;

type Turn = { readonly who: string; readonly go: () => void };
/** On `globalThis`, since Next's route bundles hold module copies of their own. */
const kept = globalThis as { rangebookExports?: { running: string[]; waiting: Turn[] } };
kept.rangebookExports ??= { running: [], waiting: [] };
const queue = kept.rangebookExports;

/** Runs one export on a connection of its own, when its turn comes; both end when it does, or when nobody reads on. */
export const exporting = (actor: Actor, work: (sql: Sql) => AsyncGenerator<string>): AsyncGenerator<string> =>
  inTurn(actor, async function* () {
    const sql = await openSql();
    try {
      yield* work(sql);
    } finally {
      await sql.end();
    }
  });

/** Makes one file when its turn comes; the next one's comes when it is made, or when nobody reads on. */
export async function* inTurn(actor: Actor, work: () => AsyncGenerator<string>): AsyncGenerator<string> {
  const who = actor.kind === "user" ? actor.id : "visitor";
  await new Promise<void>((go) => {
    queue.waiting.push({ who, go });
    next();
  });
  try {
    yield* work();
  } finally {
    queue.running.splice(queue.running.indexOf(who), 1);
    next();
  }
}

/** Lets those in whose turn it is, in the order in which they came. */
function next(): void {
  for (const turn of [...queue.waiting]) {
    if (queue.running.length >= IN_ALL) return;
    if (queue.running.filter((w) => w === turn.who).length >= PER_USER) continue;
    queue.waiting.splice(queue.waiting.indexOf(turn), 1);
    queue.running.push(turn.who);
    turn.go();
  }
}
