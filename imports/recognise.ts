import { FileRefused } from "./file-refused";

export const FILE_FORMATS = ["csv", "json", "ndjson", "textpb", "xml"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** Files that are no text, by how they begin. */
const MAGIC: readonly (readonly [string, string])[] = [
  [
    "504b0304",
    "This is a ZIP archive, or a spreadsheet or document that is one inside. Save the table as CSV and send that.",
  ],
  ["1f8b", "This is a packed file (gzip). Unpack it and send what is in it."],
  ["25504446", "This is a PDF. Export the table as CSV and send that."],
  ["d0cf11e0", "This is an old spreadsheet or document. Save the table as CSV and send that."],
  ["89504e47", "This is a picture. Export the table as CSV and send that."],
  ["ffd8ff", "This is a picture. Export the table as CSV and send that."],
  ["53514c697465", "This is a database file. Export the table as CSV and send that."],
];

/** @throws FileRefused for what is plainly no text file, from its first bytes. */
export function refuseBinary(head: Uint8Array): void {
  if (head.length === 0) throw new FileRefused({ line: 1, message: "The file is empty." });
  const hex = Buffer.from(head.subarray(0, 16)).toString("hex");
  const found = MAGIC.find(([start]) => hex.startsWith(start));
  if (found) throw new FileRefused({ line: 1, message: found[1] });
}

/** The format of a text, from its beginning. @throws FileRefused for a web page and for nothing at all. */
export function formatOf(start: string): FileFormat {
  const text = start.replace(/^\uFEFF/, "").trimStart();
  if (text === "") throw new FileRefused({ line: 1, message: "The file has nothing but blanks in it." });
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(text)) {
    throw new FileRefused({
      line: 1,
      message: "This is a web page, not a table. Download the file itself, and send that.",
    });
  }
  if (text.startsWith("<")) return "xml";
  if (text.startsWith("[")) return "json";
  if (/^\{\s*"/.test(text) || /^\{\s*\}/.test(text)) return "ndjson";
  if (/^(?:#[^\n]*\n\s*)*carrier_id\s*\{/.test(text)) return "textpb";
  return "csv";
}

const DELIMITERS = [",", ";", "\t", "|"] as const;

/**
 * What separates the columns of a table: of comma, semicolon, tab and bar the one that stands equally often in most rows;
 * a comma when none does. Reads the first rows, and nothing between quotes.
 */
export function delimiterOf(start: string): string {
  const rows = countsByRow(start);
  let best = { delimiter: ",", score: 0 };
  for (const [at, delimiter] of DELIMITERS.entries()) {
    const counts = rows.map((row) => row[at] ?? 0);
    const usual = mostFrequent(counts.filter((n) => n > 0));
    if (usual === null) continue;
    const agreeing = counts.filter((n) => n === usual).length / counts.length;
    const score = agreeing * agreeing * (1 + Math.log2(usual + 1) / 8);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function countsByRow(start: string): number[][] {
  const rows: number[][] = [];
  let row = DELIMITERS.map(() => 0);
  let quoted = false;
  let blank = true;
  for (const character of start) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === "\n" || character === "\r")) {
      if (!blank) rows.push(row);
      if (rows.length === 50) return rows;
      row = DELIMITERS.map(() => 0);
      blank = true;
      continue;
    } else if (!quoted) {
      const at = (DELIMITERS as readonly string[]).indexOf(character);
      if (at >= 0) row[at] = (row[at] ?? 0) + 1;
    }
    blank = false;
  }
  if (!blank) rows.push(row);
  return rows;
}

function mostFrequent(counts: readonly number[]): number | null {
  const times = new Map<number, number>();
  for (const n of counts) times.set(n, (times.get(n) ?? 0) + 1);
  const [first] = [...times].sort(([a, x], [b, y]) => y - x || b - a);
  return first ? first[0] : null;
}
