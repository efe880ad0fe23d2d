import { readFileSync } from "node:fs";
import path from "node:path";

/** How React's own script calls a server action, for tests that call one without a browser. */

type Entry = { readonly filename: string; readonly exportedName: string };
let ids: Map<string, string> | null = null;

/** The id under which the build in NEXT_DIST_DIR takes a server action, "app/…/actions.ts#name". */
export function actionId(name: string): string {
  ids ??= readIds();
  const id = ids.get(name);
  if (!id) throw new Error(`The build has no server action ${name}. It has: ${[...ids.keys()].join(", ")}.`);
  return id;
}

function readIds(): Map<string, string> {
  const file = path.join(process.env.NEXT_DIST_DIR ?? ".next-test", "server/server-reference-manifest.json");
  const { node } = JSON.parse(readFileSync(file, "utf8")) as { node: Record<string, Entry> };
  return new Map(
    Object.entries(node).map(([id, { filename, exportedName }]) => [`${filename}#${exportedName}`, id]),
  );
}

type Fields = Readonly<Record<string, string>>;

/** The body: the arguments as one JSON list, the form's fields under "_1_". `stateless`: the action takes the form alone. */
export function actionBody(fields: Fields, { stateless = false } = {}): FormData {
  const body = new FormData();
  for (const [field, value] of Object.entries(fields)) body.append(`_1_${field}`, value);
  // The list comes last: it is read as soon as it arrives.
  body.append("0", stateless ? '["$K1"]' : '[{"values":{},"problems":[]},"$K1"]');
  return body;
}
