import type { Metadata } from "next";
import { openView } from "@/app/opened";
import { ReadingShell } from "@/app/reading-shell";
import { SourcesPage } from "@/components/sources/sources-page";
import { sourceList } from "@/data/read/source-list";
import { may } from "@/domain/permissions";
import { sourcesPath } from "@/formats/paths";
import { printSourceQuery, readSourceQuery } from "@/formats/source-query";
import type { Params } from "@/formats/view";
import { recall } from "@/server/recall";

export const metadata: Metadata = { title: "Sources" };

export default async function Page({ searchParams }: { searchParams: Promise<Params> }) {
  const opened = await openView(searchParams);
  const asked = readSourceQuery(opened.params);
  const list = await recall(sourceList, { view: opened.view, ...asked });
  return (
    <ReadingShell
      opened={opened}
      at="sources"
      path={sourcesPath()}
      keep={printSourceQuery({ ...asked, page: 1 })}
    >
      <SourcesPage
        list={list}
        asked={asked}
        view={opened.query}
        past={opened.reading.past}
        mayEdit={may(opened.actor, "edit-entity") && !opened.reading.past}
      />
    </ReadingShell>
  );
}
