import { expect, test } from "vitest";
import { isReplayed, readDelivery, type Incoming } from "./incoming.ts";
import { redact } from "./redact.ts";

const received = new Date("2026-11-21T10:00:00+07:00");
const read = (event: object) => readDelivery("c", "id", redact(event), received);
const from = { source: { type: "user", userId: "U1" } };

test.each<[string, object, Incoming]>([
  ["a new friend", { type: "follow", follow: { isUnblocked: false } }, { kind: "follow", again: false }],
  [
    "a friend who is back",
    { type: "follow", follow: { isUnblocked: true } },
    { kind: "follow", again: true },
  ],
  ["a friend, in the old shape", { type: "follow" }, { kind: "follow", again: false }],
  ["a block", { type: "unfollow" }, { kind: "unfollow" }],
  ["words", message({ type: "text", text: "เมนู" }), { kind: "typed", typed: { kind: "menu" } }],
  ["a secret", message({ type: "text", text: "1234567890121" }), { kind: "secret", what: "citizen_id" }],
  ["a sticker", message({ type: "sticker", stickerId: "1" }), { kind: "no_words" }],
  ["a picture", message({ type: "image" }), { kind: "no_words" }],
  ["a message of a kind to come", message({ type: "hologram" }), { kind: "no_words" }],
  ["a tile", { type: "postback", postback: { data: "tile=code" } }, { kind: "tile", tile: "code" }],
  ["a yes", { type: "postback", postback: { data: "answer=yes" } }, { kind: "answer", yes: true }],
  ["a no", { type: "postback", postback: { data: "answer=no" } }, { kind: "answer", yes: false }],
  [
    "the menu button",
    { type: "postback", postback: { data: "word=menu" } },
    { kind: "typed", typed: { kind: "menu" } },
  ],
  [
    "a button of another version",
    { type: "postback", postback: { data: "tile=moon" } },
    { kind: "postback_unknown" },
  ],
  [
    "a message taken back",
    { type: "unsend", unsend: { messageId: "9" } },
    { kind: "unsend", messageId: "9" },
  ],
  ["an event to come", { type: "messageEdited" }, { kind: "other" }],
  ["a message without a message", { type: "message" }, { kind: "other" }],
  ["nothing at all", {}, { kind: "other" }],
])("reads %s", (_, event, incoming) => {
  expect(read({ ...from, ...event }).incoming).toEqual(incoming);
});

function message(own: object): object {
  return { type: "message", message: { id: "1", ...own } };
}

test("answers nobody in groups, without a user id, and in standby", () => {
  expect(read({ source: { type: "group", groupId: "C", userId: "U1" } }).from).toBeNull();
  expect(read({ source: { type: "user" } }).from).toBeNull();
  expect(read({}).from).toBeNull();
  expect(read({ ...from, mode: "standby" }).mayAnswer).toBe(false);
  expect(read({ ...from, mode: "active" })).toMatchObject({
    from: { channel: "c", lineUserId: "U1" },
    mayAnswer: true,
  });
});

test("goes by the time of the event, never one of the future", () => {
  const hour = 60 * 60_000;
  expect(read({ timestamp: received.getTime() - hour }).at).toEqual(new Date(received.getTime() - hour));
  expect(read({ timestamp: received.getTime() + hour }).at).toEqual(received);
  expect(read({}).at).toEqual(received);
});

test("takes an event of long ago for a replay", () => {
  const days = (count: number) => redact({ timestamp: received.getTime() - count * 24 * 60 * 60_000 });
  expect(isReplayed(days(6.9), received)).toBe(false);
  expect(isReplayed(days(7.1), received)).toBe(true);
  expect(isReplayed(redact({}), received)).toBe(false);
});
