import { expect, it } from "vitest";
import { atOnce } from "./at-once";

it("turns away what comes while all places are taken, and gives a place back also after a failure", async () => {
  const run = atOnce(2);
  const waiting: (() => void)[] = [];
  const slow = () => run(() => new Promise<string>((done) => waiting.push(() => done("done"))));
  const first = slow();
  const second = slow();
  expect(await run(async () => "third")).toBeNull();
  for (const release of waiting) release();
  expect(await Promise.all([first, second])).toEqual(["done", "done"]);
  const failing = async () => {
    throw new Error("no");
  };
  for (let i = 0; i < 3; i++) await expect(run(failing)).rejects.toThrow("no");
  expect(await run(async () => "after")).toBe("after");
});
