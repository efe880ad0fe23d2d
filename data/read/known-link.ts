import type { Db } from "@/data/db";
import { edtf } from "@/data/rows";
import { readLink } from "@/domain/links";
import { urlKey } from "@/domain/names";
import { sourceTitle } from "@/domain/source-words";

/** What the record knows of an address: the source itself, else what sources of its host have in common. */
export type KnownLink =
  | { readonly known: true; readonly slug: string; readonly name: string; readonly claims: number }
  | { readonly known: false; readonly values: Readonly<Record<string, string>> };

/** Sources of one host that are looked at to guess a publisher. */
const MOST_ALIKE = 200;

/** Reads an address without going there; it must have no `urlProblem`. Two queries. */
export async function knownLink(db: Db, address: string): Promise<KnownLink> {
  const source = await db.source.findUnique({
    where: { urlKey: urlKey(address) },
    select: {
      slug: true,
      publisher: true,
      title: true,
      publishedText: true,
      seen: true,
      _count: { select: { evidence: true } },
    },
  });
  if (source) {
    const { slug, publisher, title, seen, publishedText, _count } = source;
    const name = sourceTitle({ publisher, title, seen, published: edtf(publishedText) });
    return { known: true, slug, name, claims: _count.evidence };
  }
  const { url, host, published } = readLink(address);
  const [alike] = await db.$queryRaw<{ publisher: string; kind: string; lang: string }[]>`
    SELECT s.publisher, s.kind, s.lang FROM (
      SELECT publisher, kind, lang FROM source
      WHERE url_key = ${host} OR starts_with(url_key, ${`${host}/`}) LIMIT ${MOST_ALIKE}
    ) s GROUP BY 1, 2, 3 ORDER BY count(*) DESC, 1 LIMIT 1`;
  return {
    known: false,
    values: {
      url,
      ...(published && { published }),
      ...(alike && { publisher: alike.publisher, sourceKind: alike.kind, lang: alike.lang }),
    },
  };
}
