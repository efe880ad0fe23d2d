import type { Id } from "@/domain/claims";
import type { Command, CommandOf } from "@/formats/commands";
import { bounds } from "./dates";
import { closed, notFound } from "./status";
import { type Done, stamp, type Work } from "./work";

type StatementCommand = CommandOf<"record-statement" | "correct-statement">;

export function recordStatement(work: Work, command: CommandOf<"record-statement">): Promise<Done> {
  return append(work, command, { verb: "record" });
}

export async function correctStatement(work: Work, command: CommandOf<"correct-statement">): Promise<Done> {
  await expectStanding(work, command.corrects, command, "corrects");
  const origin = { verb: "correct", supersedesId: command.corrects, correctionReason: command.why };
  return append(work, command, origin);
}

export async function retractStatement(work: Work, command: CommandOf<"retract-statement">): Promise<Done> {
  await expectStanding(work, command.statement, command, "statement");
  await work.tx.retraction.create({
    data: { id: command.id, statementId: command.statement, reason: command.why, ...stamp(work, command) },
  });
  return { subject: { kind: "statement", id: command.statement }, version: 1 };
}

async function append(
  work: Work,
  command: StatementCommand,
  origin: { verb: string; supersedesId?: Id; correctionReason?: string },
): Promise<Done> {
  const { references } = work;
  const date = bounds(command.date);
  await work.tx.statement.create({
    data: {
      id: command.id,
      rootId: command.id, // the database sets the root of the chain
      ...origin,
      speaker: command.speaker,
      org: command.org,
      dateText: command.date,
      dateEarliest: date.earliest,
      dateLatest: date.latest,
      deviceId: await references.oneOrNull("device", command.about.device, "about.device"),
      carrierId: await references.oneOrNull("carrier", command.about.carrier, "about.carrier"),
      manufacturerId: await references.oneOrNull(
        "manufacturer",
        command.about.manufacturer,
        "about.manufacturer",
      ),
      policyActionId: await references.oneOrNull(
        "policy-action",
        command.about.policyAction,
        "about.policyAction",
      ),
      stance: command.stance,
      quote: command.quote,
      summary: command.summary,
      sourceId: await references.one("source", command.source, "source"),
      ...stamp(work, command),
    },
    select: { id: true },
  });
  return { subject: { kind: "statement", id: command.id }, claim: command.id, version: 1 };
}

async function expectStanding(work: Work, id: Id, command: Command, field: string): Promise<void> {
  const row = await work.tx.statement.findUnique({
    where: { id },
    select: {
      successor: { select: { id: true, summary: true, dateText: true } },
      retraction: { select: { reason: true } },
    },
  });
  if (!row) throw notFound("statement", field, id);
  if (row.successor) throw closed("Somebody corrected this statement meanwhile", row.successor, command);
  if (row.retraction) {
    throw closed(
      "Somebody retracted this statement meanwhile",
      { retracted: row.retraction.reason },
      command,
    );
  }
}
