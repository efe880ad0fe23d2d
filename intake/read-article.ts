import { type Day, parseEdtf } from "@/domain/edtf";
import { articleOf } from "./acts/article";
import { groupsOf } from "./acts/groups";
import { readFacts } from "./acts/read";
import { sceneOf } from "./acts/scene";
import { settle } from "./acts/settle";
import type { Lexicon } from "./names/lexicon";
import type { ReadingOutcome } from "./proposal";
import { proposalsOf } from "./propose";
import { mastheadOf } from "./source/masthead";
import { clean } from "./text/clean";
import { listen } from "./voices/listen";

/** What is given with a text; what is null is looked for in it. `published`: a day, YYYY-MM-DD. */
export type Given = { readonly publisher: string | null; readonly published: Day | null };

/**
 * Reads an article: by rules over the names of the record, without network or chance, in time proportional to its length.
 * Proposes only what the text names. Refused with a sentence when it is empty, too long, or of no known day.
 */
export function readArticle(text: string, given: Given, lexicon: Lexicon): ReadingOutcome {
  const cleaned = clean(text);
  if (!cleaned.ok) return cleaned;
  const masthead = mastheadOf(cleaned.text, given, lexicon);
  const published = masthead.published;
  if (!published) {
    return {
      ok: false,
      message: "The text does not say when it was published. Write the day, as in 2018-01-30.",
    };
  }
  const day = parseEdtf(published);
  if (!day.ok) return { ok: false, message: day.message };
  const article = articleOf(cleaned.text, day.value.latest, masthead.publisher ?? "", lexicon);
  const scene = sceneOf(article, groupsOf(article, lexicon.entities));
  const { facts, fates, parsed } = readFacts(article, scene);
  const voices = listen(article, scene, facts, lexicon);
  return {
    ok: true,
    reading: proposalsOf(article, scene, settle(article, facts, fates), voices, masthead, parsed, text),
  };
}
