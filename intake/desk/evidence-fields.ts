import type { ProposedChange, ProposedDate } from "@/intake/proposal";
import type { Standing } from "./standing";

/** The fields of a proposal that say how the article knows. */
export function evidenceFields({ evidence }: ProposedChange): Record<string, string> {
  return { attribution: evidence.attribution, speaker: evidence.speaker ?? "", quote: evidence.quote ?? "" };
}

/** On which of the cited reports it rests. */
export function restsOf({ evidence }: ProposedChange, publishers: readonly string[]): string[] {
  const rows = evidence.upstream.map((name) => publishers.indexOf(name)).filter((row) => row >= 0);
  if (rows.length > 0) return rows.map(String);
  return evidence.retold ? ["not-named"] : [];
}

/** What the date came from, for the editor. */
export function dateSays(date: ProposedDate, what: string): string {
  if (date.words) return `${what} from “${date.words}”, counted from the day of publication.`;
  return date.edtf.startsWith("../")
    ? "The text gives no date: it was so by the day of publication."
    : "The day is that of the report. What happened may be older.";
}

/** Said of what rests on this very article already. */
export const ALREADY = "This article is among its evidence already.";

/** Whether the article, as the record has it, is among some sources. */
export const isOnRecord = ({ articles }: Standing, sources: readonly string[]): boolean =>
  articles[0] !== undefined && sources.includes(articles[0].slug);

/** Part of a key: what stands in an address. */
export const keyPart = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);
