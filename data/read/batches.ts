import type { Db } from "@/data/db";
import type { BatchRow } from "@/domain/batches";
import { Prisma } from "@/generated/prisma/client";

export const BATCH_PAGE = 50;
const INSTANT = Prisma.sql`'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

/** What was sent together, newest first, with who took it back. One query. */
export async function batches(db: Db, page = 1): Promise<{ rows: readonly BatchRow[]; total: number }> {
  const rows = await db.$queryRaw<(BatchRow & { total: number })[]>`
    SELECT b.id, b.kind, b.title, b.reason, b.commands, b.proposal_id AS proposal, u.name AS person,
      to_char(b.recorded_at AT TIME ZONE 'UTC', ${INSTANT}) AS at,
      (SELECT jsonb_build_object('person', x.name, 'at', to_char(n.recorded_at AT TIME ZONE 'UTC', ${INSTANT}))
        FROM change_batch n JOIN "user" x ON x.id = n.recorded_by_id WHERE n.undoes_batch_id = b.id
        ORDER BY n.recorded_at DESC LIMIT 1) AS undone,
      (count(*) OVER ())::int AS total
    FROM change_batch b JOIN "user" u ON u.id = b.recorded_by_id
    ORDER BY b.recorded_at DESC, b.id LIMIT ${BATCH_PAGE} OFFSET ${(page - 1) * BATCH_PAGE}`;
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}
