import { dayWords, instantWords } from "@/domain/date-words";
import { dayOfInstant, type Instant } from "@/domain/edtf";

/** What a reference to a view needs. */
export type Citable = {
  readonly title: string;
  /** What the view shows, as a sentence without its full stop: "The world on 15 Jan 2018". */
  readonly shows: string;
  /** The permanent address; with its host where the product knows it. */
  readonly address: string;
  /** The instant of the record that the address carries. */
  readonly record: Instant;
};

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** One line of plain text. */
export const citeText = ({ title, shows, address, record }: Citable): string =>
  `Rangebook: ${title}. ${shows}; record of ${instantWords(record)}. ${address}`;

const LATEX: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};
const latex = (text: string): string => text.replace(/[\\{}$&#%_~^]/g, (sign) => LATEX[sign] ?? `\\${sign}`);
/** In `url` only what would end the field or begin a comment is in the way. */
const latexUrl = (url: string): string =>
  url.replaceAll("{", "%7B").replaceAll("}", "%7D").replaceAll("%", "\\%");

const keyOf = ({ title, record }: Citable): string =>
  `rangebook-${title
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 40)}-${dayOfInstant(record)}`;

/** An `@misc` entry with `url`, as biblatex and natbib read it. */
export function citeBibtex(view: Citable): string {
  const { title, shows, address, record } = view;
  const day = dayOfInstant(record);
  const fields = [
    ["author", "{Rangebook}"],
    ["title", `{${latex(title)}}`],
    ["year", day.slice(0, 4)],
    ["month", MONTHS[Number(day.slice(5, 7)) - 1]],
    ["note", `${latex(shows)}; record of ${latex(instantWords(record))}`],
    ["url", latexUrl(address)],
  ];
  const said = fields.map(([name, value]) => `  ${name} = ${name === "month" ? value : `{${value}}`}`);
  return `@misc{${keyOf(view)},\n${said.join(",\n")}\n}\n`;
}

/** A list of one item in CSL-JSON, which reference managers import. */
export function citeCsl(view: Citable): string {
  const { title, shows, address, record } = view;
  const issued = dayOfInstant(record).split("-").map(Number);
  const item = {
    id: keyOf(view),
    type: "dataset",
    title,
    author: [{ literal: "Rangebook" }],
    publisher: "Rangebook",
    issued: { "date-parts": [issued] },
    URL: address,
    note: `${shows}; record of ${dayWords(dayOfInstant(record))}, ${record}`,
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}
