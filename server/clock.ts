import type { Day, Instant } from "@/domain/edtf";

/** The clock enters here, at a page or an action, and is passed down. */
export const now = (): Instant => new Date().toISOString();

/** Today as a calendar day, UTC. */
export const today = (): Day => now().slice(0, 10);
