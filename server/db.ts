import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/generated/prisma/client";
import { databaseUrl } from "./env";
import { log } from "./log";
import { OneAtATime } from "./pg-client";

/**
 * The one client of this process, on the application's account. Kept on `globalThis`, since Next's route bundles may
 * hold module copies of their own.
 */
const kept = globalThis as { rangebookDb?: PrismaClient };

/** Seconds within which an unreachable or hanging database is given up (docs/promises.md, A1). */
const CONNECT_MS = 4_000;
const STATEMENT_MS = 5_000;
/** Bulk work may wait for its turn on a busy machine. */
const PATIENT_CONNECT_MS = 30_000;

/** The one client of this process; connects when it is first asked. */
export function db(): PrismaClient {
  kept.rangebookDb ??= openClient(databaseUrl());
  return kept.rangebookDb;
}

/** A client for one address; whoever opens it disconnects it. `patient`: no statement is given up, for bulk work. */
export function openClient(connectionString: string, { patient = false } = {}): PrismaClient {
  const adapter = new PrismaPg(
    {
      connectionString,
      Client: OneAtATime,
      max: 10,
      connectionTimeoutMillis: patient ? PATIENT_CONNECT_MS : CONNECT_MS,
      idleTimeoutMillis: 30_000,
      ...(!patient && { statement_timeout: STATEMENT_MS, query_timeout: STATEMENT_MS + 2_000 }),
      keepAlive: true,
      application_name: "rangebook",
    },
    {
      // An idle connection that dies must not end the process; the pool opens another one.
      onPoolError: (error) => log.warn({ error: error.message }, "idle database connection lost"),
      onConnectionError: (error) => log.warn({ error: error.message }, "database connection lost"),
    },
  );
  return new PrismaClient({ adapter });
}

/** Ends its connections; a process that exits waits for it. */
export async function closeDb(): Promise<void> {
  await kept.rangebookDb?.$disconnect();
  delete kept.rangebookDb;
}
