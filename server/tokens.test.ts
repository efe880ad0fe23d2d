import { expect, test } from "vitest";
import { STATUSES } from "@/domain/status";
import { readTokens, resolveTokens, tokens } from "./tokens";

test("every status has a colour, whatever file of styles it comes from", () => {
  for (const status of STATUSES) {
    const name = `--st-${status === "retail-only" ? "retail" : status}`;
    expect([name, tokens().get(name)]).toEqual([name, expect.stringMatching(/^#[0-9a-f]{6}$/)]);
  }
});

test("the first theme is read, without its comments", () => {
  const css = ":root { --a: 1; /* --b: 2; */ --c: x\n  y; } @media print { :root { --a: 3; } }";
  expect([...readTokens(css)]).toEqual([
    ["--a", "1"],
    ["--c", "x y"],
  ]);
});

test("a picture holds colours, not names, and its attributes stay whole", () => {
  expect(resolveTokens('<path fill="var(--st-carried)"/>')).toMatch(/^<path fill="#[0-9a-f]{6}"\/>$/);
  expect(resolveTokens("var(--font)")).toMatch(/^'IBM Plex Sans Variable', 'IBM Plex Sans', [^"]+$/);
  expect(resolveTokens("var(--nobody)")).toBe("var(--nobody)");
});
