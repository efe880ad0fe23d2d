import { FileRefused } from "./file-refused";

/** What the first line of an export as NDJSON has together. */
const HEAD: readonly string[] = ["rangebook", "format", "scope", "migrations"];
/** What only one of its tables has together, as the head of a CSV. */
const TABLES: readonly (readonly string[])[] = [
  ["id", "slug", "name_key"],
  ["manufacturer_id", "carrier_id", "device_id"],
  ["recorded_at", "recorded_by_id"],
  ["prev_hash", "hash", "actor_id"],
];
const has = (head: readonly string[], names: readonly string[]) => names.every((name) => head.includes(name));

/** Whether a file is a whole export of ours, by the names in its first line. */
export const isOwnExport = (head: readonly string[]): boolean => has(head, HEAD);

/**
 * An export says who recorded what when, which no import can say anew; read as a list it would make things named after ids. As
 * a whole it can be compared with the record; one table of it says too little for that.
 * @throws FileRefused
 */
export function refuseTableOfExport(head: readonly string[]): void {
  if (!TABLES.some((names) => has(head, names))) return;
  throw new FileRefused({
    line: 1,
    message:
      "This is one table of an export of a Rangebook record. The whole export, as NDJSON, can be compared with this record here; npm run restore reads one into an empty record. What a filled one lacks comes as a list.",
  });
}
