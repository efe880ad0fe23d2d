import type { Choosing } from "@/formats/choice";

/** What a page needs to let its reader tick deals. */
export type Chooser = {
  /** null: the page is only read. */
  readonly choosing: Choosing | null;
  /** The way into the mode; null: who reads may not edit, the page looks at the past, or it is in the mode. */
  readonly chooseHref: string | null;
  readonly action: (form: FormData) => Promise<void>;
};
