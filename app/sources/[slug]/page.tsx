import type { Metadata } from "next";
import Link from "next/link";
import { redirectMerged } from "@/app/kept";
import { NotOnRecord } from "@/app/not-on-record";
import { once } from "@/app/once";
import { ReadingShell } from "@/app/reading-shell";
import { claimsOnPage, SourcePage } from "@/components/sources/source-page";
import { NotYet } from "@/components/ui/not-yet";
import { dealsToday } from "@/data/read/deals-today";
import { sourceTitle } from "@/domain/source-words";
import { sourcePath, sourcesPath } from "@/formats/paths";
import { printRests } from "@/formats/source-page-query";
import { type Params, printView } from "@/formats/view";
import { now } from "@/server/clock";
import { db } from "@/server/db";
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
    return <NotOnRecord kind="source" slug={slug} actor={actor} />;
  }
  const { view, past } = reading;
  const shell = { at: "sources", opened: { actor, today, reading }, path: sourcePath(slug) } as const;
  if (weight === "not-yet" || !page) {
    return (
      <ReadingShell {...shell}>
        <NotYet kind="source" slug={slug} today={sourcePath(slug)}>
          <Link prefetch={false} href={sourcesPath(printView(view, today))}>
            the sources that were on record
          </Link>
        </NotYet>
      </ReadingShell>
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
    <ReadingShell {...shell} keep={printRests({ ...asked, page: 1 })}>
      <SourcePage
        {...{ weight, page, asked, deals, view, today, past, actor }}
        query={printView(view, today)}
      />
    </ReadingShell>
  );
}
