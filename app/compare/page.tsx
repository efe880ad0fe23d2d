import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { redirectMergedFilters } from "@/app/kept";
import { ComparePage } from "@/components/compare/compare-page";
import { Shell } from "@/components/shell/shell";
import { eventsAround } from "@/data/read/events-around";
import { candidates } from "@/data/read/resolve";
import { printCompare, readCompare } from "@/formats/compare-query";
import { comparePath, merged } from "@/formats/paths";
import { type Params, printView, readView } from "@/formats/view";
import { now } from "@/server/clock";
import { db } from "@/server/db";
import { recall } from "@/server/recall";
import { requireActor } from "@/server/session";
import { loadCompared } from "./load";

export const metadata: Metadata = { title: "Compare" };

const KIND = { devices: "device", carriers: "carrier", manufacturers: "manufacturer" } as const;

export default async function Page({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("read");
  const at = now();
  const today = at.slice(0, 10);
  const params = await searchParams;
  const reading = readView(params, at);
  const asked = readCompare(params);
  const { view } = reading;
  const query = printView(view, today);
  const offers = asked.add === "" ? [] : await candidates(db(), KIND[asked.by], asked.add);
  const only = offers[0];
  if (only && offers.length === 1 && !asked.slugs.includes(only.slug))
    redirect(
      comparePath(merged(query, printCompare({ ...asked, page: 1, slugs: [...asked.slugs, only.slug] }))),
    );
  const compared = await loadCompared(asked, view, at);
  const subjects = compared.deals?.subjects ?? compared.makers?.subjects ?? [];
  if (subjects.length < asked.slugs.length) await redirectMergedFilters(params, comparePath);
  return (
    <Shell
      at="compare"
      actor={actor}
      path={comparePath()}
      today={today}
      reading={reading}
      events={await recall(eventsAround, reading.view, today)}
      keep={printCompare(asked)}
    >
      <ComparePage {...{ asked, offers, view, today, query }} {...compared} />
    </Shell>
  );
}
