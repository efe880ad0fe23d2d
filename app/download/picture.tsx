import type { Chart, PictureFoot } from "@/components/charts/chart";
import { pictureOf } from "@/components/charts/picture";
import { SymbolDefs } from "@/components/status/symbols";
import { resolveTokens } from "@/server/tokens";

const PAD = 24;

/**
 * A chart as a file of its own: the drawing of the page, with the shapes that it refers to, its colours written out (those of
 * the light theme, as on paper) and its fonts named.
 */
export async function svgOf(chart: Chart, foot: PictureFoot): Promise<string> {
  // Next keeps this package out of server components; a route may ask for it when it runs.
  const { renderToStaticMarkup } = await import("react-dom/server");
  const [width] = chart.widths;
  const { height, content } = pictureOf(chart, foot, width);
  const [whole, tall] = [width + 2 * PAD, Math.ceil(height) + 2 * PAD];
  const picture = renderToStaticMarkup(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${whole} ${tall}`}
      width={whole}
      height={tall}
      fontFamily="var(--font)"
      fontSize="11"
    >
      <title>{chart.title}</title>
      <SymbolDefs />
      <rect width={whole} height={tall} fill="var(--bg)" />
      <g transform={`translate(${PAD} ${PAD})`}>{content}</g>
    </svg>,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${resolveTokens(picture.replaceAll("var(--lane)", "var(--bg)"))}\n`;
}
