import type { Metadata } from "next";
import { PoliciesPage } from "@/components/policy/policies-page";
import { Shell } from "@/components/shell/shell";
import { eventsAround } from "@/data/read/events-around";
import { policyList } from "@/data/read/policy-list";
import { may } from "@/domain/permissions";
import { policiesPath } from "@/formats/paths";
import { readPage } from "@/formats/source-query";
import { type Params, printView, readView } from "@/formats/view";
import { now } from "@/server/clock";
import { recall } from "@/server/recall";
import { requireActor } from "@/server/session";

export const metadata: Metadata = { title: "Policy actions" };

export default async function Page({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("read");
  const at = now();
  const today = at.slice(0, 10);
  const params = await searchParams;
  const reading = readView(params, at);
  const list = await recall(policyList, { view: reading.view, page: readPage(params) });
  return (
    <Shell
      at="policy"
      actor={actor}
      path={policiesPath()}
      today={today}
      reading={reading}
      events={await recall(eventsAround, reading.view, today)}
    >
      <PoliciesPage
        list={list}
        query={printView(reading.view, today)}
        mayRecord={may(actor, "record-claim") && !reading.past}
      />
    </Shell>
  );
}
