import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { cardProofs } from "../../server/adapters/card-proofs.ts";
import { cardSignedText } from "../../server/agencies/card-sign-in.ts";
import { parseCitizenId } from "../../server/kernel/citizen-id.ts";
import { makeCardAuthority } from "./authority.ts";
import { cards } from "./cards.ts";
import { serveCardAgent, type RunningAgent } from "./serve.ts";

let running: RunningAgent;
const noon = new Date("2026-11-21T12:00:00+07:00");
const authority = makeCardAuthority(noon);
const clerkAt = cards.findIndex(({ pin }) => pin !== null);
const clerkCard = cards[clerkAt]!;
const office = (what: string) =>
  fetch(`http://127.0.0.1:${running.port}/desk`, {
    method: "POST",
    body: new URLSearchParams({ office: what }),
    redirect: "manual",
  });

beforeAll(async () => {
  running = await serveCardAgent(0, () => noon, authority);
});
afterAll(() => running.close());
beforeEach(() => {
  Object.assign(running.agent.desk, { readers: 1, card: 0, stopped: false, slow: 0, pullsOut: false });
});

const call = async (path: string, body?: unknown) => {
  const response = await fetch(`http://127.0.0.1:${running.port}${path}`, {
    headers: { origin: "https://pratu.example", "content-type": "application/json" },
    ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
};

test("readers are named, and the one with a card says so", async () => {
  running.agent.desk.readers = 2;
  expect((await call("/api/smartcard/terminals")).body).toEqual([
    { terminalName: "Pratu Synthetic Reader 0", isPresent: true },
    { terminalName: "Pratu Synthetic Reader 1", isPresent: false },
  ]);
});

test("a card tells its person, rights and an id of the reading; the photo only when asked for", async () => {
  const { body } = await call("/api/smartcard/read?readImageFlag=false");
  expect(body).toMatchObject({ pid: cards[0]?.pid, birthDate: "25080320", titleName: "003", sex: "ชาย" });
  expect(body["correlationId"]).toMatch(/^[0-9a-f-]{36}$/);
  expect(body["image"]).toBeUndefined();
  const { body: photo } = await call("/api/smartcard/read?readImageFlag=true");
  expect(Buffer.from(String(photo["image"]), "base64").subarray(0, 3)).toEqual(
    Buffer.from([0xff, 0xd8, 0xff]),
  );
  const { body: chip } = await call("/api/smartcard/read-card-only?readImageFlag=false");
  expect([chip["pid"], chip["correlationId"]]).toEqual([cards[0]?.pid, undefined]);
});

test("no reader is 418, no card is 500, and so is a card that comes out while it is read", async () => {
  running.agent.desk.readers = 0;
  expect((await call("/api/smartcard/read")).status).toBe(418);
  Object.assign(running.agent.desk, { readers: 1, card: null });
  expect((await call("/api/smartcard/read")).status).toBe(500);
  Object.assign(running.agent.desk, { card: 0, pullsOut: true });
  expect((await call("/api/smartcard/read")).status).toBe(500);
});

test("a service that is stopped answers nothing", async () => {
  running.agent.desk.stopped = true;
  await expect(call("/api/smartcard/terminals")).rejects.toThrow();
});

test("pages of another origin may ask, also from the internet to this machine", async () => {
  const { headers } = await call("/api/smartcard/terminals");
  expect(headers.get("access-control-allow-origin")).toBe("https://pratu.example");
  expect(headers.get("access-control-allow-private-network")).toBe("true");
});

test("a code is issued once a day for a reading, and the latest are told", async () => {
  const { body: card } = await call("/api/smartcard/read");
  const claim = {
    pid: card["pid"],
    claimType: "PG0060001",
    mobile: "0812345678",
    correlationId: card["correlationId"],
  };
  expect((await call("/api/nhso-service/save-as-draft", claim)).body["claimCode"]).toBeUndefined();
  const { body: issued } = await call("/api/nhso-service/confirm-save", claim);
  expect(issued["claimCode"]).toMatch(/^PP\d{10}$/);
  const again = await call("/api/nhso-service/confirm-save", claim);
  expect([again.status, again.body["errors"]]).toEqual([400, [{ defaultMessage: "วันนี้คุณขอ AuthenCode แล้ว" }]]);
  const { body: latest } = await call(`/api/nhso-service/latest-authen-code/${String(card["pid"])}`);
  expect(latest).toMatchObject({ claimCode: issued["claimCode"], claimDateTime: "2026-11-21T12:00:00" });
  const { body: five } = await call(
    `/api/nhso-service/latest-5-authen-code-all-hospital/${String(card["pid"])}`,
  );
  expect(five).toHaveLength(1);
});

test("a code without a reading of the card, or with a wrong telephone, is refused in the agent's own form", async () => {
  const claim = {
    pid: cards[1]?.pid,
    claimType: "PG0060001",
    mobile: "0812345678",
    correlationId: "made-up",
  };
  expect((await call("/api/nhso-service/confirm-save", claim)).status).toBe(400);
  const { body: card } = await call("/api/smartcard/read");
  const wrong = { ...claim, pid: card["pid"], mobile: "12", correlationId: card["correlationId"] };
  expect((await call("/api/nhso-service/confirm-save", wrong)).body["errors"]).toHaveLength(1);
});

test("a card signs for its origin behind the PIN, with a certificate of its own number", async () => {
  running.agent.desk.card = clerkAt;
  const { status, body } = await call("/api/smartcard/sign", { nonce: "n", pin: clerkCard.pin });
  expect(status).toBe(200);
  const answer = { certificate: String(body["certificate"]), signature: String(body["signature"]) };
  const proofs = cardProofs(authority.certificate);
  expect(proofs.numberOf(cardSignedText("https://pratu.example", "n"), answer, noon)).toBe(clerkCard.pid);
  expect(proofs.numberOf(cardSignedText("https://other.example", "n"), answer, noon)).toBeNull();
});

test("the third wrong PIN in a row takes no PIN any more, the fifth ends the card's proof, until the office helps", async () => {
  running.agent.desk.card = clerkAt;
  const sign = async (pin: string) => {
    const { status, body } = await call("/api/smartcard/sign", { nonce: "n", pin });
    return status === 403 ? body["pin"] : status;
  };
  const right = clerkCard.pin ?? "";
  expect([await sign("0000"), await sign("0000"), await sign(right)]).toEqual(["ready", "ready", 200]);
  expect([await sign("0000"), await sign("0000"), await sign("0000")]).toEqual([
    "ready",
    "ready",
    "reset_needed",
  ]);
  expect(await sign(right)).toBe("reset_needed");
  await office("pin");
  expect(await sign(right)).toBe(200);
  for (let at = 0; at < 4; at += 1) await sign("0000");
  expect([await sign("0000"), await sign(right)]).toEqual(["card_needed", "card_needed"]);
  await office("pin");
  expect(await sign(right)).toBe("card_needed");
  expect((await call("/api/smartcard/read-card-only")).status).toBe(200);
  await office("card");
  expect(await sign(right)).toBe(200);
});

test("a card without a PIN, no card, no reader and a PIN of another shape sign nothing", async () => {
  expect((await call("/api/smartcard/sign", { nonce: "n", pin: "1234" })).body["pin"]).toBe("none");
  expect((await call("/api/smartcard/sign", { nonce: "n", pin: "12345" })).status).toBe(400);
  Object.assign(running.agent.desk, { card: null });
  expect((await call("/api/smartcard/sign", { nonce: "n", pin: "1234" })).status).toBe(500);
  Object.assign(running.agent.desk, { readers: 0 });
  expect((await call("/api/smartcard/sign", { nonce: "n", pin: "1234" })).status).toBe(418);
});

test("an agent without an authority has no such call, as the real one", async () => {
  const plain = await serveCardAgent(0, () => noon);
  const answer = await fetch(`http://127.0.0.1:${plain.port}/api/smartcard/sign`, {
    method: "POST",
    body: "{}",
  });
  expect(answer.status).toBe(404);
  await plain.close();
});

test("every synthetic card has a number with a right checksum", () => {
  expect(cards.every(({ pid }) => parseCitizenId(pid).ok)).toBe(true);
});
