import type { DeviceFacts } from "./device-facts";
import type { Rule } from "./rule";

export const deviceWithoutAnnouncement: Rule<DeviceFacts> = {
  code: "device-without-announcement",
  level: "may",
  says: "A device says when it was announced.",
  field: "announced",
  check: ({ announced }) =>
    announced === null ? "Nothing says when it was announced. A month or a year is enough." : null,
};
