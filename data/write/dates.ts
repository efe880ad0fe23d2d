import { asDate, edtf } from "@/data/rows";

/** The bounds of an EDTF text as database dates. The text has passed the command's schema. */
export function bounds(text: string): { earliest: Date; latest: Date } {
  const { earliest, latest } = edtf(text);
  return { earliest: asDate(earliest), latest: asDate(latest) };
}

export const boundsOrNull = (text: string | null): { earliest: Date | null; latest: Date | null } =>
  text === null ? { earliest: null, latest: null } : bounds(text);
