import { expect, it } from "vitest";
import { devicePath, withQuery } from "./paths";

it("leaves empty values out and keeps colons readable", () => {
  expect(withQuery("/a", { on: "", known: null, record: "2026-11-23T10:00Z" })).toBe(
    "/a?record=2026-11-23T10:00Z",
  );
  expect(withQuery("/a", null, {})).toBe("/a");
});

it("adds to a query that is there; of two of a name the later one holds", () => {
  expect(withQuery(devicePath("x", { claim: "1" }), { saved: "recorded" })).toBe(
    "/devices/x?claim=1&saved=recorded",
  );
  expect(withQuery("/a?on=1", { on: 2 }, new URLSearchParams("on=3"))).toBe("/a?on=3");
});
