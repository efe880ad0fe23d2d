import type { Metadata } from "next";
import { redirectMerged } from "@/app/kept";
import { NotOnRecord } from "@/app/not-on-record";
import { once } from "@/app/once";
import { ReadingShell } from "@/app/reading-shell";
import { ManufacturerPage } from "@/components/entities/manufacturer-page";
import { manufacturerPath } from "@/formats/paths";
import type { Params } from "@/formats/view";
import { now } from "@/server/clock";
import { requireActor } from "@/server/session";
import { loadManufacturer } from "./load";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Params> };

/** Title and page come from one read of the request. */
const load = once(({ slug }: { slug: string }, query) => loadManufacturer(slug, query, now()));

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props))?.data.about.name ?? "Not found" };
}

export default async function Page(props: Props) {
  const actor = await requireActor("read");
  const { slug } = await props.params;
  const found = await load(props);
  if (!found) {
    await redirectMerged("manufacturer", slug, await props.searchParams, manufacturerPath);
    return <NotOnRecord kind="manufacturer" slug={slug} actor={actor} />;
  }
  const { today, reading, ...shown } = found;
  const { view, past } = reading;
  return (
    <ReadingShell
      opened={{ actor, today, reading }}
      at="manufacturers"
      path={manufacturerPath(slug)}
      events={{ manufacturer: slug }}
    >
      <ManufacturerPage {...shown} view={view} today={today} rights={{ actor, past }} />
    </ReadingShell>
  );
}
