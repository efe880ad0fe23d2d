import { parseEdtf } from "./edtf";
import { cleanUrl } from "./names";

/** What an address alone says about an article. */
export type Link = {
  readonly url: string;
  /** Without `www.`, as in the keys of known sources. */
  readonly host: string;
  /** EDTF: the day or month that stands in the path ("/2018/01/30/"); null: none does. */
  readonly published: string | null;
};

/** Reads an address without going there. The address must have no `urlProblem`. */
export function readLink(url: string): Link {
  const { host, pathname } = new URL(url);
  const [, year, month, day] =
    /\/((?:19|20)\d{2})[/-](\d{1,2})(?:[/-](\d{1,2}))?(?=[/-]|$)/.exec(pathname) ?? [];
  const text = [year, month?.padStart(2, "0"), day?.padStart(2, "0")].filter(Boolean).join("-");
  const read = text === "" ? null : parseEdtf(text);
  return { url: cleanUrl(url), host: host.replace(/^www\./, ""), published: read?.ok ? text : null };
}
