import type { View } from "@/domain/claims";
import type { Day } from "@/domain/edtf";
import type { Certainty, Reason, Status } from "@/domain/status";
import { Prisma } from "@/generated/prisma/client";
import { judgedSql, visibleEvidenceSql } from "./judged-sql";
import { fromStoredSql, isStored, touchedDealsSql } from "./spans-sql";
import { daySql, knownSql, recordSql } from "./view-sql";
import type { Deals } from "./whose-deals";

/** A row of `boardSql`: the status of a deal on the view's day. Days as text where the caller writes `::text`. */
export type BoardRow = {
  readonly deal_id: string;
  readonly claim_id: string;
  readonly status: Status;
  readonly certain: boolean;
  readonly begins: Day;
  readonly published: Day;
  readonly certainty: Certainty;
  readonly disputed: boolean;
  readonly origins: number;
  readonly articles: number;
  readonly heard: Day;
  readonly stale: boolean;
  readonly reasons: readonly Reason[];
};

/**
 * A SELECT of the status of deals on the view's day: `deal_id`, `claim_id`, `status`, `certain`, `begins`, `published`,
 * `certainty`, `disputed`, `origins`, `articles`, `heard`, `stale`, `reasons`, `carrier_id`, `manufacturer_id`; no row for a deal
 * without a status on that day. To be used as `FROM (${boardSql(view, deals)}) b`. It asks the stored histories, whatever the
 * day; only for what was published by a day as the record stood at an instant it folds in SQL those deals that the record
 * touched since, which costs in proportion to them.
 */
export function boardSql(view: View, deals: Deals = null): Prisma.Sql {
  if (isStored(view)) return storedOnDay(view, deals);
  return Prisma.sql`
    SELECT * FROM (${storedOnDay(view, deals)}) s
    UNION ALL
    SELECT * FROM (${foldedOnDay(view, touchedDealsSql(view, deals))}) f`;
}

/** From the stored histories. */
function storedOnDay(view: View, deals: Deals, columns = ON_DAY(view)): Prisma.Sql {
  const on = daySql(view.on);
  return fromStoredSql(
    view,
    deals,
    columns,
    Prisma.sql`s.begins <= ${on} AND (s.ends IS NULL OR s.ends > ${on})`,
  );
}

const ON_DAY = ({ on }: View) => Prisma.sql`s.deal_id, s.claim_id, s.status,
  s.certain_from <= ${daySql(on)} AND (s.certain_until IS NULL OR s.certain_until > ${daySql(on)}) AS certain,
  s.begins, s.published, s.certainty, s.disputed, s.origins, s.articles, s.heard,
  coalesce(s.stale_from <= ${daySql(on)}, false) AS stale, s.reasons, s.carrier_id, s.manufacturer_id`;

/** From the claims of these deals (a SELECT of ids). Its order is that of `status_on` (0003_reading). */
function foldedOnDay(view: View, deals: Prisma.Sql): Prisma.Sql {
  const [on, known, record] = [daySql(view.on), knownSql(view), recordSql(view)];
  return Prisma.sql`
    WITH visible AS MATERIALIZED (SELECT v.* FROM visible_status_changes(${known}, ${record}, ARRAY(${deals})) v),
    board AS MATERIALIZED (
      SELECT DISTINCT ON (h.deal_id) h.*,
             h.effective_latest <= ${on} AND coalesce(h.next_earliest > ${on}, true) AS certain
      FROM (
        SELECT v.*, lead(v.effective_earliest) OVER w AS next_earliest, row_number() OVER w AS place FROM visible v
        WINDOW w AS (PARTITION BY v.deal_id
          ORDER BY v.sort_earliest, v.effective_latest, v.published, v.recorded_at, v.seq)
      ) h
      WHERE h.sort_earliest <= ${on} ORDER BY h.deal_id, h.place DESC
    ),
    told AS MATERIALIZED (
      SELECT v.deal_id, v.claim_id, e.*
      FROM visible v CROSS JOIN LATERAL (${visibleEvidenceSql(view, Prisma.sql`v.claim_id`)}) e
    ),
    heard AS MATERIALIZED (SELECT t.deal_id, max(t.published) AS day FROM told t GROUP BY t.deal_id),
    judged AS MATERIALIZED (${judgedSql(
      view,
      Prisma.sql`SELECT claim_id FROM board`,
      Prisma.sql`SELECT t.* FROM told t WHERE t.claim_id IN (SELECT claim_id FROM wanted)`,
    )})
    SELECT b.deal_id, b.claim_id, b.status, b.certain, b.sort_earliest AS begins, b.published, j.certainty, j.disputed,
           j.origins, j.articles, coalesce(h.day, b.published) AS heard,
           -- domain/stale.ts
           coalesce(CASE
             WHEN b.status = 'carried' THEN ${on} >= coalesce(h.day, b.published) + interval '4 years'
             WHEN b.status = 'planned' AND c.target_text NOT LIKE '%/..' THEN ${on} >= c.target_latest + 180
             WHEN b.status IN ('paused', 'planned') THEN ${on} >= coalesce(h.day, b.published) + interval '1 year'
           END, false) AS stale, c.reasons, d.carrier_id, v.manufacturer_id
    FROM board b
    JOIN judged j ON j.claim_id = b.claim_id
    JOIN status_change c ON c.id = b.claim_id
    LEFT JOIN heard h ON h.deal_id = b.deal_id
    LEFT JOIN deal d ON d.id = b.deal_id
    LEFT JOIN device v ON v.id = d.device_id`;
}

/** The same without what is judged: `deal_id`, `claim_id`, `status`. Counts that need no more ask this. */
export function statusSql(view: View, deals: Deals = null): Prisma.Sql {
  const stored = storedOnDay(view, deals, Prisma.sql`s.deal_id, s.claim_id, s.status`);
  if (isStored(view)) return stored;
  return Prisma.sql`
    ${stored}
    UNION ALL
    SELECT f.deal_id, f.claim_id, f.status
    FROM status_on(${daySql(view.on)}, ${knownSql(view)}, ${recordSql(view)},
      ARRAY(${touchedDealsSql(view, deals)})) f`;
}
