import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { lightPinHash } from "../../../tests/support/light-pin-hash.ts";
import {
  granted,
  newVisitor,
  refusal,
  registered,
  somebody,
  walkToOtp,
} from "../../../tests/support/people.ts";
import { testWorld, type TestWorld } from "../../../tests/support/ports.ts";
import { testApp } from "../../../tests/support/app.ts";
import { join, joiner, proveNewestEmail } from "../../../tests/support/web-joiner.ts";
import type { CitizenId } from "../../kernel/citizen-id.ts";
import type { CardAnswer } from "../../ports.ts";
import { limits } from "../limit.ts";
import { ensurePerson, findPerson, noCitizenId } from "../store/person.ts";
import { answerConsent } from "./answer-consent.ts";
import { choosePin } from "./choose-pin.ts";
import { confirmRegistration } from "./confirm-registration.ts";
import { giveCard } from "./give-card.ts";
import { giveName } from "./give-name.ts";
import { giveNumber } from "./give-number.ts";
import { givePhone } from "./give-phone.ts";
import { repeatPin } from "./repeat-pin.ts";
import { seeRegistration } from "./see-registration.ts";
import { sendRegistrationOtp } from "./send-registration-otp.ts";
import { proveUnlock } from "./unlock.ts";

let world: TestWorld;
let superuser: postgres.Sql;
let cardAnswer: CardAnswer = "normal";
beforeAll(async () => {
  world = await testWorld({
    sms: { available: true, send: () => Promise.resolve({ kind: "sent" }) },
    cardRegistry: { check: () => Promise.resolve(cardAnswer) },
    pinHash: lightPinHash,
  });
  superuser = postgres(world.database.superuserUrl, { max: 1 });
});
afterAll(async () => {
  await superuser.end();
  await world.close();
});
beforeEach(() => {
  cardAnswer = "normal";
  world.clock.pass(24 * 60 * 60);
});

test("makes an account out of nine steps, and the PIN opens it", async () => {
  const typist = somebody();
  const citizen = await registered(world.ports, typist);
  expect(await proveUnlock(world.ports, citizen, typist.pin)).toEqual({ ok: true, value: undefined });
  const notices =
    await superuser`select kind, medium from notice where line_user_id = ${citizen.lineUserId} order by queued_at, kind`;
  expect(notices.map(({ kind }) => kind as string)).toContain("registered");
});

test("keeps neither laser code nor PIN nor OTP, and no name in the clear", async () => {
  const typist = somebody({ firstName: "คานารี", laserCode: "ZZ9876543210", pin: "820461" });
  const visitor = await newVisitor(world.ports);
  const otp = await walkToOtp(world.ports, visitor, typist);
  await granted(confirmRegistration(world.ports, visitor, otp));
  const rows = await superuser`select p::text as row from person p union all select a::text from account a
    union all select r::text from registration r union all select n::text from notice n
    union all select e::text from audit_entry e union all select o::text from otp o`;
  const everything = rows.map(({ row }) => row as string).join("\n");
  for (const secret of ["คานารี", "ZZ9876543210", "820461", otp, typist.citizenId, typist.phone.slice(1)]) {
    expect(everything).not.toContain(secret);
    expect(everything).not.toContain(Buffer.from(secret).toString("hex"));
  }
});

test("a no to the consent keeps nothing but the no", async () => {
  const visitor = await newVisitor(world.ports);
  await granted(
    answerConsent(world.ports, visitor, {
      version: "2569-11",
      answer: "refused",
      language: "th",
      via: "liff",
    }),
  );
  const [draft] =
    await superuser`select sealed, outcome from registration where line_user_id = ${visitor.lineUserId}`;
  expect(draft).toEqual({ sealed: null, outcome: "consent_refused" });
  const answers =
    await superuser`select answer, version from consent where line_user_id = ${visitor.lineUserId}`;
  expect([...answers]).toEqual([{ answer: "refused", version: "2569-11" }]);
});

test("refuses a step out of order and names the step to take", async () => {
  const visitor = await newVisitor(world.ports);
  expect(await refusal(givePhone(world.ports, visitor, "0812345678"))).toEqual({
    kind: "step_out_of_order",
    at: "consent",
  });
  expect(await refusal(confirmRegistration(world.ports, visitor, "123456"))).toMatchObject({
    kind: "step_out_of_order",
  });
});

test("takes Thai digits and spaces, and says what is wrong with what it does not take", async () => {
  const visitor = await newVisitor(world.ports);
  await granted(
    answerConsent(world.ports, visitor, { version: "2569-11", answer: "given", language: "th", via: "liff" }),
  );
  expect(await refusal(giveNumber(world.ports, visitor, "1234"))).toEqual({
    kind: "citizen_id_length",
    digits: 4,
  });
  expect(await refusal(giveNumber(world.ports, visitor, "1 2345 67890 12 O"))).toMatchObject({
    kind: "citizen_id_not_digits",
    digit: "0",
  });
  expect(await refusal(giveNumber(world.ports, visitor, "1234567890123"))).toEqual({
    kind: "citizen_id_checksum",
  });
  const thai = somebody().citizenId.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));
  expect(await granted(giveNumber(world.ports, visitor, ` ${thai.slice(0, 5)}-${thai.slice(5)} `))).toEqual({
    step: "name",
  });
});

test("an unknown day and month of birth are taken; an unavailable registry leaves the lower rung", async () => {
  cardAnswer = "unavailable";
  const citizen = await registered(world.ports, somebody({ birth: { day: "", month: "", year: "๒๔๘๒" } }));
  const [person] = await superuser`select assurance from person where id = ${citizen.personId}`;
  expect(person).toEqual({ assurance: "phone" });
});

test("a card that does not match stops there and keeps what was answered before", async () => {
  const typist = somebody();
  const visitor = await newVisitor(world.ports);
  await granted(
    answerConsent(world.ports, visitor, { version: "2569-11", answer: "given", language: "th", via: "liff" }),
  );
  await granted(giveNumber(world.ports, visitor, typist.citizenId));
  await granted(giveName(world.ports, visitor, typist));
  cardAnswer = "mismatch";
  const card = { ...typist.birth, laserCode: typist.laserCode };
  expect(await refusal(giveCard(world.ports, visitor, card))).toEqual({ kind: "card_mismatch" });
  expect((await seeRegistration(world.ports, visitor)).answers.citizenId).toBe(typist.citizenId);
});

test("a PIN that is a run, the birth date or the phone's last six is refused; the second time decides", async () => {
  const typist = somebody({ phone: "0893817426" });
  const visitor = await newVisitor(world.ports);
  await granted(
    answerConsent(world.ports, visitor, { version: "2569-11", answer: "given", language: "th", via: "liff" }),
  );
  await granted(giveNumber(world.ports, visitor, typist.citizenId));
  await granted(giveName(world.ports, visitor, typist));
  await granted(giveCard(world.ports, visitor, { ...typist.birth, laserCode: typist.laserCode }));
  expect(await refusal(choosePin(world.ports, visitor, "123456"))).toMatchObject({ kind: "pin_run" });
  expect(await refusal(choosePin(world.ports, visitor, "050398"))).toMatchObject({ kind: "pin_birth_date" });
  await granted(choosePin(world.ports, visitor, "817426"));
  expect(await refusal(repeatPin(world.ports, visitor, "817427"))).toEqual({ kind: "pin_not_same" });
  expect((await seeRegistration(world.ports, visitor)).step).toBe("pin");
  await granted(choosePin(world.ports, visitor, "817426"));
  await granted(repeatPin(world.ports, visitor, "817426"));
  expect(await refusal(givePhone(world.ports, visitor, typist.phone))).toEqual({ kind: "pin_phone" });
  expect((await seeRegistration(world.ports, visitor)).step).toBe("pin");
});

test("a known number with the phone on file is joined: new PIN, new link, the old one told and signed out", async () => {
  const typist = somebody();
  const before = await registered(world.ports, typist);
  world.clock.pass(120);
  const after = await registered(world.ports, { ...typist, pin: "602839" });
  expect(after.personId).toBe(before.personId);
  expect((await proveUnlock(world.ports, after, "602839")).ok).toBe(true);
  const [old] = await superuser`select person_id from line_user where line_user_id = ${before.lineUserId}`;
  expect(old).toEqual({ person_id: null });
  const told =
    await superuser`select medium from notice where kind = 'link_moved' and refs->>'personId' = ${before.personId} order by medium`;
  expect(told.map(({ medium }) => medium as string)).toEqual(["line", "sms"]);
  const open =
    await superuser`select 1 from session where line_user_id = ${before.lineUserId} and ended_at is null`;
  expect([...open]).toEqual([]);
});

test("a known number with another phone changes nothing and tells the phone on file", async () => {
  const typist = somebody();
  const owner = await registered(world.ports, typist);
  const thief = await newVisitor(world.ports);
  const otp = await walkToOtp(world.ports, thief, { ...typist, phone: somebody().phone, pin: "602839" });
  expect(await refusal(confirmRegistration(world.ports, thief, otp))).toEqual({
    kind: "registration_elsewhere",
  });
  expect((await proveUnlock(world.ports, owner, typist.pin)).ok).toBe(true);
  const told =
    await superuser`select medium from notice where kind = 'registration_elsewhere' and person_id = ${owner.personId}`;
  expect([...told]).toEqual([{ medium: "sms" }]);
});

test("a card the registry knows wins a number from a web account nobody checked; neither sees what is the other's", async () => {
  const owner = somebody();
  const open = testApp(world);
  const stranger = joiner({ citizenId: owner.citizenId });
  const { cookie } = await join(world, open, stranger);
  await proveNewestEmail(world, open);
  const [squat] = await superuser`select person_id from contact order by saved_at desc limit 1`;
  const strangerId = squat?.["person_id"] as string;
  world.clock.pass(120);
  const citizen = await registered(world.ports, owner);
  expect(citizen.personId).not.toBe(strangerId);
  expect(await (await open(cookie).get("/liff/welcome")).text()).toContain('data-entry="waiting"');
  for (const login of [owner.citizenId, stranger.email, stranger.phone]) {
    const tried = await open().post("/liff/password", { login, password: stranger.password });
    expect(tried.status, login).toBe(422);
  }
  const left = await world.ports.db.as({ kind: "gate" }, (tx) => findPerson(world.ports, tx, strangerId));
  expect(left).toMatchObject({ citizenId: noCitizenId, assurance: "phone" });
  const told = await superuser`select person_id, medium from notice where kind = 'link_moved'
    and person_id = ${strangerId}`;
  expect([...told]).toEqual([{ person_id: strangerId, medium: "sms" }]);
});

test("a web account somebody checked, and a card the registry was not asked about, leave the number where it is", async () => {
  const open = testApp(world);
  for (const [card, level] of [
    ["normal", "photo_checked"],
    ["unavailable", "phone"],
  ] as const) {
    world.clock.pass(24 * 60 * 60);
    const owner = somebody();
    await join(world, open, joiner({ citizenId: owner.citizenId }));
    await superuser`update person set assurance = ${level}
      where id = (select person_id from contact order by saved_at desc limit 1)`;
    cardAnswer = card;
    const visitor = await newVisitor(world.ports);
    const otp = await walkToOtp(world.ports, visitor, owner);
    expect(await refusal(confirmRegistration(world.ports, visitor, otp))).toEqual({
      kind: "registration_elsewhere",
    });
  }
});

test("however often others try a number, its owner is told three times a day and each try is audited", async () => {
  const typist = somebody();
  const owner = await registered(world.ports, typist);
  for (let tried = 0; tried < 5; tried += 1) {
    const thief = await newVisitor(world.ports);
    const otp = await walkToOtp(world.ports, thief, { ...typist, phone: somebody().phone });
    await refusal(confirmRegistration(world.ports, thief, otp));
  }
  const [counts] = await superuser`select
    (select count(*)::int from notice where kind = 'registration_elsewhere' and person_id = ${owner.personId}) as told,
    (select count(*)::int from audit_entry where action = 'account.refused_elsewhere'
      and person_id = ${owner.personId}) as audited`;
  expect(counts).toEqual({ told: 3, audited: 5 });
});

test("known and unknown numbers walk the same steps up to the OTP", async () => {
  const known = somebody();
  await registered(world.ports, known);
  const steps = async (citizenId: string) => {
    const visitor = await newVisitor(world.ports);
    await walkToOtp(world.ports, visitor, { ...somebody(), citizenId });
    const [count] =
      await superuser`select count(*)::int as sms from notice where kind = 'otp_sms' and line_user_id = ${visitor.lineUserId}`;
    return { step: (await seeRegistration(world.ports, visitor)).step, ...count };
  };
  expect(await steps(known.citizenId)).toEqual(await steps(somebody().citizenId));
});

test("a second visitor's registration is not seen or changed by the first", async () => {
  const [one, two] = await Promise.all([newVisitor(world.ports), newVisitor(world.ports)]);
  await walkToOtp(world.ports, one, somebody());
  expect((await seeRegistration(world.ports, two)).step).toBe("consent");
  expect(await refusal(sendRegistrationOtp(world.ports, two, ""))).toMatchObject({
    kind: "step_out_of_order",
  });
});

test("somebody met without an account becomes that account, and takes the name they give themselves", async () => {
  const typist = somebody({ firstName: "ชูใจ" });
  const { random, clock, db } = world.ports;
  const citizenId = typist.citizenId as CitizenId;
  const facts = { citizenId, firstName: null, lastName: null, birth: null };
  const made = { id: random.uuid(), facts, assurance: "line", now: clock.now() } as const;
  const met = await db.as({ kind: "gate" }, (tx) => ensurePerson(world.ports, tx, made));
  const citizen = await registered(world.ports, typist);
  expect(citizen.personId).toBe(met.id);
  const person = await db.as(citizen, (tx) => findPerson(world.ports, tx, met.id));
  expect(person).toMatchObject({ firstName: "ชูใจ", assurance: "card_checked" });
});

test("of two who register one number at once, one is registered and the other finds the number taken", async () => {
  const { citizenId } = somebody();
  const walks = [0, 1].map(async () => {
    const visitor = await newVisitor(world.ports);
    return { visitor, otp: await walkToOtp(world.ports, visitor, somebody({ citizenId })) };
  });
  const ends = (await Promise.all(walks)).map(({ visitor, otp }) =>
    confirmRegistration(world.ports, visitor, otp),
  );
  const kinds = (await Promise.all(ends)).map((end) => (end.ok ? end.value.outcome : end.refusal.kind));
  expect(kinds.sort()).toEqual(["registered", "registration_elsewhere"]);
});

test("pages opened at once share one registration", async () => {
  const visitor = await newVisitor(world.ports);
  const seen = await Promise.all(Array.from({ length: 8 }, () => seeRegistration(world.ports, visitor)));
  expect(seen.map(({ step }) => step)).toEqual(Array.from({ length: 8 }, () => "consent"));
  const drafts = await superuser`select 1 from registration where line_user_id = ${visitor.lineUserId}`;
  expect(drafts).toHaveLength(1);
});

test("PINs are chosen forty times an hour and no more", async () => {
  const visitor = await newVisitor(world.ports);
  const typist = somebody();
  await walkToOtp(world.ports, visitor, typist);
  const chosen = Array.from({ length: limits.pinChoices.most }, () =>
    choosePin(world.ports, visitor, "602839"),
  );
  await Promise.all(chosen);
  expect(await refusal(choosePin(world.ports, visitor, "602839"))).toEqual({ kind: "pin_limit" });
});
