import type { Metadata } from "next";
import { openView } from "@/app/opened";
import { ReadingShell } from "@/app/reading-shell";
import { PoliciesPage } from "@/components/policy/policies-page";
import { policyList } from "@/data/read/policy-list";
import { may } from "@/domain/permissions";
import { policiesPath } from "@/formats/paths";
import { readPage } from "@/formats/source-query";
import type { Params } from "@/formats/view";
import { recall } from "@/server/recall";

export const metadata: Metadata = { title: "Policy actions" };

export default async function Page({ searchParams }: { searchParams: Promise<Params> }) {
  const opened = await openView(searchParams);
  const list = await recall(policyList, { view: opened.view, page: readPage(opened.params) });
  return (
    <ReadingShell opened={opened} at="policy" path={policiesPath()}>
      <PoliciesPage
        list={list}
        query={opened.query}
        past={opened.reading.past}
        mayRecord={may(opened.actor, "record-claim") && !opened.reading.past}
      />
    </ReadingShell>
  );
}
