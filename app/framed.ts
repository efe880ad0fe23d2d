import { type ChartPage, footOf } from "@/components/charts/chart";
import { merged, type Query } from "@/formats/paths";
import { narrowedWords } from "@/formats/said-filters";
import { type Freezable, frozen } from "@/server/frozen";

type Page = Freezable & {
  /** The page in the names of its files. */
  name: string;
  /** What its pictures rest on, as a sentence. */
  sources: string;
  /** What its path says, for the addresses of its files: `{ slug }`. */
  file?: Query;
};

/** A page's permanent address, reference and files, as its charts and its own Cite need them. */
export async function framed({ name, sources, file, ...page }: Page): Promise<ChartPage> {
  const { citable, query, href } = await frozen(page);
  return {
    name,
    citable,
    href,
    query: merged(file, query),
    foot: footOf(page.view, citable.record, { sources, narrowed: narrowedWords(page.narrowed ?? []) }),
  };
}
