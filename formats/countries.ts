const NAMES = new Intl.DisplayNames("en", { type: "region", fallback: "code" });

/** "US" → "United States"; a code that nobody knows stays as it is. */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (NAMES.of(code) ?? code) : code;
}

/**
 * A carrier's name where its country stands above it: "Vodafone UK" → "Vodafone", "Telekom Deutschland" → "Telekom". The
 * country goes by its English name, its code or what it calls itself; a name that says more stays whole.
 */
export function nameWithin(name: string, country: string): string {
  const place = placesOf(country).find((word) => name.endsWith(` ${word}`));
  return place ? name.slice(0, -place.length - 1) : name;
}

const places = new Map<string, readonly string[]>();

function placesOf(country: string): readonly string[] {
  const known = places.get(country);
  if (known) return known;
  const found = [countryName(country), country];
  if (country === "GB") found.push("UK");
  if (/^[A-Z]{2}$/.test(country)) {
    const { language } = new Intl.Locale(`und-${country}`).maximize();
    found.push(new Intl.DisplayNames(language, { type: "region" }).of(country) ?? country);
  }
  places.set(country, found);
  return found;
}
