import { expect, test } from "vitest";
import { fill, judgeBrowser, judgeClock, judgeNetwork, judgeScreen } from "./checks.ts";

const chrome = (version: number) =>
  `Mozilla/5.0 (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36`;

test.each([
  [chrome(109), "browserGood"],
  [`${chrome(131)} Edg/131.0.0.0`, "browserGood"],
  [chrome(108), "browserOld"],
  ["Mozilla/5.0 (Windows NT 10.0; rv:133.0) Gecko/20100101 Firefox/133.0", "browserOther"],
  ["", "browserOther"],
])("the browser %s is told as %s", (userAgent, say) => {
  expect(judgeBrowser(userAgent).say).toBe(say);
});

test("a screen of 1,280 pixels is wide enough and 1,279 are not", () => {
  expect([judgeScreen(1_280).say, judgeScreen(1_279).say]).toEqual(["screenGood", "screenNarrow"]);
});

test("two minutes off are allowed either way, a second more is not, and a slow answer is no fault of the clock", () => {
  const asked = { askedAt: 1_000_000, answeredAt: 1_030_000 };
  const said = (serverNow: number) => judgeClock({ ...asked, serverNow }).say;
  expect([880_000, 879_000, 1_150_000, 1_151_000, 1_015_000].map(said)).toEqual([
    "clockGood",
    "clockWrong",
    "clockGood",
    "clockWrong",
    "clockGood",
  ]);
  expect(judgeClock({ ...asked, serverNow: 1_000_000 - 3_600_000 }).gaps).toEqual({ minutes: 60 });
});

test("a network that answers within a second and a half is good", () => {
  expect([judgeNetwork(1_500).say, judgeNetwork(1_501).say]).toEqual(["networkGood", "networkSlow"]);
});

test("gaps are filled, and one without a value stays as it is", () => {
  expect(fill("{a} and {b}", { a: 1 })).toBe("1 and {b}");
});
