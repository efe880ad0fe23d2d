import { Readable } from "node:stream";
import { type APIRequestContext, type APIResponse, expect, request } from "@playwright/test";
import type { Client } from "@/data/db";
import { receiveFile } from "@/data/import/runs";
import { sourceOf } from "@/data/testing/world";
import { proposeCommands } from "@/data/write/proposals";
import { ROLES } from "@/domain/status";
import { actionBody, actionId } from "./action-call";
import { invited, withRecord } from "./people";
import { ROUTES } from "./routes";

/** Requests as a program makes them: every server action by its name, as any role. */

export const COLUMNS = ["visitor", ...ROLES] as const;
export type Column = (typeof COLUMNS)[number];

/** Somebody without a browser; signed in unless a visitor. */
export async function programOf(column: Column, baseURL: string | undefined): Promise<APIRequestContext> {
  const context = await request.newContext({ ...(baseURL && { baseURL }), extraHTTPHeaders: HTML });
  if (column === "visitor") return context;
  const { login, token } = await invited(column);
  const fields = { ...login, token, name: `Program ${column}` };
  const joined = await callAction(context, baseURL, { name: ACCEPT, page: "/invite", fields });
  expect(joined.headers()["x-action-redirect"]).toMatch(/^\/;/);
  return context;
}
const HTML = { accept: "text/html" };
const ACCEPT = "app/setup/actions.ts#acceptAction";

export async function everyone(baseURL: string | undefined): Promise<Record<Column, APIRequestContext>> {
  const all: Partial<Record<Column, APIRequestContext>> = {};
  for (const column of COLUMNS) all[column] = await programOf(column, baseURL);
  return all as Record<Column, APIRequestContext>;
}

type Call = {
  readonly name: string;
  readonly page: string;
  readonly fields: Readonly<Record<string, string>>;
  /** The action takes the form alone, not the state before it. */
  readonly stateless?: boolean;
  readonly origin?: string | null;
};

/** Calls a server action by its name, as a script would. */
export function callAction(
  from: APIRequestContext,
  base: string | undefined,
  { name, page, fields, stateless = false, origin = base ?? null }: Call,
): Promise<APIResponse> {
  return from.post(page, {
    maxRedirects: 0,
    headers: { "next-action": actionId(name), ...(origin !== null && { origin }) },
    multipart: actionBody(fields, { stateless }),
  });
}

/** A file that waits for its columns to be named, the same for every test. */
async function anImport(db: Client): Promise<string> {
  const fileName = "for-routes.csv";
  const there = await db.importRun.findFirst({ where: { fileName } });
  if (there) return there.id;
  const bytes = Readable.from([Buffer.from("one,two\n1,2\n")]);
  return receiveFile(db, { kind: "system" }, { name: fileName, bytes, limit: null });
}

/** Each route with an address of it on the dossier. */
export async function addresses(): Promise<Map<string, string>> {
  const ids = await withRecord(async (db) => ({
    claim: (await db.statusChange.findFirstOrThrow({ orderBy: { id: "asc" } })).id,
    evidence: (await db.evidence.findFirstOrThrow({ orderBy: { id: "asc" } })).id,
    listing: (await db.listing.findFirstOrThrow({ orderBy: { id: "asc" } })).id,
    statement: (await db.statement.findFirstOrThrow({ orderBy: { id: "asc" } })).id,
    import: await anImport(db),
    change: (await db.statusChange.findFirstOrThrow({ orderBy: { id: "asc" } })).commandId,
    ...(await waitingProposal(db)),
  }));
  return new Map(
    Object.entries(ROUTES).map(([pattern, { example = pattern }]) => {
      const address = example.replace(/\{(\w+)\}/g, (_, key: keyof typeof ids) => ids[key] ?? "");
      expect(address, `The row of ${pattern} needs an example on the dossier.`).not.toMatch(/[[\]{}]/);
      return [pattern, address];
    }),
  );
}

/** A proposal that waits, of a source that is on no other page; the same one each time. */
async function waitingProposal(db: Client): Promise<{ proposal: string; proposed: string }> {
  const proposed = "00000000-0000-4000-8000-00000000e2e0";
  const commands = [{ ...sourceOf("proposed-for-routes"), id: proposed }];
  const about = { kind: "claim", title: "A source, for the table of routes" } as const;
  const outcome = await proposeCommands(db, { kind: "system" }, commands, about);
  if (!outcome.ok) throw new Error(outcome.refusal.message);
  return { proposal: outcome.proposal, proposed };
}
