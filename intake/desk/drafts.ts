import type { ProposedChange, Reading } from "@/intake/proposal";
import type { Desk, Draft, UpstreamDraft } from "./draft";
import { brandDrafts } from "./draft-brand";
import { listingDraft } from "./draft-listing";
import { statementDraft } from "./draft-statement";
import { statusDraft } from "./draft-status";
import type { KnownSource, Standing } from "./standing";

/** Puts a reading on the desk: each proposal beside what the record has of it. */
export function deskOf(reading: Reading, standing: Standing, url: string | null): Desk {
  const published = reading.source.published ?? "";
  const upstream = reading.upstream.map((cited) => upstreamDraft(cited, published, standing.upstream));
  const publishers = upstream.map(({ publisher }) => publisher);
  const drafts: Draft[] = [];
  for (const change of reading.changes) drafts.push(...draftsOf(change, standing, publishers, reading));
  drafts.push(...reading.statements.map((statement) => statementDraft(statement, published, standing)));
  return {
    source: {
      publisher: reading.source.publisher ?? "",
      title: reading.source.title ?? "",
      author: reading.source.author ?? "",
      published,
      url: url ?? "",
    },
    known: standing.articles[0] ?? null,
    upstream,
    drafts: [...new Map(drafts.map((draft) => [draft.key, draft])).values()],
    notRead: reading.notRead,
  };
}

function draftsOf(
  change: ProposedChange,
  standing: Standing,
  publishers: readonly string[],
  reading: Reading,
): Draft[] {
  if (change.device.kind === "brand") return brandDrafts(change, standing, publishers, reading);
  const draft = change.seller.kind === "carrier" ? statusDraft : listingDraft;
  return [draft(change, standing, publishers)];
}

/** An upstream report: the source of that publisher nearest before publication, if the record has one. */
function upstreamDraft(
  cited: Reading["upstream"][number],
  published: string,
  known: readonly KnownSource[],
): UpstreamDraft {
  const candidates = known.filter((source) => source.publisher === cited.publisher).slice(0, 5);
  return {
    publisher: cited.publisher,
    // When it came out the text often does not say: by the day of the article that cites it.
    published: cited.published?.edtf ?? (published === "" ? "" : `../${published}`),
    candidates,
  };
}
