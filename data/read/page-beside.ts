import { pageOf } from "@/domain/deal-rows";

/**
 * A page of rows beside what counts them: both are asked at once, since the page that is asked for is nearly always there. Only one
 * past the end is asked again, for the last one. `asked` counts from 1.
 */
export async function pageBeside<Counted, Row>(
  asked: number,
  counting: Promise<Counted>,
  totalOf: (counted: Counted) => number,
  rowsOf: (page: number) => Promise<readonly Row[]>,
) {
  const first = Math.max(1, asked);
  const [counted, found] = await Promise.all([counting, rowsOf(first)]);
  const total = totalOf(counted);
  const { page, pages } = pageOf(total, asked);
  return { counted, rows: page === first ? found : await rowsOf(page), total, page, pages };
}
