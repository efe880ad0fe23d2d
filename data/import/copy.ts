import { once } from "node:events";
import { finished } from "node:stream/promises";
import { from } from "pg-copy-streams";
import type { Sql } from "./sql";

/** A value of COPY's text format. Arrays of text and JSON values are given as such. */
export type CopyValue = string | number | boolean | null | readonly string[] | { readonly json: unknown };

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const escaped = (text: string): string => text.replace(/[\\\t\n\r]/g, (c) => ESCAPES[c] as string);

function written(value: CopyValue): string {
  if (value === null) return "\\N";
  if (typeof value === "string") return escaped(value);
  if (typeof value !== "object") return String(value);
  if (isList(value))
    return escaped(
      `{${value.map((v) => `"${v.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`).join(",")}}`,
    );
  return escaped(JSON.stringify(value.json));
}
const isList = (value: object): value is readonly string[] => Array.isArray(value);

/** As much text as is collected before it is sent, in characters. */
const PACKET = 65_536;

/** COPY … FROM STDIN of `rows`, which are made while they are sent: memory holds one packet. Answers how many there were. */
export async function copyIn(
  sql: Sql,
  target: string,
  rows: AsyncIterable<readonly CopyValue[]> | Iterable<readonly CopyValue[]>,
): Promise<number> {
  // The stream ends when the server has taken it all; the connection is free for the next query only a moment later.
  const free = new AbortController();
  const ready = once(sql, "drain", { signal: free.signal });
  ready.catch(() => undefined);
  const stream = sql.query(from(`COPY ${target} FROM STDIN`));
  const ended = finished(stream);
  ended.catch(() => undefined); // awaited below; a failure must not count as unhandled until then
  let count = 0;
  let packet = "";
  try {
    for await (const row of rows) {
      packet += `${row.map(written).join("\t")}\n`;
      count += 1;
      if (packet.length < PACKET) continue;
      if (!stream.write(packet)) await Promise.race([once(stream, "drain"), ended]);
      packet = "";
    }
    stream.end(packet);
  } catch (error) {
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
    await ended.catch(() => undefined);
    free.abort();
    throw error;
  }
  await ended.catch((error: unknown) => {
    free.abort();
    throw error;
  });
  await ready;
  return count;
}
