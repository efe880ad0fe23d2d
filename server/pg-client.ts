import pg from "pg";

type Query = (...args: unknown[]) => unknown;

/**
 * A connection on which a query waits until the one before it has been answered. Prisma asks for the relations of a row side by
 * side, in a transaction too, which has one connection: pg queues them, warns of it, and will refuse it from version 9 on.
 */
export class OneAtATime extends pg.Client {
  #last: Promise<unknown> = Promise.resolve();

  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const ask = super.query.bind(this) as Query;
    const inTurn: Query = (...args) => {
      // The pool's own queries have a connection to themselves, and hear of the answer by a call.
      if (typeof args.at(-1) === "function") return ask(...args);
      const answer = this.#last.then(() => ask(...args));
      this.#last = answer.catch(() => undefined);
      return answer;
    };
    this.query = inTurn as typeof this.query;
  }
}
