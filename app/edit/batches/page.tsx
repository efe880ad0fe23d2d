import type { Metadata } from "next";
import { EditPage } from "@/components/forms/edit-page";
import { BatchList } from "@/components/review/batch-list";
import { Empty } from "@/components/ui/empty";
import { Pager } from "@/components/ui/pager";
import { BATCH_PAGE, batches } from "@/data/read/batches";
import { pageNumber } from "@/formats/page-number";
import { batchesPath } from "@/formats/paths";
import type { Params } from "@/formats/view";
import { today } from "@/server/clock";
import { db } from "@/server/db";
import { requireActor } from "@/server/session";

export const metadata: Metadata = { title: "Batches" };

export default async function BatchesPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("record-claim", batchesPath());
  const { page: asked, saved } = await searchParams;
  const page = pageNumber(asked);
  const { rows, total } = await batches(db(), page);
  return (
    <EditPage
      title="Batches"
      actor={actor}
      today={today()}
      saved={saved}
      lead="What was sent together: an article, a file, a bulk edit, an accepted proposal. Each can be undone as a whole."
    >
      {rows.length === 0 ? (
        <Empty>Nothing has been sent together so far, or this page is beyond the last one.</Empty>
      ) : (
        <BatchList rows={rows} />
      )}
      <Pager path={batchesPath()} query={null} page={page} pages={Math.ceil(total / BATCH_PAGE)} />
    </EditPage>
  );
}
