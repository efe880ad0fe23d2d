import { readFileSync } from "node:fs";
import path from "node:path";
import { lexiconOf } from "@/intake/names/lexicon";
import { readArticle } from "@/intake/read-article";
import { namesOfDossier } from "./lexicons";
import { predictionOf } from "./predictions";

/**
 * Short news texts in one file, each `@ DAY`, the text, and `=> device seller status; …` with what is right: `carried/ended`
 * where either is, `…/-` where it may go unsaid. Read with the dossier's names.
 */
export type ShortFigures = {
  readonly texts: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** "FALSE …" and "MISSED …", below the headline of their text. */
  readonly wrong: readonly string[];
};

/** The project's own. */
export const SHORT_NEWS = path.join(import.meta.dirname, "short", "news.txt");

type Expected = { readonly pair: string; readonly statuses: readonly string[] };

const expectedOf = (list: string): Expected[] =>
  list
    .split(";")
    .map((one) => one.trim().split(" "))
    .flatMap(([device, seller, statuses]) =>
      device && seller && statuses ? [{ pair: `${device} ${seller}`, statuses: statuses.split("/") }] : [],
    );

/** Reads the texts of a file and counts changes that are right, false and missed. Throws when a text is refused. */
export function scoreShort(file: string): ShortFigures {
  const lexicon = lexiconOf(namesOfDossier());
  const wrong: string[] = [];
  const count = { texts: 0, right: 0, false: 0, missed: 0 };
  for (const block of readFileSync(file, "utf8").split(/^@ /m).slice(1)) {
    const [day = "", ...lines] = block.split("\n");
    const [text = "", list = ""] = lines.join("\n").split("\n=>");
    const outcome = readArticle(text.trim(), { publisher: null, published: day.trim() }, lexicon);
    if (!outcome.ok) throw new Error(outcome.message);
    const expected = expectedOf(list);
    const found = predictionOf(outcome.reading).changes.map((change) => {
      const { carrier, retailer } = change as { readonly carrier?: string; readonly retailer?: string };
      return { pair: `${change.device} ${carrier ?? retailer}`, status: change.status };
    });
    const fits = (one: Expected, { pair, status }: (typeof found)[number]) =>
      one.pair === pair && one.statuses.includes(status);
    const bad = found.filter((change) => !expected.some((one) => fits(one, change)));
    const missed = expected.filter(
      (one) => !one.statuses.includes("-") && !found.some((change) => fits(one, change)),
    );
    count.texts += 1;
    count.right += found.length - bad.length;
    count.false += bad.length;
    count.missed += missed.length;
    if (bad.length + missed.length > 0) wrong.push(text.trim().split("\n")[0] ?? "");
    wrong.push(...bad.map(({ pair, status }) => `  FALSE  ${pair} ${status}`));
    wrong.push(...missed.map(({ pair, statuses }) => `  MISSED ${pair} ${statuses.join("/")}`));
  }
  const precision = count.right / (count.right + count.false);
  const recall = count.right / (count.right + count.missed);
  return {
    texts: count.texts,
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    wrong,
  };
}
