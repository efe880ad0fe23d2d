import { readFileSync } from "node:fs";
import path from "node:path";
import type { Entity, EntityKind, Record } from "@/intake/names/lexicon";

type Row = {
  readonly slug: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly manufacturer?: string;
  readonly country?: string;
};

const read = <T>(file: string): T => JSON.parse(readFileSync(file, "utf8")) as T;

function rowsOf(kind: EntityKind, rows: readonly Row[]): Entity[] {
  return rows.map(({ slug, name, aliases = [], manufacturer, country }) => ({
    kind,
    slug,
    name,
    aliases,
    ...(manufacturer ? { maker: manufacturer } : {}),
    ...(country ? { country } : {}),
  }));
}

/** The names in a folder of labelled articles (`entities.json`). */
export function namesOf(folder: string): Record {
  const { manufacturers, devices, carriers, retailers } = read<{ [kind: string]: Row[] }>(
    path.join(folder, "entities.json"),
  );
  return {
    entities: [
      ...rowsOf("manufacturer", manufacturers ?? []),
      ...rowsOf("device", devices ?? []),
      ...rowsOf("carrier", carriers ?? []),
      ...rowsOf("retailer", retailers ?? []),
    ],
    publishers: [],
  };
}

/** The names and publishers of the dossier, which the project ships. */
export function namesOfDossier(): Record {
  const folder = path.resolve(import.meta.dirname, "..", "..", "prisma", "dossier");
  const rows = (name: string) => read<Row[]>(path.join(folder, `${name}.json`));
  return {
    entities: [
      ...rowsOf("manufacturer", rows("manufacturers")),
      ...rowsOf("device", rows("devices")),
      ...rowsOf("carrier", rows("carriers")),
      ...rowsOf("retailer", rows("retailers")),
    ],
    publishers: [
      ...new Set(read<{ publisher: string }[]>(path.join(folder, "sources.json")).map((s) => s.publisher)),
    ],
  };
}
