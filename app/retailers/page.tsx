import type { Metadata } from "next";
import { openList } from "@/app/opened";
import { ReadingShell } from "@/app/reading-shell";
import { NewLink } from "@/components/lists/new-link";
import { RetailersPage } from "@/components/lists/retailers-page";
import { counted } from "@/components/timeline/words";
import { PageHead } from "@/components/ui/page-head";
import { retailerList } from "@/data/read/retailer-list";
import { RETAILER_LIST } from "@/formats/lists";
import { retailersPath } from "@/formats/paths";
import type { Params } from "@/formats/view";
import { recall } from "@/server/recall";

export const metadata: Metadata = { title: "Retailers" };

export default async function Page({ searchParams }: { searchParams: Promise<Params> }) {
  const opened = await openList(RETAILER_LIST, searchParams);
  const { asked, view, query } = opened;
  const list = await recall(retailerList, { ...asked, view });
  return (
    <ReadingShell opened={opened} at="retailers" path={retailersPath()} keep={asked.keep}>
      <PageHead
        title="Retailers"
        lead={
          <>
            <b>{counted(list.total, "retailer")}</b> that sell devices unlocked: shops, resellers and
            manufacturers’ own stores.
          </>
        }
        actions={<NewLink kind="retailers" word="retailer" actor={opened.actor} past={opened.reading.past} />}
      />
      <RetailersPage list={list} reading={asked} query={query} />
    </ReadingShell>
  );
}
