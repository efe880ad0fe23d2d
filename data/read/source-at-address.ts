import type { Db } from "@/data/db";
import type { View } from "@/domain/claims";
import { urlKey } from "@/domain/names";
import type { SearchHit } from "@/domain/search-hits";
import { type HitRow, toHit } from "./search-rows";
import { published, recorded } from "./search-texts";

const NO_WORDS = { words: [], whole: "" };

/** The source at a web address, however that is spelled, as a hit; null: none is recorded and published under the view. One query. */
export async function sourceAtAddress(db: Db, view: View, address: string): Promise<SearchHit | null> {
  const [row] = await db.$queryRaw<HitRow[]>`
    SELECT 'source' AS kind, id, 0 AS rank, NULL AS status, NULL AS certainty,
           jsonb_build_object('slug', slug, 'title', title, 'publisher', publisher, 'author', author,
             'published', published_text, 'type', kind) AS about
    FROM source WHERE url_key = ${urlKey(address)} AND created_at <= ${recorded(view)} AND published_latest <= ${published(view)}`;
  return row
    ? { ...toHit(row, NO_WORDS), why: { places: [{ in: "address", text: address }], like: [] } }
    : null;
}
