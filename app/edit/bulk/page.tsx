import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { BulkForm } from "@/components/bulk/bulk-form";
import { EditPage } from "@/components/forms/edit-page";
import { Empty } from "@/components/ui/empty";
import { MOST_AT_ONCE } from "@/formats/bulk";
import { SPECS } from "@/formats/edit-specs";
import { freshEdit } from "@/formats/edit-state";
import { bulkPath, dealsPath, matrixPath } from "@/formats/paths";
import { type Params, readView } from "@/formats/view";
import { now } from "@/server/clock";
import { requireActor } from "@/server/session";
import { bulkAction } from "./actions";
import { meantDeals } from "./meant";

export const metadata: Metadata = { title: "One change for many deals" };

/** What all deals share is asked once; which deals they are stands in the address. */
const SPECS_OF_ALL = SPECS["record-status"].filter((s) => s.name !== "device" && s.name !== "carrier");

export default async function BulkPage({ searchParams }: { searchParams: Promise<Params> }) {
  const params = await searchParams;
  const actor = await requireActor("record-claim", bulkPath(textsOf(params)));
  const at = now();
  const { view } = readView({}, at);
  const { rows, total, missing, words, backHref, problems } = await meantDeals(params, actor, view);
  return (
    <EditPage
      title="One change for many deals"
      actor={actor}
      today={view.on}
      lead={
        words && (
          <>
            <b>
              {total} {total === 1 ? "deal" : "deals"}
              {words.startsWith("as ") ? "," : ":"}
            </b>{" "}
            {words}.{" "}
            <Link prefetch={false} href={backHref}>
              Choose others
            </Link>
          </>
        )
      }
    >
      {problems.map((message) => (
        <p key={message} className="error" role="alert">
          {message}
        </p>
      ))}
      {missing > 0 && (
        <p className="warn">
          {missing} of them {missing === 1 ? "is" : "are"} not on record under that name any more, and left
          out.
        </p>
      )}
      {total > MOST_AT_ONCE && (
        <p className="warn">
          At most {MOST_AT_ONCE} deals are changed at once. These are the first of {total}; choose fewer to
          reach the others.
        </p>
      )}
      {rows.length === 0 ? (
        <Empty>
          {words ? "No deal matches all of this." : "Say first which deals are meant."} Tick them in{" "}
          <Link prefetch={false} href={matrixPath({ choose: "1" })}>
            the matrix
          </Link>{" "}
          or in{" "}
          <Link prefetch={false} href={words ? backHref : dealsPath({ choose: "1" })}>
            the list of deals
          </Link>
          .
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

/** What to come back with after signing in. */
const textsOf = (params: Params): Record<string, string> =>
  Object.fromEntries(
    Object.entries(params).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
