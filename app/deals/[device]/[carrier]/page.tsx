import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { commentAction } from "@/app/edit/comments/actions";
import { redirectMerged } from "@/app/kept";
import { NotOnRecord } from "@/app/not-on-record";
import { once } from "@/app/once";
import { DealPage } from "@/components/deal/deal-page";
import { stepsAround } from "@/components/device/steps";
import { Shell } from "@/components/shell/shell";
import { commentsOfDeal, peopleToMention } from "@/data/read/comments";
import { may } from "@/domain/permissions";
import { dealPath } from "@/formats/paths";
import { type Params, printView } from "@/formats/view";
import { now } from "@/server/clock";
import { db } from "@/server/db";
import { requireActor } from "@/server/session";
import { loadDeal } from "./load";

type Props = { params: Promise<{ device: string; carrier: string }>; searchParams: Promise<Params> };

/** Title and page come from one read of the request. */
const load = once((pair: { device: string; carrier: string }, query) => loadDeal(pair, query, now()));

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { device, carrier } = await load(props);
  return { title: device && carrier ? `${device.name} at ${carrier.name}` : "Not found" };
}

export default async function Page(props: Props) {
  const actor = await requireActor("read");
  const { today, reading, device, carrier, history, page } = await load(props);
  const slugs = await props.params;
  if (!device || !carrier) {
    const query = await props.searchParams;
    const { device: d, carrier: c } = slugs;
    if (!device) await redirectMerged("device", d, query, (kept, q) => dealPath(kept, c, q));
    if (!carrier) await redirectMerged("carrier", c, query, (kept, q) => dealPath(d, kept, q));
  }
  if (!device) return <NotOnRecord kind="device" slug={slugs.device} actor={actor} />;
  if (!carrier) return <NotOnRecord kind="carrier" slug={slugs.carrier} actor={actor} />;
  const { view, past } = reading;
  const self = actor.kind === "user" && may(actor, "propose") && !past ? actor.id : null;
  const talk = self !== null && {
    said: await commentsOfDeal(db(), { device: device.id, carrier: carrier.id }),
    people: await peopleToMention(db(), self),
    command: randomUUID(),
    action: commentAction,
  };
  return (
    <Shell
      at="devices"
      actor={actor}
      path={dealPath(device.slug, carrier.slug)}
      today={today}
      reading={reading}
      events={stepsAround(history?.lanes ?? [], view.on, today)}
    >
      <DealPage
        device={device}
        carrier={carrier}
        history={history}
        view={view}
        today={today}
        past={past}
        actor={actor}
        talk={talk || null}
        query={printView(view, today)}
        page={page}
      />
    </Shell>
  );
}
