import type { Db } from "@/data/db";
import type { Id } from "@/domain/claims";
import type { ReviewRule, Touch } from "@/domain/review";
import type { Reason } from "@/domain/status";

type Row = { id: Id; scope: ReviewRule["scope"]; of: { id: Id; name: string } | null; reason: Reason | null };

/** The rules that hold now, the oldest first. */
export async function reviewRules(db: Db): Promise<ReviewRule[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT r.id, r.scope, r.reason, coalesce(
      (SELECT jsonb_build_object('id', m.id, 'name', m.name) FROM manufacturer m WHERE m.id = r.manufacturer_id),
      (SELECT jsonb_build_object('id', c.id, 'name', c.name) FROM carrier c WHERE c.id = r.carrier_id)) AS of
    FROM review_rule r WHERE r.ended_at IS NULL ORDER BY r.recorded_at, r.id LIMIT 500`;
  return rows.map(({ id, scope, of, reason }) => ({ id, scope, of, reason }) as unknown as ReviewRule);
}

/** Rows of what commands touch, from ids that a query of one place or another finds. */
export type Touched = { readonly kind: "manufacturer" | "carrier" | "reason"; readonly value: string };

/** What these rows say that commands touch. */
export const touchOf = (rows: readonly Touched[]): Touch => ({
  manufacturers: new Set(rows.filter((r) => r.kind === "manufacturer").map((r) => r.value)),
  carriers: new Set(rows.filter((r) => r.kind === "carrier").map((r) => r.value)),
  reasons: new Set(rows.filter((r) => r.kind === "reason").map((r) => r.value as Reason)),
});
