import type { View } from "@/domain/claims";
import { Prisma } from "@/generated/prisma/client";

/** Pieces of SQL that several reads share. Each says the view's three times in the same way. */

export const knownSql = ({ known }: Pick<View, "known">) => Prisma.sql`${known}::date`;
export const recordSql = ({ record }: Pick<View, "record">) => Prisma.sql`${record}::timestamptz`;
export const daySql = (day: string) => Prisma.sql`${day}::date`;
