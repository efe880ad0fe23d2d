import type { ImportKind } from "@/domain/import";

/** What a column of a file may mean, by what the file is about. The names are those of our own files' heads. */
export type ImportField = {
  readonly name: string;
  readonly word: string;
  readonly required?: true;
  /** Several values in one cell, separated by semicolons; several columns may have this meaning. */
  readonly list?: true;
  /** Other heads under which it is known, as `headKey` writes them. */
  readonly also?: readonly string[];
};

const SOURCE: readonly ImportField[] = [
  { name: "source", word: "Source (its address name here)" },
  { name: "source_url", word: "Source: web address", also: ["url", "link"] },
  { name: "source_publisher", word: "Source: publisher", also: ["publisher"] },
  { name: "source_title", word: "Source: headline", also: ["title", "headline"] },
  { name: "source_published", word: "Source: published on", also: ["published", "publishedon"] },
  { name: "source_kind", word: "Source: kind" },
  { name: "source_lang", word: "Source: language", also: ["lang", "language"] },
  { name: "source_author", word: "Source: author", also: ["author"] },
  { name: "stance", word: "Stance of the source" },
  { name: "attribution", word: "Attribution" },
  { name: "speaker", word: "Speaker" },
  { name: "quote", word: "Quote (at most 20 words)" },
  { name: "via", word: "Rests on (address names of sources)", list: true },
];

export const IMPORT_FIELDS: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  manufacturers: [
    { name: "name", word: "Name", required: true, also: ["manufacturer", "brand", "maker", "vendor"] },
    { name: "country", word: "Country (ISO 3166-1, two letters)", also: ["iso", "countrycode"] },
    { name: "parent", word: "Owner", also: ["owner"] },
    { name: "aliases", word: "Other names", list: true, also: ["alias", "othernames"] },
    { name: "slug", word: "Address name here" },
  ],
  devices: [
    {
      name: "manufacturer",
      word: "Manufacturer",
      required: true,
      also: ["brand", "retailbranding", "maker", "vendor", "oem"],
    },
    { name: "name", word: "Name", required: true, also: ["marketingname", "device", "devicename", "title"] },
    { name: "kind", word: "Kind", also: ["type", "devicekind"] },
    { name: "announced", word: "Announced on", also: ["announcement", "released", "release"] },
    {
      name: "models",
      word: "Model numbers",
      list: true,
      also: ["model", "modelnumber", "modelnumbers", "modelcode"],
    },
    { name: "code_names", word: "Code names", list: true, also: ["codename", "codenames"] },
    { name: "aliases", word: "Other names", list: true, also: ["alias", "aka", "othernames"] },
    { name: "slug", word: "Address name here" },
  ],
  carriers: [
    { name: "name", word: "Name", required: true, also: ["carrier", "network", "operator", "brand"] },
    {
      name: "country",
      word: "Country (ISO 3166-1, two letters)",
      required: true,
      also: ["iso", "countrycode"],
    },
    { name: "kind", word: "Kind (MNO or MVNO)", also: ["type"] },
    { name: "host", word: "Host carrier (its address name here)" },
    { name: "parent", word: "Owner", also: ["owner"] },
    { name: "mcc_mnc", word: "Network codes (MCC-MNC)", list: true, also: ["mccmnc", "plmn", "networkcode"] },
    { name: "aliases", word: "Other names", list: true, also: ["alias", "othernames"] },
    { name: "slug", word: "Address name here" },
  ],
  statuses: [
    { name: "device", word: "Device", required: true },
    { name: "carrier", word: "Carrier", required: true },
    { name: "status", word: "Status", required: true },
    { name: "effective", word: "From (date)", required: true, also: ["date", "from", "since"] },
    { name: "effective_words", word: "The source's words for the date" },
    { name: "target", word: "Target (date)" },
    { name: "target_words", word: "The source's words for the target" },
    { name: "reasons", word: "Reasons", list: true, also: ["reason"] },
    { name: "exclusive", word: "Exclusive (yes or no)" },
    { name: "policy_actions", word: "Policy actions (address names)", list: true },
    { name: "note", word: "Note", also: ["notes", "comment"] },
    ...SOURCE,
  ],
  listings: [
    { name: "device", word: "Device", required: true },
    { name: "retailer", word: "Retailer", required: true, also: ["shop", "store"] },
    { name: "market", word: "Country of the shop (two letters)", required: true, also: ["country"] },
    { name: "from", word: "From (date)", required: true, also: ["date", "since"] },
    { name: "to", word: "To (date)", also: ["until"] },
    { name: "note", word: "Note", also: ["notes", "comment"] },
    ...SOURCE,
  ],
};

export const IMPORT_KIND_WORDS: Readonly<Record<ImportKind, string>> = {
  manufacturers: "manufacturers",
  devices: "devices",
  carriers: "carriers",
  statuses: "status changes",
  listings: "listings",
};

/** Which field each column is; null: the column is not read. */
export type Columns = readonly (string | null)[];

/** A head without case, blanks and punctuation. */
export const headKey = (head: string): string =>
  head
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

/** What heads are the same file again: the names of the columns, in order. */
export const headText = (head: readonly string[]): string => head.map(headKey).join("|");

/** The meaning of each column as far as its head says it. A field that holds one value is given to one column only. */
export function guessColumns(kind: ImportKind, head: readonly string[]): Columns {
  const fields = IMPORT_FIELDS[kind];
  const taken = new Set<string>();
  const columns: (string | null)[] = head.map(() => null);
  const pass = (fits: (field: ImportField, key: string) => boolean) => {
    for (const [at, title] of head.entries()) {
      const key = headKey(title);
      if (columns[at] !== null || key === "") continue;
      const field = fields.find((f) => (f.list || !taken.has(f.name)) && fits(f, key));
      if (!field) continue;
      columns[at] = field.name;
      taken.add(field.name);
    }
  };
  pass((field, key) => headKey(field.name) === key);
  pass((field, key) => field.also?.includes(key) ?? false);
  return columns;
}

/** The kind whose fields fit the head best, when all that it needs is there; null when a person must say. */
export function guessKind(head: readonly string[]): ImportKind | null {
  let best: { kind: ImportKind; found: number } | null = null;
  for (const [kind, fields] of Object.entries(IMPORT_FIELDS) as [ImportKind, readonly ImportField[]][]) {
    const columns = guessColumns(kind, head);
    if (missingFields(kind, columns).length > 0) continue;
    const exact = head.filter(
      (title, at) =>
        columns[at] !== null &&
        fields.some((f) => f.name === columns[at] && headKey(f.name) === headKey(title)),
    );
    const found = columns.filter((c) => c !== null).length + exact.length;
    if (!best || found > best.found) best = { kind, found };
  }
  return best?.kind ?? null;
}

/** The words of what a kind needs and no column holds. */
export const missingFields = (kind: ImportKind, columns: Columns): string[] =>
  IMPORT_FIELDS[kind].filter((f) => f.required && !columns.includes(f.name)).map((f) => f.word);
