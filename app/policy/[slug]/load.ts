import { framed } from "@/app/framed";
import { policyCharts } from "@/components/policy/policy-around";
import { listedNames } from "@/components/timeline/words";
import { policyDetail } from "@/data/read/policy-detail";
import type { Instant } from "@/domain/edtf";
import { policyPath } from "@/formats/paths";
import { printPolicyQuery, readPolicyQuery } from "@/formats/policy-query";
import { type Params, printView, readView } from "@/formats/view";
import { recall } from "@/server/recall";

/** What a policy action's page and its files show. `shown`: what `policyDetail` says, with charts where it is on record. */
export async function loadPolicy(slug: string, params: Params, at: Instant) {
  const today = at.slice(0, 10);
  const reading = readView(params, at);
  const { view } = reading;
  const asked = readPolicyQuery(params);
  const policy = await recall(policyDetail, slug, view, asked);
  const query = printView(view, today);
  const common = { today, reading, asked, query, slug };
  if (policy === null || policy === "not-yet") return { ...common, policy };
  const page = await framed({
    name: "policy",
    path: policyPath(slug),
    title: policy.title,
    view,
    now: at,
    own: printPolicyQuery({ ...asked, page: 1 }),
    lastRecorded: null,
    file: { slug },
    sources: `Rangebook: the status changes of these days, each with its sources; the action itself as told by ${listedNames(
      policy.sources.map((s) => s.publisher),
      6,
      "sources",
    )}.`,
  });
  return { ...common, policy: { policy, page, charts: policyCharts(policy, query) } };
}
