import { deviceKeys } from "@/domain/import";
import { networkCode } from "@/domain/mcc";
import { nameKey } from "@/domain/names";
import { CARRIER_KINDS, DEVICE_KINDS } from "@/domain/status";
import type { Mapping } from "@/formats/import-presets";
import { type FileRecord, splitList } from "./records";
import { RowDraft, type StagedRow } from "./staged-row";

/** The cells of one field: text and column, from 1. */
type Found = { readonly text: string; readonly column: number | undefined };

/** A row whose columns a person has named. */
export function ownRow(record: FileRecord, { kind, columns }: Mapping): StagedRow {
  const draft = new RowDraft(record);
  if (record.cells.length !== columns.length) {
    const { length } = record.cells;
    draft.refuse(
      `This row has ${length} ${length === 1 ? "column" : "columns"} where the head has ${columns.length}.`,
      Math.min(length, columns.length) + 1,
    );
  }
  const all = (field: string): Found[] =>
    columns.flatMap((name, at) => (name === field ? [{ text: record.cells[at] ?? "", column: at + 1 }] : []));
  const one = (field: string): Found => all(field)[0] ?? { text: "", column: undefined };
  const list = (field: string): Found[] =>
    all(field).flatMap(({ text, column }) => splitList(text).map((value) => ({ text: value, column })));

  if (kind === "statuses" || kind === "listings") {
    const fields = Object.fromEntries(
      columns.flatMap((name) =>
        name
          ? [
              [
                name,
                all(name)
                  .map((f) => f.text)
                  .join(";"),
              ],
            ]
          : [],
      ),
    );
    return draft.done({ fields });
  }

  const { text: rawName, column: nameColumn } = one("name");
  const name = draft.name(rawName, nameColumn, "The name");
  const slug = one("slug");
  const ident = draft.slug(slug.text, slug.column);
  for (const { text, column } of list("aliases")) draft.alias("name", text, column, "Another name");
  const key = name && nameKey(name);
  const parent = one("parent");
  const country = one("country");
  const kindCell = one("kind");

  if (kind === "manufacturers") {
    return draft.done({
      name,
      nameKey: key,
      ident,
      fields: known({
        country: draft.country(country.text, country.column),
        parent: draft.text(parent.text, parent.column, "The owner"),
      }),
    });
  }
  if (kind === "carriers") {
    const place = draft.country(country.text, country.column);
    if (place === null)
      draft.refuse("A carrier belongs to a country: two letters, such as US (ISO 3166-1).", country.column);
    for (const { text, column } of list("mcc_mnc")) {
      const digits = text.replace(/[-\s]/g, "");
      const code = networkCode(digits.slice(0, 3), digits.slice(3));
      if (code) draft.alias("mcc-mnc", code, column, "The network code");
      else draft.refuse(`"${text.slice(0, 40)}" is no network code. Write it as 310-260.`, column);
    }
    const host = one("host");
    return draft.done({
      owner: place,
      ownerKey: place,
      name,
      nameKey: key,
      ident,
      fields: known({
        kind: draft.oneOf(kindCell.text, kindCell.column, CARRIER_KINDS, "The kind"),
        host: draft.slug(host.text, host.column),
        parent: draft.text(parent.text, parent.column, "The owner"),
      }),
    });
  }
  const maker = one("manufacturer");
  const owner = draft.name(maker.text, maker.column, "The manufacturer");
  const ownerKey = owner && nameKey(owner);
  for (const { text, column } of list("models")) draft.alias("model", text, column, "The model number");
  for (const { text, column } of list("code_names")) draft.alias("code-name", text, column, "The code name");
  const announced = one("announced");
  return draft.done({
    owner,
    ownerKey,
    name,
    nameKey: key,
    ident,
    otherKeys: ownerKey && key ? deviceKeys(ownerKey, key).filter((k) => k !== key) : [],
    fields: known({
      kind: draft.oneOf(kindCell.text, kindCell.column, DEVICE_KINDS, "The kind"),
      announced: draft.date(announced.text, announced.column),
    }),
  });
}

/** What the row does not say, it does not change. */
const known = (fields: Record<string, string | null>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter((f): f is [string, string] => f[1] !== null));
