import type { Edtf } from "@/domain/edtf";
import { nameKey, urlKey } from "@/domain/names";
import type { Command } from "./commands";
import type { Row } from "./copy";
import type { Named } from "./entities";
import { FLAGSHIP } from "./size";
import type { Source } from "./sources";
import { dayText } from "./time";
import type { World } from "./world";

/** Who and what there is, and what was published, as rows. The rows of claims are in claim-rows.ts. */

export type Rows = readonly (readonly [table: string, rows: Iterable<Row>])[];

export const instant = (ms: number): string => new Date(ms).toISOString();
export const stamp = (by: Command): Row => ({
  recorded_at: instant(by.at),
  recorded_by_id: by.user.id,
  command_id: by.id,
});
/** A date's text and bounds under a name, as every table has them. */
export const dated = (name: string, date: Edtf | null): Row => ({
  [`${name}_text`]: date?.text ?? null,
  [`${name}_earliest`]: date?.earliest ?? null,
  [`${name}_latest`]: date?.latest ?? null,
});
export function* mapped<T>(items: Iterable<T>, row: (item: T, place: number) => Row): Generator<Row> {
  let place = 0;
  for (const item of items) yield row(item, place++);
}

export function entityRows({ entities, commands }: World): Rows {
  const { users, brands, carriers, retailers, devices } = entities;
  const began = instant(commands[0]?.at ?? 0);
  const named = ({ id, slug, name }: Named): Row => ({
    id,
    slug,
    name,
    name_key: nameKey(name),
    created_at: began,
  });
  return [
    [
      "user",
      mapped(users, ({ id, name }, i) => ({ id, name, email: `editor-${i}@bench.invalid`, role: "editor" })),
    ],
    ["manufacturer", mapped(brands, (b) => ({ ...named(b), country: b.country }))],
    [
      "carrier",
      mapped(carriers, (c) => ({
        ...named(c),
        country: c.country,
        kind: c.kind,
        host_id: c.host?.id ?? null,
      })),
    ],
    ["retailer", mapped(retailers, (r) => ({ ...named(r), country: r.country, kind: r.kind }))],
    [
      "device",
      mapped(devices, (d) => ({
        ...named(d),
        manufacturer_id: d.brand.id,
        kind: d.kind,
        announced_text: dayText(d.announced),
        announced_earliest: dayText(d.announced),
        announced_latest: dayText(d.announced),
      })),
    ],
    [
      "alias",
      mapped(devices, (d) => ({ kind: "model", text: d.model, key: nameKey(d.model), device_id: d.id })),
    ],
    [
      "alias",
      mapped(carriers, (c, i) => {
        const text = `${200 + (i % 600)}-${10 + (i % 80)}`;
        return { kind: "mcc-mnc", text, key: nameKey(text), carrier_id: c.id };
      }),
    ],
    [
      "alias",
      mapped(
        devices.filter((d) => d.slug === FLAGSHIP.slug),
        (d) => ({ kind: "code-name", text: "Northstar", key: nameKey("Northstar"), device_id: d.id }),
      ),
    ],
  ];
}

const text = (s: Source, version: 1 | 2): Row => ({
  publisher: s.publisher,
  title: version === 2 ? `${s.title} (updated)` : s.title,
  url: s.url,
  author: s.author,
  ...dated("published", s.published),
  kind: s.kind,
  lang: "en",
  seen: s.seen,
});

export function pressRows({ press, policies }: World): Rows {
  const { sources, citations } = press;
  return [
    [
      "source",
      mapped(sources, (s) => {
        const version = s.edited ? 2 : 1;
        return {
          id: s.id,
          slug: s.slug,
          ...text(s, version),
          url_key: urlKey(s.url),
          version,
          created_at: instant(s.made.at),
        };
      }),
    ],
    [
      "source_version",
      mapped(sources, (s) => ({ source_id: s.id, version: 1, ...text(s, 1), ...stamp(s.made) })),
    ],
    [
      "source_version",
      sources.flatMap((s) =>
        s.edited ? [{ source_id: s.id, version: 2, ...text(s, 2), ...stamp(s.edited) }] : [],
      ),
    ],
    [
      "source_retraction",
      sources.flatMap((s) =>
        s.retracted
          ? [
              {
                source_id: s.id,
                ...dated("on", s.retracted.on),
                reason: "The publisher took it back.",
                ...stamp(s.retracted.by),
              },
            ]
          : [],
      ),
    ],
    [
      "citation",
      mapped(citations, (c) => ({
        id: c.id,
        citing_id: c.citing.id,
        cited_id: c.cited.id,
        ...stamp(c.citing.made),
      })),
    ],
    [
      "policy_action",
      mapped(policies, (p) => ({
        id: p.id,
        slug: p.slug,
        title: p.title,
        issuer: p.issuer,
        date_text: dayText(p.day),
        date_earliest: dayText(p.day),
        date_latest: dayText(p.day),
        summary: `${p.title} of the ${p.issuer} names ${p.brands.map((b) => b.name).join(", ")}.`,
        created_at: instant(p.made.at),
      })),
    ],
    [
      "policy_action_manufacturer",
      policies.flatMap((p) => p.brands.map((b) => ({ policy_action_id: p.id, manufacturer_id: b.id }))),
    ],
    [
      "policy_action_source",
      policies.flatMap((p) => p.sources.map((s) => ({ policy_action_id: p.id, source_id: s.id }))),
    ],
  ];
}
