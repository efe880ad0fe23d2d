import { expect, it } from "vitest";
import { strictQuery } from "./strict-query";

const read = (text: string) => strictQuery(new URLSearchParams(text), ["kind", "q"]);

it("reads what is known", () => {
  expect(read("q=a%20b&kind=device")).toEqual({ ok: true, value: { q: "a b", kind: "device" } });
  expect(read("")).toEqual({ ok: true, value: {} });
});

it.each([
  ["q=a&limit=9", "unknown-field", "limit"],
  ["__proto__=a", "unknown-field", "__proto__"],
  ["constructor=a", "unknown-field", "constructor"],
  ["q=a&q=b", "malformed", "q"],
])("refuses %s", (text, code, field) => {
  expect(read(text)).toMatchObject({ ok: false, refusal: { code, field } });
});

it("echoes at most 40 characters", () => {
  const refused = read(`${"x".repeat(5_000)}=a`);
  expect(!refused.ok && refused.refusal.message.length).toBeLessThan(120);
});
