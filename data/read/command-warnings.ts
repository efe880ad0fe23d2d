import type { Db } from "@/data/db";
import { edtf } from "@/data/rows";
import { CARRIER_RULES, DEVICE_RULES, SOURCE_RULES } from "@/domain/rules/all";
import { type Finding, findingsOf } from "@/domain/rules/rule";
import type { CarrierKind } from "@/domain/status";
import type { Command, CommandOf } from "@/formats/commands";

/** The rules of good data that a source, carrier or device would break if this command were carried out. At most one query. */
export async function commandWarnings(db: Db, command: Command): Promise<Finding[]> {
  switch (command.kind) {
    case "create-source":
    case "edit-source":
      return findingsOf(SOURCE_RULES, {
        kind: command.sourceKind,
        title: command.title,
        url: command.url,
        published: edtf(command.published),
        seen: command.seen,
        retracted: command.kind === "edit-source" && (await isRetracted(db, command.slug)),
      });
    case "create-carrier":
    case "edit-carrier":
      return findingsOf(CARRIER_RULES, {
        kind: command.carrierKind,
        host: command.host === null ? null : await hostOf(db, command.host),
        networkCodes: count(command, "mcc-mnc"),
      });
    case "create-device":
    case "edit-device":
      return findingsOf(DEVICE_RULES, { announced: command.announced, models: count(command, "model") });
    default:
      return [];
  }
}

const count = ({ aliases }: Pick<CommandOf<"create-device">, "aliases">, kind: string): number =>
  aliases.filter((a) => a.kind === kind).length;

const isRetracted = async (db: Db, slug: string): Promise<boolean> =>
  (await db.sourceRetraction.count({ where: { source: { slug } } })) > 0;

async function hostOf(db: Db, slug: string): Promise<{ name: string; kind: CarrierKind } | null> {
  const host = await db.carrier.findUnique({ where: { slug }, select: { name: true, kind: true } });
  return host && { name: host.name, kind: host.kind as CarrierKind };
}
