import type { SearchWords } from "@/domain/search-words";
import { Prisma } from "@/generated/prisma/client";
import { type Texts, texts } from "./search-texts";

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
