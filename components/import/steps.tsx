import type { ImportState } from "@/domain/import";

const STEPS = ["The file", "Its columns", "Dry run", "Import"] as const;

/** How many steps are behind; null: it ended elsewhere. */
function behind(state: ImportState): number | null {
  switch (state) {
    case "uploading":
      return 0;
    case "mapping":
      return 1;
    case "check-queued":
    case "checking":
      return 2;
    case "checked":
    case "import-queued":
    case "importing":
      return 3;
    case "done":
      return 4;
    case "refused":
    case "failed":
    case "cancelled":
      return null;
  }
}

/** The way of a file into the record, and where this one is on it. */
export function Steps({ state }: { state: ImportState }) {
  const done = behind(state);
  if (done === null) return null;
  return (
    <ol className="steps" aria-label="Steps">
      {STEPS.map((word, at) => (
        <li
          key={word}
          className={at < done ? "done" : undefined}
          aria-current={at === done ? "step" : undefined}
        >
          <span aria-hidden="true">{at < done ? "✓" : at + 1}</span> {word}
          {at < done && <span className="sr-only">, done</span>}
        </li>
      ))}
    </ol>
  );
}
