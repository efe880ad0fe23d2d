import { framed } from "@/app/framed";
import { carrierSpells } from "@/data/read/carrier-spells";
import { listOptions } from "@/data/read/list-options";
import type { Instant } from "@/domain/edtf";
import { spellFilterWords } from "@/formats/filter-words";
import { readList } from "@/formats/list-query";
import { SPELL_LIST } from "@/formats/lists";
import { spellsPath } from "@/formats/paths";
import { namesIn } from "@/formats/said-filters";
import { type Params, printView, readView } from "@/formats/view";
import { recall } from "@/server/recall";

/** What the list of a carrier's spells and its files show, from the same address by the same read; null: no such carrier. */
export async function loadSpells(slug: string, params: Params, at: Instant) {
  const today = at.slice(0, 10);
  const reading = readView(params, at);
  const { view } = reading;
  const asked = readList(SPELL_LIST, params);
  const data = await recall(carrierSpells, slug, { ...asked, view });
  if (!data) return null;
  const { manufacturers } = await recall(listOptions);
  const page = await framed({
    name: "spells",
    path: spellsPath(slug),
    title: `Spells on sale at ${data.about.name}`,
    view,
    now: at,
    own: asked.keep,
    narrowed: spellFilterWords(asked.filter, namesIn({ manufacturer: manufacturers })),
    lastRecorded: null,
    file: { slug },
    sources: "",
  });
  return { today, reading, asked, data, page, query: printView(view, today) };
}
