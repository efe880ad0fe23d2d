import type { Metadata } from "next";
import { Shell } from "@/components/shell/shell";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { SaveViewForm } from "@/components/views/save-view-form";
import { ViewList } from "@/components/views/view-list";
import { savedViews } from "@/data/read/saved-views";
import { nextPath } from "@/formats/next-path";
import { viewsPath } from "@/formats/paths";
import type { Params } from "@/formats/view";
import { today } from "@/server/clock";
import { db } from "@/server/db";
import { requireActor } from "@/server/session";
import { forgetViewAction, saveViewAction, shareViewAction } from "./actions";

export const metadata: Metadata = { title: "Kept views" };

export default async function ViewsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const { address } = await searchParams;
  const came = typeof address === "string" && nextPath(address) === address ? address : "";
  const actor = await requireActor("keep-own", viewsPath({ address: came }));
  if (actor.kind !== "user") throw new Error("Only a person keeps views.");
  const { own, shared } = await savedViews(db(), actor.id);
  return (
    <Shell at="account" actor={actor} path={viewsPath()} today={today()} reading={null}>
      <PageHead
        title="Kept views"
        lead="A view is an address with its days, filters and sorting. It shows the record as it reads when it is opened, unless the address names an instant of the record."
      />
      <div className="wrap">
        {came !== "" && (
          <Section id="keep" title="Keep this view">
            <SaveViewForm action={saveViewAction} address={came} />
          </Section>
        )}
        <Section id="own" title="Yours" count={own.length}>
          {own.length === 0 ? (
            <Empty>
              You keep none yet. Open a page, set its days and filters, and choose “Keep this view” above it.
            </Empty>
          ) : (
            <ViewList views={own} share={shareViewAction} forget={forgetViewAction} />
          )}
        </Section>
        {shared.length > 0 && (
          <Section id="shared" title="The team’s" count={shared.length}>
            <ViewList views={shared} />
          </Section>
        )}
      </div>
    </Shell>
  );
}
