import type { Metadata } from "next";
import { redirectMerged } from "@/app/kept";
import { NotOnRecord } from "@/app/not-on-record";
import { once } from "@/app/once";
import { ReadingShell } from "@/app/reading-shell";
import { CarrierPage } from "@/components/entities/carrier-page";
import { carrierPath } from "@/formats/paths";
import type { Params } from "@/formats/view";
import { now } from "@/server/clock";
import { requireActor } from "@/server/session";
import { loadCarrier } from "./load";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Params> };

/** Title and page come from one read of the request. */
const load = once(({ slug }: { slug: string }, query) => loadCarrier(slug, query, now()));

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props))?.data.about.name ?? "Not found" };
}

export default async function Page(props: Props) {
  const actor = await requireActor("read");
  const { slug } = await props.params;
  const found = await load(props);
  if (!found) {
    await redirectMerged("carrier", slug, await props.searchParams, carrierPath);
    return <NotOnRecord kind="carrier" slug={slug} actor={actor} />;
  }
  const { today, reading, asked, ...shown } = found;
  const { view, past } = reading;
  return (
    <ReadingShell
      opened={{ actor, today, reading }}
      at="carriers"
      path={carrierPath(slug)}
      events={{ carrier: slug }}
      keep={asked.keep}
    >
      <CarrierPage {...shown} view={view} today={today} asked={asked} rights={{ actor, past }} />
    </ReadingShell>
  );
}
