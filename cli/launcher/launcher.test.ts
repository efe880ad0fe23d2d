import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { completeLock } from "../complete-lock.mjs";
import { asApplication } from "./database.mjs";
import { isInstalled } from "./install.mjs";
import { pendingOf } from "./migrate.mjs";
import { checkNode } from "./node-version.mjs";
import { choosePort } from "./ports.mjs";
import { runningPostmaster } from "./postmaster.mjs";
import { readRun } from "./run-file.mjs";
import { takeLock } from "./single.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "launcher-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Beyond every process id that a system gives out. */
const NOBODY = 2 ** 30;

describe("Node", () => {
  it.each(["20.19.0", "20.20.2", "22.0.0"])("%s will do", (version) => checkNode(version));
  it.each(["18.20.0", "20.18.3"])("%s is too old, and the message names what is needed", (version) => {
    expect(() => checkNode(version)).toThrow(/needs Node 20\.19 or newer; this is/);
  });
});

describe("what is installed", () => {
  const locked = {
    "": { version: "1.0.0" },
    "node_modules/a": { version: "1.0.0" },
    "node_modules/b-windows": { version: "1.0.0", optional: true },
  };
  it("is enough when every package has its version; other platforms' may be missing", () => {
    expect(isInstalled(locked, { "node_modules/a": { version: "1.0.0" } })).toBe(true);
  });
  it("is not enough when one is missing or of another version", () => {
    expect(isInstalled(locked, {})).toBe(false);
    expect(isInstalled(locked, { "node_modules/a": { version: "1.0.1" } })).toBe(false);
  });
});

describe("the lock file", () => {
  it("gets the platforms that a mirror lacks, and names no registry", () => {
    const { lock, added, skipped } = completeLock({
      packages: {
        "node_modules/a": {
          version: "1.0.0",
          resolved: "https://mirror.example/a.tgz",
          integrity: "sha512-x",
          optionalDependencies: { "a-win32-arm64": "1.0.0", "a-linux-x64": "1.0.0", "a-any": "^1.0.0" },
        },
        "node_modules/a-linux-x64": { version: "1.0.0", integrity: "sha512-y" },
      },
    });
    expect(added).toEqual(["a-win32-arm64"]);
    expect(skipped).toEqual(["a-any ^1.0.0"]);
    expect(JSON.stringify(lock)).not.toContain("mirror.example");
    expect(lock).toMatchObject({
      packages: {
        "node_modules/a": { integrity: "sha512-x" },
        "node_modules/a-win32-arm64": { version: "1.0.0", optional: true, os: ["win32"], cpu: ["arm64"] },
      },
    });
  });
  it("of this checkout is complete and names no registry", () => {
    const text = readFileSync(path.resolve(import.meta.dirname, "../../package-lock.json"), "utf8");
    expect(completeLock(JSON.parse(text)).added).toEqual([]);
    expect(text).not.toContain('"resolved"');
  });
});

describe("the lock of a data folder", () => {
  it("is taken once, and again after it was given back", () => {
    const file = path.join(folder, "launcher.pid");
    const lock = takeLock(file, "node");
    expect(lock.held).toBe(true);
    if (lock.held) lock.release();
    expect(takeLock(file, "node").held).toBe(true);
  });
  it("is kept by a living process of that kind", () => {
    const file = path.join(folder, "launcher.pid");
    writeFileSync(file, String(process.ppid));
    expect(takeLock(file, "node")).toEqual({ held: false, pid: process.ppid });
  });
  it.each([
    ["that is gone", String(NOBODY)],
    ["whose id is somebody else's now", "1"],
    ["that never wrote its id", ""],
  ])("is taken over from a process %s", (_, content) => {
    const file = path.join(folder, "launcher.pid");
    writeFileSync(file, content);
    expect(takeLock(file, "cli/start.mjs").held).toBe(true);
  });
});

describe("what a kill leaves", () => {
  it("a pid file of a server that is gone counts for nothing", () => {
    writeFileSync(path.join(folder, "postmaster.pid"), `${NOBODY}\n${folder}\n1\n5432\n\n\n\nready\n`);
    expect(runningPostmaster(folder)).toBeNull();
  });
  it("a pid file whose process id is somebody else's now counts for nothing", () => {
    writeFileSync(path.join(folder, "postmaster.pid"), `1\n${folder}\n1\n5432\n\n\n\nready\n`);
    expect(runningPostmaster(folder)).toBeNull();
  });
  it("a run file that was cut short is none", () => {
    writeFileSync(path.join(folder, "run.json"), '{"address": "http://lo');
    expect(readRun(folder)).toBeNull();
  });
});

describe("ports", () => {
  it("a taken port gives way to the next free one", async () => {
    const other = net.createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as net.AddressInfo;
    expect(await choosePort(String(port), "127.0.0.1")).toBeGreaterThan(port);
    other.close();
  });
  it.each(["x", "0", "70000", "3000.5"])("PORT=%s is refused in words", async (wanted) => {
    await expect(choosePort(wanted, "127.0.0.1")).rejects.toThrow(/PORT is ".+"; it must be a whole number/);
  });
});

describe("accounts", () => {
  it("connections of the application give up the owner's rights", () => {
    expect(asApplication("postgresql://o:p%2B+w@db:5433/rangebook?sslmode=require")).toBe(
      "postgresql://o:p%2B+w@db:5433/rangebook?sslmode=require&options=-c%20role%3Drangebook_app",
    );
  });
});

describe("migrations", () => {
  const files = ["a", "b"].map((name) => ({ name, sql: "", checksum: name.repeat(3) }));
  it("those that the database lacks are still to apply, in order", () => {
    expect(pendingOf(files, []).map(({ name }) => name)).toEqual(["a", "b"]);
    expect(pendingOf(files, [{ name: "a", checksum: "aaa" }]).map(({ name }) => name)).toEqual(["b"]);
  });
  it("a database of a newer Rangebook is refused in plain words", () => {
    expect(() => pendingOf(files, [{ name: "c", checksum: "ccc" }])).toThrow(
      /newer Rangebook.*"c".*Update the checkout/,
    );
  });
  it("a migration that was edited after it was applied is refused", () => {
    expect(() => pendingOf(files, [{ name: "a", checksum: "other" }])).toThrow(/"a" was edited/);
  });
});
