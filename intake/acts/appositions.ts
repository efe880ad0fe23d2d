import type { Mention } from "@/intake/names/mention";
import type { Token } from "@/intake/text/tokens";
import { isAdverb, isVerbish } from "./verbs";

const APPOSED = new Set("the a an its one formerly".split(" "));
/** No apposition of a name is longer. */
const LONGEST = 16;

/** "Verizon, the launch partner for the Wing, said": the commas around what only describes the subject open no clause. */
export function appositionsOf(
  tokens: readonly Token[],
  to: number,
  mentions: readonly Mention[],
): Set<number> {
  const commas = new Set<number>();
  for (const mention of mentions) {
    const open = mention.to;
    if (tokens[open]?.text !== "," || !APPOSED.has(tokens[open + 1]?.lower ?? "")) continue;
    let close = open + 1;
    while (close < to && close - open < LONGEST && !STOPS.has(tokens[close]?.text ?? "")) close += 1;
    if (tokens[close]?.text !== ",") continue;
    let verb = close + 1;
    while (isAdverb(tokens[verb])) verb += 1;
    const finite =
      AUXILIARY.test(tokens[verb]?.lower ?? "") || /(?:ed|s|said|told)$/.test(tokens[verb]?.lower ?? "");
    const within = tokens.slice(open + 1, close).some(({ lower }) => AUXILIARY.test(lower));
    if (verb < to && finite && !within && isVerbish(tokens[verb]))
      for (let i = open; i <= close; i++) commas.add(i);
  }
  return commas;
}
const STOPS = new Set([",", ";", ":", "–", "(", '"']);
const AUXILIARY =
  /^(?:is|are|was|were|has|have|had|will|would|can|could|may|might|does|do|did|won't|isn't|hasn't)$/;
