import type { Problem } from "@/formats/form-state";
import { MAX_CHARACTERS } from "@/intake/text/clean";
import { slimPage } from "./slim-page";

/** A form may have 1 MiB (docs/promises.md, Limits); some of it is the other fields. */
const MAX_FILE = 1_000_000;

/** What would be refused for its size. */
export function problemsOfSize(form: FormData): Problem[] {
  const text = form.get("text");
  const file = form.get("file");
  const problems: Problem[] = [];
  if (typeof text === "string" && text.length > MAX_CHARACTERS) {
    const message = `The text has ${text.length.toLocaleString("en")} characters; at most ${MAX_CHARACTERS.toLocaleString("en")} are read. Paste the article alone.`;
    problems.push({ field: "text", message });
  }
  if (file instanceof File && file.size > MAX_FILE) {
    const message = "The file is larger than 1 MB. Copy the article from it and paste its text.";
    problems.push({ field: "file", message });
  }
  return problems;
}

/** Puts a smaller file in the place of a saved page that is mostly scripts. */
export async function withSlimFile(input: HTMLInputElement): Promise<void> {
  const file = input.files?.[0];
  if (!file || file.size <= MAX_FILE / 4 || !/\.x?html?$/i.test(file.name) || file.size > 50 * MAX_FILE)
    return;
  const slim = slimPage(new Uint8Array(await file.arrayBuffer()));
  // Another was chosen meanwhile.
  if (input.files?.[0] !== file) return;
  const chosen = new DataTransfer();
  chosen.items.add(new File([slim as BlobPart], file.name, { type: file.type }));
  input.files = chosen.files;
}
