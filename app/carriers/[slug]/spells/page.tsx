import type { Metadata } from "next";
import { redirectMerged, redirectMergedFilters } from "@/app/kept";
import { NotOnRecord } from "@/app/not-on-record";
import { once } from "@/app/once";
import { ReadingShell } from "@/app/reading-shell";
import { SpellsLead, SpellsPage } from "@/components/entities/spells-page";
import { TakeAway } from "@/components/export/take-away";
import { PageHead } from "@/components/ui/page-head";
import { listOptions } from "@/data/read/list-options";
import { carrierPath, carriersPath, spellsPath } from "@/formats/paths";
import type { Params } from "@/formats/view";
import { now } from "@/server/clock";
import { recall } from "@/server/recall";
import { requireActor } from "@/server/session";
import { loadSpells } from "./load";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Params> };

/** Title and page come from one read of the request. */
const load = once(({ slug }: { slug: string }, query) => loadSpells(slug, query, now()));

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await load(props);
  return { title: found ? `How long devices stay at ${found.data.about.name}` : "Not found" };
}

export default async function Page(props: Props) {
  const actor = await requireActor("read");
  const { slug } = await props.params;
  const found = await load(props);
  if (!found) {
    await redirectMerged("carrier", slug, await props.searchParams, spellsPath);
    return <NotOnRecord kind="carrier" slug={slug} actor={actor} />;
  }
  const { today, reading, asked, data, page, query } = found;
  if (data.total === 0) await redirectMergedFilters(await props.searchParams, (q) => spellsPath(slug, q));
  const { manufacturers } = await recall(listOptions);
  const { about } = data;
  return (
    <ReadingShell
      opened={{ actor, today, reading }}
      at="carriers"
      path={spellsPath(slug)}
      events={{ carrier: slug }}
      keep={asked.keep}
    >
      <PageHead
        title={`How long devices stay at ${about.name}`}
        crumbs={[
          { word: "Carriers", href: carriersPath(query) },
          { word: about.name, href: carrierPath(about.slug, query) },
        ]}
        lead={<SpellsLead data={data} reading={asked} query={query} view={reading.view} today={today} />}
        actions={data.total > 0 && <TakeAway page={page} formats={["csv", "json"]} />}
      />
      <SpellsPage data={data} reading={asked} makers={manufacturers} query={query} />
    </ReadingShell>
  );
}
