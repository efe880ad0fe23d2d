import { expect, test } from "@playwright/test";

test("the process says that it lives and that it is ready", async ({ request }) => {
  expect((await request.get("/healthz")).status()).toBe(200);
  const ready = await request.get("/readyz");
  expect(await ready.json()).toEqual({ code: "ready", message: "ready" });
});
