import { type Edtf, exactDay } from "@/domain/edtf";
import type { StatementStance, Verb } from "@/domain/status";
import { type Command, type Commands, DAY } from "./commands";
import type { Device, Entities, Retailer } from "./entities";
import { type Evidence, placeFrom, reportsOn, supportBy } from "./evidence";
import type { PolicyAction } from "./policy";
import type { Random } from "./random";
import type { Size } from "./size";
import type { Press, Source } from "./sources";
import { dayText, LAST, vagueDate } from "./time";

/** What stands beside the deals: sales without a carrier, and what parties said. */

export type Listing = {
  readonly id: string;
  readonly device: Device;
  readonly retailer: Retailer;
  readonly verb: Verb;
  readonly closes: Listing | null;
  readonly from: Edtf;
  readonly to: Edtf | null;
  readonly day: number;
  readonly made: Command;
  readonly evidence: readonly Evidence[];
};

export function makeListings(
  size: Size,
  e: Entities,
  press: Press,
  commands: Commands,
  random: Random,
): Listing[] {
  const listings: Listing[] = [];
  while (listings.length < size.listings) {
    const last = listings.at(-1);
    const follows = last && last.verb === "record" && random.chance(0.35) ? last : null;
    listings.push(makeListing(follows, pickDevice(e, listings.length, random), e, press, commands, random));
  }
  return listings;
}

/** The first ones are the flagship's: as many in each world. */
const FLAGSHIPS = 60;
const pickDevice = ({ devices }: Entities, place: number, random: Random): Device => {
  const [flagship] = devices;
  return flagship && place < FLAGSHIPS ? flagship : random.pick(devices);
};

function makeListing(
  closes: Listing | null,
  device: Device,
  { retailers }: Entities,
  press: Press,
  commands: Commands,
  random: Random,
): Listing {
  const id = random.uuid();
  const verb: Verb = closes ? (random.chance(0.75) ? "end" : "correct") : "record";
  const day = Math.min(LAST - 1, closes?.day ?? device.announced + random.between(0, 300));
  const from = verb === "end" && closes ? closes.from : vagueDate(random, day);
  const sources = reportsOn(press.about.get((closes?.device ?? device).brand) ?? [], day, random).slice(0, 2);
  const known = Math.max(closes?.made.at ?? 0, ...sources.map((s) => s.made.at + DAY));
  return {
    id,
    device: closes?.device ?? device,
    retailer: closes?.retailer ?? random.pick(retailers),
    verb,
    closes,
    from: from.openEnd ? exactDay(dayText(day)) : from,
    to: verb === "end" ? exactDay(dayText(day + random.between(400, 900))) : null,
    day,
    made: commands.add(`${verb}-listing`, commands.later(known, 150), { kind: "listing", id }, id),
    evidence: supportBy(sources, random),
  };
}

export type Statement = {
  readonly id: string;
  readonly verb: Verb;
  readonly closes: Statement | null;
  readonly speaker: string;
  readonly org: string;
  readonly date: Edtf;
  readonly about: {
    readonly device: string | null;
    readonly carrier: string | null;
    readonly manufacturer: string | null;
    readonly policyAction: string | null;
  };
  readonly stance: StatementStance;
  readonly summary: string;
  readonly source: Source;
  readonly made: Command;
  readonly retraction: { readonly id: string; readonly by: Command } | null;
};

const STANCES = { confirms: 40, denies: 18, "no-comment": 22, criticises: 10, supports: 10 };
const SAID = {
  confirms: "Said that the report is right.",
  denies: "Said that the report is wrong.",
  "no-comment": "Did not want to comment.",
  criticises: "Called the decision a mistake.",
  supports: "Called the decision right.",
} as const satisfies Record<StatementStance, string>;

export function makeStatements(
  size: Size,
  entities: Entities,
  { press, policies }: { press: Press; policies: readonly PolicyAction[] },
  commands: Commands,
  random: Random,
): Statement[] {
  const statements: Statement[] = [];
  while (statements.length < size.statements) {
    const last = statements.at(-1);
    const closes = last && last.verb === "record" && !last.retraction && random.chance(0.03) ? last : null;
    const device = pickDevice(entities, statements.length, random);
    statements.push(makeStatement(closes, device, entities, { press, policies }, commands, random));
  }
  return statements;
}

function makeStatement(
  closes: Statement | null,
  device: Device,
  { carriers }: Entities,
  { press, policies }: { press: Press; policies: readonly PolicyAction[] },
  commands: Commands,
  random: Random,
): Statement {
  const id = random.uuid();
  const own = press.about.get(device.brand) ?? [];
  const source = closes?.source ?? own[placeFrom(own, device.announced + random.between(0, 600))];
  if (!source) throw new Error(`Nothing was published about ${device.brand.name}.`);
  const kind = random.weighted({ deal: 62, device: 28, maker: 6, policy: 4 });
  const carrier = kind === "deal" ? random.pick(carriers) : null;
  const stance = closes?.stance ?? random.weighted<StatementStance>(STANCES);
  const made = commands.add(
    closes ? "correct-statement" : "record-statement",
    commands.later(Math.max(closes?.made.at ?? 0, source.made.at + DAY), 150),
    { kind: "statement", id },
    id,
  );
  const wrong = !closes && random.chance(0.01);
  return {
    id,
    verb: closes ? "correct" : "record",
    closes,
    speaker: closes?.speaker ?? random.pick(commands.users).name,
    org: closes?.org ?? carrier?.name ?? device.brand.name,
    date: exactDay(dayText(Math.max(0, source.day - random.between(0, 3)))),
    about: closes?.about ?? {
      device: kind === "deal" || kind === "device" ? device.id : null,
      carrier: carrier?.id ?? null,
      manufacturer: kind === "maker" ? device.brand.id : null,
      policyAction: kind === "policy" ? random.pick(policies).id : null,
    },
    stance,
    summary: SAID[stance],
    source,
    made,
    retraction: wrong
      ? {
          id: random.uuid(),
          by: commands.add("retract-statement", commands.later(made.at, 90), { kind: "statement", id }),
        }
      : null,
  };
}
