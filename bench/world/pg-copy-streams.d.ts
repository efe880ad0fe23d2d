declare module "pg-copy-streams" {
  import type { Writable } from "node:stream";
  import type { Submittable } from "pg";

  /** A COPY … FROM STDIN that `client.query` starts and that takes its rows by being written to. */
  export function from(sql: string): Writable & Submittable;
}
