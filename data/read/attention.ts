import type { Db } from "@/data/db";
import { edtf, edtfOrNull } from "@/data/rows";
import {
  ATTENTION_KINDS,
  type AttentionItem,
  type AttentionKind,
  MOST_COUNTED,
  type PutOff,
} from "@/domain/attention";
import { dateWords } from "@/domain/date-words";
import { PAGE_SIZE } from "@/domain/deal-rows";
import type { Day } from "@/domain/edtf";
import type { AttentionFilter } from "@/formats/attention-query";
import { Prisma } from "@/generated/prisma/client";
import { type AttentionDay, attentionSql, isOfClaims, leanClaimsSql } from "./attention-sql";
import { daySql } from "./view-sql";

const { sql, join } = Prisma;

type Asked = AttentionDay & Pick<AttentionFilter, "manufacturer" | "carrier">;

/** Of the SELECT `items` what nobody put off. What was put off is back when its day comes or its state changes. */
const notPutOff = (items: Prisma.Sql, kind: AttentionKind, { today }: Asked) => sql`
  SELECT f.* FROM (${items}) f
  WHERE NOT EXISTS (SELECT FROM put_off p WHERE p.kind = ${kind} AND p.subject = f.subject AND p.state = f.state
    AND p.until > ${daySql(today)} AND p.taken_back IS NULL)`;

/** The open items of a kind, narrowed. */
function openSql(kind: AttentionKind, asked: Asked): Prisma.Sql {
  const { manufacturer, carrier } = asked;
  return sql`
    SELECT o.* FROM (${notPutOff(attentionSql(kind, asked), kind, asked)}) o
    WHERE ${manufacturer ? sql`o.maker = ${manufacturer}` : sql`true`}
      AND ${carrier ? sql`o.carrier = ${carrier}` : sql`true`}`;
}

/** Open claims, when whose they are need not be known; null: it must, or they are none. */
const leanSql = (kind: AttentionKind, asked: Asked): Prisma.Sql | null =>
  isOfClaims(kind) && asked.manufacturer === null && asked.carrier === null
    ? notPutOff(leanClaimsSql(kind, asked), kind, asked)
    : null;

export type AttentionCounts = ReadonlyMap<AttentionKind, number>;

/** How many there are of each kind; `MOST_COUNTED` + 1 stands for more. One query, each part of it bounded. */
export async function attentionCounts(
  db: Db,
  asked: Asked,
  kinds: readonly AttentionKind[] = ATTENTION_KINDS,
): Promise<AttentionCounts> {
  const parts = kinds.map(
    (kind) => sql`
      SELECT ${kind}::text AS kind, count(*)::int AS n
      FROM (SELECT FROM (${leanSql(kind, asked) ?? openSql(kind, asked)}) o LIMIT ${MOST_COUNTED + 1}) few`,
  );
  const rows = await db.$queryRaw<{ kind: AttentionKind; n: number }[]>`${join(parts, " UNION ALL ")}`;
  return new Map(rows.map(({ kind, n }) => [kind, n]));
}

type Row = { kind: AttentionKind; subject: string; state: string; day: Day; about: AboutJson };
type ClaimAbout = AttentionItem["about"] & { of: "claim" };
type AboutJson =
  | (Exclude<AttentionItem["about"], { of: "claim" }> & { more: string | null; published?: string })
  | (Omit<ClaimAbout, "effective" | "target"> & { effective: string; target: string | null });

function toItem({ about, ...row }: Row): AttentionItem {
  if (about.of === "claim") {
    const dates = { effective: edtf(about.effective), target: edtfOrNull(about.target) };
    return { ...row, about: { ...about, ...dates } };
  }
  const { published, ...rest } = about;
  const day = published === undefined ? [] : [dateWords(edtf(published))];
  return { ...row, about: { ...rest, more: [...(about.more ? [about.more] : []), ...day].join(", ") } };
}

/** The open items from `skip` on, the oldest first. */
function itemsSql(kind: AttentionKind, asked: Asked, limit: number, skip = 0): Prisma.Sql {
  const lean = leanSql(kind, asked);
  const place = sql`ORDER BY o.day, o.subject LIMIT ${limit} OFFSET ${skip}`;
  const items = lean
    ? sql`SELECT o.* FROM (${attentionSql(kind, asked, sql`SELECT o.claim FROM (${lean}) o ${place}`)}) o ORDER BY o.day, o.subject`
    : sql`SELECT o.* FROM (${openSql(kind, asked)}) o ${place}`;
  return sql`
    (SELECT ${kind}::text AS kind, i.subject, i.state, i.day::text AS day, i.about FROM (${items}) i ORDER BY i.day, i.subject)`;
}

/** A page of one kind, oldest first. One query. */
export async function attentionPage(
  db: Db,
  kind: AttentionKind,
  asked: Asked,
  page: number,
): Promise<AttentionItem[]> {
  const rows = await db.$queryRaw<Row[]>(itemsSql(kind, asked, PAGE_SIZE, (page - 1) * PAGE_SIZE));
  return rows.map(toItem);
}

/** The oldest few of each of these kinds. One query. */
export async function attentionFew(
  db: Db,
  kinds: readonly AttentionKind[],
  asked: Asked,
  few: number,
): Promise<AttentionItem[]> {
  if (kinds.length === 0) return [];
  const parts = kinds.map((kind) => itemsSql(kind, asked, few));
  return (await db.$queryRaw<Row[]>`${join(parts, " UNION ALL ")}`).map(toItem);
}

/** One item, put off or not; null: nothing of this kind is wrong with that subject (any more). */
export async function attentionItem(
  db: Db,
  kind: AttentionKind,
  subject: string,
  today: Day,
): Promise<AttentionItem | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT ${kind}::text AS kind, f.subject, f.state, f.day::text AS day, f.about
    FROM (${attentionSql(kind, { today, days: 0 })}) f WHERE f.subject = ${subject} LIMIT 1`;
  return row ? toItem(row) : null;
}

/** At most this many are listed; few desks put off more. */
const MOST_PUT_OFF = 200;

/**
 * What is put off, the next to come back first. What reads otherwise by now, or is mended, is not put off any more. Two
 * queries.
 */
export async function putOffs(db: Db, today: Day): Promise<PutOff[]> {
  const rows = await db.putOff.findMany({
    where: { takenBack: null, until: { gt: new Date(today) }, kind: { in: [...ATTENTION_KINDS] } },
    orderBy: [{ until: "asc" }, { at: "asc" }],
    take: MOST_PUT_OFF,
    include: { by: { select: { name: true } } },
  });
  if (rows.length === 0) return [];
  const parts = [...new Set(rows.map((r) => r.kind))].map(
    (kind) => sql`
      SELECT ${kind}::text AS kind, f.subject, f.state FROM (${attentionSql(kind, { today, days: 0 })}) f
      WHERE f.subject = ANY (${rows.filter((r) => r.kind === kind).map((r) => r.subject)})`,
  );
  const standing = await db.$queryRaw<
    Pick<Row, "kind" | "subject" | "state">[]
  >`${join(parts, " UNION ALL ")}`;
  const keyOf = (r: Pick<Row, "kind" | "subject" | "state">) => `${r.kind} ${r.subject} ${r.state}`;
  const still = new Set(standing.map(keyOf));
  return rows
    .filter((r) => still.has(keyOf(r)))
    .map((r) => ({
      id: r.id,
      kind: r.kind,
      label: r.label,
      why: r.why,
      until: r.until.toISOString().slice(0, 10),
      by: r.by.name,
      on: r.at.toISOString().slice(0, 10),
    }));
}
