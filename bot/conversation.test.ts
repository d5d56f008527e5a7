import fc from "fast-check";
import { expect, test } from "vitest";
import { registrationSteps } from "../server/identity/registration.ts";
import type { ServiceCode } from "../server/visits/service-code.ts";
import { freshChat, readChat, chatVersion, type Chat } from "./chat.ts";
import { turn } from "./conversation.ts";
import { progressAt, type Facts } from "./facts.ts";
import type { Incoming } from "./incoming.ts";
import { secretKinds } from "./secret.ts";
import { tiles } from "./tiles.ts";
import { readTyped } from "./typed.ts";

const stranger: Facts = {
  ...{ late: false, linked: false, checked: false, registration: null },
  ...{ codes: [], typedCode: null, drafts: [], petitions: [], typedPetition: null, typedDocument: null },
};
const filed = { agencyId: "a", petitionId: "n" };
const midway: Facts = { ...stranger, registration: progressAt("review") };
const citizen: Facts = { ...stranger, linked: true, checked: true };
const unchecked: Facts = { ...stranger, linked: true };
const issued = { personId: "p", codeId: "c1", status: "issued" } as const;
const used = { personId: "p", codeId: "c2", status: "used" } as const;
const withCodes: Facts = { ...citizen, codes: [issued, used] };
const ref = ({ personId, codeId }: { personId: string; codeId: string }) => ({ personId, codeId });

const typed = (text: string): Incoming => ({ kind: "typed", typed: readTyped(text) });
const tap = (tile: (typeof tiles)[number]): Incoming => ({ kind: "tile", tile });
const follow: Incoming = { kind: "follow", again: false };

/** One line of a talk: what comes in, what is known then, what is said. */
type Line = readonly [incoming: Incoming, facts: Facts, ...said: object[]];

/** Plays a talk from a fresh chat and gives back where it ends. */
function talk(...lines: readonly Line[]): Chat {
  return lines.reduce((chat, [incoming, facts, ...said]) => {
    const taken = turn(chat, incoming, facts);
    expect(taken.say).toEqual(said);
    return taken.chat;
  }, freshChat);
}

test("greets a new friend, and leads a stranger into registration by the first tile", () => {
  talk(
    [follow, stranger, { kind: "greeting", again: false, next: "register" }],
    [tap("code"), stranger, { kind: "register" }],
    [typed("ขอรหัสเข้ารับบริการ"), stranger, { kind: "register" }],
    [typed("บัญชี"), stranger, { kind: "register" }],
  );
});

test("goes on with a registration where it was left, however it is asked for", () => {
  const resume = { kind: "resume", step: "review", left: 2 };
  talk(
    [tap("code"), midway, resume],
    [typed("สถานะ"), midway, resume],
    [typed("ทำต่อ"), midway, resume],
    [{ kind: "answer", yes: true }, midway, resume],
    [follow, midway, { kind: "greeting", again: false, next: "resume" }, resume],
  );
});

test("leaves a registration for later, and takes it up again", () => {
  const end = talk(
    [typed("ลงทะเบียน"), midway, { kind: "resume", step: "review", left: 2 }],
    [typed("ไว้ทีหลัง"), midway, { kind: "postponed" }],
    [typed("ยกเลิก"), midway, { kind: "cancelled", what: "registration" }],
    [typed("ลงทะเบียน"), midway, { kind: "resume", step: "review", left: 2 }],
  );
  expect(end.asked).toBe("resume_registration");
});

test("counts the steps that are left from nine to one", () => {
  const left = registrationSteps.map((step) => progressAt(step)?.left);
  expect(left).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
  expect(progressAt("a step of other code")).toBeNull();
});

test("tells a citizen how to get a code, and shows today's", () => {
  talk(
    [follow, citizen, { kind: "greeting", again: false, next: "scan" }],
    [tap("code"), citizen, { kind: "ask_code" }],
    [typed("รหัส"), citizen, { kind: "no_codes" }],
    [typed("สถานะ"), citizen, { kind: "status_clear" }],
    [typed("รหัส"), withCodes, { kind: "codes", codes: [ref(issued), ref(used)] }],
    [typed("สถานะ"), withCodes, { kind: "codes", codes: [ref(issued), ref(used)] }],
  );
});

test("tells of no code to an account that nobody has checked", () => {
  const not = { kind: "not_checked" };
  talk([tap("code"), unchecked, not], [typed("รหัส"), unchecked, not], [typed("สถานะ"), unchecked, not]);
  talk([typed("PP8662467375"), unchecked, not]);
});

test("finds a typed code that is theirs, and says the same of any other", () => {
  const theirs = { ...citizen, typedCode: ref(issued) };
  talk(
    [typed("PP 1234 567 890"), theirs, { kind: "codes", codes: [ref(issued)] }],
    [typed("PP 1234 567 890"), citizen, { kind: "code_not_found" }],
    [typed("PP 1234 567 890"), stranger, { kind: "register" }],
  );
});

test("opens only codes that can still be cancelled", () => {
  talk(
    [typed("ยกเลิก"), withCodes, { kind: "cancel_code", codes: [ref(issued)] }],
    [typed("ยกเลิก"), { ...citizen, codes: [used] }, { kind: "cancelled", what: "nothing" }],
    [typed("ยกเลิก"), citizen, { kind: "cancelled", what: "nothing" }],
  );
});

test("leads to services, shows one's own petitions, and one by its number", () => {
  talk(
    [tap("petition"), stranger, { kind: "services" }],
    [tap("petition"), citizen, { kind: "services" }],
    [tap("track"), stranger, { kind: "join_first", what: "petitions" }],
    [tap("track"), midway, { kind: "resume", step: "review", left: 2 }],
    [tap("track"), citizen, { kind: "no_petitions" }],
    [tap("track"), { ...citizen, petitions: [filed] }, { kind: "petitions", petitions: [filed] }],
    [tap("documents"), stranger, { kind: "join_first", what: "documents" }],
    [tap("documents"), citizen, { kind: "documents" }],
    [typed("คำร้อง"), { ...citizen, petitions: [filed] }, { kind: "petitions", petitions: [filed] }],
    [typed("2570-000123"), citizen, { kind: "petition_not_found" }],
    [typed("2570-000123"), { ...citizen, typedPetition: filed }, { kind: "petitions", petitions: [filed] }],
  );
});

test("shows a member of staff what is given to them, when their account is linked", () => {
  const work = [{ agencyId: "a", petitionId: "p", staffId: "s" }];
  talk(
    [typed("งานของฉัน"), { ...stranger, work: null }, { kind: "work", work: null }],
    [typed("งานของฉัน"), { ...stranger, work: [] }, { kind: "work", work: [] }],
    [typed("my work"), { ...citizen, work }, { kind: "work", work }],
  );
});

test("offers what was begun and not sent before services and petitions, however often it is asked", () => {
  const begun = { ...citizen, drafts: [{ draftId: "d1" }, { draftId: "d2" }] };
  const drafts = { kind: "drafts", drafts: begun.drafts };
  talk(
    [tap("petition"), begun, drafts, { kind: "services" }],
    [tap("petition"), begun, drafts, { kind: "services" }],
    [typed("ยื่นคำร้อง"), begun, drafts, { kind: "services" }],
    [typed("e-Service"), begun, drafts, { kind: "services" }],
    [typed("คำร้อง"), begun, drafts, { kind: "no_petitions" }],
    [typed("petition"), { ...begun, petitions: [filed] }, drafts, { kind: "petitions", petitions: [filed] }],
    [tap("track"), { ...stranger, drafts: [] }, { kind: "join_first", what: "petitions" }],
  );
});

test("opens the page a secret belongs on", () => {
  const said = (what: string, next: string) => ({ kind: "secret", what, next });
  talk(
    [{ kind: "secret", what: "citizen_id" }, stranger, said("citizen_id", "register")],
    [{ kind: "secret", what: "laser_code" }, midway, said("laser_code", "resume")],
    [{ kind: "secret", what: "six_digits" }, citizen, said("six_digits", "unlock")],
  );
});

test("does not understand, offers buttons, and says more the second time", () => {
  const missed = (more: boolean, why = "words") => ({ kind: "not_understood", why, more, next: "scan" });
  const end = talk(
    [typed("ปวดท้อง"), citizen, missed(false)],
    [{ kind: "no_words" }, citizen, missed(true, "media")],
    [{ kind: "postback_unknown" }, citizen, missed(true, "old_button")],
    [typed("เมนู"), citizen, { kind: "menu", next: "scan" }],
    [typed("ปวดท้อง"), citizen, missed(false)],
  );
  expect(end.misses).toBe(1);
});

test("marks a block and a return, and picks up where it was", () => {
  const asked = turn(freshChat, typed("ลงทะเบียน"), midway);
  const gone = turn(asked.chat, { kind: "unfollow" }, midway);
  expect(gone).toEqual({ chat: asked.chat, say: [], ask: null, blocked: true });
  const back = turn(gone.chat, { kind: "follow", again: true }, midway);
  expect(back.blocked).toBe(false);
  expect(back.say.map((say) => say.kind)).toEqual(["greeting", "resume"]);
});

test("answers a late event without letting it change anything", () => {
  const late = { ...midway, late: true };
  const chat: Chat = { asked: null, misses: 3 };
  expect(turn(chat, { kind: "unfollow" }, late)).toEqual({ chat, say: [], ask: null, blocked: null });
  expect(turn(chat, typed("ลงทะเบียน"), late)).toMatchObject({
    chat,
    blocked: null,
    say: [{ kind: "resume" }],
  });
});

test("is never silent to anybody who writes, taps or follows, and says at most five things", () => {
  const incoming = fc.oneof<fc.Arbitrary<Incoming>[]>(
    fc.constantFrom<Incoming>(follow, { kind: "no_words" }, { kind: "postback_unknown" }),
    fc.string({ unit: "grapheme" }).map(typed),
    fc.constantFrom("ใช่", "ไม่", "ยกเลิก", "รหัส", "สถานะ", "ขอบคุณ", "ลืม pin", "PP1234567890").map(typed),
    fc.constantFrom(...tiles).map(tap),
    fc.constantFrom(...secretKinds).map((what) => ({ kind: "secret", what })),
    fc.boolean().map((yes) => ({ kind: "answer", yes })),
  );
  const facts = fc.constantFrom(stranger, midway, citizen, withCodes, { ...withCodes, late: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(incoming, facts), { maxLength: 8 }), (events) => {
      let chat = freshChat;
      for (const [event, known] of events) {
        const taken = turn(chat, event, known);
        expect(taken.say.length).toBeGreaterThan(0);
        expect(taken.say.length).toBeLessThanOrEqual(5);
        expect(readChat(chatVersion, { ...taken.chat })).toEqual(taken.chat);
        chat = taken.chat;
      }
    }),
  );
});

test("leaves what nobody can answer as it was", () => {
  const chat: Chat = { asked: "resume_registration", misses: 2 };
  for (const event of [{ kind: "other" }, { kind: "unsend", messageId: "1" }] as const) {
    expect(turn(chat, event, midway)).toEqual({ chat, say: [], ask: null, blocked: null });
  }
});

test("starts a chat of another version afresh", () => {
  expect(readChat(chatVersion + 1, { asked: "resume_registration", misses: 1 })).toEqual(freshChat);
  expect(readChat(chatVersion, { misses: "many" })).toEqual(freshChat);
  expect(readChat(chatVersion, {})).toEqual(freshChat);
});

test("takes the code out of any writing into the facts it asks for", () => {
  const code = "PP1234567890" as ServiceCode;
  expect(typed("pp 1234 567 890")).toEqual({ kind: "typed", typed: { kind: "service_code", code } });
});

test("leads from words that name a service to it, with an account or without", () => {
  const services = [{ townSlug: "banpratu", slug: "street-light", name: { th: "ไฟฟ้าสาธารณะ", en: null } }];
  talk(
    [typed("ไฟดับ"), { ...stranger, services }, { kind: "services_found", services }],
    [typed("ไฟดับ"), { ...citizen, services }, { kind: "services_found", services }],
    [typed("เมนู"), { ...citizen, services }, { kind: "menu", next: "scan" }],
  );
});

test("tells a holder and a colleague where each thing of a Soft Token is done, and a citizen whom it is for", () => {
  const keyed: Facts = { ...citizen, keyed: true };
  const plain: Facts = { ...citizen, keyed: false };
  for (const topic of ["about", "password", "phone_changed", "renew", "end", "request"] as const) {
    const words = {
      ...{ about: "soft token", password: "ลืมรหัสผ่าน soft token", phone_changed: "เปลี่ยนมือถือ soft token" },
      ...{ renew: "ต่ออายุ soft token", end: "ยกเลิก soft token", request: "สถานะคำร้อง soft token" },
    }[topic];
    talk(
      [typed(words), keyed, { kind: "soft_token", topic, keyed: true }],
      [typed(words), plain, { kind: "soft_token", topic, keyed: false }],
      [typed(words), stranger, { kind: "soft_token", topic, keyed: false }],
    );
  }
});

test("another phone is another thing for who has a Soft Token than for who has an account alone", () => {
  talk(
    [
      typed("เปลี่ยนมือถือ"),
      { ...citizen, keyed: true },
      { kind: "soft_token", topic: "phone_changed", keyed: true },
    ],
    [typed("เปลี่ยนมือถือ"), citizen, { kind: "account" }],
    [typed("เปลี่ยนมือถือ"), stranger, { kind: "register" }],
    [typed("โทรศัพท์หาย"), { ...citizen, keyed: true }, { kind: "phone_lost", keyed: true, linked: true }],
    [typed("โทรศัพท์หาย"), citizen, { kind: "phone_lost", keyed: false, linked: true }],
    [typed("โทรศัพท์หาย"), stranger, { kind: "phone_lost", keyed: false, linked: false }],
  );
});
