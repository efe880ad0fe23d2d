import { describe, expect, it } from "vitest";
import { sideBySide } from "./side-by-side";

const soon = () => new Promise<void>((resolve) => setImmediate(resolve));

describe("work side by side", () => {
  it("gives every item to one worker, and its answers in the order of the items", async () => {
    const items = Array.from({ length: 20 }, (_, i) => i);
    const taken: Record<string, number[]> = { slow: [], quick: [] };
    const answers = await sideBySide(["slow", "quick"], items, async (worker, item) => {
      taken[worker]?.push(item);
      for (let turn = 0; turn < (worker === "slow" ? 9 : 1); turn++) await soon();
      return item * 2;
    });
    expect(answers).toEqual(items.map((item) => item * 2));
    expect([...(taken.slow ?? []), ...(taken.quick ?? [])].sort((a, b) => a - b)).toEqual(items);
    expect(taken.slow?.length).toBeGreaterThan(0);
    expect(taken.quick?.length).toBeGreaterThan(taken.slow?.length ?? 0);
  });

  it("takes from what comes in time, and ends with it", async () => {
    async function* late() {
      for (const item of ["a", "b", "c"]) {
        await soon();
        yield item;
      }
    }
    expect(await sideBySide([1, 2], late(), async (_, item) => item)).toEqual(["a", "b", "c"]);
    expect(await sideBySide([1, 2], [], async (_, item) => item)).toEqual([]);
  });

  it("throws a failure when the others are done, and takes nothing more", async () => {
    const done: number[] = [];
    const work = sideBySide(["a", "b"], [0, 1, 2, 3, 4, 5], async (_, item) => {
      if (item === 1) throw new Error("one is broken");
      for (let turn = 0; turn < 5; turn++) await soon();
      done.push(item);
    });
    await expect(work).rejects.toThrow("one is broken");
    expect(done).toEqual([0]);
  });
});
