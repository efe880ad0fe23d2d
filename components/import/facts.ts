import { instantWords } from "@/domain/date-words";
import { type ImportState, isFinished } from "@/domain/import";
import { STATE_WORDS } from "@/domain/import-words";
import { ENCODING_WORDS } from "@/formats/import-encodings";
import { IMPORT_KIND_WORDS } from "@/formats/import-fields";
import { type Mapping, PRESET_FACTS } from "@/formats/import-presets";
import type { Reading } from "@/formats/import-run";

type Facts = {
  readonly startedBy: { readonly name: string };
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly byteSize: number;
  readonly state: ImportState;
  readonly reading: Reading | null;
  readonly mapping: Mapping | null;
  readonly options: { readonly handed: boolean };
};

/** Where it stands, in a word. */
export const stateWords = ({ state, options }: Pick<Facts, "state" | "options">): string =>
  state === "checked" && options.handed ? "waits for a second person" : STATE_WORDS[state];

/** What is known of a file: who brought it, how it is written, as what it is read. */
export function factsOf(run: Facts): [string, string][] {
  const facts: [string, string][] = [
    ["State", stateWords(run)],
    ["By", run.startedBy.name],
    ["Came", instantWords(run.startedAt)],
  ];
  if (run.finishedAt && isFinished(run.state)) facts.push(["Ended", instantWords(run.finishedAt)]);
  if (run.byteSize > 0) facts.push(["Size", sizeWords(run.byteSize)]);
  if (run.reading)
    facts.push(["Written as", `${formatWords(run.reading)}, ${ENCODING_WORDS[run.reading.encoding]}`]);
  if (run.mapping) facts.push(["Read as", readAs(run.mapping)]);
  return facts;
}

const readAs = ({ preset, kind }: Mapping): string =>
  preset ? PRESET_FACTS[preset].word : IMPORT_KIND_WORDS[kind];

const SEPARATORS: Readonly<Record<string, string>> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "bar",
};
const formatWords = ({ format, delimiter }: Reading): string =>
  format === "csv" ? `CSV, ${SEPARATORS[delimiter] ?? delimiter}` : format.toUpperCase();

const sizeWords = (bytes: number): string =>
  bytes < 1024
    ? `${bytes} ${bytes === 1 ? "byte" : "bytes"}`
    : bytes < 1024 * 1024
      ? `${Math.round(bytes / 1024)} KiB`
      : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
