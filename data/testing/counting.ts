import type { Db } from "@/data/db";

/** The same client, counting what it is asked. */
export function counting(db: Db): { db: Db; asked: () => number } {
  let count = 0;
  const counted = (target: object): object =>
    new Proxy(target, {
      get(of, name) {
        const value = Reflect.get(of, name);
        if (typeof value === "function")
          return (...args: unknown[]) => {
            count += 1;
            return Reflect.apply(value, of, args);
          };
        return typeof value === "object" && value !== null ? counted(value) : value;
      },
    });
  return { db: counted(db) as Db, asked: () => count };
}
