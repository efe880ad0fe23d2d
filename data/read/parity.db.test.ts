import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "@/data/testing/database";
import { SYSTEM_USER } from "@/data/write/ids";
import { rootsOf } from "@/domain/chains";
import type { SourceGraph, StatusClaim } from "@/domain/claims";
import { historyOf, statusOn } from "@/domain/history";
import { knownOf } from "@/domain/spans";
import { type Question, questions, steps } from "@/domain/testing/arbitraries";
import { play, type Step, stepInstants } from "@/domain/testing/steps";

/** The pure function and the SQL answer the same question: both are run on random histories (docs/promises.md, D6). */

let t: TestDatabase;
let db: pg.Client;
beforeAll(async () => {
  t = await openTestDatabase();
  db = new pg.Client({ connectionString: t.owner });
  await db.connect();
  // Histories are written as they are, recording times included: past triggers and foreign keys.
  await db.query("SET session_replication_role = replica");
  await db.query("SET TIME ZONE 'UTC'");
});
afterAll(async () => {
  await db.end();
  await t.drop();
});

const DEAL = "00000000-0000-4000-8000-00000000dea1";
const by = { recorded_by_id: SYSTEM_USER, command_id: SYSTEM_USER };

const insert = (table: string, rows: readonly object[]) => {
  const columns = Object.keys(rows[0] ?? {}).join(", ");
  return rows.length === 0
    ? null
    : db.query(
        `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
        [JSON.stringify(rows)],
      );
};

async function store(
  record: readonly Step[],
  claims: readonly StatusClaim[],
  graph: SourceGraph,
): Promise<void> {
  await db.query("TRUNCATE status_change, evidence, retraction, source_version, source CASCADE");
  const instants = stepInstants(record);
  const roots = rootsOf(claims);
  await insert(
    "source_version",
    record.flatMap((step, i) => {
      const source = step.do === "source" ? graph.sources.get(step.id) : undefined;
      return source
        ? [
            {
              source_id: source.id,
              version: 1,
              publisher: source.publisher,
              published_text: source.published.text,
              published_earliest: source.published.earliest,
              published_latest: source.published.latest,
              kind: "news",
              lang: "en",
              seen: true,
              recorded_at: instants[i],
              ...by,
            },
          ]
        : [];
    }),
  );
  await insert(
    "claim_known",
    knownOf(claims, graph).map(({ claim, from, until }) => ({
      claim_id: claim,
      deal_id: DEAL,
      known_from: from,
      known_until: until,
    })),
  );
  await insert(
    "status_change",
    claims.map((c) => ({
      id: c.id,
      seq: c.seq,
      deal_id: DEAL,
      root_id: roots.get(c.id),
      verb: c.verb,
      supersedes_id: c.supersedes,
      correction_reason: c.correctionReason,
      status: c.status,
      effective_text: c.effective.text,
      effective_earliest: c.effective.earliest,
      effective_latest: c.effective.latest,
      reasons: [],
      recorded_at: c.recorded.at,
      ...by,
    })),
  );
  const evidence = claims.flatMap((c) => c.evidence.map((e) => ({ c, e })));
  await insert(
    "evidence",
    evidence.map(({ c, e }, i) => ({
      id: e.id,
      seq: i + 1,
      status_change_id: c.id,
      source_id: e.source,
      stance: e.stance,
      attribution: e.attribution,
      via_not_named: e.via === "not-named",
      recorded_at: e.recorded.at,
      ...by,
    })),
  );
  const gone = [
    ...claims.flatMap((c) =>
      c.retraction ? [{ status_change_id: c.id, evidence_id: null, at: c.retraction.recorded.at }] : [],
    ),
    ...evidence.flatMap(({ e }) =>
      e.retraction ? [{ status_change_id: null, evidence_id: e.id, at: e.retraction.recorded.at }] : [],
    ),
  ];
  await insert(
    "retraction",
    gone.map(({ at, ...of }, i) => ({
      id: `00000000-0000-4000-8000-${String(i).padStart(12, "0")}`,
      ...of,
      reason: "Wrong.",
      recorded_at: at,
      ...by,
    })),
  );
}

async function askSql({ on, known, record }: Question) {
  const { rows } = await db.query<{ claim_id: string; status: string; certain: boolean; published: string }>(
    "SELECT claim_id, status, certain, published::text FROM status_on($1, $2, $3)",
    [on, known, record],
  );
  return rows[0] ?? null;
}

function askDomain(claims: readonly StatusClaim[], graph: SourceGraph, { on, known, record }: Question) {
  const now = statusOn(historyOf(claims, graph, { known, record }), on);
  return (
    now && {
      claim_id: now.claim.id,
      status: now.status,
      certain: now.certain,
      published: now.entry.published,
    }
  );
}

it("status_on in SQL is statusOn of the domain, on random histories and questions", async () => {
  let answered = 0;
  const cases = steps().chain((record) =>
    fc.record({
      record: fc.constant(record),
      asked: fc.array(questions(record), { minLength: 8, maxLength: 12 }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(cases, async ({ record, asked }) => {
      const { claims, graph } = play(record);
      await store(record, claims, graph);
      for (const question of asked) {
        const expected = askDomain(claims, graph, question);
        if (expected) answered += 1;
        expect(await askSql(question)).toEqual(expected);
      }
    }),
    { numRuns: 200 },
  );
  // A property that never met a status would hold for any code.
  expect(answered).toBeGreaterThan(300);
}, 120_000);
