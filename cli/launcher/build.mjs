import fs from "node:fs";
import path from "node:path";
import { filesBelow, hashOf, readOr } from "./hashes.mjs";
import { distName, root } from "./paths.mjs";
import { runNode, until } from "./processes.mjs";
import { Stop, say, step } from "./say.mjs";
import { takeLock } from "./single.mjs";

/** What the built application is made of. server/ counts too: pages import from it. */
const SOURCES = ["app", "components", "data", "domain", "formats", "imports", "intake", "server", "public"];
const ROOT_FILES = [
  "package-lock.json",
  "next.config.js",
  "tsconfig.json",
  "postcss.config.mjs",
  "proxy.ts",
  "instrumentation.ts",
];
const SCHEMA = "prisma/schema.prisma";
const isTest = (name) => /\.test\.tsx?$/.test(name) || name.includes("/testing/");

const quiet = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1" };

/** Writes the database client (generated/prisma) unless it fits the schema already. */
export async function generateClient() {
  await oneAtATime(async () => {
    const stamp = path.join(root, "generated", "schema-hash");
    const wanted = hashOf(root, [SCHEMA, "package-lock.json"]);
    if (readOr(stamp) === wanted && fs.existsSync(path.join(root, "generated", "prisma", "client.ts")))
      return;
    await step("Generating the database client", async () => {
      // Generating needs no engine; Prisma would download one unless told of any file.
      const env = { ...quiet, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath };
      const made = await runNode(["node_modules/prisma/build/index.js", "generate"], {
        cwd: root,
        env,
        stdio: ["ignore", "pipe", "pipe"],
      });
      if (made.status !== 0)
        throw new Stop(`The database client could not be generated:\n${made.stderr}${made.stdout}`);
      fs.writeFileSync(stamp, wanted);
    });
  });
}

/** Builds the application unless the build fits the sources already. */
export async function build() {
  await oneAtATime(async () => {
    const stamp = path.join(root, distName(), "source-hash");
    const wanted = sourceHash();
    if (readOr(stamp) === wanted) return;
    fs.rmSync(stamp, { force: true });
    await step("Building the application (about half a minute)", async () => {
      const made = await keepingTsconfig(() =>
        runNode(["node_modules/next/dist/bin/next", "build"], {
          cwd: root,
          env: { ...quiet, NODE_ENV: "production", NEXT_DIST_DIR: distName() },
          stdio: ["ignore", "pipe", "pipe"],
        }),
      );
      if (made.status !== 0)
        throw new Stop(`The application could not be built:\n${made.stdout}${made.stderr}`);
      fs.writeFileSync(stamp, wanted);
    });
  });
}

function sourceHash() {
  const files = SOURCES.flatMap((folder) => filesBelow(root, folder, (name) => !isTest(name)));
  const single = [...ROOT_FILES, SCHEMA].filter((name) => fs.existsSync(path.join(root, name)));
  return hashOf(root, [...files, ...single]);
}

/** Next writes the build folder's name into tsconfig.json; a second build folder must not change a kept file. */
async function keepingTsconfig(work) {
  const file = path.join(root, "tsconfig.json");
  const before = fs.readFileSync(file, "utf8");
  try {
    return await work();
  } finally {
    if (fs.readFileSync(file, "utf8") !== before) fs.writeFileSync(file, before);
  }
}

/** Launchers of one checkout share generated/ and often the build: they take turns. */
async function oneAtATime(work) {
  const file = path.join(root, "generated", "build.lock");
  let lock = takeLock(file, "node");
  if (!lock.held) {
    say(`- Waiting for another build of this checkout (process ${lock.pid}) …`);
    const taken = () => {
      lock = takeLock(file, "node");
      return lock.held;
    };
    await until(taken, { within: 600_000, every: 500 });
  }
  if (!lock.held)
    throw new Stop(`Process ${lock.pid} has been building for ten minutes; end it and start again.`);
  try {
    return await work();
  } finally {
    lock.release();
  }
}
