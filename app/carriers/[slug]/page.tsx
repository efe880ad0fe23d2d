import type { Metadata } from "next";
import { redirectMerged } from "@/app/kept";
import { once } from "@/app/once";
import { CarrierPage } from "@/components/entities/carrier-page";
import { Shell } from "@/components/shell/shell";
import { Unknown } from "@/components/ui/unknown";
import { carrierPage } from "@/data/read/carrier-page";
import { eventsAround } from "@/data/read/events-around";
import { nearNames } from "@/data/read/near-names";
import type { Day } from "@/domain/edtf";
import type { Actor } from "@/domain/permissions";
import { readList } from "@/formats/list-query";
import { PORTFOLIO } from "@/formats/lists";
import { carrierPath } from "@/formats/paths";
import { type Params, printView, readView } from "@/formats/view";
import { now } from "@/server/clock";
import { db } from "@/server/db";
import { note } from "@/server/request-context";
import { requireActor } from "@/server/session";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Params> };

/** Title and page come from one read of the request. */
const load = once(async ({ slug }: { slug: string }, query) => {
  const at = now();
  const reading = readView(query, at);
  const asked = readList(PORTFOLIO, query);
  const data = await carrierPage(db(), slug, { ...asked, view: reading.view });
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
    await redirectMerged("carrier", slug, await props.searchParams, carrierPath);
    return <NoCarrier slug={slug} actor={actor} today={today} />;
  }
  const { view, past } = reading;
  return (
    <Shell
      at="carriers"
      actor={actor}
      path={carrierPath(slug)}
      today={today}
      reading={reading}
      events={await eventsAround(db(), reading.view, today, { carrier: slug })}
      keep={asked.keep}
    >
      <CarrierPage
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

async function NoCarrier({ slug, actor, today }: { slug: string; actor: Actor; today: Day }) {
  const near = await nearNames(db(), "carrier", slug);
  note({ status: 404 });
  return (
    <Shell at="carriers" actor={actor} path={carrierPath(slug)} today={today} reading={null}>
      <Unknown
        kind="carrier"
        slug={slug}
        near={near.map(({ name, slug: other }) => ({ name, href: carrierPath(other) }))}
      />
    </Shell>
  );
}
