import { createHash } from "node:crypto";
import { createApp } from "../../server/app.ts";
import { siteOf } from "../../server/http/env.ts";
import { insertSession, unlockSession } from "../../server/http/session-store.ts";
import type { Citizen, LineUser } from "../../server/kernel/actor.ts";
import type { Log } from "../../server/ports.ts";
import { makeConsoleLink } from "../../server/visits/actions/make-console-link.ts";
import type { TestWorld } from "./ports.ts";
import { testConfig } from "./settings.ts";

export const origin = "http://localhost:8787";

/** What a form sends; URLSearchParams where a field stands several times. */
export type Fields = Record<string, string> | URLSearchParams;

/** A browser of one person: it keeps a cookie, posts as our own pages do, and follows nothing by itself. */
export interface TestBrowser {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, fields?: Fields, headers?: Record<string, string>): Promise<Response>;
  /** A form with files, as a page of ours posts it. */
  postForm(path: string, form: FormData): Promise<Response>;
  /** As a script of ours posts JSON. */
  postJson(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
}

const quiet: Log = { info: () => {}, warn: () => {}, error: (_, error) => console.error(error) };

/** The whole app over a test world, without a server and without a log; `more` are settings of its own. */
export function appOver(world: TestWorld, more: Record<string, string> = {}) {
  const assets = new Proxy<Record<string, string>>({}, { get: (_, name) => `/assets/${String(name)}` });
  const site = siteOf(testConfig({ PUBLIC_URL: origin, ...more }), "c", assets);
  const ports = { ...world.ports, log: quiet };
  return createApp(site, () => ({
    ports,
    address: "203.0.113.1",
    later: (work) => void work().catch(() => {}),
  }));
}

/** Browsers of that app, each of whoever the cookie names. */
export function testApp(world: TestWorld) {
  const app = appOver(world);
  return (cookie = ""): TestBrowser => {
    const ask = async (path: string, init: RequestInit) => app.request(new URL(path, origin), init);
    const ours = { cookie, origin, "sec-fetch-site": "same-origin" };
    return {
      get: (path, headers = {}) => ask(path, { headers: { cookie, ...headers } }),
      post: (path, fields = {}, headers = {}) =>
        ask(path, {
          method: "POST",
          body: new URLSearchParams(fields),
          headers: { ...ours, ...headers },
        }),
      postForm: (path, form) => ask(path, { method: "POST", body: form, headers: ours }),
      postJson: (path, body, headers = {}) =>
        ask(path, {
          method: "POST",
          body: JSON.stringify(body),
          headers: { ...ours, "content-type": "application/json", ...headers },
        }),
    };
  };
}

/** The cookie an answer gives, as the browser sends it back; empty: it gives none of that name. */
export function cookieGiven(response: Response, name: string): string {
  const given = response.headers.getSetCookie().find((each) => each.startsWith(`${name}=`));
  return given?.split(";")[0] ?? "";
}

/** Somebody with a session: a citizen, or a LINE user without an account. */
export type SignedIn = Citizen | (LineUser & { readonly unlocked?: boolean });

/** The cookie of a session, unlocked where the citizen is. */
export async function citizenCookie(world: Pick<TestWorld, "ports">, citizen: SignedIn): Promise<string> {
  const { random, clock, db } = world.ports;
  const value = Buffer.from(random.bytes(32)).toString("base64url");
  const tokenHash = createHash("sha256").update(value).digest();
  const [id, now] = [random.uuid(), clock.now()];
  const { channel, lineUserId } = citizen;
  await db.as({ kind: "gate" }, async (tx) => {
    const made = {
      channel,
      lineUserId,
      id,
      tokenHash,
      via: "liff",
      device: "test",
      language: "th",
      now,
    } as const;
    await insertSession(tx, made);
    if (citizen.unlocked) await unlockSession(tx, id, tokenHash, now);
  });
  return `__Host-citizen=${value}`;
}

/** The cookie of a console session, entered by a link as an administrator makes it. */
export async function staffCookie(world: TestWorld, browser: TestBrowser, agencyId: string): Promise<string> {
  const link = await makeConsoleLink(world.ports, { kind: "system", job: "test" }, { agencyId });
  if (!link.ok) throw new Error(link.refusal.kind);
  const entered = await browser.get(`/console/enter/${link.value.token}`);
  return (entered.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}
