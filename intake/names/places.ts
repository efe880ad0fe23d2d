/** Words of a text that say where it plays, by country (ISO 3166-1). Small letters; several words with one blank. */
const PLACES: Readonly<Record<string, string>> = {
  US: "us|u.s.|usa|america|american|americans|united states|stateside|washington|new york|san francisco|las vegas|chicago",
  GB: "uk|u.k.|britain|british|briton|britons|england|london|united kingdom|across the atlantic|across the pond|scotland",
  IN: "india|indian|indians|mumbai|delhi|new delhi|bangalore|rupee|rupees|rs",
  AU: "australia|australian|australians|sydney|melbourne|canberra",
  DE: "germany|german|germans|deutschland|berlin|munich|düsseldorf|bonn",
  FR: "france|french|paris",
  ES: "spain|spanish|españa|madrid|barcelona",
  IT: "italy|italian|italians|italia|rome|milan",
  IE: "ireland|irish|dublin",
  CA: "canada|canadian|canadians|toronto|ottawa|montreal|vancouver",
  JP: "japan|japanese|tokyo|yen",
  KR: "korea|korean|koreans|south korea|seoul",
  CN: "china|chinese|beijing|shanghai|shenzhen",
  TW: "taiwan|taiwanese|taipei",
  HK: "hong kong",
  RU: "russia|russian|russians|moscow",
  PL: "poland|polish|polska|warsaw",
  NL: "netherlands|dutch|amsterdam",
  FI: "finland|finnish|helsinki",
  SE: "sweden|swedish|stockholm",
  CH: "switzerland|swiss|zurich",
  AT: "austria|austrian|vienna",
  NZ: "new zealand|zealand|auckland|nz",
  BR: "brazil|brazilian|brasil|são paulo",
  CO: "colombia|colombian|bogotá",
  VE: "venezuela|venezuelan",
  MX: "mexico|mexican|méxico",
  GR: "greece|greek|athens",
  HU: "hungary|hungarian|budapest",
  ZA: "south africa|south african|johannesburg",
  SG: "singapore",
  PT: "portugal|portuguese|lisbon",
  TR: "turkey|turkish|istanbul",
  ID: "indonesia|indonesian|jakarta",
  PH: "philippines|manila",
};

/** From word to country. */
export const placeWords: ReadonlyMap<string, string> = new Map(
  Object.entries(PLACES).flatMap(([country, words]) =>
    words.split("|").map((word) => [word, country] as const),
  ),
);

/** The end of a publisher's address: mobilenews.co.uk writes about Britain. */
export const PLACE_OF_DOMAIN: Readonly<Record<string, string>> = {
  ".co.uk": "GB",
  ".uk": "GB",
  ".com.au": "AU",
  ".ca": "CA",
  ".in": "IN",
  ".de": "DE",
  ".ie": "IE",
  ".co.nz": "NZ",
};
