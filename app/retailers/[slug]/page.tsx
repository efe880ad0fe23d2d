import type { Metadata } from "next";
import { redirectMerged } from "@/app/kept";
import { once } from "@/app/once";
import { RetailerPage } from "@/components/entities/retailer-page";
import { Shell } from "@/components/shell/shell";
import { Unknown } from "@/components/ui/unknown";
import { eventsAround } from "@/data/read/events-around";
import { nearNames } from "@/data/read/near-names";
import type { Day } from "@/domain/edtf";
import type { Actor } from "@/domain/permissions";
import { retailerPath } from "@/formats/paths";
import { type Params, printView } from "@/formats/view";
import { now, today as todayNow } from "@/server/clock";
import { db } from "@/server/db";
import { recall } from "@/server/recall";
import { note } from "@/server/request-context";
import { requireActor } from "@/server/session";
import { loadRetailer } from "./load";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Params> };

/** Title and page come from one read of the request. */
const load = once(({ slug }: { slug: string }, query) => loadRetailer(slug, query, now()));

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props))?.data.about.name ?? "Not found" };
}

export default async function Page(props: Props) {
  const actor = await requireActor("read");
  const { slug } = await props.params;
  const found = await load(props);
  if (!found) {
    await redirectMerged("retailer", slug, await props.searchParams, retailerPath);
    return <NoRetailer slug={slug} actor={actor} today={todayNow()} />;
  }
  const { today, reading, asked, data, page } = found;
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
        page={page}
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
