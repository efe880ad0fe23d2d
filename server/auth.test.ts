import { expect, it, vi } from "vitest";

/** What the session's cookie says, by where readers reach the product (docs/promises.md, S10). */

async function cookieAt(address: string) {
  vi.resetModules();
  delete (globalThis as { rangebookAuth?: unknown }).rangebookAuth;
  process.env.BASE_URL = address;
  process.env.AUTH_SECRET = "only-for-tests-only-for-tests-only";
  process.env.DATABASE_APP_URL = "postgresql://nobody:none@127.0.0.1:1/none"; // nobody connects
  const { auth } = await import("./auth");
  return (await auth().$context).authCookies.sessionToken;
}

it("on https it is Secure and bound to this one host", async () => {
  expect(await cookieAt("https://rangebook.example")).toMatchObject({
    name: "__Host-rangebook.session",
    attributes: { httpOnly: true, sameSite: "lax", secure: true, path: "/" },
  });
});

it("on http it has another name, which no https site takes for its own", async () => {
  expect(await cookieAt("http://localhost:3000")).toMatchObject({
    name: "rangebook.session",
    attributes: { httpOnly: true, sameSite: "lax", secure: false, path: "/" },
  });
});
