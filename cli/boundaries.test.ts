import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** The import table of the house, tried on files of an empty house that has our lint configuration. */

const root = path.resolve(import.meta.dirname, "..");

/** For each file what it may not import, and what it may. */
const TABLE: Record<string, { never: string[]; may: string[] }> = {
  "domain/rule.ts": {
    never: ["zod", "node:fs", "@/formats/paths", "@/data/db", "../data/db"],
    may: ["./edtf"],
  },
  "domain/rules/rule.ts": { never: ["zod", "@/formats/paths", "../edtf"], may: ["@/domain/edtf", "./rule"] },
  "domain/rule.test.ts": { never: [], may: ["vitest", "fast-check"] },
  "formats/form.ts": { never: ["react", "node:fs", "@/data/db"], may: ["zod", "@/domain/edtf", "./paths"] },
  "intake/rules/rule.ts": {
    never: ["zod", "react", "node:fs", "@/formats/paths", "@/data/db", "../proposal"],
    may: ["@/domain/edtf", "@/intake/proposal", "./pattern"],
  },
  "imports/records.ts": {
    never: ["@/data/db", "@/server/db", "react", "node:fs", "pg", "zod", "../domain/edtf"],
    may: ["csv-parse", "saxes", "node:stream", "@/domain/edtf", "@/formats/csv", "./encoding"],
  },
  "data/read/deal.ts": {
    never: ["next/headers", "react", "@/server/session", "@/components/ui/table", "../db"],
    may: ["@/generated/prisma/client", "@/domain/edtf", "@/data/db", "@/imports/records", "pg"],
  },
  "server/clock.ts": {
    never: ["next/headers", "react", "@/components/ui/table", "@/app/page"],
    may: ["@/data/db", "pino", "node:http"],
  },
  "server/session.ts": { never: ["@/app/page", "@/components/ui/table"], may: ["next/headers", "react"] },
  "components/ui/table.tsx": {
    never: [
      "@/data/read/deal",
      "@/imports/records",
      "@/server/db",
      "@/generated/prisma/client",
      "pg",
      "node:fs",
    ],
    may: ["react", "next/link", "@/domain/words", "@/formats/paths"],
  },
  "app/deals/page.tsx": {
    never: ["@/generated/prisma/client", "@prisma/client", "pg", "@/cli/load"],
    may: ["@/data/read/deal", "@/server/session", "@/components/ui/table", "next/navigation"],
  },
  "cli/verify.ts": { never: ["@/app/page", "@/server/session"], may: ["@/server/db", "@/data/db"] },
};

let folder: string;
/** Reported imports as "file:line". */
let reported: Set<string>;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "boundaries-"));
  copyFileSync(path.join(root, "biome.json"), path.join(folder, "biome.json"));
  for (const [file, { never, may }] of Object.entries(TABLE)) {
    const lines = [...never, ...may].map((from, nth) => `export { it as it${nth} } from "${from}";`);
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), `${lines.join("\n")}\n`);
  }
  const biome = path.join(root, "node_modules", ".bin", "biome");
  const { stdout } = spawnSync(biome, ["lint", "--reporter=json", "--max-diagnostics=none"], {
    cwd: folder,
    encoding: "utf8",
  });
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { category: string; location: { path: string; start: { line: number } } }[];
  };
  const imports = diagnostics.filter(({ category }) => category === "lint/style/noRestrictedImports");
  reported = new Set(imports.map(({ location }) => `${location.path}:${location.start.line}`));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(Object.entries(TABLE))("%s", (file, { never, may }) => {
  it.each(never.map((from, nth) => [from, nth + 1] as const))("may not import %s", (_, line) => {
    expect(reported).toContain(`${file}:${line}`);
  });
  it.each(may.map((from, nth) => [from, never.length + nth + 1] as const))("may import %s", (_, line) => {
    expect(reported).not.toContain(`${file}:${line}`);
  });
});
