import { type APIRequestContext, type APIResponse, expect, request, test } from "@playwright/test";
import { type Column, callAction, programOf } from "./calls";
import { invited, type Login, withRecord } from "./people";

/** Sessions and passwords (docs/promises.md, S4, S6, S9, S10). An admin takes part: after the story of the first one. */

const JOIN = { name: "app/setup/actions.ts#acceptAction", page: "/invite" };
const SIGN_IN = { name: "app/sign-in/actions.ts#signInAction", page: "/sign-in" };
const EDIT = {
  name: "app/edit/actions.ts#editAction",
  page: "/edit/record",
  fields: { form: "record-status" },
};

let base: string | undefined;
test.beforeAll(({ baseURL }) => {
  base = baseURL;
});

const nobody = (headers: Record<string, string> = {}) =>
  request.newContext({
    ...(base && { baseURL: base }),
    extraHTTPHeaders: { accept: "text/html", ...headers },
  });

/** A new person, signed in, and what they sign in with. */
async function newcomer(role: Exclude<Column, "visitor">) {
  const { login, token } = await invited(role);
  const context = await nobody();
  const joined = await callAction(context, base, {
    ...JOIN,
    fields: { ...login, token, name: "A Newcomer" },
  });
  const { id } = await withRecord((db) => db.user.findUniqueOrThrow({ where: { email: login.email } }));
  return { login, context, joined, id };
}
const signIn = (from: APIRequestContext, { email, password }: Login, next = "/") =>
  callAction(from, base, { ...SIGN_IN, fields: { email, password, next } });
const pageOf = (from: APIRequestContext, path: string) => from.get(path, { maxRedirects: 0 });
const to = (answer: APIResponse) => answer.headers()["x-action-redirect"]?.split(";")[0];

test("the session cookie is out of reach of scripts and other sites, and what it shows is kept by no cache", async () => {
  const { joined, context } = await newcomer("analyst");
  const cookies = joined.headersArray().filter(({ name }) => name.toLowerCase() === "set-cookie");
  const [cookie] = cookies.map(({ value }) => value).filter((value) => value.includes("session"));
  expect(cookie).toMatch(/; Path=\//i);
  expect(cookie).toMatch(/; HttpOnly/i);
  expect(cookie).toMatch(/; SameSite=Lax/i);
  for (const path of ["/", "/account", "/devices", "/nowhere", "/api/suggest"]) {
    expect((await pageOf(context, path)).headers()["cache-control"], path).toBe("private, no-store");
  }
});

test("a changed role counts at the next request", async () => {
  const admin = await programOf("admin", base);
  const { context, id } = await newcomer("editor");
  expect((await pageOf(context, "/edit")).status()).toBe(200);
  const role = { name: "app/people/actions.ts#changeRoleAction", page: "/people" };
  await callAction(admin, base, { ...role, fields: { id, role: "analyst" } });
  expect((await pageOf(context, "/edit")).status()).toBe(403);
  expect((await callAction(context, base, EDIT)).status()).toBe(403);
});

test("a disabled account is out at the next request, and cannot come back", async () => {
  const admin = await programOf("admin", base);
  const { context, id, login } = await newcomer("editor");
  const disable = { name: "app/people/actions.ts#disableAction", page: "/people" };
  await callAction(admin, base, { ...disable, fields: { id, disabled: "yes" } });
  expect((await pageOf(context, "/account")).headers().location).toContain("/sign-in");
  expect(to(await callAction(context, base, EDIT))).toContain("/sign-in");
  expect((await signIn(await nobody(), login)).status()).toBe(422);
});

test("after signing out a copy of the cookie opens nothing", async () => {
  const { context } = await newcomer("editor");
  const copy = await request.newContext({
    ...(base && { baseURL: base }),
    storageState: await context.storageState(),
  });
  expect((await pageOf(copy, "/edit")).status()).toBe(200);
  const out = await context.post("/sign-out", {
    headers: { origin: base ?? "" },
    multipart: { a: "" },
    maxRedirects: 0,
  });
  expect(out.status()).toBe(303);
  expect((await pageOf(copy, "/edit")).headers().location).toContain("/sign-in");
});

test("a new password ends every other session, and the old one opens nothing", async () => {
  const { context, login } = await newcomer("editor");
  const other = await nobody();
  expect(to(await signIn(other, login))).toBe("/");
  const change = { name: "app/account/actions.ts#changePasswordAction", page: "/account" };
  const password = `${login.password}-new`;
  const wrong = await callAction(context, base, { ...change, fields: { current: "wrong", password } });
  expect(wrong.status()).toBe(422);
  await callAction(context, base, { ...change, fields: { current: login.password, password } });
  expect((await pageOf(other, "/account")).headers().location).toContain("/sign-in");
  expect((await pageOf(context, "/account")).status()).toBe(200);
  expect((await signIn(await nobody(), login)).status()).toBe(422);
  expect(to(await signIn(await nobody(), { ...login, password }))).toBe("/");
});

test("ten wrong tries close an account for a while, known or not, whatever the headers say", async () => {
  const { login } = await newcomer("analyst");
  const said: string[][] = [];
  for (const email of [login.email, `unknown-${login.email}`]) {
    const answers: string[] = [];
    for (let nth = 1; nth <= 12; nth++) {
      const from = await nobody({ "x-forwarded-for": `10.0.0.${nth}`, "x-real-ip": `10.0.1.${nth}` });
      // The right password is of no use any more once there were too many wrong ones.
      const password = nth === 12 ? login.password : `wrong password ${nth}`;
      const answer = await signIn(from, { email: nth % 2 ? email : email.toUpperCase(), password });
      if (answer.status() === 429) expect(Number(answer.headers()["retry-after"])).toBeGreaterThan(0);
      const [sentence = ""] = /(?:E-mail address and|Too many)[^"]*/.exec(await answer.text()) ?? [];
      answers.push(`${answer.status()} ${sentence}`);
      await from.dispose();
    }
    expect(answers.map((one) => one.slice(0, 3))).toEqual([...Array(10).fill("422"), "429", "429"]);
    said.push(answers);
  }
  expect(said[0]).toEqual(said[1]);
  expect(said[0]?.[11]).toContain("Too many wrong tries for this account. Try again in 15 minutes.");
});

test("after signing in nobody is led to another site", async () => {
  const { login } = await newcomer("analyst");
  for (const [next, path] of [
    ["/devices?on=2018-01-30", "/devices?on=2018-01-30"],
    ["//elsewhere.example", "/"],
    ["https://elsewhere.example/", "/"],
    ["/\\elsewhere.example", "/"],
    ["javascript:alert(1)", "/"],
  ] as const) {
    expect(to(await signIn(await nobody(), login, next)), next).toBe(path);
  }
});

test("passwords are kept as scrypt, links as hashes, and neither is in any answer", async () => {
  const { login, token } = await invited("editor");
  const admin = await programOf("admin", base);
  const people = await (await admin.get("/people")).text();
  expect(people).toContain(login.email);
  for (const secret of [login.password, token]) expect(people).not.toContain(secret);
  const { context } = await newcomer("editor");
  const stored = await withRecord(async (db) => ({
    accounts: await db.account.findMany({ select: { password: true } }),
    invites: JSON.stringify(await db.invite.findMany()),
  }));
  for (const { password } of stored.accounts) expect(password).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
  expect(stored.invites).not.toContain(token);
  for (const path of ["/", "/devices/huawei-mate-10-pro", "/account"]) {
    const seen = await (await context.get(path)).text();
    for (const { password } of stored.accounts) expect(seen).not.toContain(password);
    // Addresses are for admins only.
    expect(seen).not.toContain("@example.test");
  }
});
