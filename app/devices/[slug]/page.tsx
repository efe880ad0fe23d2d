import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { DevicePage } from "@/components/device/device-page";
import { stepsAround } from "@/components/device/steps";
import { Shell } from "@/components/shell/shell";
import { deviceHistory } from "@/data/read/device-history";
import { devicePath } from "@/formats/paths";
import { type Params, printView, readView } from "@/formats/view";
import { now } from "@/server/clock";
import { db } from "@/server/db";
import { env } from "@/server/env";
import { requireActor } from "@/server/session";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Params> };

/** Name and page come from one read of the request. */
const load = cache(async ({ params, searchParams }: Props) => {
  const at = now();
  const reading = readView(await searchParams, at);
  const { slug } = await params;
  return { at, reading, slug, history: await deviceHistory(db(), slug, reading.view) };
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { history } = await load(props);
  return { title: history?.device.name ?? "Not found" };
}

export default async function Page(props: Props) {
  const actor = await requireActor("read");
  const { at, reading, slug, history } = await load(props);
  if (!history) notFound();
  const today = at.slice(0, 10);
  const { claim } = await props.searchParams;
  const selected = typeof claim === "string" && claim !== "" ? claim : null;
  const { view, past } = reading;
  return (
    <Shell
      at="devices"
      actor={actor}
      path={devicePath(slug)}
      today={today}
      reading={reading}
      keep={selected ? { claim: selected } : {}}
      {...stepsAround(history.lanes, view.on, today)}
    >
      <DevicePage
        history={history}
        view={view}
        today={today}
        past={past}
        actor={actor}
        query={printView(view, today)}
        selected={selected}
        base={(env().BASE_URL ?? "").replace(/\/$/, "")}
      />
    </Shell>
  );
}
