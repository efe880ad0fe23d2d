import { ENCODING_WORDS, type Encoding } from "@/formats/import-encodings";
import { FileRefused } from "./file-refused";

const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/gu;
/** Kana of half width: single bytes above 0x7f, which Western letters pass for. They count for nothing. */
const HALF_WIDTH = /[\uff61-\uff9f]/gu;

/**
 * Finds a file's encoding while it passes by. A byte order mark decides; else the whole file is UTF-8 or it is not; what is
 * not is Shift-JIS when all of it can be and it then says something in Japanese, else Windows-1252.
 */
export class EncodingWatch {
  #marked: Encoding | null = null;
  #head = Buffer.alloc(0);
  #utf8: TextDecoder | null = new TextDecoder("utf-8", { fatal: true });
  #japanese: TextDecoder | null = new TextDecoder("shift_jis", { fatal: true });
  #kana = 0;
  #strangers = 0;

  add(chunk: Uint8Array): void {
    if (this.#head.length < 4) {
      this.#head = Buffer.concat([this.#head, chunk.subarray(0, 4)]);
      this.#marked = markOf(this.#head);
    }
    this.#utf8 = survives(this.#utf8, chunk, true);
    if (this.#utf8) return; // most files: nothing else needs to be tried before UTF-8 has failed
    this.#tryJapanese(chunk);
  }

  /** Call once, when all bytes have passed. */
  result(): Encoding {
    if (this.#marked) return this.#marked;
    this.#utf8 = survives(this.#utf8, new Uint8Array(), false);
    if (this.#utf8) return "utf-8";
    return this.#japanese && this.#kana > this.#strangers ? "shift_jis" : "windows-1252";
  }

  #tryJapanese(chunk: Uint8Array): void {
    if (!this.#japanese) return;
    try {
      const text = this.#japanese.decode(chunk, { stream: true });
      this.#kana += text.match(JAPANESE)?.length ?? 0;
      this.#strangers += text.match(HALF_WIDTH)?.length ?? 0;
    } catch {
      this.#japanese = null;
    }
  }
}

function markOf(head: Buffer): Encoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  return null;
}

function survives(decoder: TextDecoder | null, chunk: Uint8Array, stream: boolean): TextDecoder | null {
  if (!decoder) return null;
  try {
    decoder.decode(chunk, { stream });
    return decoder;
  } catch {
    return null;
  }
}

/** The text of a file, piece by piece. @throws FileRefused at bytes that the encoding does not have, and at U+0000. */
export async function* decoded(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let line = 1;
  const decode = (chunk?: Uint8Array): string => {
    let text: string;
    try {
      text = chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      throw new FileRefused({
        line,
        message: `From about this line on, the bytes are not ${ENCODING_WORDS[encoding]}. Choose another encoding, or save the file as UTF-8.`,
      });
    }
    if (text.includes("\0")) {
      const at = line + (text.slice(0, text.indexOf("\0")).match(/\n/g)?.length ?? 0);
      throw new FileRefused({
        line: at,
        message:
          "There is a zero byte in the text (U+0000). This is no text file, or its encoding is another one.",
      });
    }
    line += text.match(/\n/g)?.length ?? 0;
    return text;
  };
  for await (const chunk of bytes) {
    const text = decode(chunk);
    if (text !== "") yield text;
  }
  const rest = decode();
  if (rest !== "") yield rest;
}
