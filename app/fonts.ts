import localFont from "next/font/local";

/**
 * The Latin files of Plex, preloaded. `optional`: text keeps the type that it was first drawn in, so that nothing moves
 * when a file comes late; the next page has it. Other scripts come from the package's own style sheet.
 */
export const plexSans = localFont({
  src: "../node_modules/@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-standard-normal.woff2",
  weight: "100 700",
  display: "optional",
  variable: "--font-plex-sans",
  adjustFontFallback: false,
  declarations: [{ prop: "font-stretch", value: "85% 100%" }],
});

export const plexMono = localFont({
  src: "../node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2",
  weight: "400",
  display: "optional",
  variable: "--font-plex-mono",
  adjustFontFallback: false,
});
