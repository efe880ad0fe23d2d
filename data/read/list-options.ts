import type { Db } from "@/data/db";
import type { Named } from "@/domain/deal-rows";

/** What lists can be filtered by. At most this many of each: beyond, a filter is an address or a search. */
const MOST = 1000;

type Row = Named & { readonly kind: "manufacturer" | "carrier"; readonly country: string };

/** The names of manufacturers and carriers, and the countries of carriers, each in order. One query. */
export async function listOptions(db: Db) {
  const rows = await db.$queryRaw<Row[]>`
    (SELECT 'manufacturer' AS kind, slug, name, country FROM manufacturer ORDER BY name_key LIMIT ${MOST})
    UNION ALL
    (SELECT 'carrier', slug, name, country FROM carrier ORDER BY country, name_key LIMIT ${MOST})`;
  const carriers = rows.filter((r) => r.kind === "carrier");
  return {
    manufacturers: rows.filter((r) => r.kind === "manufacturer"),
    carriers,
    countries: [...new Set(carriers.map((c) => c.country))].sort(),
  };
}
