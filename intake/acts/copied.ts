import type { Bend } from "@/intake/rules/rule";
import type { Act, Parsed } from "./act";
import type { Article } from "./article";
import { dateAct } from "./dating";
import type { Fact } from "./fact";
import type { Scene } from "./scene";

const ENDS: ReadonlySet<Fact["status"]> = new Set(["withdrawn", "paused", "ended", "refused", "declined"]);

/** A refusal of what was planned is a withdrawal, as the text told it before of the same seller. */
const endOf = (facts: readonly Fact[], last: Fact | undefined): Fact | undefined =>
  last?.status === "refused"
    ? (facts.findLast((fact) => fact.status === "withdrawn" && fact.seller.entity === last.seller.entity) ??
      last)
    : last;

/** "will go on offering it. AT&T will do the same": nothing that is yet to come. */
const goesOn = ({ act }: Fact): boolean => act.bends.some(({ rule }) => rule.effect === "still");

/** "Verizon followed suit", "So do Amazon and Newegg": the last facts, said of other sellers. */
export function copied(
  article: Article,
  scene: Scene,
  n: number,
  parsed: Parsed,
  act: Act,
  facts: readonly Fact[],
): Fact[] {
  // What a sentence says of an end outweighs what it says of a sale on the way.
  const latest = facts.filter(({ sentence }) => sentence === facts.at(-1)?.sentence);
  const last =
    endOf(
      facts,
      latest.findLast(({ status }) => ENDS.has(status)),
    ) ?? latest.at(-1);
  const named = (scene.groups[n]?.products ?? [])
    .filter((group) => parsed.clauses.at(group.from) === act.clause && !group.aside)
    .flatMap((group) => [...group.members]);
  const reach = named.length > 0 ? 8 : 2;
  const bent = (effect: Bend) => act.bends.some(({ rule }) => rule.effect === effect);
  if (!last || n - last.sentence > reach || bent("not") || bent("doubt") || bent("no-plan")) return [];
  const groups = (scene.groups[n]?.sellers ?? []).filter(
    (group) => parsed.clauses.at(group.from) === act.clause && !group.aside,
  );
  // "The decision affects the Flip 2 and the Tough Max": the same seller, with other devices.
  const own = facts.filter((fact) => fact.sentence === last.sentence && fact.act === last.act);
  const sellers =
    groups.length > 0
      ? groups.flatMap((group) => [...group.members])
      : named.length > 0
        ? own.map(({ seller }) => seller)
        : [];
  const model = facts.filter(
    (fact) => fact.sentence === last.sentence && fact.act === last.act && fact.seller === last.seller,
  );
  const dating = dateAct(article, n, parsed, act, bent("future"));
  // "Y!mobile has done likewise with the P30 lite": the same, of another device.
  const said =
    named.length > 0
      ? named.flatMap((product) =>
          model.slice(0, 1).map((fact) => ({ ...fact, product, productBy: "named" as const })),
        )
      : model;
  return sellers.flatMap((seller) =>
    said
      .filter((fact) => groups.length === 0 || fact.seller.entity.slug !== seller.entity.slug)
      .map((fact) => ({
        ...fact,
        seller,
        sentence: n,
        act,
        rule: act.match.rule.id,
        exclusive: false,
        effective: dating.effective ?? fact.effective,
        // "is expected to follow suit"
        status:
          fact.status === "carried" && bent("future") && !goesOn(last) ? ("planned" as const) : fact.status,
      })),
  );
}
