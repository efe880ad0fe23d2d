import type { DeviceFacts } from "./device-facts";
import type { Rule } from "./rule";

export const deviceWithoutModel: Rule<DeviceFacts> = {
  code: "device-without-model",
  level: "may",
  says: "A device has a model number among its names.",
  field: "aliases",
  check: ({ models }) =>
    models === 0
      ? "It has no model number, by which lists and articles find it. Add a line such as “model: BLA-A09”."
      : null,
};
