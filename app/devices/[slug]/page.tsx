import type { Metadata } from "next";
import { redirectMerged } from "@/app/kept";
import { once } from "@/app/once";
import { DevicePage } from "@/components/device/device-page";
import { stepsAround } from "@/components/device/steps";
import { Shell } from "@/components/shell/shell";
import { Unknown } from "@/components/ui/unknown";
import { nearNames } from "@/data/read/near-names";
import type { Day } from "@/domain/edtf";
import type { Actor } from "@/domain/permissions";
import { devicePath } from "@/formats/paths";
import { readPage } from "@/formats/source-query";
import { type Params, printView } from "@/formats/view";
import { now, today as todayNow } from "@/server/clock";
import { db } from "@/server/db";
import { note } from "@/server/request-context";
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
    return <NoDevice slug={slug} actor={actor} today={todayNow()} />;
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

/** With near names, and without script; a thrown notFound() would leave an empty page there. */
async function NoDevice({ slug, actor, today }: { slug: string; actor: Actor; today: Day }) {
  const near = await nearNames(db(), "device", slug);
  note({ status: 404 });
  return (
    <Shell at="devices" actor={actor} path={devicePath(slug)} today={today} reading={null}>
      <Unknown
        kind="device"
        slug={slug}
        near={near.map(({ name, slug: other }) => ({ name, href: devicePath(other) }))}
      />
    </Shell>
  );
}
