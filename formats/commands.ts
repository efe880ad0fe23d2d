import { z } from "zod";
import { parseEdtf } from "@/domain/edtf";
import { nameProblem, textProblem, urlProblem } from "@/domain/names";
import {
  ALIAS_KINDS,
  ATTRIBUTIONS,
  CARRIER_KINDS,
  DEVICE_KINDS,
  MERGED_KINDS,
  REASONS,
  RETAILER_KINDS,
  SOURCE_KINDS,
  STANCES,
  STATEMENT_STANCES,
  STATUSES,
  THING_KINDS,
} from "@/domain/status";

/**
 * The one schema per command (docs/model.md, The one door). Every way in (forms, imports, intake, command line) makes these
 * objects and sends them through `data/write/door.ts`.
 *
 * References: entities, sources and policy actions by slug; claims by id. A command list may use the slug of
 * something that an earlier command of the same list creates. What a command creates has the command's own id.
 * `version` is the version of what the command was made from; 0 for a deal that does not exist yet. Listings and
 * statements have none: a claim is superseded at most once, and the second one is told so.
 */

const id = z.uuid("This id is not a UUID.").transform((s) => s.toLowerCase());
const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "An address name has small letters, digits and single hyphens.")
  .max(100, "An address name has at most 100 characters.");
const version = z.int().min(0);

/** Text of at most `limit` characters, trimmed; U+0000, lone surrogates and control characters are refused. */
const text = (limit: number) =>
  z
    .string()
    .trim()
    .min(1, "Write something here.")
    .check((ctx) => {
      const problem = textProblem(ctx.value, limit);
      if (problem) ctx.issues.push({ code: "custom", message: problem, input: ctx.value });
    });
const name = text(200).check((ctx) => {
  const problem = nameProblem(ctx.value);
  if (problem) ctx.issues.push({ code: "custom", message: problem, input: ctx.value });
});
const edtf = z.string().check((ctx) => {
  const read = parseEdtf(ctx.value);
  if (!read.ok) {
    ctx.issues.push({
      code: "custom",
      message: read.message,
      input: ctx.value,
      params: { refusal: "invalid-date" },
    });
  }
});
const url = z.string().check((ctx) => {
  const problem = urlProblem(ctx.value);
  if (problem)
    ctx.issues.push({
      code: "custom",
      message: problem,
      input: ctx.value,
      params: { refusal: "invalid-url" },
    });
});
const quote = text(4000).refine((q) => q.split(/\s+/).length <= 20, "A quote has at most 20 words.");
const country = z.string().regex(/^[A-Z]{2}$/, "A country is two capital letters, such as US (ISO 3166-1).");
const lang = z
  .string()
  .regex(/^[a-z]{2,3}$/, "A language is two or three small letters, such as en (ISO 639).");

const alias = z.strictObject({ kind: z.enum(ALIAS_KINDS), text: name });
const aliases = z.array(alias).max(100);

const evidenceSchema = z.strictObject({
  source: slug,
  stance: z.enum(STANCES),
  attribution: z.enum(ATTRIBUTIONS),
  speaker: text(200).nullable(),
  quote: quote.nullable(),
  /** Source slugs; may name the source itself. null: the source's citations hold. */
  via: z.union([z.array(slug).min(1).max(50), z.literal("not-named")]).nullable(),
});
const evidence = z
  .array(evidenceSchema)
  .max(200)
  .refine((list) => list.some((e) => e.stance === "supports"), {
    message: "A claim needs at least one source that supports it.",
    params: { refusal: "evidence-needed" },
  });

const statusFields = {
  status: z.enum(STATUSES),
  effective: edtf,
  effectiveWords: text(300).nullable(),
  target: edtf.nullable(),
  targetWords: text(300).nullable(),
  reasons: z.array(z.enum(REASONS)).max(REASONS.length),
  exclusive: z.boolean().nullable(),
  policyActions: z.array(slug).max(50),
  note: text(4000).nullable(),
  evidence,
};
/** A target says when the sale of a plan was to begin. */
const targetOfPlan = {
  check: (c: { status: string; target: string | null }) => c.target === null || c.status === "planned",
  says: {
    message: "Only a plan has a target. Leave the target empty, or set the status to planned.",
    path: ["target"],
  },
};
const why = text(4000);
const listingFields = { from: edtf, to: edtf.nullable(), note: text(4000).nullable(), evidence };
const statementFields = {
  speaker: text(200),
  org: text(200),
  date: edtf,
  about: z
    .strictObject({
      device: slug.nullable(),
      carrier: slug.nullable(),
      manufacturer: slug.nullable(),
      policyAction: slug.nullable(),
    })
    .refine((a) => Object.values(a).some((s) => s !== null), "Say what the statement is about."),
  stance: z.enum(STATEMENT_STANCES),
  quote: quote.nullable(),
  summary: text(4000),
  source: slug,
};
const sourceFields = {
  publisher: name,
  title: text(300).nullable(),
  url: url.nullable(),
  author: text(200).nullable(),
  published: edtf,
  sourceKind: z.enum(SOURCE_KINDS),
  lang,
  seen: z.boolean(),
  /** Slugs of the sources that it usually rests on: the whole list, an edit replaces it. */
  cites: z.array(slug).max(50),
};
const manufacturerFields = { name, country, parent: text(200).nullable(), aliases };
const carrierFields = {
  name,
  country,
  carrierKind: z.enum(CARRIER_KINDS),
  host: slug.nullable(),
  parent: text(200).nullable(),
  aliases,
};
const retailerFields = { name, country, retailerKind: z.enum(RETAILER_KINDS), aliases };
const deviceFields = {
  manufacturer: slug,
  name,
  deviceKind: z.enum(DEVICE_KINDS),
  announced: edtf.nullable(),
  aliases,
};
const policyActionFields = {
  title: text(300),
  issuer: text(200),
  date: edtf,
  summary: text(4000),
  affects: z.array(slug).max(200),
  sources: z.array(slug).max(50),
};

const command = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.strictObject({ kind: z.literal(kind), id, ...shape });
const create = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  command(kind, { slug, ...shape });
const edit = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  command(kind, { slug, version, ...shape });

export const commandSchema = z.discriminatedUnion("kind", [
  command("record-status", { device: slug, carrier: slug, version, ...statusFields }).refine(
    targetOfPlan.check,
    targetOfPlan.says,
  ),
  /** Closes the claim `corrects` with a new one on the same deal. */
  command("correct-status", { corrects: id, version, why, ...statusFields }).refine(
    targetOfPlan.check,
    targetOfPlan.says,
  ),
  command("retract-status", { claim: id, version, why }),
  command("add-evidence", { claim: id, version, evidence: evidenceSchema }),
  command("retract-evidence", { evidence: id, version, why }),

  command("record-listing", { device: slug, retailer: slug, market: country, ...listingFields }),
  command("correct-listing", { corrects: id, why, ...listingFields }),
  command("end-listing", { listing: id, to: edtf, note: text(4000).nullable(), evidence }),
  command("retract-listing", { listing: id, why }),

  command("record-statement", statementFields),
  command("correct-statement", { corrects: id, why, ...statementFields }),
  command("retract-statement", { statement: id, why }),

  create("create-manufacturer", manufacturerFields),
  edit("edit-manufacturer", manufacturerFields),
  create("create-carrier", carrierFields),
  edit("edit-carrier", carrierFields),
  create("create-retailer", retailerFields),
  edit("edit-retailer", retailerFields),
  create("create-device", deviceFields),
  edit("edit-device", deviceFields),
  create("create-source", sourceFields),
  edit("edit-source", sourceFields),
  command("retract-source", { slug, version, on: edtf, why }),
  create("create-policy-action", policyActionFields),
  edit("edit-policy-action", policyActionFields),

  /** `slug` is a second record of what `into` is. It redirects from then on; both versions are those that were looked at. */
  command("merge", { entity: z.enum(MERGED_KINDS), slug, version, into: slug, intoVersion: version, why }),
  command("unmerge", { merge: id, why }),

  /** It was entered by mistake, and nothing was ever said of it: it leaves the record, and can be brought back. */
  command("discard", { entity: z.enum(THING_KINDS), slug, version, why }),
  command("bring-back", { discard: id, why }),
]);

/** A command as the door runs it. */
export type Command = z.output<typeof commandSchema>;
export type CommandKind = Command["kind"];
export type CommandOf<K extends CommandKind> = Extract<Command, { kind: K }>;
