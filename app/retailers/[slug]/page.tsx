import type { Metadata } from "next";
import { redirectMerged } from "@/app/kept";
import { once } from "@/app/once";
import { RetailerPage } from "@/components/entities/retailer-page";
import { Shell } from "@/components/shell/shell";
import { Unknown } from "@/components/ui/unknown";
import { eventsAround } from "@/data/read/events-around";
import { nearNames } from "@/data/read/near-names";
import { retailerPage } from "@/data/read/retailer-page";
import type { Day } from "@/domain/edtf";
import type { Actor } from "@/domain/permissions";
import { readList } from "@/formats/list-query";
import { LISTING_LIST } from "@/formats/lists";
import { retailerPath } from "@/formats/paths";
import { type Params, printView, readView } from "@/formats/view";
import { now } from "@/server/clock";
import { db } from "@/server/db";
import { recall } from "@/server/recall";
import { note } from "@/server/request-context";
import { requireActor } from "@/server/session";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Params> };

/** Title and page come from one read of the request. */
const load = once(async ({ slug }: { slug: string }, query) => {
  const at = now();
  const reading = readView(query, at);
  const asked = readList(LISTING_LIST, query);
  const data = await recall(retailerPage, slug, { ...asked, view: reading.view });
  return { today: at.slice(0, 10), reading, asked, slug, data };
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { data } = await load(props);
  return { title: data?.about.name ?? "Not found" };
}

export default async function Page(props: Props) {
  const actor = await requireActor("read");
  const { today, reading, asked, slug, data } = await load(props);
  if (!data) {
    await redirectMerged("retailer", slug, await props.searchParams, retailerPath);
    return <NoRetailer slug={slug} actor={actor} today={today} />;
  }
  const { view, past } = reading;
  return (
    <Shell
      at="retailers"
      actor={actor}
      path={retailerPath(slug)}
      today={today}
      reading={reading}
      events={await recall(eventsAround, reading.view, today)}
      keep={asked.keep}
    >
      <RetailerPage
        data={data}
        view={view}
        today={today}
        query={printView(view, today)}
        asked={asked}
        rights={{ actor, past }}
      />
    </Shell>
  );
}

async function NoRetailer({ slug, actor, today }: { slug: string; actor: Actor; today: Day }) {
  const near = await nearNames(db(), "retailer", slug);
  note({ status: 404 });
  return (
    <Shell at="retailers" actor={actor} path={retailerPath(slug)} today={today} reading={null}>
      <Unknown
        kind="retailer"
        slug={slug}
        near={near.map(({ name, slug: other }) => ({ name, href: retailerPath(other) }))}
      />
    </Shell>
  );
}
