import { expect, test } from "vitest";
import { STATUSES } from "./status";
import { isUsual } from "./transitions";

test("these transitions are usual and all others are not", () => {
  const usual = STATUSES.flatMap((from) =>
    STATUSES.filter((to) => isUsual(from, to)).map((to) => `${from} → ${to}`),
  );
  expect(usual).toEqual([
    "planned → planned",
    "planned → carried",
    "planned → paused",
    "planned → withdrawn",
    "planned → retail-only",
    "carried → paused",
    "carried → withdrawn",
    "carried → ended",
    "paused → planned",
    "paused → carried",
    "paused → withdrawn",
    "withdrawn → planned",
    "withdrawn → carried",
    "withdrawn → retail-only",
    "declined → planned",
    "declined → retail-only",
    "retail-only → planned",
    "retail-only → carried",
    "retail-only → ended",
    "ended → carried",
  ]);
});

test("anything may come first", () => {
  expect(STATUSES.every((to) => isUsual(null, to))).toBe(true);
});
