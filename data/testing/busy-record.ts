import { deriveEverything } from "@/data/derived/everything";
import { statusClaims } from "@/data/read/claims";
import type { StatusClaim } from "@/domain/claims";
import type { TestDatabase } from "./database";
import { command, person, succeed, support } from "./world";

/**
 * The dossier with every kind of deed done to it: corrections by the same and by later sources, retractions of claims,
 * evidence and sources, evidence added, citations and publications edited; as if recorded over sixty days.
 */
export async function busyRecord(t: TestDatabase): Promise<void> {
  const deals = await t.prisma.deal.findMany({ select: { id: true, version: true }, orderBy: { id: "asc" } });
  const { claims, graph } = await statusClaims(t.prisma, { deals: deals.map(({ id }) => id) });
  const newest = new Map(claims.map((c) => [c.deal, c]));
  const slugOf = (id: string) => graph.sources.get(id)?.slug ?? "";
  const versions = new Map(deals.map(({ id, version }) => [id, version]));
  const actions = await t.prisma.policyAction.findMany({ select: { id: true, slug: true } });
  const policy = new Map(actions.map(({ id, slug }) => [id, slug]));
  const said = (c: StatusClaim) => ({
    status: c.status,
    effective: c.effective.text,
    effectiveWords: c.effectiveWords,
    target: c.target?.text ?? null,
    targetWords: c.targetWords,
    reasons: c.reasons,
    exclusive: c.exclusive,
    policyActions: c.policyActions.map((id) => policy.get(id) ?? ""),
    note: c.note,
    evidence: c.evidence.map((e) => ({
      source: slugOf(e.source),
      stance: e.stance,
      attribution: e.attribution,
      speaker: e.speaker,
      quote: e.quote,
      via: Array.isArray(e.via) ? e.via.map(slugOf) : e.via,
    })),
  });
  const later = command({
    kind: "create-source",
    slug: "later-paper",
    publisher: "The Later Paper",
    title: null,
    url: null,
    author: null,
    published: "2020-02-20",
    sourceKind: "news",
    lang: "en",
    seen: true,
    cites: [],
  });
  await succeed(t.prisma, [later]);
  for (const [i, c] of [...newest.values()].entries()) {
    const version = versions.get(c.deal) ?? 0;
    const first = c.evidence[0]?.id ?? "";
    const deeds: Record<number, object> = {
      0: {
        kind: "correct-status",
        corrects: c.id,
        version,
        why: "Our slip.",
        ...said(c),
        note: "Said better.",
      },
      1: {
        kind: "correct-status",
        corrects: c.id,
        version,
        why: "A later report.",
        ...said(c),
        evidence: [support("later-paper")],
      },
      2: { kind: "retract-status", claim: c.id, version, why: "It was never so." },
      3: {
        kind: "add-evidence",
        claim: c.id,
        version,
        evidence: support("later-paper", { attribution: "official" }),
      },
      4: { kind: "retract-evidence", evidence: first, version, why: "Another device." },
    };
    const deed = deeds[i % 9];
    if (deed) await succeed(t.prisma, [command({ ...deed })]);
    if (i === 100) await edits(t);
  }
  await spread(t);
}

/** Sources change: a citation is added and one taken away, a publication moves, and two are taken back. */
async function edits(t: TestDatabase): Promise<void> {
  const sources = await t.prisma.source.findMany({
    where: { evidence: { some: { statusChangeId: { not: null } } }, slug: { not: "later-paper" } },
    orderBy: { slug: "asc" },
    include: { citing: { where: { retraction: null }, include: { cited: true } } },
  });
  const edit = (s: (typeof sources)[number] | undefined, more: object) =>
    s &&
    command({
      kind: "edit-source",
      version: s.version,
      slug: s.slug,
      publisher: s.publisher,
      title: s.title,
      url: s.url,
      author: s.author,
      published: s.publishedText,
      sourceKind: s.kind,
      lang: s.lang,
      seen: s.seen,
      cites: s.citing.map(({ cited }) => cited.slug),
      ...more,
    });
  const citing = sources.find((s) => s.citing.length > 0);
  const plain = sources.filter((s) => s.citing.length === 0);
  const commands = [
    edit(citing, { cites: [] }),
    edit(plain[0], { cites: ["later-paper"] }),
    edit(plain[1], { published: "2019-03-03" }),
    ...plain.slice(2, 4).map((s) =>
      command({
        kind: "retract-source",
        slug: s.slug,
        version: s.version,
        on: "2020-06-06",
        why: "Withdrawn by its publisher.",
      }),
    ),
  ];
  await succeed(
    t.prisma,
    commands.filter((c) => c !== undefined),
    await person(t, "reviewer"),
  );
}

/** Recording times over sixty days, in the order of the deeds, past the triggers: no test waits for days to pass. */
async function spread(t: TestDatabase): Promise<void> {
  const tables = [
    "source_version",
    "source_retraction",
    "citation",
    "status_change",
    "evidence",
    "retraction",
  ];
  await t.sql(`
    DO $$ DECLARE name text; BEGIN
      SET LOCAL session_replication_role = replica;
      CREATE TEMP TABLE moved AS
        SELECT command_id, '2026-01-01T12:00:00Z'::timestamptz
          + (60 * (row_number() OVER (ORDER BY min(seq)))::int / count(*) OVER ()) * interval '1 day'
          + (row_number() OVER (ORDER BY min(seq))) * interval '1 ms' AS at
        FROM audit_entry WHERE command_id IS NOT NULL GROUP BY command_id;
      CREATE UNIQUE INDEX ON moved (command_id);
      FOREACH name IN ARRAY ARRAY['${tables.join("','")}'] LOOP
        EXECUTE format('UPDATE %I x SET recorded_at = m.at FROM moved m WHERE m.command_id = x.command_id', name);
      END LOOP;
      UPDATE audit_entry x SET at = m.at FROM moved m WHERE m.command_id = x.command_id;
      DROP TABLE moved;
    END $$`);
  await deriveEverything(t.prisma);
}
