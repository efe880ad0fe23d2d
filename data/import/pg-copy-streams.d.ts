declare module "pg-copy-streams" {
  import type { Readable, Writable } from "node:stream";
  import type { Submittable } from "pg";

  /** Rows into a table: text as COPY reads it. */
  export function from(text: string): Writable & Submittable;
  /** Rows out of a query. */
  export function to(text: string): Readable & Submittable;
}
