import { deviceKeys, tidy } from "@/domain/import";
import { nameKey } from "@/domain/names";
import type { FileRecord } from "./records";
import { RowDraft, type StagedRow } from "./staged-row";

/**
 * Google's list of supported devices: brand, marketing name, device (the code name) and model. Until about 2018 letters
 * outside ASCII stood as escaped bytes, later as themselves: undone, both spellings are the same.
 */
export function playRow(record: FileRecord): StagedRow {
  const draft = new RowDraft(record);
  if (record.cells.length !== 4)
    draft.refuse(
      `This row has ${record.cells.length} columns; brand, marketing name, device and model are four.`,
    );
  const [brand = "", marketing = "", code = "", model = ""] = record.cells.map((cell) =>
    tidy(unescaped(cell)),
  );
  if (brand === "") draft.leaveOut("No brand: nothing says whose device it is.");
  if (marketing === "" && model === "") draft.refuse("Neither a marketing name nor a model.");
  const owner = draft.name(brand, 1, "The brand");
  const name = draft.name(
    marketing || model,
    marketing ? 2 : 4,
    marketing ? "The marketing name" : "The model",
  );
  draft.alias("model", model, 4, "The model");
  draft.alias("code-name", code, 3, "The device");
  const ownerKey = owner && nameKey(owner);
  const key = name && nameKey(name);
  return draft.done({
    owner,
    ownerKey,
    name,
    nameKey: key,
    otherKeys: ownerKey && key ? deviceKeys(ownerKey, key).filter((k) => k !== key) : [],
    listKey: `${ownerKey}|${nameKey(code)}|${nameKey(model)}`,
  });
}

/** `\xc2\xae` → ®, `\t` → a blank, `\'` → '. Bytes that are no UTF-8 stay as they are written. */
export function unescaped(cell: string): string {
  if (!cell.includes("\\")) return cell;
  return cell
    .replace(/(?:\\x[0-9a-f]{2})+/gi, (run) => {
      const bytes = Buffer.from(run.replaceAll(/\\x/gi, ""), "hex");
      try {
        return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
      } catch {
        return run;
      }
    })
    .replace(/\\[tnr]/g, " ")
    .replace(/\\(['"\\])/g, "$1");
}
