import { type Listing, makeListings, makeStatements, type Statement } from "./beside";
import { type Claim, claimsOf } from "./claims";
import { type Command, Commands, HOUR } from "./commands";
import { type Deal, makeDeals } from "./deals";
import { type Entities, makeEntities } from "./entities";
import { makePolicy, type PolicyAction } from "./policy";
import { Random } from "./random";
import { SEED, type Size } from "./size";
import { makePress, type Press } from "./sources";
import { RECORD_FROM } from "./time";

/** A whole synthetic record, before it is written down. Every list of claims is in the order of the record. */
export type World = {
  readonly entities: Entities;
  readonly press: Press;
  readonly policies: readonly PolicyAction[];
  readonly deals: readonly Deal[];
  readonly claims: readonly Claim[];
  readonly listings: readonly Listing[];
  readonly statements: readonly Statement[];
  readonly commands: readonly Command[];
};

/** Makes up a world; the same size and seed give the same one, to the last id and instant. */
export function makeWorld(size: Size, seed: number = SEED): World {
  const root = new Random(seed);
  const entities = makeEntities(size, root.fork("entities"));
  const commands = new Commands(root.fork("commands"), entities.users);
  for (const kind of ["manufacturer", "carrier", "retailer", "device"] as const)
    for (const { id } of entities[listOf[kind]])
      commands.add(`create-${kind}`, RECORD_FROM - HOUR, { kind, id });
  const press = makePress(size, entities, commands, root.fork("press"));
  const policies = makePolicy(size, entities, press, commands, root.fork("policy"));
  const deals = makeDeals(size, entities, root.fork("deals"));
  const random = root.fork("claims");
  const claims = deals.flatMap((deal) =>
    claimsOf(deal, {
      press: press.about.get(deal.device.brand) ?? [],
      policies: policies.filter((p) => p.brands.includes(deal.device.brand)),
      commands,
      random,
    }),
  );
  const listings = makeListings(size, entities, press, commands, root.fork("listings"));
  const statements = makeStatements(size, entities, { press, policies }, commands, root.fork("statements"));
  const all = commands.inOrder();
  return {
    entities,
    press,
    policies,
    deals,
    claims: recordedInOrder(claims),
    listings: recordedInOrder(listings),
    statements: recordedInOrder(statements),
    commands: all,
  };
}

const listOf = {
  manufacturer: "brands",
  carrier: "carriers",
  retailer: "retailers",
  device: "devices",
} as const satisfies Record<string, keyof Entities>;

const recordedInOrder = <C extends { readonly made: Command }>(claims: readonly C[]): C[] =>
  [...claims].sort((a, b) => a.made.at - b.made.at);
