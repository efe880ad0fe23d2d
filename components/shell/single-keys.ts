/**
 * Keys without Ctrl or Alt that count anywhere on a page. Whoever speaks to their computer, or hits keys by chance, turns
 * them off (WCAG 2.2, 2.1.4); the browser remembers it. Without storage they are on.
 */
const PLACE = "rangebook-keys";
const CHANGED = "rangebook-keys-changed";

export function singleKeysOn(): boolean {
  try {
    return localStorage.getItem(PLACE) !== "off";
  } catch {
    return true;
  }
}

export function setSingleKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(PLACE);
    else localStorage.setItem(PLACE, "off");
  } catch {
    // Nothing can be remembered here: the keys stay as they are.
  }
  window.dispatchEvent(new Event(CHANGED));
}

/** Calls back whenever the choice changes, here or in another window; gives the way to stop. */
export function onSingleKeys(callback: () => void): () => void {
  window.addEventListener(CHANGED, callback);
  window.addEventListener("storage", callback);
  return () => {
    window.removeEventListener(CHANGED, callback);
    window.removeEventListener("storage", callback);
  };
}
