import { IMPORT_LIMITS } from "@/domain/import";
import type { Mapping } from "@/formats/import-presets";
import { FileRefused } from "./file-refused";
import { ownRow } from "./own-row";
import { aospRow, mccMncRow } from "./preset-carriers";
import { playRow } from "./preset-google-play";
import type { FileRecord } from "./records";
import type { StagedRow } from "./staged-row";

/** The rows of a file, ready for matching. `limit`: how many at most; null for the command line. @throws FileRefused */
export async function* stagedRows(
  records: AsyncIterable<FileRecord>,
  mapping: Mapping,
  limit: number | null = IMPORT_LIMITS.rows,
): AsyncGenerator<StagedRow> {
  let head: readonly string[] | null = null;
  let rows = 0;
  for await (const record of records) {
    if (head === null) {
      head = record.cells;
      if (mapping.head) continue;
    }
    rows += 1;
    if (limit !== null && rows > limit) {
      const message = `The file has more than ${limit.toLocaleString("en-GB")} rows. Split it, or import it on the command line.`;
      throw new FileRefused({ line: record.line, message });
    }
    yield rowOf(record, mapping, head);
  }
  if (head === null || (mapping.head && rows === 0))
    throw new FileRefused({ line: 1, message: "The file has a head and no rows under it." });
}

function rowOf(record: FileRecord, mapping: Mapping, head: readonly string[]): StagedRow {
  switch (mapping.preset) {
    case "google-play":
      return playRow(record);
    case "aosp-carriers":
      return aospRow(record);
    case "mcc-mnc":
      return mccMncRow(record, head);
    case null:
      return ownRow(record, mapping);
  }
}
