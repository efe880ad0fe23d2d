import type { Fields, ListSpec } from "@/formats/list-query";
import { readList } from "@/formats/list-query";
import { type Params, printView, readView } from "@/formats/view";
import { now } from "@/server/clock";
import { requireActor } from "@/server/session";

type Asked = Promise<Params>;

/** What a reading page begins with: who reads, which day is today, and the view that its address asks for. */
export async function openView(searchParams: Asked) {
  const actor = await requireActor("read");
  const at = now();
  const today = at.slice(0, 10);
  const params = await searchParams;
  const reading = readView(params, at);
  return { actor, at, today, params, reading, view: reading.view, query: printView(reading.view, today) };
}
export type Opened = Awaited<ReturnType<typeof openView>>;

/** The same of a list, with the filters, the order and the page that are asked for. */
export async function openList<F extends Fields, K extends string>(
  spec: ListSpec<F, K>,
  searchParams: Asked,
) {
  const opened = await openView(searchParams);
  return { ...opened, asked: readList(spec, opened.params) };
}
