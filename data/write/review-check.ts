import { reviewRules, type Touched, touchOf } from "@/data/read/review-rules";
import type { Id } from "@/domain/claims";
import type { Refusal } from "@/domain/refusal";
import { type ReviewRule, reviewSentence, rulesAsking, type Touch } from "@/domain/review";
import { REASON_WORDS } from "@/domain/words";
import type { Command } from "@/formats/commands";
import { type Answer, type Done, Refused, type Work } from "./work";

type Deed = { readonly command: Command; readonly answer: Answer; readonly before: Done["before"] };

/**
 * Asked by the door once the commands are carried out and before they are committed, so that what they touch can be read from
 * the record itself: also deals that rest on an edited source, or that a merge moves.
 * @throws Refused `needs-review` when an admin's rule asks for a second person
 */
export async function requireNoReview(work: Work, done: readonly Deed[]): Promise<void> {
  if (done.length === 0) return;
  const rules = await reviewRules(work.tx);
  if (rules.length === 0) return;
  const asking = rulesAsking(rules, await touched(work, done));
  if (asking.length > 0) throw new Refused(needsReview(asking), 0);
}

/** The refusal that names the rules which ask. */
export const needsReview = (asking: readonly ReviewRule[]): Refusal => ({
  code: "needs-review",
  message: reviewSentence(asking, (reason) => REASON_WORDS[reason]),
  details: { rules: asking.map((rule) => rule.id) },
});

async function touched({ tx, deals }: Work, done: readonly Deed[]): Promise<Touch> {
  const claims = new Set<Id>();
  const evidence = new Set<Id>();
  const subjects = new Set<Id>();
  const direct: Touched[] = [];
  for (const { command, answer, before } of done) {
    for (const id of claimsOf(command)) claims.add(id);
    if (answer.claim) claims.add(answer.claim);
    if (command.kind === "retract-evidence") evidence.add(command.evidence);
    subjects.add(answer.subject.id);
    const { kind, id } = answer.subject;
    if (kind === "manufacturer" || kind === "carrier") direct.push({ kind, value: id });
    // A device that changes hands concerns the one it leaves too.
    const left = (before as { manufacturerId?: Id } | undefined)?.manufacturerId;
    if (left) direct.push({ kind: "manufacturer", value: left });
  }
  const rows = await tx.$queryRaw<Touched[]>`
    WITH deals AS (SELECT * FROM deal WHERE id = ANY (${[...new Set([...deals.keys(), ...subjects])]}::uuid[])),
    claims AS (SELECT unnest(${[...claims]}::uuid[]) AS id
      UNION SELECT status_change_id FROM evidence WHERE id = ANY (${[...evidence]}::uuid[]))
    SELECT 'carrier' AS kind, carrier_id::text AS value FROM deals
    UNION SELECT 'manufacturer', v.manufacturer_id::text FROM deals d JOIN device v ON v.id = d.device_id
    UNION SELECT 'reason', unnest(c.reasons) FROM status_change c WHERE c.id IN (SELECT id FROM claims)
    UNION SELECT 'manufacturer', v.manufacturer_id::text FROM listing l JOIN device v ON v.id = l.device_id
      WHERE l.id IN (SELECT id FROM claims)
    UNION SELECT 'carrier', s.carrier_id::text FROM statement s WHERE s.id IN (SELECT id FROM claims) AND s.carrier_id IS NOT NULL
    UNION SELECT 'manufacturer', coalesce(s.manufacturer_id, v.manufacturer_id)::text
      FROM statement s LEFT JOIN device v ON v.id = s.device_id
      WHERE s.id IN (SELECT id FROM claims) AND coalesce(s.manufacturer_id, v.manufacturer_id) IS NOT NULL
    UNION SELECT 'manufacturer', manufacturer_id::text FROM device WHERE id = ANY (${[...subjects]}::uuid[])
    UNION SELECT 'manufacturer', manufacturer_id::text FROM policy_action_manufacturer
      WHERE policy_action_id = ANY (${[...subjects]}::uuid[])`;
  return touchOf([...direct, ...rows]);
}

/** Claims that a command closes or adds to. */
function claimsOf(command: Command): readonly Id[] {
  switch (command.kind) {
    case "correct-status":
    case "correct-listing":
    case "correct-statement":
      return [command.corrects];
    case "retract-status":
    case "add-evidence":
      return [command.claim];
    case "end-listing":
    case "retract-listing":
      return [command.listing];
    case "retract-statement":
      return [command.statement];
    default:
      return [];
  }
}
