import { type APIRequestContext, expect, test } from "@playwright/test";
import { type Action, type Actor, may } from "@/domain/permissions";
import { addresses, COLUMNS, type Column, callAction, everyone } from "./calls";
import { withRecord } from "./people";
import { ROUTES } from "./routes";
import { SERVER_ACTIONS } from "./server-actions";

/**
 * Who may do what (docs/promises.md, S3, S5): every address of e2e/routes.ts and every server action of
 * e2e/server-actions.ts as every role, against the permission table. What is refused changes nothing. (An admin takes part, so it runs after the story of the first
 * admin: files run in the order of their names.)
 */

const actorOf = (column: Column): Actor =>
  column === "visitor" ? { kind: "visitor" } : { kind: "user", id: "x", name: "x", role: column };
const mayDo = (column: Column, action: Action | null) =>
  action === null || may(actorOf(column), action, { publicReading: true, own: true });

let as: Record<Column, APIRequestContext>;
let address: Map<string, string>;
test.beforeAll(async ({ baseURL }) => {
  as = await everyone(baseURL);
  address = await addresses();
});

for (const column of COLUMNS) {
  test(`${column} sees every page that the table allows, and no other`, async () => {
    for (const [pattern, { action, method, json }] of Object.entries(ROUTES)) {
      if (method !== "GET") continue;
      const answer = await as[column].get(address.get(pattern) ?? "", { maxRedirects: 0 });
      const said = `${pattern} as ${column}: ${answer.status()}`;
      const to = answer.headers().location ?? "";
      if (mayDo(column, action)) {
        expect([401, 403, 404, 500, 503], said).not.toContain(answer.status());
        expect(to, said).not.toContain("/sign-in");
      } else if (json) {
        expect(answer.status(), said).toBe(column === "visitor" ? 401 : 403);
      } else if (column === "visitor") {
        expect(to, said).toContain("/sign-in?next=/");
      } else {
        expect(answer.status(), said).toBe(403);
        // Drawn on the server: it is read without script, too.
        expect(await answer.text(), said).toContain("<h1>Not allowed</h1>");
      }
    }
  });
}

/** Every action, and of one with many forms every form, with what it asks. */
const CALLS = Object.entries(SERVER_ACTIONS).flatMap(([name, row]) =>
  row.forms
    ? Object.entries(row.forms).map(([form, action]) => ({ name, row, action, fields: { form } }))
    : [{ name, row, action: row.action, fields: {} }],
);

for (const column of COLUMNS) {
  test(`${column} sends every form that the table allows, and no other; none of these changes anything`, async ({
    baseURL,
  }) => {
    const before = await contents();
    let refused = 0;
    for (const { name, row, action, fields } of CALLS) {
      const { page, stateless = false } = row;
      const answer = await callAction(as[column], baseURL, { name, page, fields, stateless });
      const said = `${name} ${JSON.stringify(fields)} as ${column}: ${answer.status()}`;
      const to = answer.headers()["x-action-redirect"] ?? "";
      if (mayDo(column, action)) {
        expect([401, 403, 404, 500, 503], said).not.toContain(answer.status());
        expect(to, said).not.toContain("/sign-in");
      } else if (column === "visitor") {
        expect(to, said).toContain("/sign-in?next=/");
      } else {
        expect(answer.status(), said).toBe(403);
        if (!row.unlogged) refused += 1;
      }
    }
    const after = await contents();
    expect(after.tables).toEqual(before.tables);
    expect(after.refusals - before.refusals).toBe(refused);
  });
}

test("a form that another site sends is refused for everyone, whatever it is", async ({ baseURL }) => {
  for (const { name, row, fields } of CALLS) {
    for (const origin of ["https://elsewhere.example", "null", null]) {
      const call = { name, page: row.page, fields, stateless: row.stateless ?? false, origin };
      const answer = await callAction(as.admin, baseURL, call);
      expect(answer.status(), `${name} from ${origin}`).toBe(403);
    }
  }
  for (const [pattern, { method }] of Object.entries(ROUTES)) {
    if (method !== "POST") continue;
    const answer = await as.admin.post(pattern, { headers: { origin: "null" }, multipart: { a: "1" } });
    expect(answer.status(), pattern).toBe(403);
  }
  expect((await as.admin.get("/account", { maxRedirects: 0 })).status()).toBe(200);
});

/** How many rows each table holds; refusals in the audit trail are counted apart, tries to sign in not at all. */
async function contents(): Promise<{ tables: unknown; refusals: number }> {
  return withRecord(async (db) => {
    const names = await db.$queryRaw<{ name: string }[]>`
      SELECT relname AS name FROM pg_class
      WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND has_table_privilege(oid, 'SELECT')
        AND relname NOT IN ('sign_in_attempt', 'audit_entry') ORDER BY 1`;
    const counts = names.map(({ name }) => `SELECT '${name}' AS name, count(*)::int AS rows FROM "${name}"`);
    return {
      tables: [
        await db.$queryRawUnsafe(counts.join(" UNION ALL ")),
        await db.auditEntry.count({ where: { outcome: "accepted" } }),
        await db.user.findMany({
          select: { id: true, role: true, disabledAt: true },
          orderBy: { id: "asc" },
        }),
      ],
      refusals: await db.auditEntry.count({ where: { outcome: "refused" } }),
    };
  });
}
