import { expect, type Page } from "@playwright/test";

/** Numbers that a page says and that lead somewhere, and how many records are listed there. */

/** `part`: where on the page it stands, a column of a table and the picture of a chart being parts of their own. */
export type Numbered = { readonly says: number; readonly address: string; readonly part: string };

const numberIn = (text: string) => Number(/-?[\d,]+/.exec(text)?.[0].replaceAll(",", "") ?? Number.NaN);

/** Lists of the record, and lists on a page that is about one thing: below a heading, or narrowed by the address. */
const LISTS =
  /^\/(deals|changes|devices|carriers|manufacturers|retailers|sources)(\?|$)|\/spells|#[a-z]+$|[?&]state=/;

/** What is drawn says its number after its name ("2016: 3 carried", "C carried 3, on 1 Jan 2018"), or before it. */
const DRAWN = [/: (\d[\d,]*)/, /(\d[\d,]*), on /, /^(\d[\d,]*)/];
/** Else it is the words of the link, or they begin or end with it: "3", "3 claims", "P planned 3". */
const WRITTEN = [/^(\d[\d,]*)$/, /^(\d[\d,]*) [a-z]/, /[a-z] (\d[\d,]*)$/];

/** Every number of the page that opens a list, found by what the links say and where they lead; in one part each address once. */
export async function numbersOf(page: Page): Promise<Numbered[]> {
  const found = await page.locator("main a[href]:not([aria-current]):not(.chip)").evaluateAll((links) =>
    links.map((a) => {
      const { pathname, search, hash } = new URL((a as HTMLAnchorElement).href ?? "", location.href);
      const address = a.getAttribute("href") ?? pathname + search + hash;
      const cell = a.closest<HTMLTableCellElement>("td, th");
      return {
        text: (a.getAttribute("aria-label") ?? a.textContent ?? "").replace(/\s+/g, " ").trim(),
        address: address.startsWith("#") ? location.pathname + location.search + address : address,
        drawn: a.closest("svg") !== null,
        part: [
          a.closest("section[aria-labelledby]")?.getAttribute("aria-labelledby") ??
            a.closest(".lead, dl, nav, ul, p, table")?.className,
          a.closest("svg") ? "picture" : cell ? `column ${cell.cellIndex}` : "words",
        ].join(" "),
      };
    }),
  );
  const counts = found.flatMap(({ text, address, drawn, part }) => {
    const says = (drawn ? DRAWN : WRITTEN).flatMap((form) => form.exec(text)?.[1] ?? [])[0];
    return says === undefined || !LISTS.test(address) ? [] : [{ says: numberIn(says), address, part }];
  });
  return [...new Map(counts.map((c) => [c.part + c.address, c])).values()];
}

/**
 * How many records the page behind an address says that it lists: beside the list's heading, or in its lead. Carriers are
 * counted with their countries ("22 carriers in 7 countries"): both. What rests on a source is narrowed below one heading.
 */
export async function listedAt(page: Page, address: string): Promise<readonly number[]> {
  const answer = await page.request.get(address);
  expect([address, answer.status()]).toEqual([address, 200]);
  const said = await page.evaluate(
    ([html, at, narrowed]) => {
      const main = new DOMParser().parseFromString(html, "text/html").querySelector("main");
      if (!at) return main?.querySelector(".lead")?.textContent ?? "";
      const heading = main?.querySelector(at);
      const rows = heading?.closest("section")?.querySelectorAll("tbody tr").length;
      return (!narrowed && heading?.querySelector(".count")?.textContent) || `${rows ?? ""}`;
    },
    [await answer.text(), headingAt(address), address.includes("rests=")] as const,
  );
  // "On 20 Jan 2018, as published by 1 Feb 2018: 3 spells …" says a view before its number.
  const told = said.replace(/^(on|as published by|as our record)[^:]*: /i, "");
  if (/^no [a-z]+ /i.test(told)) return [0];
  const countries = address.startsWith("/carriers?") ? (/ in (\d+) countr/.exec(told)?.slice(1) ?? []) : [];
  return [told, ...countries].map(numberIn);
}

/** The heading of the list that an address opens; null: the lead of its page says how many there are. */
function headingAt(address: string): string | null {
  const fragment = /#[a-z]+$/.exec(address)?.[0];
  if (fragment) return fragment;
  if (address.startsWith("/changes")) return "#world, #latest";
  if (/^\/sources(\?|$)/.test(address)) return "#found";
  return /^\/retailers\/[^?]/.test(address) ? "#listings" : null;
}

/** The first number of each part, or another one: a different place in each, so that no part is asked from end to end. */
export function someOf(counted: readonly Numbered[], most: number): Numbered[] {
  const parts = [...new Set(counted.map(({ part }) => part))];
  return parts.flatMap((part, place) => {
    const own = counted.filter((c) => c.part === part);
    const step = Math.max(1, Math.ceil(own.length / most));
    return own.filter((_, i) => i % step === place % step).slice(0, most);
  });
}
