import { ARRIVING } from "@/intake/rules/arriving";
import { BENDING } from "@/intake/rules/bending";
import { WORD_CLASSES } from "@/intake/rules/classes";
import { DROPPING } from "@/intake/rules/dropping";
import { PHONES, SELLERS } from "@/intake/rules/nouns";
import { openingsOf } from "@/intake/rules/pattern";
import { PLANNING } from "@/intake/rules/planning";
import { indexOf } from "@/intake/rules/rule";
import { SELLING } from "@/intake/rules/selling";
import { STOPPING, USING } from "@/intake/rules/stopping";
import type { Token } from "@/intake/text/tokens";

export const DEEDS = [...DROPPING, ...STOPPING, ...USING, ...PLANNING, ...SELLING, ...ARRIVING];
export const deedIndex = indexOf(DEEDS);
export const bendIndex = indexOf(BENDING);

/** Verbs of saying. */
const SAYING: ReadonlySet<string> = new Set(
  "say tell state add note confirm announce write tweet post explain claim promise insist deny reject dismiss refute report declare reveal disclose comment decline refuse warn argue reply respond answer acknowledge admit suggest describe call speak expect believe think see hear know want give make add".split(
    " ",
  ),
);
const AUXILIARIES = "be have do will would can could may might shall should must 's 're 've 'll".split(" ");

/** Nouns with which rules begin; those that are verbs as well stay. */
const NOUNS: ReadonlySet<string> = new Set(
  [...SELLERS, ...PHONES, ...(WORD_CLASSES.shelf ?? []), ...(WORD_CLASSES.plan ?? [])].filter(
    (word) => !["launch", "plan", "list", "range", "contract"].includes(word),
  ),
);

const VERBS: ReadonlySet<string> = new Set([
  ...AUXILIARIES,
  ...SAYING,
  ..."won't isn't aren't wasn't weren't hasn't haven't doesn't don't didn't wouldn't couldn't can't cannot use belong play mean look seem remain like love become try stand follow ask need matter keep work allow let help face hold own serve reach cost test ban block".split(
    " ",
  ),
  ...DEEDS.flatMap((rule) => rule.patterns.flatMap((pattern) => openingsOf(pattern).words)).filter(
    (word) =>
      /^[a-z]+$/.test(word) &&
      !NOUNS.has(word) &&
      ![
        "so",
        "as",
        "on",
        "in",
        "no",
        "for",
        "not",
        "only",
        "currently",
        "exclusive",
        "exclusively",
        "available",
      ].includes(word),
  ),
]);

/** Whether a word can be the verb of a clause. A noun of the same spelling passes too. */
export const isVerbish = (token: Token | undefined): boolean =>
  token?.forms.some((form) => VERBS.has(form)) ?? false;

const ADVERBS: ReadonlySet<string> = new Set(
  "also too still now already then both all never ever once soon just only even itself themselves himself herself again later today yesterday not long ago since recently first finally".split(
    " ",
  ),
);
export const isAdverb = (token: Token | undefined): boolean =>
  token !== undefined && (ADVERBS.has(token.lower) || (token.lower.endsWith("ly") && token.lower.length > 4));
