/** What script adds to ticking deals: rows, columns and the page as one, ranges with Shift, arrow keys, and other pages. */

type Box = HTMLInputElement;

const boxesOf = (form: HTMLFormElement): Box[] =>
  [...form.elements].filter((e): e is Box => e instanceof HTMLInputElement && e.type === "checkbox");
const isPlace = (box: Box): boolean => box.name === "place";
/** Whether rows, columns and ranges take it. */
const isTaken = (box: Box): boolean => isPlace(box) && box.dataset.alone === undefined;

export const tickedPlaces = (form: HTMLFormElement): Box[] =>
  boxesOf(form).filter((box) => isPlace(box) && box.checked);

/** The deals that the box of a row, of a column or of the page stands for. */
function takenBy(whole: Box, boxes: readonly Box[]): Box[] {
  const { name, value } = whole;
  return boxes.filter(
    (box) =>
      isTaken(box) &&
      (name === "all" ||
        (name === "row" ? box.value.startsWith(`${value}/`) : box.value.endsWith(`/${value}`))),
  );
}

/** Boxes of rows, columns and the page say whether all, some or none of theirs is ticked. */
function showWholes(boxes: readonly Box[]): void {
  for (const whole of boxes.filter((box) => !isPlace(box))) {
    const own = takenBy(whole, boxes);
    const ticked = own.filter((box) => box.checked).length;
    whole.checked = ticked > 0 && ticked === own.length;
    whole.indeterminate = ticked > 0 && ticked < own.length;
  }
}

const cellOf = (box: Box) => box.closest<HTMLTableCellElement>("td, th");
const rowOf = (box: Box) => box.closest("tr");

/** The deals in the rectangle between two boxes of one table: in a list, the rows between. */
function between(from: Box, to: Box, boxes: readonly Box[]): Box[] {
  const at = (box: Box) => [rowOf(box)?.rowIndex ?? -1, cellOf(box)?.cellIndex ?? -1] as const;
  const [[r1, c1], [r2, c2]] = [at(from), at(to)];
  return boxes.filter((box) => {
    const [r, c] = at(box);
    return (
      isTaken(box) &&
      box.closest("table") === to.closest("table") &&
      r >= Math.min(r1, r2) &&
      r <= Math.max(r1, r2) &&
      c >= Math.min(c1, c2) &&
      c <= Math.max(c1, c2)
    );
  });
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

/** The next box in that direction of its table; at an edge none. */
function neighbourOf(box: Box, key: string): Box | null {
  const step = STEPS[key];
  const rows = box.closest("table")?.rows;
  const cell = cellOf(box);
  const row = rowOf(box);
  if (!step || !rows || !cell || !row) return null;
  const [down, right] = step;
  for (let r = row.rowIndex + down, c = cell.cellIndex + right; ; r += down, c += right) {
    const at = rows[r]?.cells[c];
    if (!at) return null;
    const found = at.querySelector<Box>("input[type=checkbox]");
    if (found) return found;
  }
}

/** Listens until the answer is called. `changed`: boxes were ticked or unticked; called once at first. */
export function choosingKeys(form: HTMLFormElement, changed: () => void): () => void {
  let last: Box | null = null;
  const settle = () => {
    showWholes(boxesOf(form));
    changed();
  };
  const boxOf = (target: EventTarget | null): Box | null =>
    target instanceof HTMLInputElement && target.type === "checkbox" && target.form === form ? target : null;

  const onClick = (event: MouseEvent) => {
    const box = boxOf(event.target);
    if (!box) return;
    const boxes = boxesOf(form);
    if (!isPlace(box)) for (const one of takenBy(box, boxes)) one.checked = box.checked;
    else if (event.shiftKey && last?.isConnected)
      for (const one of between(last, box, boxes)) one.checked = box.checked;
    if (isPlace(box)) last = box;
    settle();
  };
  const onKey = (event: KeyboardEvent) => {
    const box = boxOf(event.target);
    const next = box && !event.ctrlKey && !event.metaKey && !event.altKey && neighbourOf(box, event.key);
    if (!box || !next) return;
    event.preventDefault();
    next.focus();
    if (!event.shiftKey || !isPlace(box) || !isTaken(next)) return;
    next.checked = box.checked;
    last = next;
    settle();
  };

  /** Goes to another page of the mode and takes along what is ticked on this one. */
  const takeAlong = (address: string, event: Event) => {
    const to = new URL(address, location.href);
    if (to.origin !== location.origin || to.searchParams.get("choose") !== "1") return;
    event.preventDefault();
    event.stopPropagation();
    const then = document.createElement("input");
    Object.assign(then, { type: "hidden", name: "then", value: to.pathname + to.search });
    form.append(then);
    form.requestSubmit();
    then.remove();
  };
  const onLink = (event: MouseEvent) => {
    const link = (event.target as Element | null)?.closest?.<HTMLAnchorElement>("a[href]");
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
    if (link && !elsewhere) takeAlong(link.href, event);
  };
  const onForm = (event: SubmitEvent) => {
    const sent = event.target;
    if (!(sent instanceof HTMLFormElement) || sent === form || sent.method !== "get") return;
    const fields = [...new FormData(sent, event.submitter)].flatMap(([name, value]) =>
      typeof value === "string" && value !== "" ? [[name, value]] : [],
    );
    takeAlong(`${sent.action}?${new URLSearchParams(fields)}`, event);
  };

  // A form that was sent is put back to what its page was made with.
  const onReset = (event: Event) => {
    if (event.target === form) setTimeout(settle);
  };

  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
  document.addEventListener("reset", onReset);
  // Before the router's own, which listens on the document.
  window.addEventListener("click", onLink, true);
  window.addEventListener("submit", onForm, true);
  settle();
  return () => {
    document.removeEventListener("click", onClick);
    document.removeEventListener("keydown", onKey);
    document.removeEventListener("reset", onReset);
    window.removeEventListener("click", onLink, true);
    window.removeEventListener("submit", onForm, true);
  };
}
