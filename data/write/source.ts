import { storePublishers } from "@/data/derived/deals";
import type { Id } from "@/domain/claims";
import { urlKey } from "@/domain/names";
import type { CommandOf } from "@/formats/commands";
import { bounds } from "./dates";
import { current } from "./entities";
import { derivedId } from "./ids";
import { closed } from "./status";
import { type Done, stamp, type Work } from "./work";

type SourceCommand = CommandOf<"create-source" | "edit-source">;

export async function createSource(work: Work, command: CommandOf<"create-source">): Promise<Done> {
  const { id, slug } = command;
  await work.tx.source.create({ data: { id, slug, version: 1, ...columns(command) }, select: { id: true } });
  work.references.made("source", slug, id);
  await appendVersion(work, command, id, 1);
  await cite(work, command, id, command.cites);
  return { subject: { kind: "source", id, slug }, version: 1 };
}

/** Edited once, seen everywhere: every deal that rests on the source is brought up to date. */
export async function editSource(work: Work, command: CommandOf<"edit-source">): Promise<Done> {
  const before = await work.tx.source.findUnique({
    where: { slug: command.slug },
    include: {
      citing: { where: { retraction: null }, select: { id: true, cited: { select: { slug: true } } } },
    },
  });
  const { id, version } = current("source", before, command);
  await work.tx.source.update({ where: { id }, data: { version, ...columns(command) } });
  await appendVersion(work, command, id, version);
  const standing = before?.citing ?? [];
  const gone = standing.filter((c) => !command.cites.includes(c.cited.slug));
  if (gone.length > 0) {
    await work.tx.retraction.createMany({
      data: gone.map((c) => ({
        id: derivedId(command.id, "citation", c.id),
        citationId: c.id,
        reason: "No longer among the sources that this one rests on.",
        ...stamp(work, command),
      })),
    });
  }
  const known = new Set(standing.map((c) => c.cited.slug));
  await cite(
    work,
    command,
    id,
    command.cites.filter((s) => !known.has(s)),
  );
  await touchResting(work, id);
  return {
    subject: { kind: "source", id, slug: command.slug },
    version,
    before: JSON.parse(JSON.stringify(before)),
  };
}

/** Its publisher took it back on a day; whatever rested on it alone drops from then on. */
export async function retractSource(work: Work, command: CommandOf<"retract-source">): Promise<Done> {
  const row = await work.tx.source.findUnique({
    where: { slug: command.slug },
    include: { retraction: true },
  });
  const { id } = current("source", row, command);
  if (row?.retraction)
    throw closed("This source is marked as retracted already", { reason: row.retraction.reason }, command);
  const on = bounds(command.on);
  await work.tx.sourceRetraction.create({
    data: {
      sourceId: id,
      onText: command.on,
      onEarliest: on.earliest,
      onLatest: on.latest,
      reason: command.why,
      ...stamp(work, command),
    },
  });
  await touchResting(work, id);
  return { subject: { kind: "source", id, slug: command.slug }, version: command.version };
}

function columns(command: SourceCommand) {
  const published = bounds(command.published);
  return {
    publisher: command.publisher,
    title: command.title,
    url: command.url,
    urlKey: command.url === null ? null : urlKey(command.url),
    author: command.author,
    publishedText: command.published,
    publishedEarliest: published.earliest,
    publishedLatest: published.latest,
    kind: command.sourceKind,
    lang: command.lang,
    seen: command.seen,
  };
}

async function appendVersion(
  work: Work,
  command: SourceCommand,
  sourceId: Id,
  version: number,
): Promise<void> {
  const { urlKey: _, ...text } = columns(command);
  await storePublishers(work.tx, [text.publisher]);
  await work.tx.sourceVersion.create({
    data: { sourceId, version, ...text, ...stamp(work, command) },
    select: { sourceId: true },
  });
}

async function cite(
  work: Work,
  command: SourceCommand,
  citingId: Id,
  slugs: readonly string[],
): Promise<void> {
  if (slugs.length === 0) return;
  const cited = await work.references.all("source", slugs, (slug) => `cites.${slugs.indexOf(slug)}`);
  await work.tx.citation.createMany({
    data: [...cited].map(([slug, citedId]) => ({
      id: derivedId(command.id, "cites", slug),
      citingId,
      citedId,
      ...stamp(work, command),
    })),
  });
}

/**
 * Marks every deal with evidence that leads to this source, directly, by `via` or by citations; and every listing with evidence of
 * its own, which says when it came out.
 */
export async function touchResting(work: Work, source: Id): Promise<void> {
  const listings = await work.tx.$queryRaw<{ id: Id }[]>`
    SELECT DISTINCT l.root_id AS id FROM evidence e JOIN listing l ON l.id = e.listing_id WHERE e.source_id = ${source}::uuid`;
  for (const { id } of listings) work.listings.add(id);
  const rows = await work.tx.$queryRaw<{ id: Id; version: number }[]>`
    WITH RECURSIVE downstream(id) AS (
      SELECT ${source}::uuid
      UNION
      SELECT c.citing_id FROM downstream d JOIN citation c ON c.cited_id = d.id
    )
    SELECT d.id, d.version FROM deal d WHERE d.id IN (
      SELECT c.deal_id FROM downstream s
      JOIN evidence e ON e.source_id = s.id JOIN status_change c ON c.id = e.status_change_id
      UNION
      SELECT c.deal_id FROM downstream s
      JOIN evidence_via v ON v.source_id = s.id
      JOIN evidence e ON e.id = v.evidence_id JOIN status_change c ON c.id = e.status_change_id)`;
  for (const { id, version } of rows) {
    if (!work.deals.has(id)) work.deals.set(id, { id, version, fresh: new Map() });
  }
}
