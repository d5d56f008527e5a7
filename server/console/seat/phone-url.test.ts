import { Hono } from "hono";
import { expect, test } from "vitest";
import type { AppEnv } from "../../http/env.ts";
import { isOnPhone } from "./on-phone.ts";
import { phoneUrl } from "./phone-url.ts";

async function linkOn(host: string, demo: boolean, agent = ""): Promise<string> {
  const app = new Hono<AppEnv>();
  const site = { demo, liffId: "2000000002-AbcdEfgh", publicUrl: new URL("http://localhost:8080") };
  app.get("/", (c) => {
    c.set("site", site as unknown as AppEnv["Variables"]["site"]);
    return c.text(`${phoneUrl(c, "/token/activate/x")} ${String(isOnPhone(c))}`);
  });
  const headers = { host, "user-agent": agent };
  return (await app.request(`http://${host}/`, { headers })).text();
}

test("with a real channel a link opens LINE", async () => {
  expect(await linkOn("pratu.example", false)).toBe(
    "https://liff.line.me/2000000002-AbcdEfgh/token/activate/x false",
  );
});

test("in a demo a link opens the simulated phone it is pressed on, or the first", async () => {
  const path = "localhost:8080/liff/token/activate/x";
  expect(await linkOn("phone3.localhost:8080", true)).toBe(`http://phone3.${path} true`);
  expect(await linkOn("orathai.localhost:8080", true)).toBe(`http://phone1.${path} false`);
  expect(await linkOn("phone3.evil.example", false)).toContain("https://liff.line.me/");
});

test("a phone is known by its browser", async () => {
  const agent = "Mozilla/5.0 (Linux; Android 9) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36";
  expect(await linkOn("pratu.example", false, agent)).toMatch(/ true$/);
});
