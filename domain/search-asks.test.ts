import { expect, it } from "vitest";
import { addressIn, statusIn } from "./search-asks";

it.each([
  ["https://www.crn.com/a/b?x=1", "https://www.crn.com/a/b?x=1"],
  [" http://crn.com ", "http://crn.com"],
  ["crn.com/news/a", "https://crn.com/news/a"],
  ["www.crn.com/", "https://www.crn.com/"],
  ["crn.com", null],
  ["AT&T/Verizon", null],
  ["mate 10/verizon", null],
  ["https://a b.com/x", null],
  ["https://me@crn.com/x", null],
  ["javascript:alert(1)/x.com/", null],
  ["", null],
])("the address in %j is %j", (text, address) => expect(addressIn(text)).toBe(address));

it.each([
  ["verizon pause", { status: "paused", rest: "verizon" }],
  ["Paused Huawei at EE", { status: "paused", rest: "Huawei at EE" }],
  ["mate 10 retail-only", { status: "retail-only", rest: "mate 10" }],
  ["paused", null],
  ["paused withdrawn huawei", null],
  ["huawei", null],
  ["", null],
])("the status in %j is %j", (text, asks) => expect(statusIn(text)).toEqual(asks));
