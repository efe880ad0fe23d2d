/** The encodings that files come in, by the names that `TextDecoder` knows. */
export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252", "shift_jis"] as const;
export type Encoding = (typeof ENCODINGS)[number];
export const isEncoding = (text: string): text is Encoding => (ENCODINGS as readonly string[]).includes(text);

export const ENCODING_WORDS: Readonly<Record<Encoding, string>> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16, big-endian",
  "windows-1252": "Windows-1252 (Western European)",
  shift_jis: "Shift-JIS (Japanese)",
};
