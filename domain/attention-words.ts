import type { AttentionItem } from "./attention";
import { dateWords } from "./date-words";
import { STATUS_WORDS } from "./words";

/** An item in one line, without its page: "Mate 10 Pro at Verizon: planned, Feb 2018". */
export function itemWords({ about }: Pick<AttentionItem, "about">): string {
  if (about.of === "twins") return `${about.one.name} and ${about.other.name}`;
  if (about.of !== "claim") return about.thing.name;
  const { device, carrier, status, effective } = about;
  return `${device.name} at ${carrier.name}: ${STATUS_WORDS[status].word}, ${dateWords(effective)}`;
}
