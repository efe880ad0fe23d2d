import type { Db } from "@/data/db";
import { reviewSentence, rulesAsking } from "@/domain/review";
import { REASON_WORDS } from "@/domain/words";
import { reviewRules, type Touched, touchOf } from "./review-rules";

/** What a form is about, as far as it is known before it is filled in. Slugs, and ids of claims or evidence. */
export type FormAbout = {
  readonly device?: string | null;
  readonly carrier?: string | null;
  readonly manufacturer?: string | null;
  /** Of a status, a listing or a statement. */
  readonly claim?: string | null;
  readonly evidence?: string | null;
};

/**
 * Why what a form would save needs a second person; null: it may be saved, as far as can be known now. The door asks again with
 * what was typed.
 */
export async function reviewAsked(db: Db, about: FormAbout): Promise<string | null> {
  const rules = await reviewRules(db);
  if (rules.length === 0) return null;
  const asking = rulesAsking(rules, touchOf(await touched(db, about)));
  return asking.length > 0 ? reviewSentence(asking, (reason) => REASON_WORDS[reason]) : null;
}

const touched = (db: Db, { device, carrier, manufacturer, claim, evidence }: FormAbout) => db.$queryRaw<
  Touched[]
>`
  WITH claims AS (
    SELECT ${claim ?? null}::uuid AS id
    UNION SELECT status_change_id FROM evidence WHERE id = ${evidence ?? null}::uuid
  ), stated AS (
    SELECT c.reasons, d.device_id, d.carrier_id FROM status_change c JOIN deal d ON d.id = c.deal_id WHERE c.id IN (SELECT id FROM claims)
    UNION ALL SELECT '{}', device_id, NULL FROM listing WHERE id IN (SELECT id FROM claims)
    UNION ALL SELECT '{}', device_id, carrier_id FROM statement WHERE id IN (SELECT id FROM claims)
    UNION ALL SELECT '{}', (SELECT id FROM device WHERE slug = ${device ?? null}), (SELECT id FROM carrier WHERE slug = ${carrier ?? null})
  )
  SELECT 'reason' AS kind, unnest(reasons) AS value FROM stated
  UNION SELECT 'carrier', carrier_id::text FROM stated WHERE carrier_id IS NOT NULL
  UNION SELECT 'manufacturer', v.manufacturer_id::text FROM stated s JOIN device v ON v.id = s.device_id
  UNION SELECT 'manufacturer', manufacturer_id::text FROM statement
    WHERE id IN (SELECT id FROM claims) AND manufacturer_id IS NOT NULL
  UNION SELECT 'manufacturer', id::text FROM manufacturer WHERE slug = ${manufacturer ?? null}`;
