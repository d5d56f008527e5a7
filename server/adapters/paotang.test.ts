import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makePaotangStandIn } from "../../scripts/simulator/paotang/provider.ts";
import { encodeBase64url } from "../kernel/base64url.ts";
import type { Proofing } from "../ports.ts";
import { makePaotang } from "./paotang.ts";

const redirectUri = "http://127.0.0.1:9/seat/prove/return";
const client = { id: "pratu-test", secret: "secret-of-the-test" };
const verifier = "v".repeat(43);
const nonce = "n".repeat(43);
let close: () => Promise<void>;
let proofing: Proofing;
let isDown = false;

beforeAll(async () => {
  const box: { handle?: Awaited<ReturnType<typeof makePaotangStandIn>>["handle"] } = {};
  const server = createServer((incoming, outgoing) => {
    if (isDown) return void outgoing.writeHead(503).end("down");
    box.handle?.(incoming, outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/paotang`;
  box.handle = (await makePaotangStandIn({ issuer, client, mayReturnTo: () => true })).handle;
  proofing = makePaotang({ issuer, clientId: client.id, clientSecret: client.secret, timeoutMs: 5_000 });
  close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
});
afterAll(() => close());

/** Walks as a person does in the app; answers where they are sent back to, or the page that asks again. */
async function walk(form: Record<string, string | readonly string[]>): Promise<URL | string> {
  const challenge = encodeBase64url(createHash("sha256").update(verifier).digest());
  const way = await proofing.authorizeUrl({ state: "s".repeat(43), nonce, challenge, redirectUri });
  if (!way.ok) throw new Error(way.refusal.kind);
  const jar = new Map<string, string>();
  const go = async (to: string, body?: URLSearchParams) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const init = body ? { method: "POST", body } : {};
    const answer = await fetch(to, { redirect: "manual", headers: { cookie }, ...init });
    for (const given of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(given) ?? [];
      jar.set(name, value);
    }
    return answer;
  };
  let at = new URL((await go(way.value)).headers.get("location") ?? "", way.value);
  const body = new URLSearchParams(
    Object.entries(form).flatMap(([name, value]) => [value].flat().map((each) => [name, each])),
  );
  let answer = await go(at.href, body);
  if (answer.status === 422) return answer.text();
  for (let hops = 0; hops < 5; hops += 1) {
    at = new URL(answer.headers.get("location") ?? "", at);
    if (at.href.startsWith(redirectUri)) return at;
    answer = await go(at.href);
  }
  throw new Error(`nobody was sent back: ${answer.status}`);
}

const yes = { answer: "yes", item: ["citizenId", "name"], pid: "1101600000018", name: "มานี ชูใจ" };

async function returned(form: Record<string, string | readonly string[]>): Promise<URL> {
  const at = await walk(form);
  if (typeof at === "string") throw new Error("the app asked again");
  return at;
}

test("whoever consents comes back with a code that tells who they are, once, for this nonce and verifier", async () => {
  const code = (await returned(yes)).searchParams.get("code") ?? "";
  const grant = { code, verifier, nonce, redirectUri };
  expect(await proofing.exchange(grant)).toEqual({
    ok: true,
    value: { pid: "1101600000018", firstName: "มานี", lastName: "ชูใจ" },
  });
  expect(await proofing.exchange(grant)).toMatchObject({ ok: false });
  const other = (await returned(yes)).searchParams.get("code") ?? "";
  const swapped = await proofing.exchange({ ...grant, code: other, nonce: "m".repeat(43) });
  expect(swapped).toEqual({ ok: false, refusal: { kind: "proof_invalid" } });
  const stolen = (await returned(yes)).searchParams.get("code") ?? "";
  expect(await proofing.exchange({ ...grant, code: stolen, verifier: "w".repeat(43) })).toMatchObject({
    ok: false,
  });
});

test("consent without the items that are needed is asked for again", async () => {
  expect(await walk({ ...yes, item: ["name"] })).toContain("ต้องเลือกรายการที่มีคำว่า (จำเป็น) ให้ครบ");
});

test.each([
  ["no", "proof_denied"],
  ["pending", "proof_pending"],
  ["fault", "proof_down"],
] as const)("an answer %j of the app is %s", async (answer, kind) => {
  const error = (await returned({ answer })).searchParams.get("error") ?? "";
  expect(proofing.refusalOf(error)).toEqual({ kind });
});

test("a number that is none proves nothing, and a bank that does not answer is down", async () => {
  const code = (await returned({ ...yes, pid: "1111111111111" })).searchParams.get("code") ?? "";
  const grant = { code, verifier, nonce, redirectUri };
  expect(await proofing.exchange(grant)).toEqual({ ok: false, refusal: { kind: "proof_invalid" } });
  isDown = true;
  expect(await proofing.exchange(grant)).toEqual({ ok: false, refusal: { kind: "proof_down" } });
  isDown = false;
});
