import type { QuestionOption } from "@/domain/import";
import { nameKey } from "@/domain/names";
import { rows, type Sql } from "./sql";

/** A thing of the record that a row names. */
export type Named = { readonly id: string; readonly slug: string; readonly name: string };
export type Resolved =
  | { readonly ok: true; readonly thing: Named }
  | { readonly ok: "asked" }
  | { readonly ok: "left-out" }
  | { readonly ok: false; readonly near: readonly string[] };
export type Asked = {
  readonly key: string;
  readonly text: string;
  readonly about: string;
  readonly options: readonly QuestionOption[];
};

type Kind = "device" | "carrier" | "retailer";
type Found = Named & { text: string; rank: number; about: string };

/**
 * What the names of a column mean: an address name, else the one thing of that name (a device's with its maker's name before
 * it or not), else the one of that alias. Several ask; none is said with what comes near.
 */
export async function resolveNames(
  sql: Sql,
  kind: Kind,
  texts: readonly string[],
  answers: ReadonlyMap<string, string>,
): Promise<{ resolved: Map<string, Resolved>; asked: Asked[] }> {
  const wanted = [...new Set(texts)];
  const found = await find(sql, kind, wanted);
  const byText = new Map<string, Found[]>();
  for (const one of found) byText.set(one.text, [...(byText.get(one.text) ?? []), one]);
  const resolved = new Map<string, Resolved>();
  const asked = new Map<string, Asked>();
  const missing: string[] = [];
  for (const text of wanted) {
    const all = byText.get(text) ?? [];
    const best = Math.min(...all.map((f) => f.rank));
    const candidates = all.filter((f) => f.rank === best);
    const [only, ...more] = candidates;
    if (!only) missing.push(text);
    else if (more.length === 0) resolved.set(text, { ok: true, thing: only });
    else {
      const key = `${kind}:${nameKey(text)}`;
      const answer = answers.get(key);
      const chosen = candidates.find((c) => answer === `use:${c.id}`);
      resolved.set(
        text,
        chosen ? { ok: true, thing: chosen } : { ok: answer === "leave-out" ? "left-out" : "asked" },
      );
      asked.set(key, {
        key,
        text,
        about: `“${text}” may be one of several.`,
        options: [
          ...candidates.map((c) => ({
            answer: `use:${c.id}`,
            says: `It is ${c.name}, ${c.about} (${c.slug})`,
          })),
          { answer: "leave-out", says: "Leave its rows out" },
        ],
      });
    }
  }
  const near = await nearest(sql, kind, missing.slice(0, 100));
  for (const text of missing) resolved.set(text, { ok: false, near: near.get(text) ?? [] });
  return { resolved, asked: [...asked.values()] };
}

const ABOUT: Readonly<Record<Kind, string>> = {
  device: "(SELECT m.name FROM manufacturer m WHERE m.id = e.manufacturer_id)",
  carrier: "e.country",
  retailer: "e.country",
};

function find(sql: Sql, kind: Kind, texts: readonly string[]): Promise<Found[]> {
  const withMaker = `
    UNION ALL SELECT w.text, 2, e.* FROM wanted w JOIN manufacturer m ON starts_with(w.key, m.name_key)
      JOIN device e ON e.manufacturer_id = m.id AND m.name_key || e.name_key = w.key`;
  return rows(
    sql,
    `WITH wanted AS (SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) w (text, key, slug)),
     found AS (
       SELECT w.text, 1 AS rank, e.* FROM wanted w JOIN ${kind} e ON e.slug = w.slug
       UNION ALL SELECT w.text, 2, e.* FROM wanted w JOIN ${kind} e ON e.name_key = w.key
       ${kind === "device" ? withMaker : ""}
       UNION ALL SELECT w.text, 3, e.* FROM wanted w JOIN alias a ON a.key = w.key JOIN ${kind} e ON e.id = a.${kind}_id
     )
     SELECT DISTINCT text, rank, id, slug, name, ${ABOUT[kind]} AS about FROM found e ORDER BY rank, name`,
    [texts, texts.map(nameKey), texts.map((t) => /\(([a-z0-9-]+)\)$/.exec(t)?.[1] ?? t)],
  );
}

async function nearest(sql: Sql, kind: Kind, texts: readonly string[]): Promise<Map<string, string[]>> {
  const found = await rows<{ text: string; names: string[] | null }>(
    sql,
    `SELECT w.text, (SELECT array_agg(name) FROM (
       SELECT e.name FROM ${kind} e WHERE similarity(e.name_key, w.key) > 0.3
       ORDER BY similarity(e.name_key, w.key) DESC, e.name LIMIT 3) e) AS names
     FROM unnest($1::text[], $2::text[]) w (text, key)`,
    [texts, texts.map(nameKey)],
  );
  return new Map(found.map(({ text, names }) => [text, names ?? []]));
}
