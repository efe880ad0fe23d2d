import type { View } from "@/domain/claims";
import { Prisma } from "@/generated/prisma/client";

/** Pieces of SQL that several reads share. Each says the view's three times in the same way. */

export const knownSql = ({ known }: Pick<View, "known">) => Prisma.sql`${known}::date`;
export const recordSql = ({ record }: Pick<View, "record">) => Prisma.sql`${record}::timestamptz`;
/** The last day on which a source (its id) was published, as the record said then: an edit may have moved it since. */
export const publicationSql = (source: Prisma.Sql, { record }: Pick<View, "record">) =>
  record === null
    ? Prisma.sql`(SELECT s.published_latest FROM source s WHERE s.id = ${source})`
    : Prisma.sql`(SELECT v.published_latest FROM source_version v
        WHERE v.source_id = ${source} AND v.recorded_at <= ${recordSql({ record })} ORDER BY v.version DESC LIMIT 1)`;
export const daySql = (day: string) => Prisma.sql`${day}::date`;
