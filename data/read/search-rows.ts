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
