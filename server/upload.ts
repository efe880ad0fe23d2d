import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import Busboy from "@fastify/busboy";

/** Fields before the file, and the file itself, which must be read to its end. */
export type Upload = {
  readonly fields: Readonly<Record<string, string>>;
  readonly fileName: string;
  readonly bytes: AsyncIterable<Uint8Array>;
};

/** The body is no form with a file in it, or it did not arrive whole. */
export class BrokenUpload extends Error {}

const FIELD = 1024 * 1024;
/** What pasted text is called. */
const PASTED = "pasted text";

/**
 * Reads a form with one file as a stream: nothing of the file is held, and the sender waits while it is being put away.
 * The length that was promised must have come; a framework on the way may hand on less without a word. Instead of a file
 * there may be a text, in a field of that name.
 * @throws BrokenUpload, also while `bytes` is being read
 */
export function readUpload(request: Request): Promise<Upload> {
  const promised = Number(request.headers.get("content-length") ?? Number.NaN);
  const type = request.headers.get("content-type") ?? "";
  if (!request.body || !/^multipart\/form-data;/i.test(type))
    throw new BrokenUpload("There is no form in the body.");
  const body = Readable.fromWeb(request.body as ReadableStream<Uint8Array>);
  return new Promise((resolve, reject) => {
    const fields: Record<string, string> = {};
    let came = 0;
    let open = false;
    let parser: InstanceType<typeof Busboy>;
    try {
      parser = new Busboy({
        headers: { "content-type": type },
        limits: { files: 1, fields: 20, fieldSize: FIELD },
      });
    } catch {
      throw new BrokenUpload("The form cannot be read.");
    }
    let fail: (error: Error) => void = reject;
    parser.on("field", (name, value, nameCut, valueCut) => {
      if (nameCut || valueCut) broken("The pasted text is longer than 1 MiB. Send it as a file.");
      fields[name] = value;
    });
    parser.on("file", (_, file, fileName) => {
      // A form whose file was left empty sends one without a name.
      if (!fileName) {
        file.resume();
        return;
      }
      open = true;
      const ended = new Promise<void>((done, broken) => {
        fail = (error) => {
          broken(error);
          file.destroy(error);
        };
        parser.on("finish", done);
      });
      ended.catch(() => undefined); // awaited by whoever reads the file to its end
      async function* bytes(): AsyncGenerator<Uint8Array> {
        try {
          for await (const piece of file as AsyncIterable<Uint8Array>) yield piece;
          await ended;
        } finally {
          body.destroy();
        }
      }
      resolve({ fields, fileName, bytes: bytes() });
    });
    parser.on("finish", () => {
      if (Number.isFinite(promised) && came !== promised) return broken();
      if (open) return;
      const { text = "", ...rest } = fields;
      if (text.trim() === "")
        reject(new BrokenUpload("No file came with the form. Choose one, or paste text."));
      else resolve({ fields: rest, fileName: PASTED, bytes: Readable.from([Buffer.from(text)]) });
    });
    const broken = (why = "The upload was cut short.") => fail(new BrokenUpload(why));
    parser.on("error", () => broken());
    body.on("error", () => broken());
    body.on("close", () => {
      if (!body.readableEnded) broken();
    });
    body.on("data", (piece: Uint8Array) => {
      came += piece.length;
    });
    body.pipe(parser);
  });
}
