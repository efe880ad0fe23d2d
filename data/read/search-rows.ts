import { edtf } from "@/data/rows";
import { dateWords } from "@/domain/date-words";
import type { SearchHit, SearchKind } from "@/domain/search-hits";
import { type FoundIn, type SearchedText, whyFound } from "@/domain/search-why";
import type { SearchWords } from "@/domain/search-words";
import type {
  AliasKind,
  CarrierKind,
  Certainty,
  RetailerKind,
  SourceKind,
  StatementStance,
  Status,
} from "@/domain/status";
import {
  CARRIER_KIND_WORDS,
  RETAILER_KIND_WORDS,
  SOURCE_KIND_WORDS,
  STATEMENT_WORDS,
  STATUS_WORDS,
} from "@/domain/words";
import { countryName } from "@/formats/countries";
import { Prisma } from "@/generated/prisma/client";
import { type Texts, texts } from "./search-texts";

type Alias = { readonly kind: AliasKind; readonly text: string };
type Named = { readonly slug: string; readonly name: string; readonly aliases: readonly Alias[] | null };
type Ref = { readonly slug: string; readonly name: string };
type Person = {
  readonly speaker: string;
  readonly source: string;
  readonly publisher: string;
  readonly published: string;
};

type About = {
  readonly manufacturer: Named & { readonly country: string; readonly parent: string | null };
  readonly carrier: Named & {
    readonly country: string;
    readonly parent: string | null;
    readonly type: CarrierKind;
  };
  readonly retailer: Named & { readonly country: string; readonly type: RetailerKind };
  readonly device: Named & { readonly maker: string; readonly announced: string | null };
  readonly deal: {
    readonly device: Named;
    readonly carrier: Named & { readonly country: string; readonly parent: string | null };
    readonly maker: string;
  };
  readonly "policy-action": {
    readonly slug: string;
    readonly title: string;
    readonly issuer: string;
    readonly date: string;
  };
  readonly source: {
    readonly slug: string;
    readonly title: string | null;
    readonly publisher: string;
    readonly author: string | null;
    readonly published: string;
    readonly type: SourceKind;
  };
  readonly said:
    | (Person & {
        readonly in: "statement";
        readonly org: string;
        readonly stance: StatementStance;
        readonly date: string;
        readonly summary: string;
        readonly device: Ref | null;
        readonly carrier: Ref | null;
        readonly id: string;
      })
    | (Person & {
        readonly in: "status" | "listing";
        readonly quote: string | null;
        readonly device: Ref;
        readonly carrier: Ref | null;
        readonly retailer: string | null;
        readonly status: Status | null;
        readonly id: string;
      });
};

export type HitRow = {
  readonly kind: SearchKind;
  readonly id: string | null;
  readonly rank: number;
  readonly about: unknown;
  readonly status: Status | null;
  readonly certainty: Certainty | null;
};

const { sql, raw } = Prisma;

/** The aliases of a thing that hold some of the words, the nearest first. `owner`: alias's column for it. */
const aliasesOf = ({ some, rank }: Texts, owner: string, id: string) => sql`(
  SELECT jsonb_agg(jsonb_build_object('kind', n.kind, 'text', n.text)) FROM (
    SELECT alias.kind, alias.text FROM alias WHERE ${raw(`alias.${owner}`)} = ${raw(id)} AND ${some}
    ORDER BY ${rank}, length(alias.text), alias.text LIMIT 4) n)`;
const ref = (table: string) =>
  sql`jsonb_build_object('slug', ${raw(table)}.slug, 'name', ${raw(table)}.name)`;

/** What is shown of a hit `p`, as JSON: by its id, so that only hits that are shown are read. */
export function aboutSql(search: SearchWords): Prisma.Sql {
  const aliases = texts(search, "alias", sql`alias.key = ${search.whole}`);
  return sql`CASE p.kind
  WHEN 'manufacturer' THEN (SELECT jsonb_build_object('slug', slug, 'name', name, 'country', country, 'parent', parent,
    'aliases', ${aliasesOf(aliases, "manufacturer_id", "p.id")}) FROM manufacturer WHERE id = p.id)
  WHEN 'carrier' THEN (SELECT jsonb_build_object('slug', slug, 'name', name, 'country', country, 'parent', parent,
    'type', kind, 'aliases', ${aliasesOf(aliases, "carrier_id", "p.id")}) FROM carrier WHERE id = p.id)
  WHEN 'retailer' THEN (SELECT jsonb_build_object('slug', slug, 'name', name, 'country', country, 'type', kind,
    'aliases', ${aliasesOf(aliases, "retailer_id", "p.id")}) FROM retailer WHERE id = p.id)
  WHEN 'device' THEN (SELECT jsonb_build_object('slug', d.slug, 'name', d.name, 'maker', m.name, 'announced', d.announced_text,
    'aliases', ${aliasesOf(aliases, "device_id", "p.id")}) FROM device d JOIN manufacturer m ON m.id = d.manufacturer_id WHERE d.id = p.id)
  WHEN 'deal' THEN (SELECT jsonb_build_object('maker', m.name,
      'device', ${ref("d")} || jsonb_build_object('aliases', ${aliasesOf(aliases, "device_id", "d.id")}),
      'carrier', ${ref("c")} || jsonb_build_object('country', c.country, 'parent', c.parent, 'aliases', ${aliasesOf(aliases, "carrier_id", "c.id")}))
    FROM deal x JOIN device d ON d.id = x.device_id JOIN manufacturer m ON m.id = d.manufacturer_id
    JOIN carrier c ON c.id = x.carrier_id WHERE x.id = p.id)
  WHEN 'policy-action' THEN (SELECT jsonb_build_object('slug', slug, 'title', title, 'issuer', issuer, 'date', date_text)
    FROM policy_action WHERE id = p.id)
  WHEN 'source' THEN (SELECT jsonb_build_object('slug', slug, 'title', title, 'publisher', publisher, 'author', author,
    'published', published_text, 'type', kind) FROM source WHERE id = p.id)
  ELSE coalesce(
    (SELECT jsonb_build_object('in', 'statement', 'id', t.id, 'speaker', t.speaker, 'org', coalesce(oc.name, om.name, t.org),
        'stance', t.stance, 'date', t.date_text, 'summary', t.summary, 'source', s.slug, 'publisher', s.publisher,
        'published', s.published_text, 'device', CASE WHEN d.id IS NOT NULL THEN ${ref("d")} END,
        'carrier', CASE WHEN c.id IS NOT NULL THEN ${ref("c")} END)
      FROM statement t JOIN source s ON s.id = t.source_id
      LEFT JOIN device d ON d.id = t.device_id LEFT JOIN carrier c ON c.id = t.carrier_id
      LEFT JOIN carrier oc ON oc.slug = t.org LEFT JOIN manufacturer om ON om.slug = t.org WHERE t.id = p.id),
    (SELECT jsonb_build_object('in', CASE WHEN l.id IS NULL THEN 'status' ELSE 'listing' END, 'id', coalesce(l.id, sc.id),
        'speaker', e.speaker, 'quote', e.quote, 'source', s.slug, 'publisher', s.publisher, 'published', s.published_text,
        'device', ${ref("d")}, 'carrier', CASE WHEN c.id IS NOT NULL THEN ${ref("c")} END, 'retailer', r.name, 'status', sc.status)
      FROM evidence e JOIN source s ON s.id = e.source_id
      LEFT JOIN status_change sc ON sc.id = e.status_change_id LEFT JOIN deal x ON x.id = sc.deal_id
      LEFT JOIN carrier c ON c.id = x.carrier_id LEFT JOIN listing l ON l.id = e.listing_id
      LEFT JOIN retailer r ON r.id = l.retailer_id
      JOIN device d ON d.id = coalesce(x.device_id, l.device_id) WHERE e.id = p.id))
  END`;
}

type Shown = Pick<SearchHit, "name" | "detail"> &
  Partial<SearchHit> & { readonly texts: readonly SearchedText[] };

const of = (found: FoundIn, words: string | null): SearchedText[] =>
  words === null ? [] : [{ in: found, text: words }];
const named = ({ name, aliases }: Named, found: FoundIn = "name"): SearchedText[] => [
  { in: found, text: name },
  ...(aliases ?? []).map((a): SearchedText => ({ in: "alias", text: a.text, alias: a.kind })),
];
const date = (edtfText: string): string => dateWords(edtf(edtfText));
const row = (...parts: (string | null)[]): string => parts.filter((part) => part !== null).join(" · ");

const SHOWN: { readonly [K in SearchKind]: (about: About[K]) => Shown } = {
  manufacturer: (a) => ({
    slug: a.slug,
    name: a.name,
    detail: row(countryName(a.country), a.parent && `part of ${a.parent}`),
    texts: [...named(a), ...of("parent", a.parent)],
  }),
  carrier: (a) => ({
    slug: a.slug,
    name: a.name,
    detail: row(countryName(a.country), CARRIER_KIND_WORDS[a.type].word, a.parent && `part of ${a.parent}`),
    texts: [...named(a), ...of("parent", a.parent)],
  }),
  retailer: (a) => ({
    slug: a.slug,
    name: a.name,
    detail: row(countryName(a.country), RETAILER_KIND_WORDS[a.type]),
    texts: named(a),
  }),
  device: (a) => ({
    slug: a.slug,
    name: a.name,
    detail: row(a.maker, a.announced && `announced ${date(a.announced)}`),
    texts: [...named(a), ...of("maker", a.maker)],
  }),
  deal: ({ device, carrier, maker }) => ({
    slug: device.slug,
    carrier: carrier.slug,
    name: `${device.name} at ${carrier.name}`,
    detail: countryName(carrier.country),
    texts: [
      ...named(device, "device"),
      ...named(carrier, "carrier"),
      ...of("maker", maker),
      ...of("parent", carrier.parent),
    ],
  }),
  "policy-action": (a) => ({
    slug: a.slug,
    name: a.title,
    detail: row(a.issuer, date(a.date)),
    texts: [...of("title", a.title), ...of("issuer", a.issuer)],
  }),
  source: (a) => ({
    slug: a.slug,
    name: a.title ?? `${a.publisher}, headline not known`,
    detail: row(a.publisher, date(a.published), SOURCE_KIND_WORDS[a.type]),
    texts: [...of("title", a.title), ...of("publisher", a.publisher), ...of("author", a.author)],
  }),
  said: (a) => {
    const at = a.carrier?.name ?? (a.in === "listing" ? a.retailer : null);
    const about = [a.device?.name ?? null, at].filter((name) => name !== null).join(" at ");
    const shared = {
      slug: a.device?.slug ?? null,
      carrier: a.carrier?.slug ?? null,
      said: { in: a.in, id: a.id, source: a.source },
      name: a.speaker,
    };
    if (a.in === "statement") {
      return {
        ...shared,
        detail: row(`${STATEMENT_WORDS[a.stance]}${about && `, about ${about}`}`, date(a.date), a.summary),
        texts: [...of("speaker", a.speaker), ...of("organisation", a.org)],
      };
    }
    return {
      ...shared,
      detail: row(
        `on ${about}${a.status === null ? "" : `: ${STATUS_WORDS[a.status].word}`}`,
        `${a.publisher}, ${date(a.published)}`,
        a.quote && `“${a.quote}”`,
      ),
      texts: of("speaker", a.speaker),
    };
  },
};

/** `row.about` is what `aboutSql` made for its kind. */
export function toHit({ kind, rank, about, status, certainty }: HitRow, search: SearchWords): SearchHit {
  const { texts, ...shown } = (SHOWN[kind] as (a: unknown) => Shown)(about);
  return {
    kind,
    rank,
    slug: null,
    carrier: null,
    said: null,
    status,
    certainty,
    ...shown,
    why: whyFound(search, texts),
  };
}
