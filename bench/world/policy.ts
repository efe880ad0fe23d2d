import { type Command, type Commands, HOUR } from "./commands";
import type { Brand, Entities } from "./entities";
import type { Random } from "./random";
import type { Size } from "./size";
import type { Press, Source } from "./sources";
import { dayText, LAST, RECORD_FROM } from "./time";

export type PolicyAction = {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly issuer: string;
  readonly day: number;
  readonly brands: readonly Brand[];
  readonly sources: readonly Source[];
  readonly made: Command;
};

const ISSUERS = [
  "Ministry of Communications",
  "Telecom Authority",
  "Parliament",
  "Trade Commission",
  "Import Office",
];
const DEEDS = ["Equipment order", "Import rule", "Security letter", "Procurement law", "Testing mandate"];

/** What governments did, whom it names, and the filings that it can be read in. The flagship's maker is named often. */
export function makePolicy(
  { policyActions }: Size,
  { brands }: Entities,
  press: Press,
  commands: Commands,
  random: Random,
): PolicyAction[] {
  return Array.from({ length: policyActions }, (_, i): PolicyAction => {
    const day = Math.floor((LAST * (i + 1)) / (policyActions + 1));
    const named = new Set(Array.from({ length: random.between(1, 8) }, () => random.pick(brands)));
    const first = brands[0];
    if (first && i % 5 === 0) named.add(first);
    const title = `${random.pick(DEEDS)} ${dayText(day).slice(0, 4)}/${i + 1}`;
    const id = random.uuid();
    return {
      id,
      slug: title.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
      title,
      issuer: random.pick(ISSUERS),
      day,
      brands: [...named],
      sources: [...named].flatMap((brand) => press.about.get(brand)?.slice(0, 1) ?? []),
      made: commands.add("create-policy-action", RECORD_FROM + 22 * 24 * HOUR + i, {
        kind: "policy-action",
        id,
      }),
    };
  });
}
