import { tidy } from "@/domain/import";
import { countryOfMcc, networkCode } from "@/domain/mcc";
import { nameKey } from "@/domain/names";
import { headKey } from "@/formats/import-fields";
import { type FileRecord, splitList } from "./records";
import { RowDraft, type StagedRow } from "./staged-row";

/** One carrier of Android's list (imports/records-textpb.ts makes the columns). */
export function aospRow(record: FileRecord): StagedRow {
  const draft = new RowDraft(record);
  const [id = "", carrier = "", tuples = "", own = "", parent = ""] = record.cells;
  if (id === "") draft.refuse("This carrier has no canonical id.", 1);
  const name = draft.name(carrier, 2, "The name");
  const countries = new Set<string>();
  for (const tuple of splitList(tuples)) {
    const code = networkCode(tuple.slice(0, 3), tuple.slice(3));
    if (!code) draft.refuse(`"${tuple.slice(0, 40)}" is no network code.`, 3);
    else draft.alias("mcc-mnc", code, 3, "The network code");
    const country = countryOfMcc(tuple.slice(0, 3));
    if (country) countries.add(country);
  }
  if (countries.size === 0 && name !== null)
    draft.leaveOut("Its network codes are of no country: international, test or private networks.");
  return draft.done({
    ...placed([...countries]),
    name,
    nameKey: name && nameKey(name),
    listKey: id,
    fields: {
      kind: own === "yes" ? "MNO" : "MVNO",
      listParent: parent || null,
      ...(countries.size > 1 && { countries: [...countries].sort() }),
    },
  });
}

const NO_CARRIER = ["fixline", "failedcalls", "unassigned", "unknown", "na"];
const IN_OPERATION = ["", "operational", "temporaryoperational", "ongoing", "unknown"];

/** One network code of a table of them; its columns go by their heads, which differ from table to table. */
export function mccMncRow(record: FileRecord, head: readonly string[]): StagedRow {
  const draft = new RowDraft(record);
  const at = new Map(head.map((title, column) => [headKey(title), column]));
  const cell = (key: string): string => tidy(record.cells[at.get(key) ?? -1] ?? "");
  const column = (key: string): number | undefined => {
    const found = at.get(key);
    return found === undefined ? undefined : found + 1;
  };
  const list = at.has("operator");
  const named = list ? (cell("brand") ? "brand" : "operator") : "network";
  const state = headKey(cell("status"));
  const kind = headKey(cell("type"));
  if (kind !== "" && kind !== "national")
    draft.leaveOut(`The list calls it ${cell("type").toLowerCase().slice(0, 40)}: it belongs to no country.`);
  if (!IN_OPERATION.includes(state))
    draft.leaveOut(`The list says: ${cell("status").toLowerCase().slice(0, 40)}.`);
  if (cell(named) === "") draft.leaveOut("No carrier is named.");
  else if (NO_CARRIER.includes(nameKey(cell(named))))
    draft.leaveOut(`"${cell(named).slice(0, 40)}" is a line of the table, not a carrier.`);
  const code = networkCode(cell("mcc"), cell("mnc"));
  if (!code) draft.leaveOut(`"${`${cell("mcc")}-${cell("mnc")}`.slice(0, 40)}" is not one network code.`);
  else draft.alias("mcc-mnc", code, column("mnc"), "The network code");
  const name = draft.name(cell(named), column(named), "The name");
  const countries = countriesOf(cell(list ? "countrycode" : "iso"), cell("mcc"));
  if (countries.length === 0) draft.leaveOut("No country: neither the row nor its country code says one.");
  return draft.done({
    ...placed(countries),
    name,
    nameKey: name && nameKey(name),
    listKey: code ?? "",
    fields: countries.length > 1 ? { countries } : {},
  });
}

const placed = (countries: readonly string[]): Pick<StagedRow, "owner" | "ownerKey"> => {
  const country = countries.length === 1 ? (countries[0] as string) : null;
  return { owner: country, ownerKey: country };
};

/** "GE-AB" is Georgia; of "AU/CC/CX" the one whose country code it is, all of them when none is. */
function countriesOf(text: string, mcc: string): string[] {
  const said = text
    .toUpperCase()
    .split("/")
    .map((code) => code.trim().slice(0, 2))
    .filter((code) => /^[A-Z]{2}$/.test(code));
  const own = countryOfMcc(mcc);
  if (own && (said.length === 0 || said.includes(own))) return [own];
  return [...new Set(said)].sort();
}
