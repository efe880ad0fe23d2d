import type { Db } from "@/data/db";
import type { Id, View } from "@/domain/claims";
import type { ComparedDeal, DealComparison, Meeting, Subject } from "@/domain/compare";
import { type CarrierRef, laneOf } from "@/domain/device-history";
import { grouped } from "@/domain/grouped";
import { Prisma } from "@/generated/prisma/client";
import { statusClaims } from "./claims";
import { carrierJson } from "./device-rows";
import { recordedBy } from "./entity-sql";

/** Meetings a page; each holds at most a lane a subject. */
const MEETINGS = 30;

type Sides = {
  subject: Prisma.Sql;
  other: Prisma.Sql;
  subjectAbout: Prisma.Sql;
  otherAbout: Prisma.Sql;
  own: Prisma.Sql;
  theirs: Prisma.Sql;
};

/** Devices meet at carriers, carriers with devices. `own` and `theirs`: the columns of `deal` that say so. */
const SIDES: Record<"devices" | "carriers", Sides> = {
  devices: {
    subject: Prisma.sql`device`,
    other: Prisma.sql`carrier`,
    own: Prisma.sql`device_id`,
    theirs: Prisma.sql`carrier_id`,
    subjectAbout: Prisma.sql`(SELECT m.name FROM manufacturer m WHERE m.id = e.manufacturer_id)`,
    otherAbout: Prisma.sql`e.country`,
  },
  carriers: {
    subject: Prisma.sql`carrier`,
    other: Prisma.sql`device`,
    own: Prisma.sql`carrier_id`,
    theirs: Prisma.sql`device_id`,
    subjectAbout: Prisma.sql`e.country`,
    otherAbout: Prisma.sql`(SELECT m.name FROM manufacturer m WHERE m.id = e.manufacturer_id)`,
  },
};

type OtherRow = { id: Id; slug: string; name: string; about: string; total: number };
type DealRow = { id: Id; own: Id; theirs: Id; device: ComparedDeal["device"]; carrier: CarrierRef };

/**
 * Devices at the carriers that they share, or carriers with the devices that they share, under a view: the meetings of
 * most subjects first, thirty a page. Slugs that are not on record are left out. At most six queries.
 */
export async function compareDeals(
  db: Db,
  {
    by,
    slugs,
    page,
    view,
  }: { by: "devices" | "carriers"; slugs: readonly string[]; page: number; view: View },
): Promise<DealComparison> {
  const { subject, other, own, theirs, subjectAbout, otherAbout } = SIDES[by];
  const found = await db.$queryRaw<Subject[]>`
    SELECT e.id, e.slug, e.name, ${subjectAbout} AS about FROM ${subject} e WHERE e.slug = ANY (${[...slugs]})`;
  const subjects = slugs.flatMap((slug) => found.find((s) => s.slug === slug) ?? []);
  const ids = subjects.map((s) => s.id);
  const others = await db.$queryRaw<OtherRow[]>`
    SELECT e.id, e.slug, e.name, ${otherAbout} AS about, count(*) OVER ()::int AS total
    FROM (SELECT d.${theirs} AS id, count(*) AS deals FROM deal d
          WHERE d.${own} = ANY (${ids}::uuid[]) AND ${recordedBy(view)} GROUP BY d.${theirs}) n
    JOIN ${other} e ON e.id = n.id
    ORDER BY n.deals DESC, about, e.name LIMIT ${MEETINGS} OFFSET ${(page - 1) * MEETINGS}`;
  const deals = await db.$queryRaw<DealRow[]>`
    SELECT d.id, d.${own} AS own, d.${theirs} AS theirs, json_build_object('slug', v.slug, 'name', v.name) AS device,
           ${carrierJson} AS carrier
    FROM deal d JOIN device v ON v.id = d.device_id JOIN carrier c ON c.id = d.carrier_id
    WHERE d.${own} = ANY (${ids}::uuid[]) AND d.${theirs} = ANY (${others.map((o) => o.id)}::uuid[])
      AND ${recordedBy(view)}`;
  const { claims, graph } = await statusClaims(db, { deals: deals.map((d) => d.id), record: view.record });
  const byDeal = grouped(claims, (c) => c.deal);
  const compared = (row: DealRow): ComparedDeal => ({
    device: row.device,
    carrier: row.carrier,
    lane: laneOf({ id: row.id, carrier: row.carrier }, byDeal.get(row.id) ?? [], [], graph, view),
  });
  const meetings = others.map(
    ({ id, slug, name, about }): Meeting => ({
      slug,
      name,
      about,
      deals: ids.map((own) => {
        const row = deals.find((d) => d.own === own && d.theirs === id);
        return row ? compared(row) : null;
      }),
    }),
  );
  const total = others[0]?.total ?? 0;
  return { subjects, meetings, graph, total, page, pages: Math.ceil(total / MEETINGS) };
}
