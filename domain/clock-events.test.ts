import fc from "fast-check";
import { expect, test } from "vitest";
import { clockEvents } from "./clock-events";

const at = (day: string) => ({ day, what: "a status begins" });
const days = fc.integer({ min: 10, max: 28 }).map((n) => `2018-01-${n}`);

test("steps lead from event to event, in both directions, and stop at the ends and today", () => {
  fc.assert(
    fc.property(fc.array(days, { minLength: 1 }), days, (list, today) => {
      const events = list.map(at);
      const walked: string[] = [];
      for (let { next } = clockEvents(events, "2018-01-01", today); next; ) {
        walked.push(next.day);
        next = clockEvents(events, next.day, today).next;
      }
      const past = [...new Set(list)].sort().filter((day) => day <= today);
      expect(walked).toEqual(past);
      const back: string[] = [];
      for (let { previous } = clockEvents(events, "2018-02-01", today); previous; ) {
        back.push(previous.day);
        previous = clockEvents(events, previous.day, today).previous;
      }
      expect(back.reverse()).toEqual(past);
      expect(clockEvents(events, "2018-01-20", today).first?.day).toBe(past[0]);
    }),
  );
});
