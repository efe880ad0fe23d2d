import type { User } from "./entities";
import type { Random } from "./random";
import { RECORD_TO } from "./time";

/** Hours are counted in milliseconds here. */
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** One command as the door would have carried it out: what it made carries its id, its instant and its person. */
export type Command = {
  readonly id: string;
  readonly kind: string;
  readonly user: User;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly claim: string | null;
  /** Milliseconds. Wished for while the world is made; `inOrder` makes it the instant of the record. */
  at: number;
};

/** Everything that was ever sent to the record, in any order until `inOrder`. */
export class Commands {
  readonly all: Command[] = [];
  readonly #random: Random;

  constructor(
    random: Random,
    readonly users: readonly User[],
  ) {
    this.#random = random;
  }

  add(kind: string, at: number, subject: Command["subject"], claim: string | null = null): Command {
    const user = this.#random.pick(this.users);
    const command = { id: claim ?? this.#random.uuid(), kind, user, subject, claim, at };
    this.all.push(command);
    return command;
  }

  /** Some time after `at`, by `most` days at the latest and never after the end of the record. */
  later(at: number, most: number): number {
    const wished = at + HOUR + Math.floor(this.#random.next() ** 3 * most * DAY);
    // What would be too late shares the last hours; the order is kept, since each is later than what it follows.
    return wished <= RECORD_TO ? wished : Math.max(at, RECORD_TO) + 1;
  }

  /** Sorts by time and gives each an instant later than the one before, as the record's lock does. */
  inOrder(): readonly Command[] {
    this.all.sort((a, b) => a.at - b.at);
    let last = 0;
    for (const command of this.all) {
      last = Math.max(last + 1, command.at);
      command.at = last;
    }
    return this.all;
  }
}
