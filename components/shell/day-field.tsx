"use client";

import { useEffect, useRef } from "react";

/** A day to type; it follows the page when that moves without a reload, and keeps the focus meanwhile. */
export function DayField({ id, name, value }: { id: string; name: string; value: string }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (field.current) field.current.value = value;
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
    />
  );
}
