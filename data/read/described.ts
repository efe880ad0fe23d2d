import type { Db } from "@/data/db";
import type { Id } from "@/domain/claims";
import type { ThingKind } from "@/domain/status";
import type { Command } from "@/formats/commands";
import { type Described, describeCommand, type Standing } from "@/formats/describe";
import { type SaidClaim, saidListings, saidStatements, saidStatuses } from "./said";
import { type SaidThing, saidThings } from "./said-things";
import { collectSlugs, noSlugs, slugNames } from "./slug-names";

/**
 * Commands as a person reads them before they take effect: what each is about, what is recorded now and what would be, its
 * evidence, and whether the record moved on since it was made. For a page of commands: two queries, and one more for each kind
 * of thing that they name. `within`: the whole list, when these are only a part of it that stands together.
 */
export async function describedCommands(
  db: Db,
  commands: readonly Command[],
  within: readonly Command[] = commands,
): Promise<Described[]> {
  const claims = claimsNamed(commands);
  const things = thingsEdited(commands);
  const [statuses, listings, statements, ...edited] = await Promise.all([
    saidStatuses(db, [...claims.status, ...(await claimsOfEvidence(db, claims.evidence))]),
    saidListings(db, claims.listing),
    saidStatements(db, claims.statement),
    ...Object.entries(things).map(([kind, slugs]) => saidThings(db, kind as ThingKind, slugs)),
  ]);
  const said = new Map<Id, SaidClaim>([...statuses, ...listings, ...statements].map((c) => [c.id, c]));
  const found = new Map<string, SaidThing>(edited.flat().map((t) => [`${t.kind} ${t.slug}`, t]));
  const slugs = noSlugs();
  collectSlugs(commands, slugs);
  for (const c of commands)
    if (c.kind === "merge") for (const slug of [c.slug, c.into]) slugs[c.entity].add(slug);
    else if (c.kind === "discard") slugs[c.entity].add(c.slug);
  for (const one of [...said.values(), ...found.values()]) collectSlugs(one.content, slugs);
  for (const one of statuses) {
    slugs.device.add(one.device.slug);
    slugs.carrier.add(one.carrier.slug);
  }
  const [name, standing] = await Promise.all([
    slugNames(db, slugs, within),
    standingOf(db, [
      ...pairsOf(commands),
      ...statuses.map((s) => ({ device: s.device.slug, carrier: s.carrier.slug })),
    ]),
  ]);
  const first = commands[0] ? within.indexOf(commands[0]) : 0;
  const before = first > 0 ? await countedByPair(db, within.slice(0, first)) : new Map<string, number>();
  return commands.map((command) => {
    const described = describeCommand(command, { said, found, standing, name, before });
    if (described.pair) before.set(described.pair, (before.get(described.pair) ?? 0) + 1);
    return described;
  });
}

function claimsNamed(commands: readonly Command[]) {
  const ids = { status: [] as Id[], listing: [] as Id[], statement: [] as Id[], evidence: [] as Id[] };
  for (const c of commands) {
    if (c.kind === "correct-status") ids.status.push(c.corrects);
    else if (c.kind === "retract-status" || c.kind === "add-evidence") ids.status.push(c.claim);
    else if (c.kind === "retract-evidence") ids.evidence.push(c.evidence);
    else if (c.kind === "correct-listing") ids.listing.push(c.corrects);
    else if (c.kind === "end-listing" || c.kind === "retract-listing") ids.listing.push(c.listing);
    else if (c.kind === "correct-statement") ids.statement.push(c.corrects);
    else if (c.kind === "retract-statement") ids.statement.push(c.statement);
  }
  return ids;
}

async function claimsOfEvidence(db: Db, evidence: readonly Id[]): Promise<Id[]> {
  if (evidence.length === 0) return [];
  const rows = await db.evidence.findMany({
    where: { id: { in: [...evidence] } },
    select: { statusChangeId: true },
  });
  return rows.flatMap((r) => r.statusChangeId ?? []);
}

function thingsEdited(commands: readonly Command[]): Partial<Record<ThingKind, string[]>> {
  const slugs: Partial<Record<ThingKind, string[]>> = {};
  const add = (kind: ThingKind, slug: string) => {
    slugs[kind] = [...(slugs[kind] ?? []), slug];
  };
  for (const c of commands) {
    if (c.kind.startsWith("edit-") && "slug" in c) add(c.kind.slice("edit-".length) as ThingKind, c.slug);
    else if (c.kind === "retract-source") add("source", c.slug);
    else if (c.kind === "merge") for (const slug of [c.slug, c.into]) add(c.entity, slug);
  }
  return slugs;
}

const pairsOf = (commands: readonly Command[]) =>
  commands.flatMap((c) => (c.kind === "record-status" ? [{ device: c.device, carrier: c.carrier }] : []));

/** How many of these commands are about each deal. Two queries at most, however many they are. */
async function countedByPair(db: Db, commands: readonly Command[]): Promise<Map<string, number>> {
  const claims = claimsNamed(commands);
  const ids = [...claims.status, ...(await claimsOfEvidence(db, claims.evidence))];
  const rows =
    ids.length === 0
      ? []
      : await db.$queryRaw<{ pair: string }[]>`
          SELECT v.slug || ' ' || c.slug AS pair FROM unnest(${ids}::uuid[]) q(id)
          JOIN status_change s ON s.id = q.id JOIN deal d ON d.id = s.deal_id
          JOIN device v ON v.id = d.device_id JOIN carrier c ON c.id = d.carrier_id`;
  const counted = new Map<string, number>();
  const pairs = [
    ...rows.map(({ pair }) => pair),
    ...pairsOf(commands).map((p) => `${p.device} ${p.carrier}`),
  ];
  for (const pair of pairs) counted.set(pair, (counted.get(pair) ?? 0) + 1);
  return counted;
}

/** What stands of these deals, in the order of the world; deals that do not exist are left out. One query. */
async function standingOf(
  db: Db,
  pairs: readonly { device: string; carrier: string }[],
): Promise<ReadonlyMap<string, Standing>> {
  if (pairs.length === 0) return new Map();
  const rows = await db.$queryRaw<({ pair: string } & Standing)[]>`
    SELECT v.slug || ' ' || c.slug AS pair, d.version, coalesce((
      SELECT jsonb_agg(s.claim ORDER BY s.effective_earliest, s.seq) FROM (
        SELECT x.effective_earliest, x.seq, jsonb_build_object('id', x.id, 'status', x.status, 'effective', x.effective_text,
          'target', x.target_text, 'note', x.note, 'person', u.name,
          'at', to_char(x.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) AS claim
        FROM status_change x JOIN "user" u ON u.id = x.recorded_by_id
        WHERE x.deal_id = d.id AND NOT EXISTS (SELECT FROM status_change n WHERE n.supersedes_id = x.id)
          AND NOT EXISTS (SELECT FROM retraction r WHERE r.status_change_id = x.id)
        ORDER BY x.seq DESC LIMIT 20) s), '[]') AS claims
    FROM (SELECT DISTINCT * FROM unnest(${pairs.map((p) => p.device)}::text[], ${pairs.map((p) => p.carrier)}::text[]) p(device, carrier)) p
    JOIN device v ON v.slug = p.device JOIN carrier c ON c.slug = p.carrier
    JOIN deal d ON d.device_id = v.id AND d.carrier_id = c.id`;
  return new Map(rows.map(({ pair, ...standing }) => [pair, standing]));
}
