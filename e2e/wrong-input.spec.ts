import { type APIRequestContext, type APIResponse, expect, test } from "@playwright/test";
import { WORST } from "@/data/testing/hostile";
import { evidenceName } from "@/formats/edit-spec";
import { type FormKind, isFormKind, SPECS } from "@/formats/edit-specs";
import { actionId } from "./action-call";
import { addresses, callAction, programOf } from "./calls";
import { ROUTES } from "./routes";
import { SERVER_ACTIONS } from "./server-actions";

/**
 * No input gives a 5xx, a stack trace, SQL or a path (docs/promises.md, S1): every address of e2e/routes.ts and every
 * server action of e2e/server-actions.ts with hostile text in each part, parameter and field, as an admin, who reaches most. (Hence after the story
 * of the first admin.)
 */

let admin: APIRequestContext;
test.beforeAll(async ({ baseURL }) => {
  admin = await programOf("admin", baseURL);
});

/** Three at a time: faster than one by one, and no load. */
async function sideBySide<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const worker = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
  };
  await Promise.all([worker(), worker(), worker()]);
}

const LEAKS =
  /\bat \S+ \(|node_modules|\.tsx?:\d|Prisma|\bSELECT\b.{1,200}\bFROM\b|SQLSTATE|ZodError|TypeError|ECONN/;

async function expectHonest(answer: APIResponse, said: string): Promise<void> {
  expect(answer.status(), said).toBeLessThan(500);
  const body = await answer.text();
  expect(LEAKS.exec(body)?.[0], said).toBeUndefined();
  expect(body.includes(process.cwd()), said).toBe(false);
  expect(answer.headers().location ?? "", said).not.toContain("elsewhere");
  // What is thrown as "not found" is drawn by script only; pages draw it themselves.
  if (answer.status() < 300 || answer.status() > 399)
    expect(body.includes('id="__next_error__"'), `${said}: the page is empty without script`).toBe(false);
}

for (const [pattern, { method, params }] of Object.entries(ROUTES)) {
  if (method !== "GET") continue;
  test(`${pattern} stands whatever its address says`, async () => {
    const [example = ""] = ((await addresses()).get(pattern) ?? "").split("?");
    const parts = pattern.split("/").flatMap((part, i) => (part.startsWith("[") ? [i] : []));
    const bad = WORST.flatMap((text) => {
      const query = new URLSearchParams([...params, "unknown"].map((name) => [name, text]));
      const paths = text === "" ? [] : parts.map((part) => withPart(example, part, text));
      return [`${example}?${query}`, ...paths];
    });
    const twice = params.map((name) => `${name}=2018-01-30&${name}=2018-01-31`).join("&");
    await sideBySide([...bad, `${example}?${twice}`], async (address) =>
      expectHonest(await admin.get(address, { maxRedirects: 0 }), address.slice(0, 200)),
    );
  });
}
const withPart = (address: string, part: number, text: string): string =>
  address
    .split("/")
    .map((one, i) => (i === part ? encodeURIComponent(text) : one))
    .join("/");

const EVIDENCE = [
  "source",
  "stance",
  "attribution",
  "speaker",
  "quote",
  "via",
  "new.publisher",
  "new.published",
];
const fieldsOf = (form: FormKind): string[] =>
  SPECS[form].flatMap((spec) =>
    spec.type === "evidence" ? EVIDENCE.map((part) => evidenceName(0, part)) : [spec.name],
  );
/** What two forms have in common a preview reads alike: those with a preview are enough. */
const PREVIEWED: readonly string[] = ["record-status", "correct-status"];
const CALLS = Object.entries(SERVER_ACTIONS).flatMap(([name, row]) =>
  Object.keys(row.forms ?? { "": null })
    .filter((form) => !row.stateless || PREVIEWED.includes(form))
    .map((form) => ({
      name,
      row,
      form: isFormKind(form) ? form : null,
      fields: [...row.fields, ...(isFormKind(form) ? fieldsOf(form) : [])].filter(
        (field) => field !== "form",
      ),
    })),
);

for (const { name, row, form, fields } of CALLS) {
  test(`${name} ${form ?? ""} stands whatever is typed`, async ({ baseURL }) => {
    const { page, stateless = false } = row;
    await sideBySide(WORST, async (text) => {
      const typed = Object.fromEntries(fields.map((field) => [field, text]));
      const sent = { ...typed, ...(form && { form, intent: "save" }) };
      const answer = await callAction(admin, baseURL, { name, page, fields: sent, stateless });
      await expectHonest(answer, `${name} with ${JSON.stringify(text.slice(0, 40))}`);
    });
  });
}

/** Arguments that no script of ours makes; each is answered, and none keeps a request waiting. */
const ARGUMENTS = [
  "",
  "[]",
  "null",
  "{}",
  "[1,2]",
  '[null,"text"]',
  '[null,{"get":1}]',
  '[null,"$K1"]',
  '[null,"$K99"]',
  '[null,"$1"]',
  '[null,"$@1"]',
  '[null,"$F1"]',
  '[null,"$Q1"]',
  '[null,"$undefined"]',
  '[null,"$R1"]',
  '[{"__proto__":{"admin":true}},"$K1"]',
  `${"[".repeat(2_000)}${"]".repeat(2_000)}`,
  `[null,"${"x".repeat(100_000)}"]`,
  "{{{",
];
test("an action stands whatever it is called with, and answers at once", async ({ baseURL }) => {
  const headers = { origin: baseURL ?? "", "next-action": actionId("app/edit/actions.ts#editAction") };
  for (const list of ARGUMENTS) {
    for (const body of [
      { headers: { ...headers, "content-type": "text/plain;charset=UTF-8" }, data: list },
      { headers, multipart: { 0: list } },
    ]) {
      const answer = await admin.post("/edit/record", { ...body, timeout: 5_000 });
      expect([400, 404, 422], `${list.slice(0, 40)}: ${answer.status()}`).toContain(answer.status());
      expect(LEAKS.exec(await answer.text())?.[0], list.slice(0, 40)).toBeUndefined();
    }
  }
});
