import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { ROUTES } from "@/e2e/routes";
import { SERVER_ACTIONS } from "@/e2e/server-actions";

/** No address and no server action without a row: browser tests ask each as every role and with hostile input (docs/promises.md, S3). */

const app = path.resolve(import.meta.dirname, "..", "app");
const files = readdirSync(app, { recursive: true, encoding: "utf8" }).map((f) => f.replaceAll("\\", "/"));

it("every page and route of app/ has its row in e2e/routes.ts", () => {
  const found = files
    .filter((file) => /(?:^|\/)(?:page\.tsx|route\.tsx?)$/.test(file))
    .map((file) => `/${file.split("/").slice(0, -1).join("/")}`);
  expect(missing(found, ROUTES), 'Add "/the/pattern": page(action, { example, params }) to ROUTES.').toEqual(
    [],
  );
  expect(missing(Object.keys(ROUTES), keyed(found)), "These rows of ROUTES have no page any more.").toEqual(
    [],
  );
});

it("every server action of app/ has its row in e2e/server-actions.ts", () => {
  const found = files
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(path.join(app, file), "utf8");
      if (!/^\s*["']use server["']/m.test(text)) return [];
      const names = [...text.matchAll(/^export (?:async function|const) (\w+)/gm)].map((m) => m[1]);
      return names.map((name) => `app/${file}#${name}`);
    });
  expect(
    missing(found, SERVER_ACTIONS),
    'Add "app/…/actions.ts#name": { action, page, fields } to SERVER_ACTIONS.',
  ).toEqual([]);
  expect(
    missing(Object.keys(SERVER_ACTIONS), keyed(found)),
    "These rows of SERVER_ACTIONS have no action any more.",
  ).toEqual([]);
});

const missing = (names: readonly string[], rows: object) =>
  names.filter((name) => !Object.hasOwn(rows, name));
const keyed = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, true]));
