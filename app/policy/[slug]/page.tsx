import type { Metadata } from "next";
import Link from "next/link";
import { once } from "@/app/once";
import { PolicyPage } from "@/components/policy/policy-page";
import { Shell } from "@/components/shell/shell";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Unknown } from "@/components/ui/unknown";
import { eventsAround } from "@/data/read/events-around";
import { nearNames } from "@/data/read/near-names";
import type { Day } from "@/domain/edtf";
import type { Actor } from "@/domain/permissions";
import { policyPath } from "@/formats/paths";
import { printPolicyQuery } from "@/formats/policy-query";
import type { Params } from "@/formats/view";
import { now } from "@/server/clock";
import { db } from "@/server/db";
import { recall } from "@/server/recall";
import { note } from "@/server/request-context";
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
  if (policy === null) return <NoPolicy slug={slug} actor={actor} today={today} />;
  const events = await recall(eventsAround, reading.view, today);
  const shell = { at: "policy", actor, path: policyPath(slug), today, reading, events } as const;
  if (policy === "not-yet") {
    return (
      <Shell {...shell}>
        <PageHead
          title="Not on record then"
          lead={`At that instant our record had no policy action “${slug}” yet.`}
        />
        <div className="wrap">
          <Empty>
            <Link prefetch={false} href={policyPath(slug)}>
              See it as the record stands today
            </Link>
            .
          </Empty>
        </div>
      </Shell>
    );
  }
  return (
    <Shell {...shell} keep={printPolicyQuery({ ...asked, page: 1 })}>
      <PolicyPage
        {...policy}
        asked={asked}
        view={reading.view}
        query={query}
        actor={actor}
        past={reading.past}
      />
    </Shell>
  );
}

/** With near names, and without script; a thrown notFound() would leave an empty page there. */
async function NoPolicy({ slug, actor, today }: { slug: string; actor: Actor; today: Day }) {
  const near = await nearNames(db(), "policy-action", slug);
  note({ status: 404 });
  return (
    <Shell at="policy" actor={actor} path={policyPath(slug)} today={today} reading={null}>
      <Unknown
        kind="policy action"
        slug={slug}
        near={near.map(({ name, slug: other }) => ({ name, href: policyPath(other) }))}
      />
    </Shell>
  );
}
