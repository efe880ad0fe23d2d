import { z } from "zod";
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

/** The rows of the dossier's files (prisma/dossier/README.md). Absent and null mean the same: not known. */

const text = z.string().min(1);
const maybe = text.nullish().transform((v) => v ?? null);
const list = z.array(text).default([]);

const evidence = z
  .array(
    z.strictObject({
      source: text,
      stance: z.enum(STANCES),
      attribution: z.enum(ATTRIBUTIONS),
      speaker: maybe,
      quote: maybe,
      via: z
        .union([z.array(text), z.literal("not-named")])
        .nullish()
        .transform((v) => v ?? null),
    }),
  )
  .min(1);

export const dossierSchema = z.strictObject({
  manufacturers: z.array(
    z.strictObject({ slug: text, name: text, country: text, parent: maybe, aliases: list }),
  ),
  carriers: z.array(
    z.strictObject({
      slug: text,
      name: text,
      country: text,
      kind: z.enum(CARRIER_KINDS),
      parent: maybe,
      host: maybe,
      aliases: list,
    }),
  ),
  retailers: z.array(
    z.strictObject({ slug: text, name: text, country: text, kind: z.enum(RETAILER_KINDS), aliases: list }),
  ),
  devices: z.array(
    z.strictObject({
      slug: text,
      manufacturer: text,
      name: text,
      kind: z.enum(DEVICE_KINDS),
      announced: maybe,
      aliases: list,
      models: list,
    }),
  ),
  sources: z.array(
    z.strictObject({
      id: text,
      publisher: text,
      title: maybe,
      url: maybe,
      author: maybe,
      published: text,
      kind: z.enum(SOURCE_KINDS),
      lang: text,
      cites: list,
      seen: z.boolean(),
    }),
  ),
  policyActions: z.array(
    z.strictObject({
      slug: text,
      title: text,
      issuer: text,
      date: text,
      affects: list,
      summary: text,
      sources: list,
    }),
  ),
  deals: z.array(
    z.strictObject({
      device: text,
      carrier: text,
      events: z.array(
        z.strictObject({
          status: z.enum(STATUSES),
          effective: text,
          target: maybe,
          targetWords: maybe,
          reasons: z.array(z.enum(REASONS)).default([]),
          exclusive: z
            .boolean()
            .nullish()
            .transform((v) => v ?? null),
          policyActions: list,
          note: maybe,
          evidence,
        }),
      ),
    }),
  ),
  listings: z.array(
    z.strictObject({
      device: text,
      retailer: text,
      market: text,
      from: text,
      to: maybe,
      note: maybe,
      evidence,
    }),
  ),
  statements: z.array(
    z.strictObject({
      speaker: text,
      org: text,
      date: text,
      about: z.strictObject({ device: maybe, carrier: maybe, manufacturer: maybe, policyAction: maybe }),
      stance: z.enum(STATEMENT_STANCES),
      quote: maybe,
      summary: text,
      source: text,
    }),
  ),
});

export type Dossier = z.output<typeof dossierSchema>;

/** The file that each part is read from. */
export const DOSSIER_FILES: Readonly<Record<keyof Dossier, string>> = {
  manufacturers: "manufacturers.json",
  carriers: "carriers.json",
  retailers: "retailers.json",
  devices: "devices.json",
  sources: "sources.json",
  policyActions: "policy-actions.json",
  deals: "deals.json",
  listings: "listings.json",
  statements: "statements.json",
};
