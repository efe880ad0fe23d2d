import type { Metadata } from "next";
import { SmallForm } from "@/components/people/small-form";
import { Shell } from "@/components/shell/shell";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { WatchList } from "@/components/watches/watch-list";
import { logOf } from "@/data/read/record-log";
import { watches } from "@/data/read/watches";
import { isWatchKind, watchesPath } from "@/formats/paths";
import type { Params } from "@/formats/view";
import { today } from "@/server/clock";
import { db } from "@/server/db";
import { requireActor } from "@/server/session";
import { forgetAction, seenAction, watchAction } from "./actions";

export const metadata: Metadata = { title: "What you watch" };

export default async function WatchesPage({ searchParams }: { searchParams: Promise<Params> }) {
  const { of } = await searchParams;
  const asked = typeof of === "string" ? of.slice(0, 300) : "";
  const actor = await requireActor("keep-own", watchesPath(asked || undefined));
  if (actor.kind !== "user") throw new Error("Only a person watches.");
  const [kind = "", ...slugs] = asked.split("/");
  const [watched, wanted] = await Promise.all([
    watches(db(), actor.id),
    isWatchKind(kind) ? logOf(db(), kind, slugs) : null,
  ]);
  const changed = watched.filter((w) => w.count > 0).length;
  const latest = watched
    .flatMap((w) => w.news)
    .map((n) => n.at)
    .sort()
    .at(-1);
  return (
    <Shell at="account" actor={actor} path={watchesPath()} today={today()} reading={null}>
      <PageHead
        title="What you watch"
        lead={
          changed === 0 ? (
            "Nothing changed since you last looked."
          ) : (
            <>
              <b>{changed === 1 ? "One of them" : `${changed} of them`} changed</b> since you last looked.
            </>
          )
        }
        actions={
          latest && <SmallForm action={seenAction} values={{ until: latest }} button="Mark all as seen" />
        }
      />
      <div className="wrap">
        {asked !== "" && (
          <Section
            id="watch"
            title={wanted ? `Watch ${wanted.name}?` : "Nothing of this address is on record"}
          >
            {wanted && (
              <>
                <p className="dim">
                  You will see here what is recorded, corrected or retracted about it, and when a source under
                  it is edited or taken back.
                </p>
                <div className="gap">
                  <SmallForm action={watchAction} values={{ of: asked }} button="Watch it" />
                </div>
              </>
            )}
          </Section>
        )}
        <Section id="watched" title="Watched" count={watched.length}>
          {watched.length === 0 ? (
            <Empty>
              You watch nothing yet. Choose “Watch” on the page of a device, a carrier, a maker, a source or a
              deal.
            </Empty>
          ) : (
            <WatchList watched={watched} forget={forgetAction} />
          )}
        </Section>
      </div>
    </Shell>
  );
}
