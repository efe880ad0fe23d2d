import type { Edtf } from "@/domain/edtf";
import type { SourceKind } from "@/domain/status";

/** What the rules ask of a source. */
export type SourceFacts = {
  readonly kind: SourceKind;
  readonly title: string | null;
  readonly url: string | null;
  readonly published: Edtf;
  /** false: an upstream report that nobody here has read. */
  readonly seen: boolean;
  /** Its publisher took it back. */
  readonly retracted: boolean;
};
