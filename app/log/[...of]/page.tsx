import type { Metadata } from "next";
import Link from "next/link";
import { nothingHere } from "@/app/gate";
import { redirectMerged } from "@/app/kept";
import { once } from "@/app/once";
import { LogTable } from "@/components/log/log-table";
import { Shell } from "@/components/shell/shell";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { logOf, recordLog } from "@/data/read/record-log";
import { may } from "@/domain/permissions";
import { MERGED_KINDS } from "@/domain/status";
import { isId } from "@/formats/id";
import { dealPath, type LogKind, logPath, withQuery } from "@/formats/paths";
import type { Params } from "@/formats/view";
import { today } from "@/server/clock";
import { db } from "@/server/db";
import { requireActor } from "@/server/session";

type Props = { params: Promise<{ of: string[] }>; searchParams: Promise<Params> };

const KINDS: readonly LogKind[] = [
  "devices",
  "carriers",
  "manufacturers",
  "retailers",
  "sources",
  "policy",
  "deals",
  "people",
];
const isKind = (text: string): text is LogKind => KINDS.some((kind) => kind === text);

const load = once(async ({ of: [kind = "", ...slugs] }: { of: string[] }) => {
  const wanted = kind === "deals" ? 2 : 1;
  if (!isKind(kind) || slugs.length !== wanted || (kind === "people" && !isId(slugs[0] ?? ""))) return null;
  return logOf(
    db(),
    kind,
    slugs.map((s) => s.slice(0, 100)),
  );
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await load(props);
  return { title: found ? `Log: ${found.name}` : "Not found" };
}

export default async function LogPage(props: Props) {
  const { of: path } = await props.params;
  const [kind = "", slug = "", carrier = ""] = path;
  const query = await props.searchParams;
  const here = `/log/${path.map(encodeURIComponent).join("/")}`;
  const actor = await requireActor("see-recorder", here);
  const found = await load(props);
  if (!found) {
    const merged = MERGED_KINDS.find((one) => `${one}s` === kind);
    if (merged) await redirectMerged(merged, slug, query, (to) => logPath(kind as LogKind, to));
    return nothingHere();
  }
  const from = Number(/^\d{1,15}$/.exec(String(query.before ?? ""))?.[0] ?? 0) || null;
  const { entries, older } = await recordLog(db(), found.of, from);
  const ofPerson = kind === "people";
  const its = kind === "deals" ? dealPath(slug, carrier) : `/${kind}/${encodeURIComponent(slug)}`;
  const last = entries.at(-1);
  return (
    <Shell at={null} actor={actor} path={here} today={today()} reading={null}>
      <PageHead
        title={`Log: ${found.name}`}
        crumbs={ofPerson ? [] : [{ word: found.name, href: its }]}
        lead={
          ofPerson
            ? "Everything that this person recorded, corrected, retracted or edited, newest first."
            : "What was done to this record, by whom, and how it read before, newest first. Nothing of it can be changed."
        }
      />
      <div className="wrap">
        {entries.length === 0 ? (
          <Empty>{from === null ? "Nothing was done yet." : "Nothing was done before that."}</Empty>
        ) : (
          <LogTable entries={entries} ofPerson={ofPerson} mayUndo={may(actor, "record-claim")} />
        )}
        {(older || from !== null) && (
          <nav className="pager" aria-label="Pages">
            {from !== null && (
              <Link className="btn" prefetch={false} href={here}>
                Newest
              </Link>
            )}
            {older && last && (
              <Link className="btn" prefetch={false} href={withQuery(here, { before: last.seq })} rel="next">
                Older
              </Link>
            )}
          </nav>
        )}
      </div>
    </Shell>
  );
}
