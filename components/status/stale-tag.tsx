import { STALE_MEANING } from "@/domain/words";

/** A status that may no longer hold, and for how long nothing was heard of it. */
export function StaleTag({ days, why = null }: { days: number; why?: string | null }) {
  return (
    <span className="tag" title={why ?? STALE_MEANING}>
      stale, {ageWords(days)}
    </span>
  );
}

/** How long nothing was heard: "8 y", "14 mo", "50 d". */
export function ageWords(days: number): string {
  if (days >= 730) return `${Math.floor(days / 365.25)} y`;
  return days >= 60 ? `${Math.floor(days / 30.44)} mo` : `${Math.max(0, days)} d`;
}
