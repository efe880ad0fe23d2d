import type { Id } from "@/domain/claims";
import type { CommandOf } from "@/formats/commands";
import { bounds } from "./dates";
import { current } from "./entities";
import type { Done, Work } from "./work";

type PolicyCommand = CommandOf<"create-policy-action" | "edit-policy-action">;

export async function createPolicyAction(
  work: Work,
  command: CommandOf<"create-policy-action">,
): Promise<Done> {
  const { id, slug } = command;
  await work.tx.policyAction.create({ data: { id, slug, ...columns(command) }, select: { id: true } });
  work.references.made("policy-action", slug, id);
  await link(work, command, id);
  return { subject: { kind: "policy-action", id, slug }, version: 1 };
}

export async function editPolicyAction(work: Work, command: CommandOf<"edit-policy-action">): Promise<Done> {
  const before = await work.tx.policyAction.findUnique({
    where: { slug: command.slug },
    include: {
      affects: { select: { manufacturer: { select: { slug: true } } } },
      sources: { select: { source: { select: { slug: true } } } },
    },
  });
  const { id, version } = current("policy-action", before, command);
  await work.tx.policyAction.update({ where: { id }, data: { version, ...columns(command) } });
  await work.tx.policyActionManufacturer.deleteMany({ where: { policyActionId: id } });
  await work.tx.policyActionSource.deleteMany({ where: { policyActionId: id } });
  await link(work, command, id);
  const subject = { kind: "policy-action", id, slug: command.slug } as const;
  return { subject, version, before: JSON.parse(JSON.stringify(before)) };
}

function columns({ title, issuer, date, summary }: PolicyCommand) {
  const { earliest, latest } = bounds(date);
  return { title, issuer, summary, dateText: date, dateEarliest: earliest, dateLatest: latest };
}

async function link(work: Work, command: PolicyCommand, policyActionId: Id): Promise<void> {
  const makers = await work.references.all(
    "manufacturer",
    command.affects,
    (s) => `affects.${command.affects.indexOf(s)}`,
  );
  const sources = await work.references.all(
    "source",
    command.sources,
    (s) => `sources.${command.sources.indexOf(s)}`,
  );
  await work.tx.policyActionManufacturer.createMany({
    data: [...makers.values()].map((manufacturerId) => ({ policyActionId, manufacturerId })),
  });
  await work.tx.policyActionSource.createMany({
    data: [...sources.values()].map((sourceId) => ({ policyActionId, sourceId })),
  });
}
