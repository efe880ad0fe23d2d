import { framed } from "@/app/framed";
import { dealList } from "@/data/read/deal-list";
import { listOptions } from "@/data/read/list-options";
import type { Instant } from "@/domain/edtf";
import { dealFilterWords } from "@/formats/deal-words";
import { readList } from "@/formats/list-query";
import { DEAL_LIST } from "@/formats/lists";
import { dealsPath } from "@/formats/paths";
import { namesIn } from "@/formats/said-filters";
import { type Params, readView } from "@/formats/view";
import { recall } from "@/server/recall";

/** What the list of deals and its files show, from the same address by the same read. */
export async function loadDeals(params: Params, at: Instant) {
  const reading = readView(params, at);
  const asked = readList(DEAL_LIST, params);
  const { view } = reading;
  const [list, { manufacturers, carriers }] = await Promise.all([
    recall(dealList, { ...asked, view }),
    recall(listOptions),
  ]);
  const devices = list.rows.map(({ device }) => device);
  const names = namesIn({ manufacturer: manufacturers, carrier: carriers, device: devices });
  const narrowed = dealFilterWords(asked.filter, names);
  const page = await framed({
    name: "deals",
    path: dealsPath(),
    title: "Deals",
    view,
    now: at,
    own: asked.keep,
    narrowed,
    lastRecorded: null,
    sources: "",
  });
  return { today: at.slice(0, 10), reading, asked, narrowed, list, page };
}
