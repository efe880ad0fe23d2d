import type { Metadata } from "next";
import { redirectMerged } from "@/app/kept";
import { NotOnRecord } from "@/app/not-on-record";
import { once } from "@/app/once";
import { ReadingShell } from "@/app/reading-shell";
import { RetailerPage } from "@/components/entities/retailer-page";
import { retailerPath } from "@/formats/paths";
import { type Params, printView } from "@/formats/view";
import { now } from "@/server/clock";
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
    return <NotOnRecord kind="retailer" slug={slug} actor={actor} />;
  }
  const { today, reading, asked, data, page } = found;
  const { view, past } = reading;
  return (
    <ReadingShell
      opened={{ actor, today, reading }}
      at="retailers"
      path={retailerPath(slug)}
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
    </ReadingShell>
  );
}
