import { statusClaims } from "@/data/read/claims";
import type { View } from "@/domain/claims";
import { type Day, daysBetween } from "@/domain/edtf";
import { lastHeardOf } from "@/domain/stale";
import type { TestDatabase } from "./database";
import type { Folded } from "./folded";

/** What of a deal had begun by a day. */
export const begun = (lane: Folded, on: Day) => lane.history.filter((e) => e.begins <= on);

const months = (days: number) => Math.floor(Math.max(0, days) / 30.44);
const min = (a: Day, b: Day): Day => (a < b ? a : b);

/** The spells on sale of some deals by the pure fold, as short and as long as their dates allow: what reads of them must say. */
export async function spellsFolded(t: TestDatabase, lanes: readonly Folded[], view: View) {
  const { graph } = await statusClaims(t.prisma, { deals: lanes.map((l) => l.deal), record: view.record });
  return lanes.flatMap((lane) => {
    const past = begun(lane, view.on);
    const heard = lastHeardOf(lane.history, graph, view) ?? view.on;
    return past.flatMap((entry, i) => {
      if (entry.claim.status !== "carried" || past[i - 1]?.claim.status === "carried") return [];
      const end = past.slice(i).find((e) => e.claim.status !== "carried");
      const last = min(heard, view.on);
      const { earliest, latest } = end?.from ?? { earliest: last, latest: last };
      return [
        {
          ...{ claim: entry.claim.id, at: lane.at },
          ended: end ? { claim: end.claim.id, status: end.claim.status } : null,
          atLeast: months(daysBetween(min(entry.from.latest, view.on), earliest)),
          atMost: months(daysBetween(entry.begins, latest)),
        },
      ];
    });
  });
}
