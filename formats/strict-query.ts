import type { Outcome } from "@/domain/refusal";

/**
 * The query of an address that programs ask: each parameter at most once, and none that is not known, so that a misspelt
 * one is not silently ignored. (Pages are for people, whose links gather parameters on the way: there an unknown one is
 * left alone, and one that cannot be read is said on the page.)
 */
export function strictQuery<Name extends string>(
  query: URLSearchParams,
  names: readonly Name[],
): Outcome<Partial<Record<Name, string>>> {
  const value: Partial<Record<Name, string>> = {};
  for (const [name, text] of query) {
    const known = names.find((one) => one === name);
    if (known === undefined) {
      const message = `There is no parameter "${[...name].slice(0, 40).join("")}" here. There are: ${names.join(", ")}.`;
      return { ok: false, refusal: { code: "unknown-field", message, field: name.slice(0, 100) } };
    }
    if (known in value) {
      const message = `"${known}" is given more than once. Give it once.`;
      return { ok: false, refusal: { code: "malformed", message, field: known } };
    }
    value[known] = text;
  }
  return { ok: true, value };
}
