import type { Metadata } from "next";
import { openList } from "@/app/opened";
import { ReadingShell } from "@/app/reading-shell";
import { ManufacturersPage } from "@/components/lists/manufacturers-page";
import { NewLink } from "@/components/lists/new-link";
import { counted } from "@/components/timeline/words";
import { PageHead } from "@/components/ui/page-head";
import { listOptions } from "@/data/read/list-options";
import { manufacturerList } from "@/data/read/manufacturer-list";
import { MANUFACTURER_LIST } from "@/formats/lists";
import { manufacturersPath } from "@/formats/paths";
import type { Params } from "@/formats/view";
import { recall } from "@/server/recall";

export const metadata: Metadata = { title: "Manufacturers" };

export default async function Page({ searchParams }: { searchParams: Promise<Params> }) {
  const opened = await openList(MANUFACTURER_LIST, searchParams);
  const { asked, view, query } = opened;
  const [list, options] = await Promise.all([
    recall(manufacturerList, { ...asked, view }),
    recall(listOptions),
  ]);
  return (
    <ReadingShell opened={opened} at="manufacturers" path={manufacturersPath()} keep={asked.keep}>
      <PageHead
        title="Manufacturers"
        lead={
          <>
            <b>{counted(list.total, "manufacturer")}</b> from{" "}
            {counted(list.countries, "country", "countries")}. How far their devices reach is counted for the
            day above.
          </>
        }
        actions={
          <NewLink kind="manufacturers" word="manufacturer" actor={opened.actor} past={opened.reading.past} />
        }
      />
      <ManufacturersPage list={list} reading={asked} options={options} query={query} />
    </ReadingShell>
  );
}
