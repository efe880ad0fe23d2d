"use client";

import { useEffect, useRef, useState } from "react";

/**
 * A day to type; it follows the page when that moves without a reload, and keeps the focus meanwhile. While it holds none it
 * is marked as open, for which the style sheet says "now".
 */
export function DayField({ id, name, value }: { id: string; name: string; value: string }) {
  const field = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(value === "");
  useEffect(() => {
    if (field.current) field.current.value = value;
    setOpen(value === "");
  }, [value]);
  return (
    <input
      ref={field}
      id={id}
      type="date"
      name={name}
      min="1970-01-01"
      max="2100-12-31"
      defaultValue={value}
      data-open={open || undefined}
      onInput={(event) => setOpen(event.currentTarget.value === "")}
    />
  );
}
