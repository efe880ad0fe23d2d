import { ATTENTION_KINDS } from "@/domain/attention";
import { days, listSpec, oneOf, type ReadingOf, slug } from "./list-query";

/** From so many days on, one anonymous origin is old, where the address says nothing. */
export const ANONYMOUS_DAYS = 30;

/** What needs attention: which list, whose, and from when on an anonymous origin is old. */
export const ATTENTION_LIST = listSpec({
  fields: { kind: oneOf(ATTENTION_KINDS, "a list of this page"), manufacturer: slug, carrier: slug, days },
  sorts: [{ key: "day", desc: false }],
});
export type AttentionReading = ReadingOf<typeof ATTENTION_LIST>;
export type AttentionFilter = Pick<AttentionReading["filter"], "manufacturer" | "carrier" | "days">;
