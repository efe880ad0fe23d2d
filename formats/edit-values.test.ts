import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  ATTRIBUTIONS,
  CARRIER_KINDS,
  DEVICE_KINDS,
  REASONS,
  RETAILER_KINDS,
  SOURCE_KINDS,
  STANCES,
  STATEMENT_STANCES,
  STATUSES,
} from "@/domain/status";
import { type Command, commandSchema } from "./commands";
import { commandsOf } from "./edit-commands";
import { linesOf } from "./edit-spec";
import { SPECS } from "./edit-specs";
import { filledFrom } from "./edit-values";

/** A command in its form and out again is the same command: what is mended is what was proposed. */

const slug = fc.constantFrom("one", "two-three", "four");
const words = fc.constantFrom("Some words", "a “quote” (bracketed)", "Größe 9+");
const orNull = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const day = fc.constantFrom("2018-01-30", "2018-01", "2017-11/2018-01", "../2018-01-30", "2018~");
const id = fc.uuid({ version: 4 });
const version = fc.nat(20);
const slugs = fc.uniqueArray(slug, { maxLength: 3 });
const evidence = fc.record({
  source: slug,
  stance: fc.constantFrom(...STANCES),
  attribution: fc.constantFrom(...ATTRIBUTIONS),
  speaker: orNull(words),
  quote: orNull(words),
  via: fc.oneof(
    fc.constant(null),
    fc.constant("not-named"),
    fc.uniqueArray(slug, { minLength: 1, maxLength: 2 }),
  ),
});
const supported = fc
  .array(evidence, { minLength: 1, maxLength: 3 })
  .map(([first, ...rest]) => [{ ...first, stance: "supports" }, ...rest]);
const status = {
  status: fc.constantFrom(...STATUSES),
  effective: day,
  effectiveWords: orNull(words),
  targetWords: orNull(words),
  reasons: fc.uniqueArray(fc.constantFrom(...REASONS), { maxLength: 3 }),
  exclusive: fc.constantFrom(true, false, null),
  policyActions: slugs,
  note: orNull(words),
  evidence: supported,
};
const withTarget = fc.record({ ...status, status: fc.constant("planned"), target: orNull(day) });
const without = fc.record({ ...status, target: fc.constant(null) });
const statusContent = fc.oneof(withTarget, without);
const kind = <K extends string>(k: K, more: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record({ kind: fc.constant(k), id, ...more });
const aliases = fc.uniqueArray(
  fc.record({
    kind: fc.constantFrom("name", "model", "code-name"),
    text: fc.constantFrom("AB-1", "Long Name"),
  }),
  { maxLength: 2, selector: (a) => a.kind + a.text },
);
const country = fc.constantFrom("US", "JP");
const why = words;
const command = fc.oneof(
  fc
    .tuple(kind("record-status", { device: slug, carrier: slug, version }), statusContent)
    .map(([a, b]) => ({ ...b, ...a })),
  fc
    .tuple(kind("correct-status", { corrects: id, version, why }), statusContent)
    .map(([a, b]) => ({ ...b, ...a })),
  kind("retract-status", { claim: id, version, why }),
  kind("add-evidence", { claim: id, version, evidence }),
  kind("retract-evidence", { evidence: id, version, why }),
  kind("record-listing", {
    device: slug,
    retailer: slug,
    market: country,
    from: day,
    to: orNull(day),
    note: orNull(words),
    evidence: supported,
  }),
  kind("correct-listing", {
    corrects: id,
    why,
    from: day,
    to: orNull(day),
    note: orNull(words),
    evidence: supported,
  }),
  kind("end-listing", { listing: id, to: day, note: orNull(words), evidence: supported }),
  kind("retract-listing", { listing: id, why }),
  kind("correct-statement", {
    corrects: id,
    why,
    speaker: words,
    org: words,
    date: day,
    about: fc.record({
      device: slug,
      carrier: orNull(slug),
      manufacturer: orNull(slug),
      policyAction: orNull(slug),
    }),
    stance: fc.constantFrom(...STATEMENT_STANCES),
    quote: orNull(words),
    summary: words,
    source: slug,
  }),
  kind("retract-statement", { statement: id, why }),
  kind("edit-manufacturer", { slug, version, name: words, country, parent: orNull(words), aliases }),
  kind("edit-carrier", {
    slug,
    version,
    name: words,
    country,
    carrierKind: fc.constantFrom(...CARRIER_KINDS),
    host: orNull(slug),
    parent: orNull(words),
    aliases,
  }),
  kind("edit-retailer", {
    slug,
    version,
    name: words,
    country,
    retailerKind: fc.constantFrom(...RETAILER_KINDS),
    aliases,
  }),
  kind("edit-device", {
    slug,
    version,
    manufacturer: slug,
    name: words,
    deviceKind: fc.constantFrom(...DEVICE_KINDS),
    announced: orNull(day),
    aliases,
  }),
  kind("edit-source", {
    slug,
    version,
    publisher: words,
    title: orNull(words),
    url: fc.constantFrom(null, "https://news.example/a"),
    author: orNull(words),
    published: day,
    sourceKind: fc.constantFrom(...SOURCE_KINDS),
    lang: fc.constant("en"),
    seen: fc.boolean(),
    cites: slugs,
  }),
  kind("edit-policy-action", {
    slug,
    version,
    title: words,
    issuer: words,
    date: day,
    summary: words,
    affects: slugs,
    sources: slugs,
  }),
  kind("retract-source", { slug, version, on: day, why }),
);

test("a command in its form and out again is the same command", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(command, (drawn) => {
      const read = commandSchema.safeParse(drawn);
      fc.pre(read.success);
      const sent = read.data as Command;
      seen.add(sent.kind);
      const filled = filledFrom(sent, (_, s) => `The ${s}`);
      if (!filled) throw new Error(`${sent.kind} has no form.`);
      const values = { ...filled.values, target_id: filled.target, version: String(filled.version) };
      const made = commandsOf(filled.form, {
        values,
        checks: filled.checks,
        refs: refsOf(filled.form, values),
        today: "2026-11-25",
        idOf: (word) => (word === "" ? sent.id : randomUUID()),
      });
      expect(made.problems).toEqual([]);
      expect(made.commands).toEqual([sent]);
    }),
    { numRuns: 600 },
  );
  expect(seen.size).toBeGreaterThan(14);
});

/** As app/edit/read-form.ts finds them, where every slug in brackets is on record. */
function refsOf(
  form: keyof typeof SPECS,
  values: Readonly<Record<string, string>>,
): Record<string, string[]> {
  const refs: Record<string, string[]> = {};
  const read = (field: string) => {
    refs[field] = linesOf(values[field]).map((line) => /\(([a-z0-9-]+)\)$/.exec(line)?.[1] ?? line);
  };
  for (const spec of SPECS[form]) {
    if (spec.type === "ref" || spec.type === "refs") read(spec.name);
    if (spec.type !== "evidence") continue;
    for (let row = 0; row < Number(values.evidenceCount ?? "1"); row++)
      for (const part of ["source", "via"]) read(`evidence.${row}.${part}`);
  }
  return refs;
}
