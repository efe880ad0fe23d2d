"use client";

import { useSyncExternalStore } from "react";
import { onSingleKeys, setSingleKeys, singleKeysOn } from "@/components/shell/single-keys";

/** Turns the keys that need no Ctrl off and on again, for this browser. Without script there are none. */
export function KeySwitch() {
  const on = useSyncExternalStore(onSingleKeys, singleKeysOn, () => true);
  return (
    <p>
      <button type="button" className="btn" onClick={() => setSingleKeys(!on)}>
        {on ? "Turn single keys off" : "Turn single keys on"}
      </button>{" "}
      <span role="status">
        {on ? "Keys without Ctrl count on every page." : "Only Ctrl+K, Enter, Esc and arrows count."}
      </span>
    </p>
  );
}
