import { FileRefused } from "./file-refused";
import { type FileRecord, joinList } from "./records";

/**
 * The carrier list of Android (protobuf text, `carrier_id { … }`) as a table. A carrier that has nothing but network codes
 * in one of its attributes runs that network; one that is always told apart by more (a SIM's group id, the name that the
 * network shows …) shares another's.
 */
const CARRIER_LIST_HEAD = [
  "canonical_id",
  "carrier_name",
  "mccmnc_tuple",
  "own_network",
  "parent_canonical_id",
];

type Carrier = {
  line: number;
  id: string;
  name: string;
  codes: Set<string>;
  own: boolean;
  parent: string;
  /** Of the attribute that is being read: whether it names more than network codes. */
  narrowed: boolean;
  hasCodes: boolean;
};

/** A line of this format: `name {`, `}`, or `name: value` with the value in quotes or bare; comments begin with #. */
const LINE =
  /^\s*(?:(?<open>\w+)\s*\{|(?<close>\})|(?<key>\w+):\s*(?:"(?<text>(?:[^"\\]|\\.)*)"|(?<bare>[^\s"#]+)))?\s*(?:#.*)?$/;

/** Android's list of carriers, a record for each, after a head of our own. */
export async function* textpbRecords(text: AsyncIterable<string>): AsyncGenerator<FileRecord> {
  yield { line: 1, cells: CARRIER_LIST_HEAD };
  let line = 0;
  let depth = 0;
  let carrier: Carrier | null = null;
  for await (const raw of lines(text)) {
    line += 1;
    const read = LINE.exec(raw.replace(/^\uFEFF/, ""))?.groups;
    if (!read)
      throw new FileRefused({
        line,
        message: "This line is neither a field, nor the beginning or end of a block.",
      });
    if (read.open) {
      depth += 1;
      if (depth === 1) {
        if (read.open !== "carrier_id")
          throw new FileRefused({ line, message: `"${read.open.slice(0, 40)}" is no carrier_id.` });
        carrier = {
          line,
          id: "",
          name: "",
          codes: new Set(),
          own: false,
          parent: "",
          narrowed: false,
          hasCodes: false,
        };
      } else if (carrier) {
        carrier.narrowed = false;
        carrier.hasCodes = false;
      }
    } else if (read.close) {
      depth -= 1;
      if (depth < 0) throw new FileRefused({ line, message: "This closes a block that was never opened." });
      if (depth === 1 && carrier?.hasCodes && !carrier.narrowed) carrier.own = true;
      if (depth === 0 && carrier) {
        yield recordOf(carrier);
        carrier = null;
      }
    } else if (read.key && carrier) {
      take(carrier, read.key, unescaped(read.text ?? read.bare ?? ""));
    }
  }
  if (depth > 0) throw new FileRefused({ line, message: "The file ends inside a block: it was cut short." });
}

function take(carrier: Carrier, key: string, value: string): void {
  if (key === "canonical_id") carrier.id = value;
  else if (key === "carrier_name") carrier.name = value;
  else if (key === "parent_canonical_id") carrier.parent = value;
  else if (key === "mccmnc_tuple") {
    carrier.codes.add(value);
    carrier.hasCodes = true;
  } else carrier.narrowed = true;
}

const recordOf = (c: Carrier): FileRecord => ({
  line: c.line,
  cells: [c.id, c.name, joinList([...c.codes]), c.own ? "yes" : "no", c.parent],
});

const unescaped = (text: string): string => text.replace(/\\(["'\\])/g, "$1");

async function* lines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  for await (const piece of text) {
    const parts = (rest + piece).split(/\r?\n/);
    rest = parts.pop() ?? "";
    if (rest.length > 100_000) throw new FileRefused({ line: 1, message: "A line of this file never ends." });
    yield* parts;
  }
  if (rest !== "") yield rest;
}
