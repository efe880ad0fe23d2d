import { type Deed, thingOf, type Undoing } from "./undo-shapes";

/** Takes back edits of manufacturers, carriers, retailers, devices, sources and policy actions. */
export function undoThings(work: Undoing): void {
  const bySubject = new Map<string, Deed[]>();
  for (const deed of work.deeds) {
    const kind = thingOf(deed.command);
    if (!kind) continue;
    const key = `${kind} ${deed.subject.id}`;
    bySubject.set(key, [...(bySubject.get(key) ?? []), deed]);
  }
  for (const [key, deeds] of [...bySubject].reverse()) undoThing(work, key, deeds);
}

function undoThing(work: Undoing, key: string, deeds: readonly Deed[]): void {
  const now = work.now.things.get(key);
  const word = key.split(" ")[0]?.replace("-", " ");
  // It goes as a whole, or stays as it is: undo-created.ts.
  if (deeds.some((d) => d.command.kind.startsWith("create-"))) return;
  const edits = deeds.filter((d) => d.command.kind.startsWith("edit-"));
  const others = deeds.filter((d) => !edits.includes(d));
  if (others.length > 0)
    work.leave(
      others.map((d) => d.command.id),
      "That a publisher took a source back stays marked: it is what the public could know.",
    );
  // The newest edits without a gap; what lies below a gap was edited by somebody else in between.
  const run: Deed[] = [];
  for (const deed of [...edits].reverse()) {
    const expected = run.at(-1)?.version ?? (now ? now.version + 1 : Number.NaN);
    if (deed.version === expected - 1) run.push(deed);
    else break;
  }
  const first = run.at(-1);
  const rest = edits.filter((d) => !run.includes(d)).map((d) => d.command.id);
  if (rest.length > 0) work.leave(rest, `Somebody edited this ${word} since.`);
  if (!first || !now) return;
  if (!first.before) {
    work.leave([first.command.id], "What it said before is not known.");
    return;
  }
  work.edited.set(key, 1);
  work.commands.push({
    kind: first.command.kind,
    id: work.idOf(`edit ${key}`),
    slug: now.slug,
    version: now.version,
    ...first.before,
  });
}
