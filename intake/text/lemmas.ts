/** Forms that no ending explains. */
const IRREGULAR: Readonly<Record<string, string>> = {
  sold: "sell",
  began: "begin",
  begun: "begin",
  withdrew: "withdraw",
  withdrawn: "withdraw",
  went: "go",
  gone: "go",
  goes: "go",
  got: "get",
  gotten: "get",
  had: "have",
  has: "have",
  having: "have",
  took: "take",
  taken: "take",
  said: "say",
  told: "tell",
  gave: "give",
  given: "give",
  left: "leave",
  made: "make",
  brought: "bring",
  bought: "buy",
  came: "come",
  kept: "keep",
  held: "hold",
  ran: "run",
  chose: "choose",
  chosen: "choose",
  struck: "strike",
  stricken: "strike",
  fell: "fall",
  fallen: "fall",
  wrote: "write",
  written: "write",
  was: "be",
  were: "be",
  is: "be",
  are: "be",
  been: "be",
  being: "be",
  am: "be",
  did: "do",
  done: "do",
  does: "do",
  shelves: "shelf",
  shelved: "shelve",
  shelving: "shelve",
  became: "become",
  meant: "mean",
  thought: "think",
  knew: "know",
  known: "know",
  found: "find",
  saw: "see",
  seen: "see",
  shown: "show",
  spoke: "speak",
  spoken: "speak",
  threw: "throw",
  thrown: "throw",
  drew: "draw",
  drawn: "draw",
  broke: "break",
  broken: "break",
  lost: "lose",
  won: "win",
  stuck: "stick",
  stood: "stand",
  rose: "rise",
  grew: "grow",
  forgot: "forget",
  denies: "deny",
  denied: "deny",
  tied: "tie",
  led: "lead",
  met: "meet",
  read: "read",
  heard: "hear",
  paid: "pay",
  laid: "lay",
  lay: "lie",
  dies: "die",
  dying: "die",
  bailed: "bail",
  axed: "axe",
  axes: "axe",
  axing: "axe",
  nixes: "nix",
  phones: "phone",
  devices: "device",
  sales: "sale",
  models: "model",
  "they've": "have",
  "we've": "have",
}; // prettier-ignore

const VOWEL = /[aeiou]/;

/** "stopped" without its ending is "stopp", "stop"; "launching" is "launch", "launche"; "carries" is "carry". */
function stems(word: string): string[] {
  const cut = (n: number) => word.slice(0, word.length - n);
  const found: string[] = [];
  const bare = (stem: string) => {
    if (stem.length < 2 || !VOWEL.test(stem)) return;
    found.push(stem, `${stem}e`);
    if (stem.length > 3 && stem.at(-1) === stem.at(-2)) found.push(stem.slice(0, -1));
  };
  if (word.endsWith("ies") || word.endsWith("ied")) found.push(`${cut(3)}y`);
  if (word.endsWith("es")) found.push(cut(2));
  if (word.endsWith("s") && !word.endsWith("ss")) found.push(cut(1));
  if (word.endsWith("ed")) bare(cut(2));
  if (word.endsWith("ing") && word.length > 4) bare(cut(3));
  return found;
}

const SEEN = new Map<string, readonly string[]>();

/** The word in small letters and all forms that it may come from. A guess too many does no harm: rules name real words. */
export function lemmasOf(lower: string): readonly string[] {
  const known = SEEN.get(lower);
  if (known) return known;
  const forms = Object.hasOwn(IRREGULAR, lower)
    ? [lower, IRREGULAR[lower] as string, ...(lower.endsWith("s") ? stems(lower) : [])]
    : lower.length > 3 && lower.length < 30
      ? [lower, ...stems(lower)]
      : [lower];
  if (SEEN.size < 5000) SEEN.set(lower, forms);
  return forms;
}
