import type { Metadata } from "next";
import Link from "next/link";
import { redirectMerged } from "@/app/kept";
import { once } from "@/app/once";
import { Shell } from "@/components/shell/shell";
import { claimsOnPage, SourcePage } from "@/components/sources/source-page";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Unknown } from "@/components/ui/unknown";
import { dealsToday } from "@/data/read/deals-today";
import { eventsAround } from "@/data/read/events-around";
import { nearNames } from "@/data/read/near-names";
import type { Day } from "@/domain/edtf";
import type { Actor } from "@/domain/permissions";
import { sourceTitle } from "@/domain/source-words";
import { sourcePath, sourcesPath } from "@/formats/paths";
import { printRests } from "@/formats/source-page-query";
import { type Params, printView } from "@/formats/view";
import { now } from "@/server/clock";
import { db } from "@/server/db";
import { recall } from "@/server/recall";
import { note } from "@/server/request-context";
import { requireActor } from "@/server/session";
import { loadSource } from "./load";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Params> };

/** Title and page come from one read of the request. */
const load = once(({ slug }: { slug: string }, query) => loadSource(slug, query, now()));

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { weight } = await load(props);
  if (weight === null) return { title: "Not found" };
  return { title: weight === "not-yet" ? "Not on record then" : sourceTitle(weight.source) };
}

export default async function Page(props: Props) {
  const actor = await requireActor("read");
  const { today, reading, slug, asked, weight, page } = await load(props);
  if (weight === null) {
    await redirectMerged("source", slug, await props.searchParams, sourcePath);
    return <NoSource slug={slug} actor={actor} today={today} />;
  }
  const { view, past } = reading;
  const events = await recall(eventsAround, reading.view, today);
  const shell = { at: "sources", actor, path: sourcePath(slug), today, reading, events } as const;
  if (weight === "not-yet" || !page) {
    return (
      <Shell {...shell}>
        <PageHead
          title="Not on record then"
          lead={`At that instant our record had no source “${slug}” yet.`}
        />
        <div className="wrap">
          <Empty>
            <Link prefetch={false} href={sourcePath(slug)}>
              See it as the record stands today
            </Link>
            , or{" "}
            <Link prefetch={false} href={sourcesPath(printView(view, today))}>
              the sources that were on record
            </Link>
            .
          </Empty>
        </div>
      </Shell>
    );
  }
  const shown = [
    ...claimsOnPage(weight, asked).rows,
    ...weight.claims.slice(0, 3),
    ...weight.against.slice(0, 100),
  ];
  const deals = await dealsToday(
    db(),
    shown.map(({ claim }) => claim.dealId),
    view,
  );
  return (
    <Shell {...shell} keep={printRests({ ...asked, page: 1 })}>
      <SourcePage
        {...{ weight, page, asked, deals, view, today, past, actor }}
        query={printView(view, today)}
      />
    </Shell>
  );
}

/** With near names, and without script; a thrown notFound() would leave an empty page there. */
async function NoSource({ slug, actor, today }: { slug: string; actor: Actor; today: Day }) {
  const near = await nearNames(db(), "source", slug);
  note({ status: 404 });
  return (
    <Shell at="sources" actor={actor} path={sourcePath(slug)} today={today} reading={null}>
      <Unknown
        kind="source"
        slug={slug}
        near={near.map(({ name, slug: other }) => ({ name, href: sourcePath(other) }))}
      />
    </Shell>
  );
}
