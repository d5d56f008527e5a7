import fc from "fast-check";
import { expect, test } from "vitest";
import { testMac } from "../../tests/support/mac.ts";
import { makeTicket, openTicket, ticketEndsAt, ticketMinutes, type ScanTicket } from "./scan-ticket.ts";
import { evidences } from "./visit.ts";

const mac = testMac("qr key of the tests");
const scannedAt = new Date("2026-11-21T01:00:10.123Z");

const ticket: ScanTicket = {
  qrId: "0199a000-0000-7000-8000-000000000001",
  facilityId: "0199a000-0000-7000-8000-000000000002",
  serviceType: "PG0060001",
  scannedAt,
  nonce: "0199a000-0000-7000-8000-000000000003",
  evidence: "screen",
};

const tickets = fc.record({
  qrId: fc.uuid(),
  facilityId: fc.uuid(),
  serviceType: fc.stringMatching(/^PG[0-9]{7}$/),
  scannedAt: fc.date({ min: new Date("2020-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
  nonce: fc.uuid(),
  evidence: fc.constantFrom(...evidences),
});

test("reads back the ticket it wrote, out of a text that is safe in a path", () => {
  fc.assert(
    fc.property(tickets, (made) => {
      const text = makeTicket(mac, made);
      expect(text).toMatch(/^[A-Za-z0-9_.-]+$/);
      expect(openTicket(mac, text, made.scannedAt)).toEqual({ ok: true, value: made });
    }),
  );
});

test("is good for ten minutes, the last instant left out", () => {
  const text = makeTicket(mac, ticket);
  const end = scannedAt.getTime() + ticketMinutes * 60_000;
  expect(ticketEndsAt(ticket)).toEqual(new Date(end));
  expect(openTicket(mac, text, new Date(end - 1)).ok).toBe(true);
  expect(openTicket(mac, text, new Date(end))).toEqual({ ok: false, refusal: { kind: "ticket_expired" } });
});

test("refuses a ticket with any letter changed, cut or added", () => {
  const text = makeTicket(mac, ticket);
  const forged = { ok: false, refusal: { kind: "ticket_forged" } };
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.constantFrom(..."AQgw09_-."), (at, letter) => {
      fc.pre(text[at] !== letter);
      expect(openTicket(mac, text.slice(0, at) + letter + text.slice(at + 1), scannedAt)).toEqual(forged);
      expect(openTicket(mac, text.slice(0, at), scannedAt)).toEqual(forged);
      expect(openTicket(mac, `${text}${letter}`, scannedAt)).toEqual(forged);
    }),
  );
});

test("refuses whatever was never signed", () => {
  for (const text of ["", ".", "a.b", "..", "W10.AAAAAAAAAAAAAAAAAAAAAA"]) {
    expect(openTicket(mac, text, scannedAt).ok, text).toBe(false);
  }
  expect(openTicket(testMac("another key"), makeTicket(mac, ticket), scannedAt).ok).toBe(false);
});
