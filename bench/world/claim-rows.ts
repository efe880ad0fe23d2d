import type { Claim } from "./claims";
import { slipOf } from "./claims";
import type { Command } from "./commands";
import type { Row } from "./copy";
import type { Evidence } from "./evidence";
import { dated, instant, mapped, type Rows, stamp } from "./rows";
import type { World } from "./world";

/** Deals and everything that is claimed, in the order in which it was recorded. */

type Version = { readonly id: string; readonly made: Command };

/** The first version of a chain of corrections. */
function rootOf<C extends Version>(claim: C, before: (claim: C) => C | null): C {
  let root = claim;
  for (let next = before(root); next; next = before(root)) root = next;
  return root;
}

const chained = <C extends Version>(
  claim: C,
  verb: string,
  before: (claim: C) => C | null,
  why: string,
): Row => ({
  root_id: rootOf(claim, before).id,
  verb,
  supersedes_id: before(claim)?.id ?? null,
  correction_reason: verb === "correct" ? why : null,
});

export function claimRows(world: World): Rows {
  const { deals, claims, listings, statements } = world;
  const touches = touchesOf(world);
  return [
    [
      "deal",
      mapped(deals, (d) => ({
        id: d.id,
        device_id: d.device.id,
        carrier_id: d.carrier.id,
        version: touches.get(d.id)?.count ?? 0,
        created_at: instant(touches.get(d.id)?.first ?? 0),
      })),
    ],
    [
      "status_change",
      mapped(claims, (c, i) => ({
        id: c.id,
        seq: i + 1,
        deal_id: c.deal.id,
        ...chained<Claim>(c, c.corrects ? "correct" : "record", (of) => of.corrects, slipOf(c)),
        status: c.status,
        ...dated("effective", c.effective),
        ...dated("target", c.target),
        reasons: c.reasons,
        exclusive: c.exclusive,
        note: c.note,
        ...stamp(c.made),
      })),
    ],
    [
      "status_change_policy_action",
      claims.flatMap((c) => (c.policy ? [{ status_change_id: c.id, policy_action_id: c.policy.id }] : [])),
    ],
    ...evidenceRows(world),
    [
      "listing",
      mapped(listings, (l, i) => ({
        id: l.id,
        seq: i + 1,
        device_id: l.device.id,
        retailer_id: l.retailer.id,
        market: l.retailer.country,
        ...chained(l, l.verb, (of) => of.closes, "The day was that of the report."),
        ...dated("from", l.from),
        ...dated("to", l.to),
        ...stamp(l.made),
      })),
    ],
    [
      "statement",
      mapped(statements, (s, i) => ({
        id: s.id,
        seq: i + 1,
        ...chained(s, s.verb, (of) => of.closes, "The day was that of the report."),
        speaker: s.speaker,
        org: s.org,
        ...dated("date", s.date),
        device_id: s.about.device,
        carrier_id: s.about.carrier,
        manufacturer_id: s.about.manufacturer,
        policy_action_id: s.about.policyAction,
        stance: s.stance,
        summary: s.summary,
        source_id: s.source.id,
        ...stamp(s.made),
      })),
    ],
    ["retraction", retractionRows(world)],
  ];
}

/** How often commands touched each deal: its version; and when first. */
function touchesOf({ commands }: World): Map<string, { count: number; first: number }> {
  const touches = new Map<string, { count: number; first: number }>();
  for (const { subject, at } of commands) {
    if (subject.kind !== "deal") continue;
    const touched = touches.get(subject.id);
    if (touched) touched.count += 1;
    else touches.set(subject.id, { count: 1, first: at });
  }
  return touches;
}

type Piece = { readonly evidence: Evidence; readonly by: Command; readonly of: Row };

function evidenceRows({ claims, listings }: World): Rows {
  const pieces: Piece[] = [];
  for (const { evidence, made, id } of claims)
    for (const e of evidence)
      pieces.push({ evidence: e, by: e.added ?? made, of: { status_change_id: id, listing_id: null } });
  for (const { evidence, made, id } of listings)
    for (const e of evidence)
      pieces.push({ evidence: e, by: e.added ?? made, of: { status_change_id: null, listing_id: id } });
  pieces.sort((a, b) => a.by.at - b.by.at);
  return [
    [
      "evidence",
      mapped(pieces, ({ evidence: e, by, of }, i) => ({
        id: e.id,
        seq: i + 1,
        ...of,
        source_id: e.source.id,
        stance: e.stance,
        attribution: e.attribution,
        speaker: e.speaker,
        via_not_named: e.via === "not-named",
        ...stamp(by),
      })),
    ],
    [
      "evidence_via",
      pieces.flatMap(({ evidence: e }) =>
        e.via === "not-named" ? [] : e.via.map((s) => ({ evidence_id: e.id, source_id: s.id })),
      ),
    ],
  ];
}

function* retractionRows({ claims, statements, press }: World): Generator<Row> {
  const row = (id: string, by: Command, reason: string, of: Row): Row => ({
    id,
    status_change_id: null,
    evidence_id: null,
    statement_id: null,
    citation_id: null,
    ...of,
    reason,
    ...stamp(by),
  });
  for (const { id, retraction: r, evidence } of claims) {
    if (r) yield row(r.id, r.by, r.reason, { status_change_id: id });
    for (const { id: piece, retraction } of evidence)
      if (retraction)
        yield row(retraction.id, retraction.by, "It is about another model.", { evidence_id: piece });
  }
  for (const { id, retraction: r } of statements)
    if (r) yield row(r.id, r.by, "It was said about something else.", { statement_id: id });
  for (const { id, retracted: r } of press.citations)
    if (r) yield row(r.id, r.by, "No longer among the sources that this one rests on.", { citation_id: id });
}
