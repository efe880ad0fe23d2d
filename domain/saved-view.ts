import type { Id } from "./claims";

/** An address of the product that a person keeps under a name. `shared`: the team sees it. */
export type SavedView = {
  readonly id: Id;
  readonly name: string;
  readonly address: string;
  readonly shared: boolean;
  /** Name of the person who keeps it. */
  readonly owner: string;
};
