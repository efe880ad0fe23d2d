import path from "node:path";
import { renderAsync } from "@resvg/resvg-js";

/** The faces of the product as resvg reads them; no font of the machine is looked at, so every machine draws the same. */
const FONTS = ["IBMPlexSans-Regular.ttf", "IBMPlexSans-SemiBold.ttf"].map((file) =>
  path.resolve("server", "fonts", file),
);

/** A picture as PNG at twice its size, off the main thread. */
export async function pngOf(svg: string): Promise<Uint8Array> {
  const image = await renderAsync(svg, {
    fitTo: { mode: "zoom", value: 2 },
    font: { loadSystemFonts: false, fontFiles: FONTS, defaultFontFamily: "IBM Plex Sans" },
  });
  return image.asPng();
}
