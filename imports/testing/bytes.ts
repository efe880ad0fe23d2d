/** A text's bytes in pieces of `size`, so that letters and rows are cut anywhere. */
export async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

/** A text in pieces of `size` characters; a decoder never cuts one in two. */
export async function* texts(text: string, size: number): AsyncGenerator<string> {
  const characters = [...text];
  for (let from = 0; from < characters.length; from += size)
    yield characters.slice(from, from + size).join("");
}

export async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of source) found.push(one);
  return found;
}

/** The bytes of a text in UTF-16 with a byte order mark. */
export function utf16(text: string, bigEndian = false): Uint8Array {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
}
