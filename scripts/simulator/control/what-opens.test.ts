import { expect, test } from "vitest";
import { whatOpens } from "./what-opens.ts";

const liffId = "2000000002-AbcdEfgh";

test("a link of the LIFF app opens the LIFF browser with the rest as liff.state", () => {
  expect(whatOpens(`https://liff.line.me/${liffId}/ask/x?y=1`, liffId)).toEqual({
    opens: "liff",
    path: "/liff?liff.state=%2Fask%2Fx%3Fy%3D1",
  });
  expect(whatOpens(`https://liff.line.me/${liffId}`, liffId)).toEqual({ opens: "liff", path: "/liff" });
});

test("another LIFF app, a page and a number leave the chat", () => {
  const other = `https://liff.line.me/${liffId}x/home`;
  expect(whatOpens(other, liffId)).toEqual({ opens: "browser", url: other });
  expect(whatOpens("tel:1330", liffId)).toEqual({ opens: "call", number: "1330" });
});
