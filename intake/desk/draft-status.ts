import { dateWords } from "@/domain/date-words";
import { daysBetween, type Edtf, parseEdtf } from "@/domain/edtf";
import type { Status } from "@/domain/status";
import { isUsual } from "@/domain/transitions";
import { STATUS_WORDS, unusualTransition } from "@/domain/words";
import type { ProposedChange } from "@/intake/proposal";
import { type Draft, type DraftQuestion, reference } from "./draft";
import { ALREADY, dateSays, evidenceFields, isOnRecord, keyPart, restsOf } from "./evidence-fields";
import type { Standing, StandingClaim, StandingDeal } from "./standing";

const dateOf = (text: string): Edtf | null => {
  const read = parseEdtf(text);
  return read.ok ? read.value : null;
};

/** The claim that says the same: of the same status, at a time that may be the same. */
function sameClaim(deal: StandingDeal | undefined, change: ProposedChange): StandingClaim | undefined {
  const at = dateOf(change.effective.edtf);
  const claims = deal?.claims.filter(({ status }) => status === change.status) ?? [];
  const dated = claims.findLast((claim) => at && claim.earliest <= at.latest && at.earliest <= claim.latest);
  if (dated || change.effective.words !== null || !at) return dated;
  // News without a date of its own, of what the deal came to shortly before, is that news again.
  const last = deal?.claims.at(-1);
  const days = last ? daysBetween(last.latest, at.latest) : -1;
  return last?.status === change.status && days >= 0 && days <= SAME_NEWS_DAYS ? last : undefined;
}

/** How long the press speaks of what happened as news. */
const SAME_NEWS_DAYS = 45;

/** The status of the deal when the change would take effect, by the order of its claims. */
function statusBefore(deal: StandingDeal | undefined, effective: string): Status | null {
  const at = dateOf(effective);
  const earlier = deal?.claims.filter(({ earliest }) => at && earliest <= at.latest) ?? [];
  return earlier.at(-1)?.status ?? null;
}

const questionsOf = (change: ProposedChange): DraftQuestion[] =>
  change.questions.map(({ about, says, options }) => ({
    field: about === "device" ? "device" : change.seller.kind,
    says,
    options,
  }));

const countWords = ({ articles, origins }: StandingClaim): string | null =>
  articles === null || origins === null
    ? null
    : `It rests on ${articles} article${articles === 1 ? "" : "s"}, ${origins} origin${origins === 1 ? "" : "s"} so far.`;

/** A status of a device at a carrier: a new claim, or more evidence for one that the record has. */
export function statusDraft(
  change: ProposedChange,
  standing: Standing,
  publishers: readonly string[],
): Draft {
  const { device, seller, status, effective, target } = change;
  const slug = device.kind === "known" ? device.slug : "";
  const deal = standing.deals.find((one) => one.device === slug && one.carrier === seller.slug);
  const same = sameClaim(deal, change);
  const before = statusBefore(deal, effective.edtf);
  const cited = same !== undefined && isOnRecord(standing, same.sources);
  const told = dateSays(effective, "The date is");
  return {
    key: `status-${keyPart(slug || device.name)}-${seller.slug}-${status}`,
    group: same ? "have" : "new",
    deed: cited ? "nothing" : same ? "evidence" : "status",
    title: `${device.name} at ${seller.name}`,
    passage: change.passage,
    before: same ? null : before,
    status,
    fields: {
      device: device.kind === "known" ? reference(device) : "",
      carrier: reference(seller),
      status,
      effective: effective.edtf,
      effectiveWords: effective.words ?? "",
      target: target?.edtf ?? "",
      targetWords: target?.words ?? "",
      exclusive: change.exclusive ? "yes" : "",
      note: "",
      version: String(deal?.version ?? 0),
      claim: same?.id ?? "",
      ...evidenceFields(change),
    },
    reasons: change.reasons,
    rests: restsOf(change, publishers),
    questions: questionsOf(change),
    says: same ? [...haveSays(same, change, told), ...(cited ? [ALREADY] : [])] : [told],
    warnings: same || isUsual(before, status) ? [] : [unusualTransition(before, status)],
    newDevice: device.kind === "new" ? { name: device.name, maker: device.maker } : null,
  };
}

/** "The article says “earlier this month”. Our claim of 8 Jan 2018 lies within it." */
function haveSays(same: StandingClaim, change: ProposedChange, told: string): string[] {
  const ours = dateOf(same.effective);
  const words = change.effective.words ? `The article says “${change.effective.words}”.` : told;
  const at = ours ? ` Our claim: ${STATUS_WORDS[same.status].word}, ${dateWords(ours)}.` : "";
  const counted = countWords(same);
  return [`${words}${at}`, ...(counted ? [counted] : [])];
}
