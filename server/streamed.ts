import { Readable } from "node:stream";

/** A file that is made while it is sent; the maker stops when the reader goes away. `name`: as it is kept there. */
export function streamed(text: AsyncIterable<string>, type: string, name: string): Response {
  const body = Readable.toWeb(Readable.from(text).map((piece: string) => Buffer.from(piece)));
  return new Response(body as ReadableStream, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
