import { FileRefused } from "./file-refused";

/** What only our own export has together: in its first line as NDJSON, in the head of a table as CSV. */
const TOGETHER: readonly (readonly string[])[] = [
  ["rangebook", "format", "scope", "migrations"],
  ["id", "slug", "name_key"],
  ["manufacturer_id", "carrier_id", "device_id"],
  ["recorded_at", "recorded_by_id"],
  ["prev_hash", "hash", "actor_id"],
];

/**
 * An export says who recorded what when, which no import can say anew; read as a list it would make things named after ids.
 * @throws FileRefused
 */
export function refuseOwnExport(head: readonly string[]): void {
  if (!TOGETHER.some((names) => names.every((name) => head.includes(name)))) return;
  throw new FileRefused({
    line: 1,
    message:
      "This is an export of a Rangebook record. It is read into an empty record by npm run restore; what a filled one lacks comes as a list.",
  });
}
