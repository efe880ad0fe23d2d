import { dayOf } from "@/domain/edtf";
import type { Given } from "@/intake/read-article";
import { type ArticleText, articleOfHtml, isHtml, NO_ARTICLE } from "@/server/article-text";
import { decoded } from "@/server/page-charset";
import { storable } from "./fetch-it";

/** An article as it was sent: pasted, or as a file. */
export type SentArticle = ArticleText & { readonly file: string };

/** The text of the form; a file counts before what was pasted. */
export async function sentArticle(form: FormData): Promise<SentArticle> {
  const file = form.get("file");
  if (file instanceof File && file.size > 0) {
    const text = decoded(new Uint8Array(await file.arrayBuffer()));
    const article = isHtml(file.name, text) ? articleOfHtml(text) : { ...NO_ARTICLE, text };
    return { ...article, text: storable(article.text), file: file.name };
  }
  const text = form.get("text");
  return { ...NO_ARTICLE, text: typeof text === "string" ? text.replaceAll("\r\n", "\n") : "", file: "" };
}

/** What is given with the text: as typed, else as the page says it. */
export function givenOf(
  values: Readonly<Record<string, string>>,
  article: Partial<ArticleText>,
): Given & { url: string | null } {
  const typed = (name: string) => values[name]?.trim() || null;
  return {
    publisher: typed("publisher") ?? (article.publisher || null),
    published: dayOf(typed("published") ?? "") ?? dayOf((article.published ?? "").slice(0, 10)),
    url: typed("url") ?? (article.url || null),
  };
}
