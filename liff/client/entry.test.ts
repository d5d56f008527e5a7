import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { enter } from "./entry.ts";
import type { SignInPort } from "./sign-in-port.ts";

/** As much of a browser as the entry page's script touches; what it did is kept for looking at. */
let body: { dataset: Record<string, string> };
let done: string[];
let kept: Map<string, string>;
let answers: number[];
let posted: unknown[];

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-21T03:00:00Z") });
  body = { dataset: { liffId: "2000000002-AbcdEfgh" } };
  done = [];
  kept = new Map();
  answers = [];
  posted = [];
  vi.stubGlobal("document", { body });
  vi.stubGlobal("sessionStorage", {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  });
  vi.stubGlobal("location", {
    pathname: "/liff/ask/t1",
    search: "?for=7",
    reload: () => done.push("reload"),
    replace: (url: string) => done.push(`to ${url}`),
  });
  vi.stubGlobal("fetch", (path: string, init: { method: string; body: string }) => {
    posted.push([path, init.method, JSON.parse(init.body)]);
    const status = answers.shift();
    return status === undefined ? Promise.reject(new TypeError("offline")) : Promise.resolve({ status });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function port(more: Partial<SignInPort> = {}): SignInPort {
  return {
    init: () => Promise.resolve(),
    isInClient: () => true,
    isLoggedIn: () => true,
    login: () => done.push("login"),
    logout: () => done.push("logout"),
    idToken: () => "t0",
    closeWindow: () => done.push("close"),
    ...more,
  };
}

const state = () => body.dataset["entry"];

test("in LINE the token becomes a session and the same page loads again", async () => {
  answers = [204];
  await enter(port());
  expect(posted).toEqual([["/liff/session", "POST", { idToken: "t0" }]]);
  expect(done).toEqual(["reload"]);
});

test("while LINE's SDK leads on by itself, nothing is posted", async () => {
  void enter(port({ init: () => new Promise<never>(() => {}) }));
  await vi.advanceTimersByTimeAsync(60_000);
  expect([state(), posted, done]).toEqual(["waiting", [], []]);
});

test("in an ordinary browser nobody is sent away: the page offers its own button", async () => {
  await enter(port({ isInClient: () => false, isLoggedIn: () => false }));
  expect([state(), posted, done]).toEqual(["browser", [], []]);
});

test("a token the server does not take is thrown away and fetched anew through LINE, once", async () => {
  answers = [401, 401];
  await enter(port());
  expect(done).toEqual(["logout", "to https://liff.line.me/2000000002-AbcdEfgh/ask/t1?for=7"]);
  done.length = 0;
  await enter(port());
  expect([state(), done]).toEqual(["failed", []]);
});

test("after a sign-in that worked, an old token may be fetched anew again", async () => {
  answers = [401, 204, 401];
  await enter(port());
  await enter(port());
  vi.advanceTimersByTime(3_600_000);
  done.length = 0;
  await enter(port());
  expect(done[0]).toBe("logout");
});

test.each([[429], [503], [500], []])("an answer of %s is said, and the way on stays", async (...given) => {
  answers = given;
  await enter(port());
  expect([state(), done]).toEqual(["failed", []]);
});

test.each<[string, Partial<SignInPort>]>([
  ["the SDK does not start", { init: () => Promise.reject(new Error("INVALID_CONFIG")) }],
  ["LINE gives no token", { idToken: () => null }],
  ["LINE knows nobody", { isLoggedIn: () => false }],
])("in LINE, when %s, it is said", async (_, more) => {
  await enter(port(more));
  expect([state(), posted]).toEqual(["failed", []]);
});

test("a browser that keeps no session is told so, and not loaded for ever", async () => {
  answers = [204];
  await enter(port());
  vi.advanceTimersByTime(800);
  await enter(port());
  expect([state(), posted.length, done]).toEqual(["failed", 1, ["reload"]]);
});

test("hours later, when the session has ended, signing in goes by itself again", async () => {
  answers = [204, 204];
  await enter(port());
  vi.advanceTimersByTime(12 * 3_600_000);
  await enter(port());
  expect(done).toEqual(["reload", "reload"]);
});
