import type { Db } from "@/data/db";
import { edtf } from "@/data/rows";
import type { Id } from "@/domain/claims";
import { dateWords } from "@/domain/date-words";
import type { Prisma } from "@/generated/prisma/client";

/** What a form of the editor's desk starts with: names of fields and what stands in them. */
export type Start = {
  readonly title: string;
  readonly values: Readonly<Record<string, string>>;
  readonly checks: Readonly<Record<string, readonly string[]>>;
  readonly version: number;
  /** Somebody closed it already: nothing can be corrected or retracted any more. */
  readonly closed: boolean;
};

const ref = (e: { slug: string; name: string } | null): string => (e ? `${e.name} (${e.slug})` : "");
const refSource = (s: { slug: string; publisher: string; publishedText: string }): string =>
  `${s.publisher}, ${dateWords(edtf(s.publishedText))} (${s.slug})`;
const NAMED = { select: { slug: true, name: true } } as const;
const SOURCE = { select: { slug: true, publisher: true, publishedText: true } } as const;

const EVIDENCE = {
  where: { retraction: null },
  orderBy: { seq: "asc" },
  select: {
    stance: true,
    attribution: true,
    speaker: true,
    quote: true,
    viaNotNamed: true,
    source: SOURCE,
    via: { select: { source: SOURCE } },
  },
} satisfies Prisma.StatusChange$evidenceArgs;
type EvidenceRow = Prisma.EvidenceGetPayload<typeof EVIDENCE>;

function evidenceValues(rows: readonly EvidenceRow[]): Record<string, string> {
  const values: Record<string, string> = { evidenceCount: String(Math.max(rows.length, 1)) };
  for (const [i, e] of rows.entries()) {
    values[`evidence.${i}.source`] = refSource(e.source);
    values[`evidence.${i}.stance`] = e.stance;
    values[`evidence.${i}.attribution`] = e.attribution;
    values[`evidence.${i}.speaker`] = e.speaker ?? "";
    values[`evidence.${i}.quote`] = e.quote ?? "";
    values[`evidence.${i}.via`] = e.via.map((v) => refSource(v.source)).join("\n");
    if (e.viaNotNamed) values[`evidence.${i}.notNamed`] = "yes";
  }
  return values;
}

/**
 * A new status change, perhaps for a device or carrier that the editor came from, or on the word of a source. Unknown slugs
 * are left empty.
 */
export async function startOfRecord(
  db: Db,
  device: string | null,
  carrier: string | null,
  source: string | null = null,
): Promise<Start> {
  const s = source ? await db.source.findUnique({ where: { slug: source }, ...SOURCE }) : null;
  const d = device
    ? await db.device.findUnique({ where: { slug: device }, select: { id: true, slug: true, name: true } })
    : null;
  const c = carrier
    ? await db.carrier.findUnique({ where: { slug: carrier }, select: { id: true, slug: true, name: true } })
    : null;
  const deal =
    d && c
      ? await db.deal.findUnique({
          where: { deviceId_carrierId: { deviceId: d.id, carrierId: c.id } },
          select: { version: true },
        })
      : null;
  return {
    title: [d?.name, c?.name].filter(Boolean).join(" at "),
    values: {
      device: ref(d),
      carrier: ref(c),
      ...(d && c && { "version.of": `${d.slug} ${c.slug}` }),
      ...(s && { "evidence.0.source": refSource(s) }),
    },
    checks: {},
    version: deal?.version ?? 0,
    closed: false,
  };
}

/** A status claim with its evidence, to be corrected or retracted; null: no such claim. */
export async function startOfClaim(
  db: Db,
  id: Id,
): Promise<(Start & { readonly device: string; readonly carrier: string }) | null> {
  const row = await db.statusChange.findUnique({
    where: { id },
    include: {
      deal: { select: { version: true, device: NAMED, carrier: NAMED } },
      evidence: EVIDENCE,
      policyActions: { select: { policyAction: { select: { slug: true, title: true } } } },
      successor: { select: { id: true } },
      retraction: { select: { id: true } },
    },
  });
  if (!row) return null;
  return {
    title: `${row.deal.device.name} at ${row.deal.carrier.name}: ${row.status}, ${dateWords(edtf(row.effectiveText))}`,
    device: row.deal.device.slug,
    carrier: row.deal.carrier.slug,
    values: {
      status: row.status,
      effective: row.effectiveText,
      effectiveWords: row.effectiveWords ?? "",
      target: row.targetText ?? "",
      targetWords: row.targetWords ?? "",
      exclusive: row.exclusive === null ? "" : row.exclusive ? "yes" : "no",
      policyActions: row.policyActions
        .map((p) => `${p.policyAction.title} (${p.policyAction.slug})`)
        .join("\n"),
      note: row.note ?? "",
      ...evidenceValues(row.evidence),
    },
    checks: { reasons: row.reasons },
    version: row.deal.version,
    closed: row.successor !== null || row.retraction !== null,
  };
}

/** A piece of evidence of a status claim, to be retracted; null: none, or a listing's. */
export async function startOfEvidence(db: Db, id: Id): Promise<Start | null> {
  const row = await db.evidence.findUnique({
    where: { id },
    select: {
      source: SOURCE,
      retraction: { select: { id: true } },
      statusChange: { select: { deal: { select: { version: true, device: NAMED, carrier: NAMED } } } },
    },
  });
  if (!row?.statusChange) return null;
  const { deal } = row.statusChange;
  return {
    title: `${row.source.publisher} on ${deal.device.name} at ${deal.carrier.name}`,
    values: {},
    checks: {},
    version: deal.version,
    closed: row.retraction !== null,
  };
}

/** A listing as the form that corrects it begins; null: no such id. */
export async function startOfListing(db: Db, id: Id): Promise<Start | null> {
  const row = await db.listing.findUnique({
    where: { id },
    include: {
      device: NAMED,
      retailer: NAMED,
      evidence: EVIDENCE,
      successor: { select: { id: true } },
      retraction: { select: { id: true } },
    },
  });
  if (!row) return null;
  return {
    title: `${row.device.name} at ${row.retailer.name}`,
    values: {
      from: row.fromText,
      to: row.toText ?? "",
      note: row.note ?? "",
      ...evidenceValues(row.evidence),
    },
    checks: {},
    version: 0,
    closed: row.successor !== null || row.retraction !== null,
  };
}

/** A statement as the form that corrects it begins; null: no such id. */
export async function startOfStatement(db: Db, id: Id): Promise<Start | null> {
  const row = await db.statement.findUnique({
    where: { id },
    include: {
      device: NAMED,
      carrier: NAMED,
      manufacturer: NAMED,
      policyAction: { select: { slug: true, title: true } },
      source: SOURCE,
      successor: { select: { id: true } },
      retraction: { select: { id: true } },
    },
  });
  if (!row) return null;
  return {
    title: `${row.speaker}, ${dateWords(edtf(row.dateText))}`,
    values: {
      speaker: row.speaker,
      org: row.org,
      date: row.dateText,
      stance: row.stance,
      device: ref(row.device),
      carrier: ref(row.carrier),
      manufacturer: ref(row.manufacturer),
      policyAction: row.policyAction ? `${row.policyAction.title} (${row.policyAction.slug})` : "",
      quote: row.quote ?? "",
      summary: row.summary,
      source: refSource(row.source),
    },
    checks: {},
    version: 0,
    closed: row.successor !== null || row.retraction !== null,
  };
}
