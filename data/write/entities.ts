import type { Id } from "@/domain/claims";
import { nameKey } from "@/domain/names";
import type { CommandOf } from "@/formats/commands";
import { boundsOrNull } from "./dates";
import { closed, notFound } from "./status";
import type { Done, Subject, Work } from "./work";

type Kind = "manufacturer" | "carrier" | "retailer" | "device";
type Create = CommandOf<`create-${Kind}`>;
type Edit = CommandOf<`edit-${Kind}`>;

const named = ({ name }: { readonly name: string }) => ({ name, nameKey: nameKey(name) });
const ALIASES = { select: { kind: true, text: true } } as const;

export async function createManufacturer(
  work: Work,
  command: CommandOf<"create-manufacturer">,
): Promise<Done> {
  const { id, slug, country, parent } = command;
  await work.tx.manufacturer.create({
    data: { id, slug, country, parent, ...named(command) },
    select: { id: true },
  });
  return created(work, "manufacturer", command, { manufacturerId: id });
}

export async function editManufacturer(work: Work, command: CommandOf<"edit-manufacturer">): Promise<Done> {
  const { slug, country, parent } = command;
  const before = await work.tx.manufacturer.findUnique({ where: { slug }, include: { aliases: ALIASES } });
  const { id, version } = current("manufacturer", before, command);
  await work.tx.manufacturer.update({ where: { id }, data: { country, parent, version, ...named(command) } });
  return edited(work, "manufacturer", command, { manufacturerId: id }, version, before);
}

export async function createCarrier(work: Work, command: CommandOf<"create-carrier">): Promise<Done> {
  const { id, slug, country, carrierKind: kind, parent } = command;
  const hostId = await work.references.oneOrNull("carrier", command.host, "host");
  await work.tx.carrier.create({
    data: { id, slug, country, kind, parent, hostId, ...named(command) },
    select: { id: true },
  });
  return created(work, "carrier", command, { carrierId: id });
}

export async function editCarrier(work: Work, command: CommandOf<"edit-carrier">): Promise<Done> {
  const { slug, country, carrierKind: kind, parent } = command;
  const before = await work.tx.carrier.findUnique({ where: { slug }, include: { aliases: ALIASES } });
  const { id, version } = current("carrier", before, command);
  const hostId = await work.references.oneOrNull("carrier", command.host, "host");
  await work.tx.carrier.update({
    where: { id },
    data: { country, kind, parent, hostId, version, ...named(command) },
  });
  return edited(work, "carrier", command, { carrierId: id }, version, before);
}

export async function createRetailer(work: Work, command: CommandOf<"create-retailer">): Promise<Done> {
  const { id, slug, country, retailerKind: kind } = command;
  await work.tx.retailer.create({
    data: { id, slug, country, kind, ...named(command) },
    select: { id: true },
  });
  return created(work, "retailer", command, { retailerId: id });
}

export async function editRetailer(work: Work, command: CommandOf<"edit-retailer">): Promise<Done> {
  const { slug, country, retailerKind: kind } = command;
  const before = await work.tx.retailer.findUnique({ where: { slug }, include: { aliases: ALIASES } });
  const { id, version } = current("retailer", before, command);
  await work.tx.retailer.update({ where: { id }, data: { country, kind, version, ...named(command) } });
  return edited(work, "retailer", command, { retailerId: id }, version, before);
}

const announced = (text: string | null) => {
  const { earliest, latest } = boundsOrNull(text);
  return { announcedText: text, announcedEarliest: earliest, announcedLatest: latest };
};

export async function createDevice(work: Work, command: CommandOf<"create-device">): Promise<Done> {
  const { id, slug, deviceKind: kind } = command;
  const manufacturerId = await work.references.one("manufacturer", command.manufacturer, "manufacturer");
  await work.tx.device.create({
    data: { id, slug, kind, manufacturerId, ...announced(command.announced), ...named(command) },
    select: { id: true },
  });
  return created(work, "device", command, { deviceId: id });
}

export async function editDevice(work: Work, command: CommandOf<"edit-device">): Promise<Done> {
  const { slug, deviceKind: kind } = command;
  const before = await work.tx.device.findUnique({ where: { slug }, include: { aliases: ALIASES } });
  const { id, version } = current("device", before, command);
  const manufacturerId = await work.references.one("manufacturer", command.manufacturer, "manufacturer");
  await work.tx.device.update({
    where: { id },
    data: { kind, manufacturerId, version, ...announced(command.announced), ...named(command) },
  });
  return edited(work, "device", command, { deviceId: id }, version, before);
}

type Owner = { manufacturerId: Id } | { carrierId: Id } | { retailerId: Id } | { deviceId: Id };

async function created(work: Work, kind: Kind, command: Create, owner: Owner): Promise<Done> {
  await writeAliases(work, command.aliases, owner);
  work.references.made(kind, command.slug, command.id);
  return { subject: { kind, id: command.id, slug: command.slug }, version: 1 };
}

async function edited(
  work: Work,
  kind: Kind,
  command: Edit,
  owner: Owner,
  version: number,
  before: unknown,
): Promise<Done> {
  await work.tx.alias.deleteMany({ where: owner });
  await writeAliases(work, command.aliases, owner);
  const [id] = Object.values(owner) as [Id];
  const subject: Subject = { kind, id, slug: command.slug };
  return { subject, version, before: JSON.parse(JSON.stringify(before)) };
}

/** Two spellings of one alias are one alias. */
async function writeAliases(work: Work, aliases: Create["aliases"], owner: Owner): Promise<void> {
  if (aliases.length === 0) return;
  await work.tx.alias.createMany({
    data: aliases.map((a) => ({ kind: a.kind, text: a.text, key: nameKey(a.text), ...owner })),
    skipDuplicates: true,
  });
}

/** The row that an edit was made from, or a refusal; `version` is the next one. */
export function current(
  kind: Subject["kind"],
  row: { readonly id: Id; readonly version: number } | null,
  command: { readonly slug: string; readonly version: number },
): { id: Id; version: number } {
  if (!row) throw notFound(kind, "slug", command.slug);
  if (row.version !== command.version) {
    const sentence = `Somebody edited this ${kind} meanwhile: it is at version ${row.version}, your form was made from version ${command.version}`;
    throw closed(sentence, JSON.parse(JSON.stringify(row)), command);
  }
  return { id: row.id, version: row.version + 1 };
}
