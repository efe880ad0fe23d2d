import type { Metadata } from "next";
import { redirectMerged } from "@/app/kept";
import { NotOnRecord } from "@/app/not-on-record";
import { once } from "@/app/once";
import { DevicePage } from "@/components/device/device-page";
import { stepsAround } from "@/components/device/steps";
import { Shell } from "@/components/shell/shell";
import { devicePath } from "@/formats/paths";
import { readPage } from "@/formats/source-query";
import { type Params, printView } from "@/formats/view";
import { now } from "@/server/clock";
import { requireActor } from "@/server/session";
import { loadDevice } from "./load";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Params> };

/** Name and page come from one read of the request. */
const load = once(({ slug }: { slug: string }, query) => loadDevice(slug, query, now()));

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props))?.history.device.name ?? "Not found" };
}

export default async function Page(props: Props) {
  const actor = await requireActor("read");
  const { slug } = await props.params;
  const found = await load(props);
  if (!found) {
    await redirectMerged("device", slug, await props.searchParams, devicePath);
    return <NotOnRecord kind="device" slug={slug} actor={actor} />;
  }
  const { today, reading, history, page } = found;
  const params = await props.searchParams;
  const { claim } = params;
  const asked = (name: string) => (params[name] === undefined ? null : readPage(params, name));
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
      events={stepsAround(history.lanes, view.on, today)}
    >
      <DevicePage
        history={history}
        view={view}
        today={today}
        past={past}
        actor={actor}
        query={printView(view, today)}
        selected={selected}
        pages={{ list: asked("list"), sources: asked("sources") }}
        page={page}
      />
    </Shell>
  );
}
