/**
 * Work that several workers share: each takes the next item when it is done with the one before, so that one computes
 * while the database answers another. Answers in the order of the items. After a failure nobody takes another item, and
 * it is thrown when all have put down theirs.
 */
export async function sideBySide<Worker, Item, Answer>(
  workers: readonly Worker[],
  items: AsyncIterable<Item> | Iterable<Item>,
  work: (worker: Worker, item: Item) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  let place = 0;
  const left = each(items);
  const run = async (worker: Worker) => {
    for (let next = await left.next(); !next.done; next = await left.next()) {
      const at = place++;
      try {
        answers[at] = await work(worker, next.value);
      } catch (error) {
        await left.return();
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(workers.map(run));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  return answers;
}

/** One generator of any items: it answers calls in turn, and whoever ends it ends it for all. */
async function* each<Item>(items: AsyncIterable<Item> | Iterable<Item>): AsyncGenerator<Item, void, void> {
  yield* items;
}
