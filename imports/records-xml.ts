import { SaxesParser } from "saxes";
import { IMPORT_LIMITS } from "@/domain/import";
import { FileRefused } from "./file-refused";
import type { FileRecord } from "./records";

const LONGEST_CELL = IMPORT_LIMITS.cell;

/**
 * A table written as XML: one root, in it one element a row, in that one element a cell. The head is made of the first
 * row's elements. Entities other than the five of XML itself are refused, so nothing can be blown up.
 */
export async function* xmlRecords(text: AsyncIterable<string>): AsyncGenerator<FileRecord> {
  const parser = new SaxesParser({ position: true });
  const ready: FileRecord[] = [];
  let head: string[] | null = null;
  let depth = 0;
  let line = 1;
  let row = new Map<string, string>();
  let cell = "";
  let failed: Error | null = null;
  parser.on("error", (error) => {
    failed ??= error;
  });
  parser.on("doctype", () => {
    failed ??= new FileRefused({
      line: parser.line,
      message: "A document type definition has no place in a table. Leave it out.",
    });
  });
  parser.on("opentag", () => {
    depth += 1;
    if (depth === 2) {
      line = parser.line;
      row = new Map();
    }
    if (depth === 3) cell = "";
    if (depth > 3)
      failed ??= new FileRefused({
        line: parser.line,
        message: "Elements are nested deeper than a row and its cells.",
      });
  });
  parser.on("text", (piece) => {
    if (depth === 3) cell += piece;
    if (cell.length > LONGEST_CELL)
      failed ??= new FileRefused({
        line: parser.line,
        message: `A cell has more than ${LONGEST_CELL} characters.`,
      });
  });
  parser.on("closetag", ({ name }) => {
    if (depth === 3) row.set(name, cell.trim());
    if (depth === 2) {
      if (!head) {
        head = [...row.keys()];
        ready.push({ line: 1, cells: head });
      }
      ready.push({ line, cells: head.map((key) => row.get(key) ?? "") });
    }
    depth -= 1;
  });
  const look = () => {
    if (!failed) return;
    throw failed instanceof FileRefused
      ? failed
      : new FileRefused({ line: parser.line, message: "The XML is not well formed here." });
  };
  for await (const piece of text) {
    // In bites: what a piece holds is handed on before the next one is read.
    for (let from = 0; from < piece.length; from += 65_536) {
      parser.write(piece.slice(from, from + 65_536));
      look();
      yield* ready.splice(0);
    }
  }
  parser.close();
  look();
  yield* ready.splice(0);
}
