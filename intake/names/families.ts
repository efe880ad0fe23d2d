import { nameKey } from "@/domain/names";
import type { Token } from "@/intake/text/tokens";
import type { Entity, Lexicon } from "./lexicon";
import type { Mention } from "./mention";

/** How often a text names each device by a name of its own. */
function counts(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  lexicon: Lexicon,
): Map<Entity, number> {
  const found = new Map<Entity, number>();
  for (const mention of mentions) {
    const [entity] = mention.entities;
    if (mention.sort !== "name" || entity?.kind !== "device") continue;
    if (!lexicon.families.has(keyOf(tokens, mention))) found.set(entity, (found.get(entity) ?? 0) + 1);
  }
  return found;
}

const keyOf = (tokens: readonly Token[], mention: Mention): string =>
  tokens
    .slice(mention.from, mention.to)
    .map((token) => token.key)
    .join("");

/**
 * "iPhone" is the name of the first one and of all of them: where the text names one of the family in full, it is that
 * one; else it could be any, and the first is asked for.
 */
export function withFamilies(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  lexicon: Lexicon,
): Mention[] {
  const named = counts(tokens, mentions, lexicon);
  return mentions.map((mention) => {
    if (mention.entities[0]?.kind !== "device") return mention;
    const key = keyOf(tokens, mention);
    const [first] = mention.entities;
    // A name that the record writes without a bracket, such as P10 beside P10 Plus, is that device's own.
    const isOwn =
      first?.kind !== "device" ||
      !first.name.includes("(") ||
      first.aliases.some((alias) => nameKey(alias) === key);
    if (mention.sort !== "name" || !lexicon.families.has(key) || isOwn) return mention;
    const inFamily = (entity: Entity) =>
      nameKey(entity.name).includes(key) && !mention.entities.includes(entity);
    const inText = [...named].filter(([entity]) => inFamily(entity)).sort((a, b) => b[1] - a[1]);
    if (inText[0]) return { ...mention, entities: [inText[0][0]] };
    const kin = lexicon.entities.filter((entity) => entity.kind === "device" && inFamily(entity));
    return { ...mention, entities: [...mention.entities, ...kin.slice(0, 7)] };
  });
}
