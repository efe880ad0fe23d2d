import type { Entity, EntityKind } from "./lexicon";

/**
 * A place of the text that names something: tokens from `from` up to, not including, `to`. Several `entities` are several
 * meanings. `brand`: all phones of a maker. `unknown`: a product that the record does not have, as the text writes it.
 */
export type Mention = {
  readonly from: number;
  readonly to: number;
  readonly entities: readonly Entity[];
  readonly sort: "name" | "brand" | "unknown";
  /** A brand in the singular: "Samsung's new flagship" is one phone, perhaps one that the text names. */
  readonly singular?: boolean;
  /** A carrier or retailer inside a device's name: T-Mobile G1. */
  readonly inside?: readonly Entity[];
};

const ofKind = (mention: Mention, kinds: readonly EntityKind[]): Entity[] =>
  mention.sort === "unknown" ? [] : mention.entities.filter((entity) => kinds.includes(entity.kind));

export const sellersOf = (mention: Mention): Entity[] =>
  mention.sort === "name" ? ofKind(mention, ["carrier", "retailer"]) : [];
export const makersOf = (mention: Mention): Entity[] =>
  mention.sort === "name" ? ofKind(mention, ["manufacturer"]) : [];
/** Whether it fills the place of a device: a known one, all of a brand, or one that the record lacks. */
export const isProduct = (mention: Mention): boolean =>
  mention.sort !== "name" || ofKind(mention, ["device"]).length > 0;
export const devicesOf = (mention: Mention): Entity[] => ofKind(mention, ["device"]);
