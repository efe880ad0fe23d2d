import type { Metadata } from "next";
import { redirectMerged } from "@/app/kept";
import { once } from "@/app/once";
import { ManufacturerPage } from "@/components/entities/manufacturer-page";
import { Shell } from "@/components/shell/shell";
import { Unknown } from "@/components/ui/unknown";
import { eventsAround } from "@/data/read/events-around";
import { manufacturerPage } from "@/data/read/manufacturer-page";
import { nearNames } from "@/data/read/near-names";
import type { Day } from "@/domain/edtf";
import type { Actor } from "@/domain/permissions";
import { manufacturerPath } from "@/formats/paths";
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
  const data = await manufacturerPage(db(), slug, reading.view);
  return { today: at.slice(0, 10), reading, slug, data };
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { data } = await load(props);
  return { title: data?.about.name ?? "Not found" };
}

export default async function Page(props: Props) {
  const actor = await requireActor("read");
  const { today, reading, slug, data } = await load(props);
  if (!data) {
    await redirectMerged("manufacturer", slug, await props.searchParams, manufacturerPath);
    return <NoManufacturer slug={slug} actor={actor} today={today} />;
  }
  const { view, past } = reading;
  return (
    <Shell
      at="manufacturers"
      actor={actor}
      path={manufacturerPath(slug)}
      today={today}
      reading={reading}
      events={await eventsAround(db(), reading.view, today, { manufacturer: slug })}
    >
      <ManufacturerPage
        data={data}
        view={view}
        today={today}
        query={printView(view, today)}
        rights={{ actor, past }}
      />
    </Shell>
  );
}

async function NoManufacturer({ slug, actor, today }: { slug: string; actor: Actor; today: Day }) {
  const near = await nearNames(db(), "manufacturer", slug);
  note({ status: 404 });
  return (
    <Shell at="manufacturers" actor={actor} path={manufacturerPath(slug)} today={today} reading={null}>
      <Unknown
        kind="manufacturer"
        slug={slug}
        near={near.map(({ name, slug: other }) => ({ name, href: manufacturerPath(other) }))}
      />
    </Shell>
  );
}
