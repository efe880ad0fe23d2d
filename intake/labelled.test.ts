import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { scoreOf } from "@/bench/intake/score-folder";
import { SHORT_NEWS, scoreShort } from "@/bench/intake/short";

/** The aims of the intake, on the labelled articles of the project, and on the seed article where it is at hand. */
const bench = path.resolve(import.meta.dirname, "..", "bench", "intake");
const shared =
  process.env.INTAKE_ARTICLES ?? path.resolve(import.meta.dirname, "..", "..", "shared", "data", "articles");

describe.each(["articles", "own"])("the labelled texts in bench/intake/%s", (folder) => {
  const figures = scoreOf(path.join(bench, folder));

  it("are read as labelled: at least nine changes in ten, eight with their dates", () => {
    expect(figures.changes.f1).toBeGreaterThanOrEqual(0.9);
    expect(figures.changesWithDate.f1).toBeGreaterThanOrEqual(0.8);
  });

  it("tell how they know, and on whose reports they rest", () => {
    expect(figures.attribution.rate).toBeGreaterThanOrEqual(0.9);
    expect(figures.upstreamRecall.rate).toBeGreaterThanOrEqual(0.85);
  });

  it("tell who said what", () => {
    expect(figures.statements.f1).toBeGreaterThanOrEqual(0.75);
  });

  it("lead to no false proposal where nothing changes, and into hardly a trap", () => {
    expect(figures.negativesWithFalseProposal.rate).toBe(0);
    expect(figures.trapsSprung.rate).toBeLessThan(0.05);
  });
});

describe.each(["news-1", "news-2", "news-3", "news-4", "news-5", "news-6"])(
  "the long news of bench/intake/%s",
  (folder) => {
    it("is read about as well as when its round was closed", () => {
      const figures = scoreOf(path.join(bench, folder));
      expect(figures.changes.f1).toBeGreaterThanOrEqual(0.87);
      expect(figures.changes.precision).toBeGreaterThanOrEqual(0.92);
      expect(figures.attribution.rate).toBeGreaterThanOrEqual(0.85);
      expect(figures.negativesWithFalseProposal.rate).toBe(0);
    });
  },
);

describe("the short news texts in bench/intake/short/news.txt", () => {
  it("are read rightly in most of what they say, dense as they are", () => {
    const figures = scoreShort(SHORT_NEWS);
    expect(figures.precision).toBeGreaterThanOrEqual(0.88);
    expect(figures.recall).toBeGreaterThanOrEqual(0.84);
  });
});

describe("the seed article", () => {
  it.skipIf(!existsSync(path.join(shared, "00-seed.txt")))(
    "is read as labelled (skipped where ../shared/data/articles/00-seed.txt is not at hand)",
    () => {
      const figures = scoreOf(shared, (id) => id === "00-seed");
      expect(figures.changes).toMatchObject({ fp: 0, fn: 0 });
      expect(figures.attribution.rate).toBe(1);
      expect(figures.upstreamRecall.rate).toBe(1);
    },
  );

  it("is not part of the project", () => {
    const texts = ["articles", "own", "held"].flatMap((folder) =>
      readdirSync(path.join(bench, folder))
        .filter((file) => file.endsWith(".txt"))
        .map((file) => readFileSync(path.join(bench, folder, file), "utf8")),
    );
    expect(texts).toHaveLength(35);
    expect(texts.some((text) => text.includes("carrier-agnostic"))).toBe(false);
  });
});
