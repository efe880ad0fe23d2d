import { edtf } from "@/data/rows";
import type { Id } from "@/domain/claims";
import type { Command, CommandOf } from "@/formats/commands";
import { bounds, boundsOrNull } from "./dates";
import { appendEvidence } from "./evidence";
import { closed, notFound } from "./status";
import { type Done, Refused, stamp, type Work } from "./work";

type Fields = Pick<CommandOf<"record-listing">, "from" | "to" | "note" | "evidence">;
type Place = { readonly deviceId: Id; readonly retailerId: Id; readonly market: string; readonly rootId: Id };
type Origin = { verb: string; supersedesId?: Id; correctionReason?: string };

export async function recordListing(work: Work, command: CommandOf<"record-listing">): Promise<Done> {
  const deviceId = await work.references.one("device", command.device, "device");
  const retailerId = await work.references.one("retailer", command.retailer, "retailer");
  const place = { deviceId, retailerId, market: command.market, rootId: command.id };
  return append(work, command, place, command, { verb: "record" });
}

export async function correctListing(work: Work, command: CommandOf<"correct-listing">): Promise<Done> {
  const old = await standing(work, command.corrects, command, "corrects");
  const origin = { verb: "correct", supersedesId: old.id, correctionReason: command.why };
  return append(work, command, old, command, origin);
}

/** The sale ended: a new version of the listing with its last day, on the evidence for the end. */
export async function endListing(work: Work, command: CommandOf<"end-listing">): Promise<Done> {
  const old = await standing(work, command.listing, command, "listing");
  const fields = { ...command, from: old.fromText, note: command.note ?? old.note };
  return append(work, command, old, fields, { verb: "end", supersedesId: old.id });
}

export async function retractListing(work: Work, command: CommandOf<"retract-listing">): Promise<Done> {
  const old = await standing(work, command.listing, command, "listing");
  await work.tx.retraction.create({
    data: { id: command.id, listingId: old.id, reason: command.why, ...stamp(work, command) },
  });
  work.listings.add(old.rootId);
  return { subject: { kind: "listing", id: old.id }, version: 1 };
}

async function append(
  work: Work,
  command: Command,
  place: Place,
  fields: Fields,
  origin: Origin,
): Promise<Done> {
  if (fields.to !== null && edtf(fields.to).latest < edtf(fields.from).earliest) {
    throw new Refused({
      code: "invalid-date",
      message: `The sale ends (${fields.to}) before it begins (${fields.from}). Check both dates.`,
      field: "to",
    });
  }
  const from = bounds(fields.from);
  const to = boundsOrNull(fields.to);
  await work.tx.listing.create({
    data: {
      id: command.id,
      rootId: place.rootId,
      deviceId: place.deviceId,
      retailerId: place.retailerId,
      market: place.market,
      ...origin,
      fromText: fields.from,
      fromEarliest: from.earliest,
      fromLatest: from.latest,
      toText: fields.to,
      toEarliest: to.earliest,
      toLatest: to.latest,
      note: fields.note,
      ...stamp(work, command),
    },
    select: { id: true },
  });
  await appendEvidence(work, command, { listingId: command.id }, fields.evidence);
  work.listings.add(place.rootId);
  return { subject: { kind: "listing", id: command.id }, claim: command.id, version: 1 };
}

async function standing(work: Work, id: Id, command: Command, field: string) {
  const row = await work.tx.listing.findUnique({
    where: { id },
    select: {
      id: true,
      deviceId: true,
      retailerId: true,
      market: true,
      rootId: true,
      fromText: true,
      note: true,
      successor: { select: { id: true, fromText: true, toText: true, note: true } },
      retraction: { select: { reason: true } },
    },
  });
  if (!row) throw notFound("listing", field, id);
  if (row.successor) throw closed("Somebody changed this listing meanwhile", row.successor, command);
  if (row.retraction) {
    throw closed("Somebody retracted this listing meanwhile", { retracted: row.retraction.reason }, command);
  }
  return row;
}
