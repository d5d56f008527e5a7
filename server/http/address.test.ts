import { expect, test } from "vitest";
import { callerAddress, networkOf } from "./address.ts";

test("believes nobody's forwarded header when no proxy is trusted", () => {
  expect(callerAddress("203.0.113.9", "198.51.100.1", [])).toBe("203.0.113.9");
});

test("takes the address that the trusted proxy saw, not the one the caller wrote before it", () => {
  expect(callerAddress("10.0.0.1", "1.2.3.4, 198.51.100.7", ["10.0.0.1"])).toBe("198.51.100.7");
});

test("walks through several trusted proxies", () => {
  expect(callerAddress("10.0.0.1", "198.51.100.7, 10.0.0.2", ["10.0.0.1", "10.0.0.2"])).toBe("198.51.100.7");
});

test("stops at what is no address", () => {
  expect(callerAddress("10.0.0.1", "<script>", ["10.0.0.1"])).toBe("10.0.0.1");
});

test("reads an IPv4 address in its IPv6 clothes", () => {
  expect(callerAddress("::ffff:127.0.0.1", undefined, [])).toBe("127.0.0.1");
});

test("all addresses of one line with IPv6 count as one, those of another line do not", () => {
  const line = ["2001:db8:1:2::7", "2001:DB8:1:2:aaaa:bbbb:cccc:dddd", "2001:0db8:0001:0002::192.0.2.1"];
  expect(new Set(line.map(networkOf))).toEqual(new Set(["2001:db8:1:2::/64"]));
  expect(networkOf("2001:db8:1:3::7")).toBe("2001:db8:1:3::/64");
  expect(networkOf("::1")).toBe("0:0:0:0::/64");
  expect(networkOf("fe80::1%eth0")).toBe("fe80:0:0:0::/64");
});

test("an IPv4 address counts as itself, and an unknown one as none", () => {
  expect(["203.0.113.9", ""].map(networkOf)).toEqual(["203.0.113.9", ""]);
});
