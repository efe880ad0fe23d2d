import type { Metadata } from "next";
import { NotOnRecord } from "@/app/not-on-record";
import { once } from "@/app/once";
import { ReadingShell } from "@/app/reading-shell";
import { PolicyPage } from "@/components/policy/policy-page";
import { NotYet } from "@/components/ui/not-yet";
import { policyPath } from "@/formats/paths";
import { printPolicyQuery } from "@/formats/policy-query";
import type { Params } from "@/formats/view";
import { now } from "@/server/clock";
import { requireActor } from "@/server/session";
import { loadPolicy } from "./load";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Params> };

/** Title and page come from one read of the request. */
const load = once(({ slug }: { slug: string }, query) => loadPolicy(slug, query, now()));

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { policy } = await load(props);
  if (policy === null) return { title: "Not found" };
  return { title: policy === "not-yet" ? "Not on record then" : policy.policy.title };
}

export default async function Page(props: Props) {
  const actor = await requireActor("read");
  const { today, reading, asked, query, slug, policy } = await load(props);
  if (policy === null) return <NotOnRecord kind="policy-action" slug={slug} actor={actor} />;
  const shell = { at: "policy", opened: { actor, today, reading }, path: policyPath(slug) } as const;
  if (policy === "not-yet") {
    return (
      <ReadingShell {...shell}>
        <NotYet kind="policy action" slug={slug} today={policyPath(slug)} />
      </ReadingShell>
    );
  }
  return (
    <ReadingShell {...shell} keep={printPolicyQuery({ ...asked, page: 1 })}>
      <PolicyPage
        {...policy}
        asked={asked}
        view={reading.view}
        query={query}
        actor={actor}
        past={reading.past}
      />
    </ReadingShell>
  );
}
