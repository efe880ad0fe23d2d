import { readFileSync } from "node:fs";
import path from "node:path";
import { type APIRequestContext, type APIResponse, expect, request } from "@playwright/test";
import { ROLES } from "@/domain/status";
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

type Entry = { readonly filename: string; readonly exportedName: string };
let ids: Map<string, string> | null = null;

/** The id under which this build takes a server action, "app/…/actions.ts#name". */
export function actionId(name: string): string {
  ids ??= readIds();
  const id = ids.get(name);
  if (!id) throw new Error(`The build has no server action ${name}. It has: ${[...ids.keys()].join(", ")}.`);
  return id;
}
function readIds(): Map<string, string> {
  const file = path.join(process.env.NEXT_DIST_DIR ?? ".next-test", "server/server-reference-manifest.json");
  const { node } = JSON.parse(readFileSync(file, "utf8")) as { node: Record<string, Entry> };
  return new Map(
    Object.entries(node).map(([id, { filename, exportedName }]) => [`${filename}#${exportedName}`, id]),
  );
}

type Call = {
  readonly name: string;
  readonly page: string;
  readonly fields: Readonly<Record<string, string>>;
  /** The action takes the form alone, not the state before it. */
  readonly stateless?: boolean;
  readonly origin?: string | null;
};

/** Calls a server action as React's own script does: the arguments as one JSON list, the form's fields under "_1_". */
export function callAction(
  from: APIRequestContext,
  base: string | undefined,
  { name, page, fields, stateless = false, origin = base ?? null }: Call,
): Promise<APIResponse> {
  const multipart = new FormData();
  for (const [field, value] of Object.entries(fields)) multipart.append(`_1_${field}`, value);
  // The list comes last: it is read as soon as it arrives.
  multipart.append("0", stateless ? '["$K1"]' : '[{"values":{},"problems":[]},"$K1"]');
  return from.post(page, {
    maxRedirects: 0,
    headers: { "next-action": actionId(name), ...(origin !== null && { origin }) },
    multipart,
  });
}

/** Each route with an address of it on the dossier. */
export async function addresses(): Promise<Map<string, string>> {
  const ids = await withRecord(async (db) => ({
    claim: (await db.statusChange.findFirstOrThrow({ orderBy: { id: "asc" } })).id,
    evidence: (await db.evidence.findFirstOrThrow({ orderBy: { id: "asc" } })).id,
    listing: (await db.listing.findFirstOrThrow({ orderBy: { id: "asc" } })).id,
    statement: (await db.statement.findFirstOrThrow({ orderBy: { id: "asc" } })).id,
  }));
  return new Map(
    Object.entries(ROUTES).map(([pattern, { example = pattern }]) => {
      const address = example.replace(/\{(\w+)\}/g, (_, key: keyof typeof ids) => ids[key] ?? "");
      expect(address, `The row of ${pattern} needs an example on the dossier.`).not.toMatch(/[[\]{}]/);
      return [pattern, address];
    }),
  );
}
