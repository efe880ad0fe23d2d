import type { Reading } from "@/app/edit/read-form";
import { readForm } from "@/app/edit/read-form";
import { placeNames } from "@/data/read/bulk-rows";
import { derivedId } from "@/data/write/ids";
import type { Id } from "@/domain/claims";
import { MOST_AT_ONCE, parseTick } from "@/formats/bulk";
import { printPlace } from "@/formats/choice";
import { db } from "@/server/db";
import { malformed } from "@/server/sent-form";

export type BulkReading = Reading & {
  readonly ticked: readonly string[];
  /** The deals that are changed, in the order of their commands; the commands of new sources stand before them. */
  readonly deals: readonly { readonly id: Id; readonly place: string; readonly name: string }[];
};

/** The form of one change and its ticked deals: the commands of new sources, then one of the same kind for each deal. */
export async function readBulk(form: FormData): Promise<BulkReading> {
  const ticked = form.getAll("deal").map(String);
  const ticks = ticked.map(parseTick);
  if (ticks.length > MOST_AT_ONCE || ticks.some((t) => t === null)) throw malformed();
  const names = await placeNames(
    db(),
    ticks.flatMap((tick) => tick ?? []),
  );
  const found = ticks.flatMap((tick) => {
    const place = tick && printPlace(tick);
    const known = place && names.get(place);
    return known ? [{ ...tick, place, ...known }] : [];
  });
  const first = found[0];
  const one = new FormData();
  for (const [name, value] of form) if (name !== "deal" && !name.startsWith("new.")) one.append(name, value);
  one.set("device", first?.device ?? "");
  one.set("carrier", first?.carrier ?? "");
  const reading = await readForm("record-status", one);
  const main = reading.commands.at(-1) as Record<string, unknown>;
  const commands = found.map(({ place, version, device, carrier }) => ({
    ...main,
    id: derivedId(String(main.id), place),
    device,
    carrier,
    version,
  }));
  const problems = reading.problems.filter((p) => p.field !== "device" && p.field !== "carrier");
  if (found.length === 0) problems.push({ field: null, message: "Tick at least one deal." });
  return {
    ...reading,
    commands: [...reading.commands.slice(0, -1), ...commands],
    problems,
    ticked,
    // A deal that does not exist yet is previewed under an id that no deal has.
    deals: found.map(({ deal, place, name }) => ({ id: deal ?? derivedId(place), place, name })),
  };
}
