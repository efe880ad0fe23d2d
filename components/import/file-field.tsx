"use client";

import { IMPORT_LIMITS } from "@/domain/import";

/** Chosen or dropped. One that is too large is told before it is sent, where there is script; else the server says it. */
export function FileField({ describedBy }: { describedBy: string }) {
  return (
    <input
      id="f-file"
      name="file"
      type="file"
      className="drop"
      aria-describedby={describedBy}
      onChange={({ currentTarget: field }) => {
        const size = field.files?.[0]?.size ?? 0;
        const most = IMPORT_LIMITS.bytes / 1024 / 1024;
        field.setCustomValidity(
          size > IMPORT_LIMITS.bytes
            ? `This file is larger than ${most} MiB. Split it, or import it on the command line.`
            : "",
        );
        field.reportValidity();
      }}
    />
  );
}
