import { expect, test } from "vitest";
import { longestParameters, readParameters } from "./parameters.ts";

test("a parameter without a value was not sent", () => {
  expect(readParameters("scope=&state=a")?.value("scope")).toBeNull();
});

test("of a parameter that was sent twice nothing is read", () => {
  const sent = readParameters("state=a&state=b&scope=openid");
  expect(sent?.value("state")).toBeNull();
  expect([...(sent?.twice ?? [])]).toEqual(["state"]);
});

test("a request longer than any that means well is not read", () => {
  expect(readParameters(`state=${"a".repeat(longestParameters - 6)}`)).not.toBeNull();
  expect(readParameters(`state=${"a".repeat(longestParameters - 5)}`)).toBeNull();
});

test("no value holds a NUL", () => {
  expect(readParameters("state=a%00b")?.value("state")).toBe("ab");
});
