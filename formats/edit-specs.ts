import {
  CARRIER_KINDS,
  DEVICE_KINDS,
  REASONS,
  RETAILER_KINDS,
  SOURCE_KINDS,
  STATEMENT_STANCES,
  STATUSES,
} from "@/domain/status";
import {
  CARRIER_KIND_WORDS,
  DEVICE_KIND_WORDS,
  REASON_WORDS,
  RETAILER_KIND_WORDS,
  SOURCE_KIND_WORDS,
  STATEMENT_WORDS,
  STATUS_WORDS,
} from "@/domain/words";
import type { Choice, FieldSpec } from "./edit-spec";

/** The fields of each form, in the order in which they are asked. */

const words = <V extends string>(
  values: readonly V[],
  word: (value: V) => string,
  meaning?: (value: V) => string,
): Choice[] =>
  values.map((value) => ({ value, word: word(value), ...(meaning && { meaning: meaning(value) }) }));

const DATE_HINT =
  "30 Jan 2018 · Jan 2018 · between 8 and 9 Jan 2018 · by 30 Jan 2018 · about Jan 2018 · or EDTF. A day is never guessed.";
const name: FieldSpec = { type: "text", name: "name", label: "Name", max: 200, required: true };
const country: FieldSpec = {
  type: "text",
  name: "country",
  label: "Country",
  max: 2,
  required: true,
  hint: "Two letters, such as US or JP.",
};
const parent: FieldSpec = { type: "text", name: "parent", label: "Parent company", max: 200 };
const aliases: FieldSpec = {
  type: "aliases",
  name: "aliases",
  label: "Also known as",
  hint: "One a line. Begin with “model:”, “code-name:”, “mcc-mnc:” or “wikidata:” for other than a name.",
};
const note: FieldSpec = {
  type: "long",
  name: "note",
  label: "Note",
  max: 4000,
  rows: 3,
  hint: "What happened, in one or two sentences of your own. Needed when the change is unusual.",
};
export const why: FieldSpec = {
  type: "long",
  name: "why",
  label: "Why",
  max: 4000,
  rows: 3,
  required: true,
  hint: "Stands in the record beside what you change.",
};
const evidence: FieldSpec = { type: "evidence", name: "evidence", label: "Evidence" };

const statusFields: readonly FieldSpec[] = [
  {
    type: "status",
    name: "status",
    label: "Status from then on",
    required: true,
    options: words(
      STATUSES,
      (s) => STATUS_WORDS[s].word,
      (s) => STATUS_WORDS[s].meaning,
    ),
  },
  { type: "date", name: "effective", label: "When", required: true, hint: DATE_HINT },
  {
    type: "text",
    name: "effectiveWords",
    label: "In the source’s words",
    max: 300,
    hint: "“earlier this month”, “on Tuesday”",
  },
  { type: "date", name: "target", label: "Target of a plan", hint: "For a plan: when sale is to begin." },
  { type: "text", name: "targetWords", label: "Target in the source’s words", max: 300 },
  { type: "checks", name: "reasons", label: "Reasons", options: words(REASONS, (r) => REASON_WORDS[r]) },
  {
    type: "select",
    name: "exclusive",
    label: "Exclusive",
    options: [
      { value: "", word: "not said" },
      { value: "yes", word: "yes, at this carrier alone" },
      { value: "no", word: "no, or no longer" },
    ],
  },
  {
    type: "refs",
    kind: "policy-action",
    name: "policyActions",
    label: "Policy actions behind it",
    hint: "One a line.",
  },
  evidence,
  note,
];

export const SPECS = {
  "record-status": [
    {
      type: "ref",
      kind: "device",
      name: "device",
      label: "Device",
      required: true,
      hint: "A few letters of any name or model.",
    },
    {
      type: "ref",
      kind: "carrier",
      name: "carrier",
      label: "Carrier",
      required: true,
      hint: "A few letters of any name.",
    },
    ...statusFields,
  ],
  "correct-status": [...statusFields, why],
  "retract-status": [why],
  "add-evidence": [evidence],
  "retract-evidence": [why],
  "record-listing": [
    { type: "ref", kind: "device", name: "device", label: "Device", required: true },
    { type: "ref", kind: "retailer", name: "retailer", label: "Retailer", required: true },
    {
      type: "text",
      name: "market",
      label: "Market",
      max: 2,
      required: true,
      hint: "The country of sale, two letters such as US.",
    },
    { type: "date", name: "from", label: "On sale from", required: true, hint: DATE_HINT },
    { type: "date", name: "to", label: "On sale until", hint: "Leave empty while it is on sale." },
    evidence,
    note,
  ],
  "correct-listing": [
    { type: "date", name: "from", label: "On sale from", required: true, hint: DATE_HINT },
    { type: "date", name: "to", label: "On sale until", hint: "Leave empty while it is on sale." },
    evidence,
    note,
    why,
  ],
  "end-listing": [
    { type: "date", name: "to", label: "On sale until", required: true, hint: DATE_HINT },
    evidence,
    note,
  ],
  "retract-listing": [why],
  "record-statement": statementFields(),
  "correct-statement": [...statementFields(), why],
  "retract-statement": [why],
  manufacturer: [name, country, parent, aliases],
  carrier: [
    name,
    country,
    {
      type: "select",
      name: "carrierKind",
      label: "Kind",
      options: words(CARRIER_KINDS, (k) => `${CARRIER_KIND_WORDS[k].word}: ${CARRIER_KIND_WORDS[k].meaning}`),
    },
    {
      type: "ref",
      kind: "carrier",
      name: "host",
      label: "Host carrier",
      hint: "For an MVNO: on whose network.",
    },
    parent,
    aliases,
  ],
  retailer: [
    name,
    country,
    {
      type: "select",
      name: "retailerKind",
      label: "Kind",
      options: words(RETAILER_KINDS, (k) => RETAILER_KIND_WORDS[k]),
    },
    aliases,
  ],
  device: [
    { type: "ref", kind: "manufacturer", name: "manufacturer", label: "Manufacturer", required: true },
    name,
    {
      type: "select",
      name: "deviceKind",
      label: "Kind",
      options: words(DEVICE_KINDS, (k) => DEVICE_KIND_WORDS[k]),
    },
    { type: "date", name: "announced", label: "Announced", hint: DATE_HINT },
    aliases,
  ],
  source: [
    { type: "text", name: "publisher", label: "Publisher", max: 200, required: true },
    { type: "text", name: "title", label: "Headline", max: 300, hint: "Leave empty when it was not read." },
    { type: "url", name: "url", label: "Address", max: 2000 },
    { type: "text", name: "author", label: "Author", max: 200 },
    { type: "date", name: "published", label: "Published", required: true, hint: DATE_HINT },
    {
      type: "select",
      name: "sourceKind",
      label: "Kind",
      options: words(SOURCE_KINDS, (k) => SOURCE_KIND_WORDS[k]),
    },
    {
      type: "text",
      name: "lang",
      label: "Language",
      max: 3,
      required: true,
      hint: "Two or three small letters, such as en.",
    },
    {
      type: "check",
      name: "unseen",
      label: "Unseen",
      hint: "Nobody here has read it: it is known only from who cites it.",
    },
    {
      type: "refs",
      kind: "source",
      name: "cites",
      label: "Rests on",
      hint: "The sources that it usually rests on, one a line.",
    },
  ],
  "retract-source": [
    {
      type: "date",
      name: "on",
      label: "Taken back on",
      required: true,
      hint: "The day on which the public could know.",
    },
    why,
  ],
  "policy-action": [
    { type: "text", name: "title", label: "Title", max: 300, required: true },
    { type: "text", name: "issuer", label: "Issuer", max: 200, required: true },
    { type: "date", name: "date", label: "Date", required: true, hint: DATE_HINT },
    { type: "long", name: "summary", label: "Summary", max: 4000, rows: 3, required: true },
    {
      type: "refs",
      kind: "manufacturer",
      name: "affects",
      label: "Names",
      hint: "The manufacturers that it affects, one a line.",
    },
    { type: "refs", kind: "source", name: "sources", label: "Sources", hint: "One a line." },
  ],
} as const satisfies Record<string, readonly FieldSpec[]>;

export type FormKind = keyof typeof SPECS;
export const isFormKind = (text: string): text is FormKind => Object.hasOwn(SPECS, text);

function statementFields() {
  return [
    { type: "text", name: "speaker", label: "Who says it", max: 200, required: true },
    {
      type: "text",
      name: "org",
      label: "For whom",
      max: 200,
      required: true,
      hint: "The party that the speaker belongs to.",
    },
    { type: "date", name: "date", label: "When", required: true, hint: DATE_HINT },
    {
      type: "select",
      name: "stance",
      label: "Stance",
      options: words(STATEMENT_STANCES, (s) => STATEMENT_WORDS[s]),
    },
    { type: "ref", kind: "device", name: "device", label: "About the device" },
    { type: "ref", kind: "carrier", name: "carrier", label: "About the carrier" },
    { type: "ref", kind: "manufacturer", name: "manufacturer", label: "About the manufacturer" },
    { type: "ref", kind: "policy-action", name: "policyAction", label: "About the policy action" },
    { type: "text", name: "quote", label: "In their words", max: 400, hint: "At most 20 words." },
    { type: "long", name: "summary", label: "In your words", max: 4000, rows: 2, required: true },
    { type: "ref", kind: "source", name: "source", label: "Source", required: true },
  ] as const satisfies readonly FieldSpec[];
}
