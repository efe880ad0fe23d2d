import type { Id } from "./claims";
import type { Instant } from "./edtf";
import type { Role } from "./status";

/** Somebody with an account, as the admin sees them. */
export type Person = {
  readonly id: Id;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly disabledAt: Instant | null;
  readonly since: Instant;
};

export type PendingInvite = {
  readonly id: Id;
  readonly email: string;
  readonly role: Role;
  readonly expires: Instant;
};

/** One of a person's own sessions. */
export type OwnSession = {
  readonly id: Id;
  readonly since: Instant;
  readonly lastUsed: Instant;
  readonly agent: string | null;
};
