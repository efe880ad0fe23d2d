import { framed } from "@/app/framed";
import { dealList } from "@/data/read/deal-list";
import type { Instant } from "@/domain/edtf";
import { readList } from "@/formats/list-query";
import { DEAL_LIST } from "@/formats/lists";
import { dealsPath } from "@/formats/paths";
import { type Params, readView } from "@/formats/view";
import { recall } from "@/server/recall";

/** What the list of deals and its files show, from the same address by the same read. */
export async function loadDeals(params: Params, at: Instant) {
  const reading = readView(params, at);
  const asked = readList(DEAL_LIST, params);
  const { view } = reading;
  const narrowed = Object.entries(asked.keep).filter(([name]) => name !== "sort");
  const [list, page] = await Promise.all([
    recall(dealList, { ...asked, view }),
    framed({
      name: "deals",
      path: dealsPath(),
      title: ["Deals", ...narrowed.map(([name, value]) => `${name} ${value}`)].join(", "),
      view,
      now: at,
      own: asked.keep,
      lastRecorded: null,
      sources: "",
    }),
  ]);
  return { today: at.slice(0, 10), reading, asked, list, page };
}
