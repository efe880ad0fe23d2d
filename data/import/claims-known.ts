import { derivedId } from "@/data/write/ids";
import type { Id } from "@/domain/claims";
import { grouped } from "@/domain/grouped";
import type { ClaimDraft } from "@/formats/import-claims";
import { type ClaimGroup, type ClaimRow, settle } from "./claims-rows";
import { rows, type Sql } from "./sql";

/** Claims against the record: what is there already, what a known claim gains, what is new, as commands. */

type SourceOf = (draft: ClaimDraft) => { readonly slug: string; readonly id: Id };
export type Claims = {
  readonly commands: readonly { readonly sent: Record<string, unknown>; readonly rows: ClaimRow[] }[];
  /** Groups that are not wholly known: their sources are needed. */
  readonly used: readonly { readonly rows: ClaimRow[] }[];
};

const evidenceOf = ({ evidence }: ClaimDraft, source: string) => ({ source, ...evidence });

/** The first note that one of the rows of a claim has, and the evidence of each. */
const saidTogether = ({ rows }: ClaimGroup, sourceOf: SourceOf) => ({
  note: rows.map((r) => r.draft?.note).find((note) => note) ?? null,
  evidence: rows.flatMap(({ draft }) => (draft ? [evidenceOf(draft, sourceOf(draft).slug)] : [])),
});

/** Rows of a claim that the record lacks: the first makes it, the others are more evidence of it. */
function settleNew({ rows: [first, ...more] }: ClaimGroup, what: string, it: string): void {
  if (!first) return;
  settle(first, "created", `New ${what}.`);
  for (const row of more) settle(row, "created", `Further evidence of the ${it} in line ${first.line}.`);
}

const commandId = (run: Id, group: ClaimGroup, ...more: string[]): Id => {
  const { draft } = group;
  const what =
    draft.kind === "status"
      ? [draft.status, draft.effective, draft.target ?? ""]
      : [draft.market, draft.from];
  return derivedId(run, draft.kind, group.deviceSlug, group.placeSlug, ...what, ...more);
};

type KnownStatus = {
  device_id: Id;
  carrier_id: Id;
  version: number;
  claim: Id | null;
  status: string;
  effective: string;
  target: string | null;
  /** "source id, stance" of its standing evidence. */
  evidence: string[] | null;
};

/** What stands of the deals that a file names, a row for each claim; a deal without one has a row without a claim. */
const standingStatuses = (sql: Sql, groups: readonly ClaimGroup[]): Promise<KnownStatus[]> =>
  rows<KnownStatus>(
    sql,
    `SELECT d.device_id, d.carrier_id, d.version, c.id AS claim, c.status, c.effective_text AS effective, c.target_text AS target,
       (SELECT array_agg(e.source_id || ' ' || e.stance) FROM evidence e WHERE e.status_change_id = c.id
          AND NOT EXISTS (SELECT FROM retraction x WHERE x.evidence_id = e.id)) AS evidence
     FROM unnest($1::uuid[], $2::uuid[]) w (device, carrier)
     JOIN deal d ON d.device_id = w.device AND d.carrier_id = w.carrier
     LEFT JOIN status_change c ON c.deal_id = d.id
       AND NOT EXISTS (SELECT FROM status_change n WHERE n.supersedes_id = c.id)
       AND NOT EXISTS (SELECT FROM retraction x WHERE x.status_change_id = c.id)`,
    pairs(groups),
  );

/** Status changes of a file against those that stand: known ones gain the sources that they lack, others are new. */
export async function knownStatuses(
  sql: Sql,
  run: Id,
  groups: readonly ClaimGroup[],
  sourceOf: SourceOf,
): Promise<Claims> {
  const standing = grouped(await standingStatuses(sql, groups), (k) => `${k.device_id} ${k.carrier_id}`);
  const versions = new Map<string, number>();
  for (const [deal, [first]] of standing) versions.set(deal, first?.version ?? 0);
  const commands: { sent: Record<string, unknown>; rows: ClaimRow[] }[] = [];
  const used: ClaimGroup[] = [];
  for (const group of groups) {
    const { draft } = group;
    if (draft.kind !== "status") continue;
    const deal = `${group.rows[0]?.device} ${group.rows[0]?.place}`;
    // Each command is made from what the one before it leaves.
    const version = () => {
      const now = versions.get(deal) ?? 0;
      versions.set(deal, now + 1);
      return now;
    };
    const known = standing
      .get(deal)
      ?.find(
        (k) => k.status === draft.status && k.effective === draft.effective && k.target === draft.target,
      );
    if (known?.claim) {
      for (const { row, own, source } of lackingIn(known, group, sourceOf)) {
        used.push({ ...group, rows: [row] });
        const id = commandId(run, group, source.slug, own.evidence.stance);
        const evidence = evidenceOf(own, source.slug);
        commands.push({
          sent: { kind: "add-evidence", id, claim: known.claim, version: version(), evidence },
          rows: [row],
        });
      }
      continue;
    }
    used.push(group);
    settleNew(group, "status change", "claim");
    const { kind: _, device: __, place: ___, source: ____, evidence: _____, ...fields } = draft;
    commands.push({
      sent: {
        kind: "record-status",
        id: commandId(run, group),
        device: group.deviceSlug,
        carrier: group.placeSlug,
        version: version(),
        ...fields,
        ...saidTogether(group, sourceOf),
      },
      rows: group.rows,
    });
  }
  return { commands, used };
}

/** The rows of a known claim whose source it lacks; all of its rows are settled. */
function lackingIn({ evidence }: KnownStatus, group: ClaimGroup, sourceOf: SourceOf) {
  return group.rows.flatMap((row) => {
    const own = row.draft;
    if (!own) return [];
    const source = sourceOf(own);
    if (evidence?.includes(`${source.id} ${own.evidence.stance}`)) {
      settle(row, "matched", "Known, with this source.");
      return [];
    }
    settle(row, "changed", "A known claim; adds this source as evidence.");
    return [{ row, own, source }];
  });
}

/** Listings of a file against those that stand. A known one is left as it is. */
export async function knownListings(
  sql: Sql,
  run: Id,
  groups: readonly ClaimGroup[],
  sourceOf: SourceOf,
): Promise<Claims> {
  const known = await rows<{ device_id: Id; retailer_id: Id; market: string; from: string }>(
    sql,
    `SELECT l.device_id, l.retailer_id, l.market, l.from_text AS from
     FROM unnest($1::uuid[], $2::uuid[]) w (device, retailer)
     JOIN listing l ON l.device_id = w.device AND l.retailer_id = w.retailer
     WHERE NOT EXISTS (SELECT FROM listing n WHERE n.supersedes_id = l.id)
       AND NOT EXISTS (SELECT FROM retraction x WHERE x.listing_id = l.id)`,
    pairs(groups),
  );
  const there = new Set(known.map((k) => `${k.device_id} ${k.retailer_id} ${k.market} ${k.from}`));
  const commands: { sent: Record<string, unknown>; rows: ClaimRow[] }[] = [];
  const used: ClaimGroup[] = [];
  for (const group of groups) {
    const { draft } = group;
    if (draft.kind !== "listing") continue;
    const [first] = group.rows as [ClaimRow];
    if (there.has(`${first.device} ${first.place} ${draft.market} ${draft.from}`)) {
      for (const row of group.rows) settle(row, "matched", "Known: on sale there from that day.");
      continue;
    }
    used.push(group);
    settleNew(group, "listing", "listing");
    commands.push({
      sent: {
        kind: "record-listing",
        id: commandId(run, group),
        device: group.deviceSlug,
        retailer: group.placeSlug,
        market: draft.market,
        from: draft.from,
        to: draft.to,
        ...saidTogether(group, sourceOf),
      },
      rows: group.rows,
    });
  }
  return { commands, used };
}

function pairs(groups: readonly ClaimGroup[]): [string[], string[]] {
  const wanted = new Map(groups.map((g) => [`${g.rows[0]?.device} ${g.rows[0]?.place}`, g.rows[0]]));
  return [[...wanted.values()].map((r) => r?.device ?? ""), [...wanted.values()].map((r) => r?.place ?? "")];
}
