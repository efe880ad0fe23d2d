import { FileRefused } from "./file-refused";

/** The text of one value of a list, and the line where it begins. */
type RawValue = { readonly line: number; readonly text: string };

const DEEPEST = 32;
const LONGEST = 1_000_000;

/**
 * Splits a JSON array, or a row of JSON values (NDJSON), into its values without holding the file: strings, brackets and
 * depth are followed, the rest is left to JSON.parse.
 */
export async function* jsonValues(text: AsyncIterable<string>, inArray: boolean): AsyncGenerator<RawValue> {
  let line = 1;
  let from = 1;
  let depth = 0;
  let value = "";
  let inString = false;
  let escaped = false;
  let opened = !inArray;
  let closed = false;
  const refuse = (message: string, at = line) => new FileRefused({ line: at, message });
  for await (const piece of text) {
    let start = depth > 0 ? 0 : -1;
    for (let at = 0; at < piece.length; at++) {
      const c = piece[at] as string;
      if (c === "\n") line += 1;
      if (depth > 0) {
        if (inString) {
          if (escaped) escaped = false;
          else if (c === "\\") escaped = true;
          else if (c === '"') inString = false;
        } else if (c === '"') inString = true;
        else if (c === "{" || c === "[") {
          depth += 1;
          if (depth > DEEPEST) throw refuse(`Values are nested deeper than ${DEEPEST}.`);
        } else if (c === "}" || c === "]") {
          depth -= 1;
          if (depth === 0) {
            yield { line: from, text: value + piece.slice(start, at + 1) };
            value = "";
            start = -1;
          }
        }
        continue;
      }
      if (/[\s\uFEFF]/.test(c)) continue;
      if (closed) throw refuse("Something follows the end of the list.");
      if (!opened) {
        if (c !== "[") throw refuse("A list of objects begins with [.");
        opened = true;
      } else if (c === "{") {
        depth = 1;
        start = at;
        from = line;
      } else if (inArray && c === ",") continue;
      else if (inArray && c === "]") closed = true;
      else throw refuse(`Each row is an object in braces; "${c}" is none.`);
    }
    if (depth > 0) {
      value += piece.slice(Math.max(start, 0));
      if (value.length > LONGEST)
        throw refuse(`This row has more than ${LONGEST.toLocaleString("en-GB")} characters.`, from);
    }
  }
  if (depth > 0) throw refuse("The file ends in the middle of the row that begins here.", from);
  if (inArray && !closed) throw refuse("The list is never closed: the file was cut short.");
}
