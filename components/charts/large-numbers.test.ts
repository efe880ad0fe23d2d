import fc from "fast-check";
import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { STATUSES } from "@/domain/status";
import { followedOf } from "@/domain/survival";
import { roomFor } from "./chart";
import { SurvivalPlot } from "./survival-plot";
import { TrendPlot } from "./trend-plot";

/** However large a record grows, the labels of its charts stay inside the picture and apart from each other. */

type Label = { readonly text: string; readonly from: number; readonly to: number; readonly y: number };

/** The texts of a drawing with the room that each takes. */
function labelsOf(drawing: ReactNode): Label[] {
  const markup = renderToStaticMarkup(drawing);
  return [...markup.matchAll(/<text([^>]*)>(.*?)<\/text>/g)].map(([, attributes = "", inner = ""]) => {
    const of = (name: string) => new RegExp(` ?${name}="([^"]*)"`).exec(attributes)?.[1];
    const text = inner.replace(/<[^>]*>/g, "");
    const [x, y, room] = [Number(of("x")), Number(of("y")), roomFor(text)];
    const from = { end: x - room, middle: x - room / 2 }[of("text-anchor") ?? ""] ?? x;
    return { text, from, to: from + room, y };
  });
}

const counts = (n: number) =>
  Object.fromEntries(STATUSES.map((s) => [s, n])) as Record<(typeof STATUSES)[number], number>;
const WIDTHS = fc.constantFrom(380, 440, 640, 880);
/** Up to ten million deals. */
const MANY = fc.integer({ min: 0, max: 7 }).map((digits) => 9 * 10 ** digits);

describe("labels of charts", () => {
  it("of the trend stand inside the picture", () => {
    fc.assert(
      fc.property(MANY, WIDTHS, (n, width) => {
        const points = ["2012-01-01", "2020-01-01", "2026-01-01"].map((day) => ({ day, counts: counts(n) }));
        const labels = labelsOf(
          createElement(TrendPlot, { points, flags: [], width, height: 300, hrefOf: null }),
        );
        for (const label of labels.filter(({ text }) => /[\d,]{3}|[A-Z] /.test(text))) {
          expect(label.from).toBeGreaterThanOrEqual(0);
          expect(label.to).toBeLessThanOrEqual(width);
        }
      }),
    );
  });

  it("of plans at risk stand apart", () => {
    fc.assert(
      fc.property(MANY, WIDTHS, (n, width) => {
        const plans = followedOf([
          { time: 1_400, ended: true, n },
          { time: 2_000, ended: false, n },
        ]);
        const labels = labelsOf(
          createElement(SurvivalPlot, {
            shortest: plans,
            longest: plans,
            width,
            height: 240,
            hrefOf: null,
          }),
        );
        for (const row of [...new Set(labels.map(({ y }) => y))]) {
          const own = labels
            .filter(({ y, text }) => y === row && /^[\d,]+$/.test(text))
            .sort((a, b) => a.from - b.from);
          for (const [i, label] of own.entries())
            if (i > 0) expect(label.from).toBeGreaterThanOrEqual(own[i - 1]?.to ?? 0);
        }
      }),
    );
  });
});
