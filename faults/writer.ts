import { randomUUID } from "node:crypto";
import { runCommands } from "@/data/write/door";
import type { Id } from "@/domain/claims";
import { openClient } from "@/server/db";

/**
 * Sends commands as fast as it can and prints the id of each one that was acknowledged. Told by environment: DATABASE_URL.
 * What was not acknowledged is sent again under the same id, as a form would.
 */

const client = openClient(process.env.DATABASE_URL ?? "");
const source = {
  source: "the-source",
  stance: "supports",
  attribution: "named",
  speaker: null,
  quote: null,
  via: null,
} as const;

function plan(version: number): { id: Id } & Record<string, unknown> {
  return {
    kind: "record-status",
    id: randomUUID(),
    device: "the-device",
    carrier: `carrier-${version % 7}`,
    version: Math.floor(version / 7),
    status: "planned",
    effective: "2018-01",
    effectiveWords: null,
    target: "2018-06",
    targetWords: null,
    reasons: [],
    exclusive: null,
    policyActions: [],
    note: "One plan after the other.",
    evidence: [source],
  };
}
const listing = (): { id: Id } & Record<string, unknown> => ({
  kind: "record-listing",
  id: randomUUID(),
  device: "the-device",
  retailer: "the-shop",
  market: "US",
  from: "2018-02-18",
  to: null,
  note: null,
  evidence: [source],
});

async function acknowledged(command: { id: Id }): Promise<void> {
  for (;;) {
    const outcome = await runCommands(client, { kind: "system" }, [command]).catch(() => null);
    if (outcome?.ok) break;
    if (outcome && outcome.refusal.code !== "unavailable") {
      // A deal's version is the only thing that another writer of this test may have moved.
      if (outcome.refusal.code === "conflict") return;
      throw new Error(outcome.refusal.message);
    }
  }
  process.stdout.write(`${command.id}\n`);
}

async function versionOf(carrier: string): Promise<number> {
  for (;;) {
    try {
      const deal = await client.deal.findFirst({
        where: { carrier: { slug: carrier } },
        select: { version: true },
      });
      return deal?.version ?? 0;
    } catch {
      // The database is away; this process outlives that.
    }
  }
}

for (let round = 0; ; round++) {
  const carrier = round % 7;
  const version = await versionOf(`carrier-${carrier}`);
  // Histories of a few hundred claims are long enough; then listings only.
  if (version < 15) await acknowledged(plan(version * 7 + carrier));
  await acknowledged(listing());
}
