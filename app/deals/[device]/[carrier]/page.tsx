import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { commentAction } from "@/app/edit/comments/actions";
import { redirectMerged } from "@/app/kept";
import { once } from "@/app/once";
import { DealPage } from "@/components/deal/deal-page";
import { stepsAround } from "@/components/device/steps";
import { Shell } from "@/components/shell/shell";
import { Unknown } from "@/components/ui/unknown";
import { commentsOfDeal, peopleToMention } from "@/data/read/comments";
import { nearNames } from "@/data/read/near-names";
import type { Day } from "@/domain/edtf";
import { type Actor, may } from "@/domain/permissions";
import { carrierPath, dealPath, devicePath } from "@/formats/paths";
import { type Params, printView } from "@/formats/view";
import { now } from "@/server/clock";
import { db } from "@/server/db";
import { note } from "@/server/request-context";
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
  if (!device) return <Missing kind="device" slug={slugs.device} actor={actor} today={today} />;
  if (!carrier) return <Missing kind="carrier" slug={slugs.carrier} actor={actor} today={today} />;
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

type MissingProps = { kind: "device" | "carrier"; slug: string; actor: Actor; today: Day };

async function Missing({ kind, slug, actor, today }: MissingProps) {
  const near = await nearNames(db(), kind, slug);
  const pathOf = kind === "device" ? devicePath : carrierPath;
  note({ status: 404 });
  return (
    <Shell at="devices" actor={actor} path={pathOf(slug)} today={today} reading={null}>
      <Unknown kind={kind} slug={slug} near={near.map((n) => ({ name: n.name, href: pathOf(n.slug) }))} />
    </Shell>
  );
}
