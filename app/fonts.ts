import localFont from "next/font/local";

/**
 * Plex, by script; only the Latin files are preloaded. `optional`: text keeps the type that it was first drawn in, so that
 * nothing moves when a file comes late; the next page has it. The package's own style sheet is left out, since it swaps: a
 * Latin file that was late for the first family came again for the second, and moved the page. Ranges are the package's, less
 * rare signs; Vietnamese and the letters of other Cyrillic languages fall to the reader's own type.
 */
const plexSans = localFont({
  src: "../node_modules/@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-standard-normal.woff2",
  weight: "100 700",
  display: "optional",
  variable: "--font-plex-sans",
  adjustFontFallback: false,
  declarations: [{ prop: "font-stretch", value: "85% 100%" }],
});

const plexLatinExt = localFont({
  src: "../node_modules/@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-ext-standard-normal.woff2",
  weight: "100 700",
  display: "optional",
  preload: false,
  variable: "--font-plex-latin-ext",
  adjustFontFallback: false,
  declarations: [
    { prop: "font-stretch", value: "85% 100%" },
    { prop: "unicode-range", value: "U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+1E00-1E9F, U+20A0-20C0" },
  ],
});

const plexCyrillic = localFont({
  src: "../node_modules/@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-cyrillic-standard-normal.woff2",
  weight: "100 700",
  display: "optional",
  preload: false,
  variable: "--font-plex-cyrillic",
  adjustFontFallback: false,
  declarations: [
    { prop: "font-stretch", value: "85% 100%" },
    { prop: "unicode-range", value: "U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116" },
  ],
});

const plexGreek = localFont({
  src: "../node_modules/@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-greek-standard-normal.woff2",
  weight: "100 700",
  display: "optional",
  preload: false,
  variable: "--font-plex-greek",
  adjustFontFallback: false,
  declarations: [
    { prop: "font-stretch", value: "85% 100%" },
    { prop: "unicode-range", value: "U+0370-03FF" },
  ],
});

const plexMono = localFont({
  src: "../node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2",
  weight: "400",
  display: "optional",
  variable: "--font-plex-mono",
  adjustFontFallback: false,
});

/** The classes that give the page its families, for app/tokens.css. */
export const FONTS = [plexSans, plexLatinExt, plexCyrillic, plexGreek, plexMono]
  .map(({ variable }) => variable)
  .join(" ");
