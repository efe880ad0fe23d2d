import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { DealPage } from "@/components/deal/deal-page";
import { stepsAround } from "@/components/device/steps";
import { Shell } from "@/components/shell/shell";
import { dealHistory } from "@/data/read/deal-history";
import { dealPath } from "@/formats/paths";
import { type Params, printView, readView } from "@/formats/view";
import { now } from "@/server/clock";
import { db } from "@/server/db";
import { env } from "@/server/env";
import { requireActor } from "@/server/session";

type Props = { params: Promise<{ device: string; carrier: string }>; searchParams: Promise<Params> };

/** Title and page come from one read of the request. */
const load = cache(async ({ params, searchParams }: Props) => {
  const at = now();
  const reading = readView(await searchParams, at);
  return { at, reading, ...(await dealHistory(db(), await params, reading.view)) };
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { device, carrier } = await load(props);
  return { title: device && carrier ? `${device.name} at ${carrier.name}` : "Not found" };
}

export default async function Page(props: Props) {
  const actor = await requireActor("read");
  const { at, reading, device, carrier, history } = await load(props);
  if (!device || !carrier) notFound();
  const today = at.slice(0, 10);
  const { view, past } = reading;
  return (
    <Shell
      at="devices"
      actor={actor}
      path={dealPath(device.slug, carrier.slug)}
      today={today}
      reading={reading}
      {...stepsAround(history?.lanes ?? [], view.on, today)}
    >
      <DealPage
        device={device}
        carrier={carrier}
        history={history}
        view={view}
        today={today}
        past={past}
        actor={actor}
        query={printView(view, today)}
        base={(env().BASE_URL ?? "").replace(/\/$/, "")}
      />
    </Shell>
  );
}
