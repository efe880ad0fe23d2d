import { expect, it } from "vitest";
import { nextPath } from "./next-path";

it.each(["/", "/devices/x?on=2018-01-30", "/edit/record?device=a&carrier=b#f-status"])(
  "goes to %s",
  (path) => {
    expect(nextPath(path)).toBe(path);
  },
);

it.each([
  undefined,
  "",
  "devices",
  "//evil.example",
  "/\\evil.example",
  "\\/evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "/a\nb",
  "/\t/evil.example",
  "/%0d\u0000",
  ["/a", "/b"],
])("goes to the overview instead of %j", (path) => {
  expect(nextPath(path)).toBe("/");
});
