/** What Windows-1252 has where Latin-1 has control characters; TextDecoder of some Node versions reads it as Latin-1. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** The characters of a file: UTF-8, UTF-16 with its mark, else Windows-1252, which any bytes can be. */
export function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return western(bytes);
  }
}

const western = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (unit) => WINDOWS_1252[unit.charCodeAt(0) - 0x80] ?? unit);

/** How far into a page its own word on its encoding is looked for. */
const HEAD = 2_048;

/**
 * The characters of a page that said of itself what they are: in its header (`said`), else in a meta tag at its beginning. A mark
 * in the bytes counts more than either; a name that nobody knows counts for nothing.
 */
export function decodedAs(bytes: Uint8Array, said: string | null): string {
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString("latin1");
  const name = said || (/<meta[^>]{0,200}?charset=["']?([\w-]{1,40})/i.exec(head)?.[1] ?? null);
  if (marked || name === null) return decoded(bytes);
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(name);
  } catch {
    return decoded(bytes);
  }
  if (decoder.encoding === "windows-1252") return western(bytes);
  // A page whose tags can be read as single bytes is not UTF-16, whatever they say.
  return !said && decoder.encoding.startsWith("utf-16") ? decoded(bytes) : decoder.decode(bytes);
}
