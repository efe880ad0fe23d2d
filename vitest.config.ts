import path from "node:path";
import { defineConfig } from "vitest/config";

const resolve = {
  alias: {
    "@": path.resolve(import.meta.dirname),
    "server-only": path.resolve(import.meta.dirname, "server", "testing", "server-only.ts"),
  },
};

/** Faults that tests provoke are not news. */
const env = { LOG_LEVEL: "silent" };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve,
        test: {
          name: "unit",
          env,
          include: ["**/*.test.ts"],
          exclude: ["**/node_modules/**", "**/*.db.test.ts", "**/*.life.test.ts", "e2e/**", "faults/**"],
          // Properties run hundreds of times; on a busy machine some take longer than the five seconds of the default.
          testTimeout: 30_000,
        },
      },
      {
        resolve,
        test: {
          name: "db",
          env,
          include: ["**/*.db.test.ts"],
          exclude: ["**/node_modules/**"],
          globalSetup: "./data/testing/cluster.ts",
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve,
        // Whole starts of the product, one after another.
        test: {
          name: "life",
          include: ["cli/**/*.life.test.ts"],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 240_000,
        },
      },
      {
        resolve,
        test: {
          name: "faults",
          // The build that the browser tests use.
          env: { ...env, NEXT_DIST_DIR: process.env.NEXT_DIST_DIR ?? ".next-test" },
          include: ["faults/**/*.fault.test.ts"],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
