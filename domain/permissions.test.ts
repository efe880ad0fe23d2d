import { expect, test } from "vitest";
import { ACTIONS, type Action, type Actor, may } from "./permissions";
import { ROLES, type Role } from "./status";

/** The table written down a second time (docs/promises.md, S3): visitor, analyst, editor, reviewer, admin. */
const PROMISED: Readonly<Record<Action, string>> = {
  read: "p●●●●",
  export: "p●●●●",
  "keep-own": "–○○○○",
  "see-recorder": "–●●●●",
  propose: "––●●●",
  "record-claim": "––●●●",
  "edit-entity": "––●●●",
  import: "––●●●",
  review: "–––××",
  "retract-source": "–––●●",
  merge: "–––●●",
  administer: "––––●",
};

const user = (role: Role): Actor => ({ kind: "user", id: "ada", name: "Ada", role });
const columns: readonly Actor[] = [{ kind: "visitor" }, ...ROLES.map(user)];
const cells = ACTIONS.flatMap((action) =>
  columns.map((actor, i) => ({
    action,
    actor,
    who: actor.kind === "user" ? actor.role : actor.kind,
    cell: PROMISED[action][i],
  })),
);

test.each(cells)("$action by $who: $cell", ({ action, actor, cell }) => {
  const answers = [
    may(actor, action),
    may(actor, action, { publicReading: true }),
    may(actor, action, { own: true }),
    may(actor, action, { own: false }),
  ];
  const expected = {
    "●": [true, true, true, true],
    "–": [false, false, false, false],
    p: [false, true, false, false],
    "○": [false, false, true, false],
    "×": [false, false, false, true],
  }[cell ?? ""];
  expect(answers).toEqual(expected);
});

test("the system is an editor and nothing more", () => {
  for (const action of ACTIONS) expect(may({ kind: "system" }, action)).toBe(may(user("editor"), action));
});
