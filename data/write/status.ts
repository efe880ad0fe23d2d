import type { Id } from "@/domain/claims";
import type { CommandOf } from "@/formats/commands";
import { bounds, boundsOrNull } from "./dates";
import { appendEvidence } from "./evidence";
import { derivedId } from "./ids";
import { type Done, type OpenDeal, Refused, stamp, type Work } from "./work";

type Fields = Pick<
  CommandOf<"record-status">,
  | "status"
  | "effective"
  | "effectiveWords"
  | "target"
  | "targetWords"
  | "reasons"
  | "exclusive"
  | "policyActions"
  | "note"
  | "evidence"
>;
type ClaimCommand = CommandOf<"record-status" | "correct-status">;

/** Record: the world changed. Appends a claim; makes the deal when the pair has none. */
export async function recordStatus(work: Work, command: CommandOf<"record-status">): Promise<Done> {
  const deviceId = await work.references.one("device", command.device, "device");
  const carrierId = await work.references.one("carrier", command.carrier, "carrier");
  const row = await work.tx.deal.findUnique({
    where: { deviceId_carrierId: { deviceId, carrierId } },
    select: { id: true, version: true },
  });
  const id = row?.id ?? derivedId(command.id, "deal");
  const deal = work.deals.get(id) ?? { id, version: row?.version ?? 0, fresh: new Map() };
  await expectVersion(work, deal, command);
  if (!row && !work.deals.has(id)) await work.tx.deal.create({ data: { id, deviceId, carrierId } });
  await appendClaim(work, deal, command, command, { verb: "record" });
  return touched(work, deal, command.id);
}

/** Correct: what we had was wrong. Appends a claim that closes `corrects`. */
export async function correctStatus(work: Work, command: CommandOf<"correct-status">): Promise<Done> {
  const { deal, claim } = await standingClaim(work, command.corrects, command, "corrects");
  await appendClaim(work, deal, command, command, {
    verb: "correct",
    supersedesId: claim.id,
    correctionReason: command.why,
  });
  return touched(work, deal, command.id);
}

/** Retract: it was never right, and nothing takes its place. */
export async function retractStatus(work: Work, command: CommandOf<"retract-status">): Promise<Done> {
  const { deal, claim } = await standingClaim(work, command.claim, command, "claim");
  await work.tx.retraction.create({
    data: { id: command.id, statusChangeId: claim.id, reason: command.why, ...stamp(work, command) },
  });
  return touched(work, deal);
}

export async function addEvidence(work: Work, command: CommandOf<"add-evidence">): Promise<Done> {
  const { deal, claim } = await standingClaim(work, command.claim, command, "claim");
  await appendEvidence(work, command, { statusChangeId: claim.id }, [command.evidence], () => "evidence");
  return touched(work, deal);
}

export async function retractEvidence(work: Work, command: CommandOf<"retract-evidence">): Promise<Done> {
  const row = await work.tx.evidence.findUnique({
    where: { id: command.evidence },
    select: { statusChangeId: true, retraction: { select: { reason: true } } },
  });
  if (!row?.statusChangeId) throw notFound("evidence", "evidence", command.evidence);
  if (row.retraction)
    throw closed("This evidence was retracted already", { retracted: row.retraction.reason }, command);
  const { deal } = await standingClaim(work, row.statusChangeId, command, "evidence");
  await work.tx.retraction.create({
    data: { id: command.id, evidenceId: command.evidence, reason: command.why, ...stamp(work, command) },
  });
  return touched(work, deal);
}

function touched(work: Work, deal: OpenDeal, claim?: Id): Done {
  deal.version += 1;
  if (claim) deal.fresh.set(claim, work.index);
  work.deals.set(deal.id, deal);
  return { subject: { kind: "deal", id: deal.id }, version: deal.version, ...(claim && { claim }) };
}

async function appendClaim(
  work: Work,
  deal: OpenDeal,
  command: ClaimCommand,
  fields: Fields,
  origin: { verb: "record" } | { verb: "correct"; supersedesId: Id; correctionReason: string },
): Promise<void> {
  const effective = bounds(fields.effective);
  const target = boundsOrNull(fields.target);
  const policy = await work.references.all("policy-action", fields.policyActions, (slug) => {
    return `policyActions.${fields.policyActions.indexOf(slug)}`;
  });
  await work.tx.statusChange.create({
    data: {
      id: command.id,
      dealId: deal.id,
      rootId: command.id, // the database sets the root of the chain
      ...origin,
      status: fields.status,
      effectiveText: fields.effective,
      effectiveEarliest: effective.earliest,
      effectiveLatest: effective.latest,
      effectiveWords: fields.effectiveWords,
      targetText: fields.target,
      targetEarliest: target.earliest,
      targetLatest: target.latest,
      targetWords: fields.targetWords,
      reasons: [...new Set(fields.reasons)],
      exclusive: fields.exclusive,
      note: fields.note,
      ...stamp(work, command),
    },
    select: { id: true },
  });
  if (policy.size > 0) {
    await work.tx.statusChangePolicyAction.createMany({
      data: [...policy.values()].map((policyActionId) => ({ statusChangeId: command.id, policyActionId })),
    });
  }
  await appendEvidence(work, command, { statusChangeId: command.id }, fields.evidence);
}

/** A claim that is neither corrected nor retracted, and its deal at the version that the command was made from. */
async function standingClaim(
  work: Work,
  id: Id,
  command: CommandOf<"correct-status" | "retract-status" | "add-evidence" | "retract-evidence">,
  field: string,
) {
  const claim = await work.tx.statusChange.findUnique({
    where: { id },
    select: {
      id: true,
      deal: { select: { id: true, version: true } },
      successor: { select: { id: true, status: true, effectiveText: true, correctionReason: true } },
      retraction: { select: { reason: true } },
    },
  });
  if (!claim) throw notFound("claim", field, id);
  const deal = work.deals.get(claim.deal.id) ?? { ...claim.deal, fresh: new Map<Id, number>() };
  if (claim.successor) throw closed("Somebody corrected this claim meanwhile", claim.successor, command);
  if (claim.retraction) {
    throw closed("Somebody retracted this claim meanwhile", { retracted: claim.retraction.reason }, command);
  }
  await expectVersion(work, deal, command);
  return { claim, deal };
}

async function expectVersion(
  work: Work,
  deal: OpenDeal,
  command: { readonly version: number },
): Promise<void> {
  if (command.version === deal.version) return;
  const current = await work.tx.statusChange.findMany({
    where: { dealId: deal.id, successor: null, retraction: null },
    select: { id: true, status: true, effectiveText: true, targetText: true, note: true, recordedAt: true },
    orderBy: { seq: "desc" },
    take: 20,
  });
  throw new Refused({
    code: "conflict",
    message: `Somebody changed this deal meanwhile: it is at version ${deal.version}, your form was made from version ${command.version}. Nothing was overwritten.`,
    details: {
      current: { version: deal.version, claims: JSON.parse(JSON.stringify(current)) },
      yours: command,
    },
  });
}

export const notFound = (what: string, field: string, id: string): Refused =>
  new Refused({ code: "not-found", message: `There is no ${what} ${id} in the record.`, field });

export const closed = (sentence: string, current: unknown, yours: unknown): Refused =>
  new Refused({
    code: "conflict",
    message: `${sentence}. Nothing was overwritten.`,
    details: { current, yours },
  });
