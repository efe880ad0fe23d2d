import { cache } from "react";
import type { Params } from "@/formats/view";

type Props<Named> = { params: Promise<Named>; searchParams: Promise<Params> };

/**
 * What a page reads, read once a request. Next gives a page and its `generateMetadata` the same address in two different
 * objects, which React's `cache` would take for two questions and ask the database twice.
 */
export function once<Named, Answer>(
  read: (named: Named, query: Params) => Promise<Answer>,
): (props: Props<Named>) => Promise<Answer> {
  const byAddress = cache((address: string) => {
    const [named, query] = JSON.parse(address) as [Named, Params];
    return read(named, query);
  });
  return async ({ params, searchParams }) => byAddress(JSON.stringify([await params, await searchParams]));
}
