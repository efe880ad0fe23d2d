import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { EditPage } from "@/components/forms/edit-page";
import { LinkField } from "@/components/forms/link-field";
import { counted } from "@/components/timeline/words";
import { knownLink } from "@/data/read/known-link";
import { settings } from "@/data/read/settings";
import { urlProblem } from "@/domain/names";
import {
  editEntityPath,
  intakePath,
  linkPath,
  newPath,
  recordPath,
  sourcePath,
  withQuery,
} from "@/formats/paths";
import type { Params } from "@/formats/view";
import { today } from "@/server/clock";
import { db } from "@/server/db";
import { requireActor } from "@/server/session";

export const metadata: Metadata = { title: "An article by its link" };

/**
 * A pasted address: a known source; or the form of a new one, filled in with what the address says; or, where the admin lets
 * editors fetch, the intake with its button for that. Goes nowhere to look by itself.
 */
export default async function LinkPage({ searchParams }: { searchParams: Promise<Params> }) {
  const { url } = await searchParams;
  const address = typeof url === "string" ? url.trim() : "";
  const actor = await requireActor("record-claim", linkPath(address.slice(0, 2_000)));
  const problem = address === "" ? null : urlProblem(address);
  const found = address === "" || problem ? null : await knownLink(db(), address);
  if (found && !found.known) {
    const { url, publisher, published } = found.values;
    const fetches = (await settings(db())).has("fetch-pages");
    redirect(fetches ? intakePath({ url, publisher, published }) : newPath("sources", found.values));
  }
  return (
    <EditPage
      title="An article by its link"
      actor={actor}
      today={today()}
      lead={
        found && (
          <>
            <b>This article is on record.</b> {counted(found.claims, "piece")} of evidence{" "}
            {found.claims === 1 ? "names" : "name"} it.
          </>
        )
      }
    >
      {found && (
        <>
          <p className="headline">
            <Link prefetch={false} href={sourcePath(found.slug)}>
              {found.name}
            </Link>
          </p>
          <p className="btns actions">
            <Link className="btn p" prefetch={false} href={withQuery(recordPath(), { source: found.slug })}>
              Record a change on its word
            </Link>
            <Link className="btn" prefetch={false} href={editEntityPath("sources", found.slug)}>
              Edit the source
            </Link>
          </p>
        </>
      )}
      <LinkField value={address.slice(0, 2_000)} problem={problem} />
    </EditPage>
  );
}
