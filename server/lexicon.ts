import { namesStamp, recordNames } from "@/data/read/record-names";
import { type Lexicon, lexiconOf } from "@/intake/names/lexicon";
import { db } from "./db";

/** On `globalThis`, since Next's route bundles hold module copies of their own. */
const kept = globalThis as { rangebookLexicon?: { stamp: string; lexicon: Lexicon } };

/** The names of the record, made ready for reading articles; made anew once anything was recorded. */
export async function lexicon(): Promise<Lexicon> {
  const stamp = await namesStamp(db());
  if (kept.rangebookLexicon?.stamp !== stamp) {
    kept.rangebookLexicon = { stamp, lexicon: lexiconOf(await recordNames(db())) };
  }
  return kept.rangebookLexicon.lexicon;
}
