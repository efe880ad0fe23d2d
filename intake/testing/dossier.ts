import { namesOfDossier } from "@/bench/intake/lexicons";
import { lexiconOf } from "@/intake/names/lexicon";
import type { Reading } from "@/intake/proposal";
import { readArticle } from "@/intake/read-article";

/** The names that the project ships. */
export const dossierNames = namesOfDossier();
export const dossier = lexiconOf(dossierNames);

/** Friday 15 June 2018: the day on which the tests' texts are published. */
export const PUBLISHED = "2018-06-15";

/** Reads a text that is not refused, with the dossier's names. */
export function read(text: string, publisher: string | null = "The Paper (sample)"): Reading {
  const outcome = readArticle(text, { publisher, published: PUBLISHED }, dossier);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.reading;
}

/** What a reading says of devices of the record: "device seller status". One of many sellers, which is asked, is not said. */
export const said = (reading: Reading): string[] =>
  reading.changes.flatMap(({ device, seller, status, questions }) =>
    device.kind === "new" || questions.some(({ about, options }) => about === "seller" && options.length > 2)
      ? []
      : [`${device.kind === "brand" ? `${device.maker}:*` : device.slug} ${seller.slug} ${status}`],
  );
