import type { Query } from "@/formats/paths";

/** Parameters that a GET form carries on unseen. */
export function Hidden({ query }: { query: Query }) {
  if (!query) return null;
  const entries = query instanceof URLSearchParams ? [...query] : Object.entries(query);
  return entries.map(([name, value]) =>
    value === null || value === undefined ? null : (
      <input key={name} type="hidden" name={name} value={value} />
    ),
  );
}
