import fc from "fast-check";
import { expect, test } from "vitest";
import { redact } from "./redact.ts";

const message = (text: string) => ({
  type: "message",
  mode: "active",
  timestamp: 1_792_000_000_000,
  webhookEventId: "01HX",
  deliveryContext: { isRedelivery: false },
  source: { type: "user", userId: "U1" },
  replyToken: "token",
  message: {
    type: "text",
    id: "1",
    text,
    quoteToken: "q",
    markAsReadToken: "m",
    mention: { mentionees: [] },
  },
});

test("keeps what the bot reads, by name, and nothing else", () => {
  expect(redact(message("เมนู"))).toEqual({
    type: "message",
    mode: "active",
    timestamp: 1_792_000_000_000,
    webhookEventId: "01HX",
    redelivery: false,
    source: { type: "user", userId: "U1" },
    replyToken: "token",
    message: { type: "text", id: "1", text: "เมนู", markAsReadToken: "m" },
  });
});

test("keeps no digit of a secret anywhere", () => {
  const secret = fc.oneof(
    fc.stringMatching(/^[0-9]{13}$/),
    fc.stringMatching(/^[A-DF-O][A-Z][0-9]{10}$/),
    fc.stringMatching(/^[0-9]{6}$/),
  );
  fc.assert(
    fc.property(secret, fc.string({ unit: "grapheme", maxLength: 20 }), (text, before) => {
      const kept = redact({ ...message(`${before} ${text}`), timestamp: undefined });
      expect(JSON.stringify(kept)).not.toContain(text);
      expect(kept.message?.secret).toBeDefined();
    }),
  );
});

test("drops file names, places and what it does not know", () => {
  const file = {
    ...message(""),
    message: { type: "file", id: "2", fileName: "1101700123456.pdf", fileSize: 3 },
  };
  const place = { ...message(""), message: { type: "location", id: "3", address: "12 ถนน", latitude: 13.7 } };
  expect(redact(file).message).toEqual({ type: "file", id: "2" });
  expect(redact(place).message).toEqual({ type: "location", id: "3" });
  expect(redact({ type: "novelty", novelty: { text: "x" }, replyToken: "t" })).toEqual({
    type: "novelty",
    replyToken: "t",
  });
});

test("takes anything at all", () => {
  fc.assert(fc.property(fc.anything(), (event) => typeof redact(event).type === "string"));
  fc.assert(fc.property(fc.json(), (text) => typeof redact(JSON.parse(text)).type === "string"));
});
