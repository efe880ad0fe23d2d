import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameKey } from "@/domain/names";
import { DEEDS } from "./acts/verbs";
import { lexiconOf } from "./names/lexicon";
import { NICKNAMES } from "./names/nicknames";
import { readArticle } from "./read-article";
import { dossier, dossierNames, PUBLISHED } from "./testing/dossier";
import { PHRASES } from "./testing/phrases";
import { STORIES } from "./testing/stories";

/**
 * The intake never proposes what the text does not name. Texts are put together from real sentences and rules' examples,
 * read with a random part of the record's names, so that most of what the sentences name is unknown.
 */
const sentences = [
  ...Object.values(PHRASES).flatMap((list) => list.map(([text]) => text)),
  ...STORIES.flatMap(([text]) => text.split(/(?<=[.!?]) |\n+/)),
  ...DEEDS.map(({ example }) => example),
];
const entities = dossierNames.entities;

/** All that may stand in a text for an entity: its names, their last words, for a carrier its nickname, for a shop its maker. */
function isNamed(slug: string, text: string): boolean {
  const entity = entities.find((one) => one.slug === slug);
  if (!entity) return false;
  const key = nameKey(text);
  const bare = (name: string) => name.replace(/\s*\([^)]*\)\s*$/, "").replace(/\.co\.\w{2}$/, "");
  const names = [entity.name, ...entity.aliases].flatMap((name) => [name, bare(name)]);
  const maker = entities.find((one) => one.kind === "manufacturer" && one.slug === entity.maker);
  const shorter = names.flatMap((name) => {
    const words = bare(name).split(" ");
    const places =
      entity.kind === "carrier" || entity.kind === "retailer" ? [words.slice(0, -1), words.slice(0, -2)] : [];
    const withoutMaker = maker ? [words.slice(maker.name.split(" ").length), words.slice(1)] : [];
    return [...places, ...withoutMaker].map((some) => some.join(" "));
  });
  const all = [...names, ...shorter, ...(NICKNAMES[nameKey(entity.name)] ?? [])]
    .map(nameKey)
    .filter((name) => name !== "");
  // "iPhone 5s and 5c": the first words of a name stand once for both.
  const split = names.map((name) => bare(name).split(" ").map(nameKey));
  return (
    all.some((name) => key.includes(name)) || split.some((words) => words.every((word) => key.includes(word)))
  );
}

describe("what is proposed", () => {
  it("is named in the text, whatever the record knows", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 8 }),
        fc.array(fc.boolean(), { minLength: entities.length, maxLength: entities.length }),
        (parts, kept) => {
          const text = parts.join(" ");
          const lexicon = lexiconOf({
            entities: entities.filter((_, n) => kept[n]),
            publishers: dossierNames.publishers,
          });
          const outcome = readArticle(text, { publisher: "X", published: PUBLISHED }, lexicon);
          if (!outcome.ok) return;
          for (const { device, seller } of outcome.reading.changes) {
            expect(isNamed(seller.slug, text), `${seller.slug} in: ${text}`).toBe(true);
            const slug =
              device.kind === "known" ? device.slug : device.kind === "brand" ? device.maker : null;
            if (slug) expect(isNamed(slug, text), `${slug} in: ${text}`).toBe(true);
            if (device.kind === "new") expect(text).toContain(device.name);
          }
          for (const { org } of outcome.reading.statements)
            expect(isNamed(org.slug, text), `${org.slug} in: ${text}`).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);

  it("stands in the text, passage by passage", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 8 }), (parts) => {
        const text = parts.join("\n");
        const outcome = readArticle(text, { publisher: "X", published: PUBLISHED }, dossier);
        if (!outcome.ok) return;
        const { changes, statements, notRead, upstream } = outcome.reading;
        const passages = [
          ...changes.flatMap(({ passage, also, effective, target }) => [
            passage,
            ...also,
            effective.passage,
            target?.passage,
          ]),
          ...[...statements, ...notRead, ...upstream].map(({ passage }) => passage),
        ];
        for (const passage of passages)
          if (passage) expect(text.slice(passage.start, passage.end)).toBe(passage.text);
        for (const { quote } of statements) expect(quote?.split(/\s+/).length ?? 0).toBeLessThanOrEqual(20);
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
