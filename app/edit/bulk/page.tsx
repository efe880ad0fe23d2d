import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { BulkForm } from "@/components/bulk/bulk-form";
import { EditPage } from "@/components/forms/edit-page";
import { filterWords } from "@/components/lists/deal-words";
import { Empty } from "@/components/ui/empty";
import { bulkRows } from "@/data/read/bulk-rows";
import { MOST_AT_ONCE } from "@/formats/bulk";
import { SPECS } from "@/formats/edit-specs";
import { freshEdit } from "@/formats/edit-state";
import { readList } from "@/formats/list-query";
import { DEAL_LIST } from "@/formats/lists";
import { bulkPath, dealsPath, matrixPath } from "@/formats/paths";
import { type Params, readView } from "@/formats/view";
import { now } from "@/server/clock";
import { db } from "@/server/db";
import { requireActor } from "@/server/session";
import { bulkAction } from "./actions";

export const metadata: Metadata = { title: "One change for many deals" };

/** What all deals share is asked once; which deals they are stands in the address. */
const SPECS_OF_ALL = SPECS["record-status"].filter((s) => s.name !== "device" && s.name !== "carrier");

export default async function BulkPage({ searchParams }: { searchParams: Promise<Params> }) {
  const { filter, sort, keep, problems } = readList(DEAL_LIST, await searchParams);
  const actor = await requireActor("record-claim", bulkPath(keep));
  const at = now();
  const { view } = readView({}, at);
  const words = filterWords(filter, (_, slug) => slug);
  const { rows, total } = words.length > 0 ? await bulkRows(db(), { view, filter, sort }) : NOTHING;
  return (
    <EditPage
      title="One change for many deals"
      actor={actor}
      today={view.on}
      lead={
        words.length > 0 && (
          <>
            <b>
              {total} {total === 1 ? "deal" : "deals"}:
            </b>{" "}
            {words.map((w) => w.words).join(", ")}.{" "}
            <Link prefetch={false} href={dealsPath(keep)}>
              Choose others
            </Link>
          </>
        )
      }
    >
      {problems.map(({ param, message }) => (
        <p key={param} className="error" role="alert">
          {message}
        </p>
      ))}
      {total > MOST_AT_ONCE && (
        <p className="warn">
          At most {MOST_AT_ONCE} deals are changed at once. These are the first of {total}; narrow the filter
          to reach the others.
        </p>
      )}
      {rows.length === 0 ? (
        <Empty>
          {words.length > 0 ? "No deal matches all of this." : "Say first which deals are meant."} Narrow{" "}
          <Link prefetch={false} href={dealsPath(keep)}>
            the list of deals
          </Link>{" "}
          or{" "}
          <Link prefetch={false} href={matrixPath()}>
            the matrix
          </Link>
          , and choose “One change for all of these” there.
        </Empty>
      ) : (
        <BulkForm
          rows={rows}
          specs={SPECS_OF_ALL}
          start={{ ...freshEdit(), ticked: null, previews: {} }}
          action={bulkAction}
          command={randomUUID()}
        />
      )}
    </EditPage>
  );
}

const NOTHING = { rows: [], total: 0 } as const;
