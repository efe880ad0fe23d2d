const NAMES = new Intl.DisplayNames("en", { type: "region", fallback: "code" });

/** "US" → "United States"; a code that nobody knows stays as it is. */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (NAMES.of(code) ?? code) : code;
}
