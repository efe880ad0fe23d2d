import type { Db } from "@/data/db";
import { addressIn } from "@/domain/search-asks";
import type { Forgiven } from "@/domain/search-hits";
import { readSearch } from "@/domain/search-words";
import { isFiltered } from "@/formats/search-query";
import type { SearchFor } from "./search";
import { searchForgiving } from "./search-forgiving";
import { sourceAtAddress } from "./source-at-address";

type Asked = Omit<SearchFor, "words"> & {
  /** As it was typed; holds at least one word. */
  readonly text: string;
};

/** A search for what was typed: the source at an address, if it is one that is known; else by its words. */
export async function searchAnything(db: Db, { text, ...asked }: Asked): Promise<Forgiven> {
  const words = readSearch(text);
  const address = isFiltered(asked.filter) ? null : addressIn(text);
  const hit = address && (await sourceAtAddress(db, asked.view, address));
  if (!hit) return searchForgiving(db, { ...asked, words });
  const wanted = asked.kind === null || asked.kind === "source";
  return {
    groups: wanted ? [{ kind: "source", total: 1, more: false, hits: [hit] }] : [],
    totals: { source: 1 },
    words,
    meant: null,
    suggestions: [],
  };
}
