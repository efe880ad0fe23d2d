import { nameKey } from "@/domain/names";
import { FLAGSHIP } from "./size";

/** Invented names that read like real ones. Whoever finds a real company in here has found a coincidence. */

const words = (text: string): string[] => text.split(" ");

export const COUNTRIES = words(
  "US DE GB FR JP KR IN BR MX CA AU IT ES NL SE NO FI DK PL CZ AT CH BE PT IE GR TR ZA EG NG KE AE SA IL ID TH VN MY PH NZ",
);

const HEADS = words(
  "Ar Bel Bry Cor Dar El Fen Gal Hal Ith Jor Kel Lor Mar Nor Or Osk Per Quil Ral Sor Tal Ul Ver Wil Xan Yor Zel",
);
const TAILS = words("vex tra lion mont dia ron vane nix leth dor ima que sko bane tis");
const SERIES = words(
  "Aria Bravo Crest Drift Ember Flux Glide Halo Iris Juno Kite Lumen Mira Nova Orbit Pulse",
);
const VARIANTS = ["", " Lite", " Pro", " Plus", " Ultra", " Max", " Mini", " SE"];

/** Distinct invented makers; the first is the flagship's. */
export function brandNames(count: number): string[] {
  const all = HEADS.flatMap((head) => TAILS.map((tail) => head + tail));
  // Every 17th, round and round (17 divides not their number): neighbours begin differently.
  return [FLAGSHIP.brand, ...all.map((_, i) => all[(i * 17) % all.length] ?? "")].slice(0, count);
}

/** Distinct models of one maker, in the order of their generations. */
export function deviceNames(brand: string, count: number): string[] {
  const first = [...brand].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  const series = [0, 3, 7].map((step) => SERIES[(first + step * 5) % SERIES.length] ?? "Aria");
  const names: string[] = [];
  for (let generation = 1; names.length < count; generation++)
    for (const line of series)
      for (const variant of VARIANTS.slice(0, 2 + ((generation + first) % 6)))
        names.push(`${brand} ${line} ${generation}${variant}`);
  return names.slice(0, count);
}

const CARRIER_HEADS = words(
  "Aurora Beacon Cobalt Delta Elm Falcon Granite Harbor Indigo Juniper Kestrel Lark Magnet North Opal Pioneer Quartz River Summit Tern Umbra Vista Willow Zephyr",
);
const CARRIER_TAILS = words("Mobile Tel Wireless Cell Connect Telecom");

/** Distinct carriers of one country. */
export const carrierNames = (country: string, count: number): string[] => {
  const start = [...country].reduce((sum, letter) => sum * 7 + letter.charCodeAt(0), 0);
  return Array.from({ length: count }, (_, i) => {
    const head = CARRIER_HEADS[(start + i * 5) % CARRIER_HEADS.length];
    const tail = CARRIER_TAILS[(start + i + Math.floor(i / CARRIER_HEADS.length)) % CARRIER_TAILS.length];
    return `${head} ${tail}`;
  });
};

export const retailerNames = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => {
    const head = CARRIER_HEADS[(i * 7) % CARRIER_HEADS.length];
    const tail = [
      "Electronics",
      "Direct",
      "Phone House",
      "Market",
      "Depot",
      "Outlet",
      "Online",
      "Stores",
      "Trade",
    ];
    return `${head} ${tail[Math.floor(i / CARRIER_HEADS.length) % tail.length]}`;
  });

/** Papers and wires that report on everybody. */
export const PUBLISHERS = words(
  "Northgate Harbour Meadow Signal Lantern Compass Anvil Beacon Prairie Summit",
).flatMap((place) =>
  ["Wire", "Ledger", "Handset Review", "Herald", "Tech Daily", "Observer"].map((kind) => `${place} ${kind}`),
);

export const PEOPLE = words("Ada Bo Chi Dara Eli Fay Gus Hana Ines Jon Kim Lea").flatMap((first) =>
  words("Abara Berg Costa Dunn Ek Falk").map((last) => `${first} ${last}`),
);

/** The name without what its slug may not hold; names here are plain. */
export const slugFor = (name: string): string => name.toLowerCase().replaceAll(" ", "-");

/** "Corvex Aria 3 Pro" has the model number "COA-3P17" or the like. */
export const modelOf = (name: string, number: number): string =>
  `${nameKey(name).slice(0, 3).toUpperCase()}-${String.fromCharCode(65 + (number % 26))}${String(number).padStart(3, "0")}`;
