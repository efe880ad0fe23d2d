import type { IntakeState } from "@/components/intake/state";
import { settings } from "@/data/read/settings";
import { dayOf } from "@/domain/edtf";
import { urlProblem } from "@/domain/names";
import { freshEdit } from "@/formats/edit-state";
import { valuesOf } from "@/formats/form-state";
import { MAX_CHARACTERS } from "@/intake/text/clean";
import type { ArticleText } from "@/server/article-text";
import { atOnce } from "@/server/at-once";
import { db } from "@/server/db";
import { fetchPage } from "@/server/fetch-page";
import { note } from "@/server/request-context";

/** Pages that are fetched at once, by everybody together: one that is slow is waited for up to ten seconds. */
const MOST = 4;
const oneOfFew = atOnce(MOST);

type Values = Readonly<Record<string, string>>;
type Filled =
  | { readonly ok: true; readonly values: Values; readonly text: string }
  | { readonly ok: false; readonly message: string };

/** The first form, filled in with the page at its address. Nothing is saved; what was typed stays, whatever the page says. */
export async function fetchIt(form: FormData): Promise<IntakeState> {
  const { text: typed = "", ...values } = valuesOf(form);
  const text = typed.replaceAll("\r\n", "\n").slice(0, MAX_CHARACTERS);
  const kept: IntakeState = { ...freshEdit(values), text, desk: null };
  const refuse = (field: string, message: string, status = 422): IntakeState => {
    note({ status, outcome: "not-fetched" });
    return { ...kept, problems: [{ field, message }] };
  };
  if (!(await settings(db())).has("fetch-pages"))
    return refuse("url", "Fetching pages is turned off here. Open it yourself and paste its text.", 403);
  const url = values.url?.trim() ?? "";
  const problem = url === "" ? "Paste the address of the page to fetch." : urlProblem(url);
  if (problem) return refuse("url", problem);
  if (text.trim() !== "")
    return refuse("text", "There is text here already, which the page would replace. Empty the field first.");
  const page = await oneOfFew(() => fetchPage(url));
  if (page === null)
    return refuse("url", `${MOST} pages are being fetched just now. Try again in a few seconds.`, 429);
  if (!page.ok) return refuse("url", page.message);
  const filled = filledIn(values, page.article);
  if (!filled.ok) return refuse("url", filled.message);
  note({ outcome: "fetched" });
  return {
    ...kept,
    ...filled,
    done: "Fetched. Look it over, then read it; nothing is saved yet.",
  };
}

/** The fields of the form with what a page says in those that are empty; its address is where it was found in the end. */
export function filledIn(values: Values, article: ArticleText): Filled {
  const { length } = article.text;
  if (length > MAX_CHARACTERS)
    return {
      ok: false,
      message: `The text of this page has ${length.toLocaleString("en")} characters; at most ${MAX_CHARACTERS.toLocaleString("en")} are read. Open it yourself and paste the article alone.`,
    };
  const typed = (name: string, said: string, most: number) => values[name]?.trim() || said.slice(0, most);
  return {
    ok: true,
    text: storable(article.text),
    values: {
      ...values,
      title: storable(article.title),
      author: storable(article.author).slice(0, 200),
      publisher: typed("publisher", storable(article.publisher), 200),
      published: typed("published", dayOf(article.published.slice(0, 10)) ?? "", 20),
      url: article.url,
    },
  };
}

/** What PostgreSQL cannot hold is never typed by a person, but may stand in a page. */
export const storable = (text: string): string => text.replaceAll("\0", " ").toWellFormed();
