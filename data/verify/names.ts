import type { Db } from "@/data/db";
import { nameKey, publisherKey, urlKey } from "@/domain/names";
import { type Difference, difference } from "./difference";

/** Normalised names, publishers and addresses against the texts that they come from. */
export async function verifyNames(db: Db): Promise<Difference[]> {
  const select = { slug: true, name: true, nameKey: true } as const;
  const entities = [
    ["manufacturer", await db.manufacturer.findMany({ select })],
    ["carrier", await db.carrier.findMany({ select })],
    ["retailer", await db.retailer.findMany({ select })],
    ["device", await db.device.findMany({ select })],
  ] as const;
  const aliases = await db.alias.findMany({ select: { text: true, key: true } });
  const sources = await db.source.findMany({ select: { slug: true, url: true, urlKey: true } });
  const publishers = await db.$queryRaw<{ name: string; key: string | null }[]>`
    SELECT DISTINCT v.publisher AS name, p.key FROM source_version v LEFT JOIN publisher p ON p.name = v.publisher`;
  return [
    ...publishers
      .filter((p) => p.key !== publisherKey(p.name))
      .map((p) => difference(`publisher "${p.name}"`, "key", p.key, publisherKey(p.name))),
    ...entities.flatMap(([kind, rows]) =>
      rows
        .filter((r) => r.nameKey !== nameKey(r.name))
        .map((r) => difference(`${kind} ${r.slug}`, "name_key", r.nameKey, nameKey(r.name))),
    ),
    ...aliases
      .filter((a) => a.key !== nameKey(a.text))
      .map((a) => difference(`alias "${a.text}"`, "key", a.key, nameKey(a.text))),
    ...sources
      .map((s) => ({ ...s, expected: s.url === null ? null : urlKey(s.url) }))
      .filter((s) => s.urlKey !== s.expected)
      .map((s) => difference(`source ${s.slug}`, "url_key", s.urlKey, s.expected)),
  ];
}
