/** How pages reach whoever works on imports: Next's route bundles hold module copies of their own, hence `globalThis`. */
const kept = globalThis as { rangebookWakeImports?: () => void };

/** Whoever works on imports in this process says how it is woken. */
export function onWakeImports(wake: () => void): void {
  kept.rangebookWakeImports = wake;
}

/** Something may wait: it is taken up at once rather than at the next look. */
export const wakeImports = (): void => kept.rangebookWakeImports?.();
