import { readDate } from "@/domain/date-words";
import type { Day } from "@/domain/edtf";
import type { Problem } from "./form-state";

/** What stands in a form, before it is read. */
export type Input = {
  readonly values: Readonly<Record<string, string>>;
  /** Slugs by field name; a field that was left empty has none. */
  readonly refs: Readonly<Record<string, readonly string[]>>;
  readonly checks: Readonly<Record<string, readonly string[]>>;
  /** Today, for dates without a year. */
  readonly today: Day;
  /** An id that follows from the form's own id and this word; "" is the main command. */
  readonly idOf: (word: string) => string;
};

/** Reads the fields of one form; collects what is wrong with dates on the way. */
export class FormReader {
  readonly problems: Problem[] = [];
  constructor(readonly input: Input) {}

  text(name: string): string | null {
    const value = this.input.values[name]?.trim() ?? "";
    return value === "" ? null : value;
  }
  /** "" where a command needs text: the schema then says that something must be written. */
  must(name: string): string {
    return this.text(name) ?? "";
  }
  ref(name: string): string | null {
    return this.input.refs[name]?.[0] ?? null;
  }
  refs(name: string): readonly string[] {
    return this.input.refs[name] ?? [];
  }
  date(name: string): string | null {
    const text = this.text(name);
    if (text === null) return null;
    const read = readDate(text, { relativeTo: this.input.today });
    if (read.ok) return read.value.text;
    this.problems.push({ field: name, message: read.message });
    return text;
  }
  needDate(name: string, what: string): string {
    const date = this.date(name);
    if (date === null)
      this.problems.push({ field: name, message: `Say ${what}. A month, a year or “by …” is enough.` });
    return date ?? "";
  }
  needRef(name: string, what: string): string {
    const slug = this.ref(name);
    if (slug === null && !this.problems.some((p) => p.field === name)) {
      this.problems.push({ field: name, message: `Say ${what}: type a few letters of a name.` });
    }
    return slug ?? "none";
  }
  version(): number {
    return Number.parseInt(this.input.values.version ?? "", 10) || 0;
  }
}
