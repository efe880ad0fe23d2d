import type { Db } from "@/data/db";
import { Prisma } from "@/generated/prisma/client";
import type { Entity, Record } from "@/intake/names/lexicon";
import { jsonLists } from "./json-rows";

type Row = Omit<Entity, "maker" | "country"> & {
  readonly maker: string | null;
  readonly country: string | null;
};

/** Names, model numbers and code names; numbers of networks and foreign ids are not how a text names anything. */
const aliasesOf = (owner: Prisma.Sql) => Prisma.sql`
  coalesce((SELECT json_agg(a.text ORDER BY a.text) FROM alias a
            WHERE a.${owner} = e.id AND a.kind IN ('name', 'model', 'code-name')), '[]') AS aliases`;

/** All names that the record knows, to read articles by, with the publishers of its sources. One query. */
export async function recordNames(db: Db): Promise<Record> {
  const { manufacturers, carriers, retailers, devices, publishers } = await jsonLists<{
    manufacturers: Row[];
    carriers: Row[];
    retailers: Row[];
    devices: Row[];
    publishers: { name: string }[];
  }>(db, {
    manufacturers: Prisma.sql`SELECT 'manufacturer' AS kind, slug, name, ${aliasesOf(Prisma.sql`manufacturer_id`)}
      FROM manufacturer e ORDER BY slug`,
    carriers: Prisma.sql`SELECT 'carrier' AS kind, slug, name, country, ${aliasesOf(Prisma.sql`carrier_id`)}
      FROM carrier e ORDER BY slug`,
    retailers: Prisma.sql`SELECT 'retailer' AS kind, slug, name, country, ${aliasesOf(Prisma.sql`retailer_id`)}
      FROM retailer e ORDER BY slug`,
    devices: Prisma.sql`SELECT 'device' AS kind, e.slug, e.name, m.slug AS maker, ${aliasesOf(Prisma.sql`device_id`)}
      FROM device e JOIN manufacturer m ON m.id = e.manufacturer_id ORDER BY e.slug`,
    publishers: Prisma.sql`SELECT name FROM publisher ORDER BY name`,
  });
  const entities = [...manufacturers, ...carriers, ...retailers, ...devices].map(
    ({ maker, country, ...entity }): Entity => ({
      ...entity,
      ...(maker && { maker }),
      ...(country && { country }),
    }),
  );
  return { entities, publishers: publishers.map(({ name }) => name) };
}

/** Changes whenever anything was recorded: while it stands, `recordNames` would say the same. */
export async function namesStamp(db: Db): Promise<string> {
  const last = await db.auditEntry.findFirst({ orderBy: { seq: "desc" }, select: { seq: true } });
  return String(last?.seq ?? 0);
}
