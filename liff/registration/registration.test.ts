import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { lightPinHash } from "../../tests/support/light-pin-hash.ts";
import { startWalk, type Shown, type Walker } from "../../tests/support/page-walk.ts";
import { newVisitor, registered, somebody, type Typist } from "../../tests/support/people.ts";
import { testWorld, type TestWorld } from "../../tests/support/ports.ts";
import { seeRegistration } from "../../server/identity/actions/see-registration.ts";
import { consentVersions } from "../../server/identity/consent-versions.ts";
import { otpDigits } from "../../server/identity/otp.ts";
import { registrationSteps, type RegistrationStep } from "../../server/identity/registration.ts";
import type { Visitor } from "../../server/kernel/actor.ts";
import type { CardAnswer } from "../../server/ports.ts";

let world: TestWorld;
let cardAnswer: CardAnswer;
let smsWorks: boolean;
let me: Typist;
let visitor: Visitor;
let mine: Walker;

beforeAll(async () => {
  const sms = {
    send: () => Promise.resolve({ kind: "sent" } as const),
    get available() {
      return smsWorks;
    },
  };
  const cardRegistry = { check: () => Promise.resolve(cardAnswer) };
  world = await testWorld({ sms, cardRegistry, pinHash: lightPinHash });
});
afterAll(() => world.close());
beforeEach(async () => {
  cardAnswer = "normal";
  smsWorks = true;
  world.clock.pass(25 * 60 * 60);
  me = somebody({ firstName: "มานี", lastName: "รักเรียน" });
  visitor = await newVisitor(world.ports);
  mine = await startWalk(world, visitor);
});

async function lastOtp(of: Visitor = visitor): Promise<string> {
  const { answers } = await seeRegistration(world.ports, of);
  return otpDigits(world.ports.keys.otp, answers.otpId ?? "");
}

/** What somebody types at each step. */
const typedAt: Record<RegistrationStep, (typist: Typist, of: Visitor) => Promise<Record<string, string>>> = {
  consent: async () => ({ version: consentVersions[0].version, answer: "given" }),
  number: async ({ citizenId }) => ({ citizenId }),
  name: async ({ firstName, lastName }) => ({ firstName, lastName }),
  birth: async ({ birth, laserCode }) => ({
    ...{ birthDay: birth.day, birthMonth: birth.month, birthYear: birth.year },
    laserCode,
  }),
  pin: async ({ pin }) => ({ pin }),
  pin_again: async ({ pin }) => ({ pin }),
  phone: async ({ phone }) => ({ phone }),
  review: async () => ({}),
  otp: async (_, of) => ({ otp: await lastOtp(of) }),
};

/** Walks up to a step; answers the pages that were shown, the last of them that step's. */
async function walkTo(step: RegistrationStep, walker = mine, typist = me, of = visitor): Promise<Shown[]> {
  const shown = [await walker.open("/liff/register")];
  for (const each of registrationSteps.slice(0, registrationSteps.indexOf(step))) {
    shown.push(await walker.send(`/liff/register/${each}`, await typedAt[each](typist, of)));
  }
  return shown;
}

const last = (shown: Shown[]) => shown.at(-1) ?? { status: 0, at: "", html: "" };
const titleOf = ({ html }: Shown) => /<title>([^<]*)</.exec(html)?.[1] ?? "";

test("nine screens, one after the other, end in an account and an unlocked session", async () => {
  const before = mine.cookie();
  const shown = await walkTo("otp");
  expect(shown.map(({ at }) => at)).toEqual(registrationSteps.map((step) => `/liff/register/${step}`));
  shown.forEach(({ html }, at) => expect(html).toContain(`ขั้นที่ ${at + 1} จาก 9`));
  const done = await mine.send("/liff/register/otp", { otp: await lastOtp() });
  expect(titleOf(done)).toContain("ลงทะเบียนสำเร็จ");
  expect(mine.cookie()).not.toBe(before);
  expect((await mine.open("/liff/home")).at).toBe("/liff/home");
});

test("a person led here from elsewhere goes on there when all is done", async () => {
  const query = `?next=${encodeURIComponent("/liff/scan?for=1")}`;
  await walkTo("otp");
  const done = await mine.send(`/liff/register/otp${query}`, { otp: await lastOtp() });
  expect(done.html).toContain('href="/liff/scan?for=1"');
});

test.each(["https://evil.example/", "//evil.example", "/liff/../console", "javascript:alert(1)"])(
  "a way on that is not ours (%s) is dropped",
  async (next) => {
    const shown = await mine.open(`/liff/register?next=${encodeURIComponent(next)}`);
    expect(shown.at).toBe("/liff/register/consent");
    expect(shown.html).not.toContain("next=");
  },
);

const refused: readonly [RegistrationStep, Record<string, string>, string, string][] = [
  ["number", { citizenId: "1-2345-67890-12-0" }, "citizenId", "มีบางหลักพิมพ์ผิด"],
  ["number", { citizenId: "123456789012" }, "citizenId", "ตอนนี้มี 12 หลัก"],
  ["number", { citizenId: "1-2345-67890-1O-1" }, "citizenId", "หมายถึงเลข 0 หรือไม่"],
  ["number", { citizenId: "" }, "citizenId", "กรอกหมายเลขบัตรประจำตัวประชาชน"],
  ["name", { firstName: "มานี1", lastName: "รักเรียน" }, "firstName", "พบ “1”"],
  ["name", { firstName: "มานี", lastName: "" }, "lastName", "กรอกตามที่เห็นบนบัตรประชาชน"],
  ["birth", { birthYear: "1985", laserCode: "JT0123456789" }, "birthYear", "หมายถึง พ.ศ. 2528 หรือไม่"],
  ["birth", { birthDay: "31", birthMonth: "2", birthYear: "2528" }, "birthYear", "ในปฏิทิน"],
  ["birth", { birthYear: "2498", laserCode: "J10123456789" }, "laserCode", "สองตัวแรกเป็นตัวอักษรอังกฤษ"],
  ["pin", { pin: "12345" }, "pin", "ตอนนี้มี 5 หลัก"],
  ["pin", { pin: "111111" }, "pin", "เดาง่าย"],
  ["pin", { pin: "050398" }, "pin", "วันเกิด"],
  ["phone", { phone: "02-123-4567" }, "phone", "หมายเลขมี 10 หลัก"],
  ["phone", { phone: "0212345678" }, "phone", "06, 08 หรือ 09"],
  ["otp", { otp: "12345" }, "otp", "ตอนนี้มี 5 หลัก"],
];

test.each(refused)(
  "at %s, %o is refused in words, at the field and above",
  async (step, typed, field, words) => {
    await walkTo(step);
    const page = await mine.send(`/liff/register/${step}`, typed);
    expect(page.status).toBe(422);
    expect(titleOf(page)).toMatch(/^ผิดพลาด: /);
    const summary = new RegExp(`<a href="#${field}">([^<]*)</a>`).exec(page.html)?.[1] ?? "";
    expect(summary).toContain(words);
    expect(page.html.split(summary).length - 1).toBe(2);
    expect(page.html).toContain(`id="${field}"`);
  },
);

test.each(refused.filter(([step]) => step !== "pin" && step !== "otp"))(
  "at %s, what was typed (%o) is still there",
  async (step, typed) => {
    await walkTo(step);
    const { html } = await mine.send(`/liff/register/${step}`, typed);
    for (const value of Object.values(typed)) expect(html).toMatch(new RegExp(`value="${value}"`));
  },
);

test("neither PIN nor OTP ever comes back in a page", async () => {
  const shown = await walkTo("otp");
  shown.push(await mine.send("/liff/register/otp", { otp: "999999" }));
  shown.push(await mine.send("/liff/register/pin", { pin: "654321" }));
  const all = shown.map(({ html }) => html).join();
  const shownSecrets = [me.pin, "999999", "654321", me.laserCode].filter((secret) => all.includes(secret));
  expect(shownSecrets).toEqual([]);
});

test("markup in a name is refused and shown as text", async () => {
  await walkTo("name");
  const { html } = await mine.send("/liff/register/name", { firstName: '"><script>x', lastName: "ก" });
  expect(html).not.toContain("<script>x");
  expect(html).toContain("&lt;script&gt;x");
});

test("going back shows what was answered, and going on again asks for nothing twice", async () => {
  await walkTo("review");
  expect((await mine.open("/liff/register/name")).html).toContain('value="มานี"');
  expect((await mine.open("/liff/register/phone")).html).toContain("08");
  expect((await mine.send("/liff/register/name", { firstName: "มานี", lastName: "รักเรียน" })).at).toBe(
    "/liff/register/review",
  );
  expect((await mine.open("/liff/register/birth")).html).toContain('value="2498"');
});

test("closing everything loses nothing: the walk resumes at its step", async () => {
  await walkTo("pin_again");
  const later = await startWalk(world, visitor);
  expect((await later.open("/liff/register")).at).toBe("/liff/register/pin_again");
});

test("a step cannot be skipped, by looking or by posting", async () => {
  await walkTo("name");
  expect((await mine.open("/liff/register/otp")).at).toBe("/liff/register/name");
  expect((await mine.send("/liff/register/phone", { phone: me.phone })).at).toBe("/liff/register/name");
  expect((await mine.send("/liff/register/otp", { otp: "123456" })).at).toBe("/liff/register/name");
  expect((await mine.send("/liff/register/resend")).at).toBe("/liff/register/name");
  expect((await mine.open("/liff/register/nothing")).at).toBe("/liff/register/name");
});

test("a PIN repeated differently, and one that is the phone's end, is chosen anew and nothing else", async () => {
  me = { ...me, phone: "0893493817" };
  await walkTo("pin_again");
  const differs = await mine.send("/liff/register/pin_again", { pin: "493818" });
  expect([differs.status, titleOf(differs)]).toEqual([422, expect.stringContaining("ตั้งรหัสผ่าน 6 หลัก")]);
  expect(differs.html).toContain("สองครั้งไม่เหมือนกัน");
  await mine.send("/liff/register/pin", { pin: me.pin });
  await mine.send("/liff/register/pin_again", { pin: me.pin });
  const same = await mine.send("/liff/register/phone", { phone: me.phone });
  expect(same.html).toContain("ตรงกับหกหลักท้ายของโทรศัพท์");
  expect(same.html).toContain('action="/liff/register/pin"');
});

test("a no is kept, ends kindly, and the text can be read again", async () => {
  await mine.open("/liff/register");
  const no = await mine.send("/liff/register/consent", {
    version: consentVersions[0].version,
    answer: "refused",
  });
  expect(no.at).toBe("/liff/register/declined");
  expect(no.html).toContain("ไม่เป็นไร");
  expect((await mine.open("/liff/register")).at).toBe("/liff/register/consent");
});

test("an answer to a text that is no longer in force is asked again", async () => {
  await mine.open("/liff/register");
  const old = await mine.send("/liff/register/consent", { version: "2500-01", answer: "given" });
  expect([old.status, old.html]).toEqual([422, expect.stringContaining("ข้อตกลงเพิ่งปรับปรุง")]);
  expect((await mine.send("/liff/register/consent", {})).at).toBe("/liff/register/consent");
});

test("known and unknown numbers are shown the very same pages up to the OTP", async () => {
  const known = somebody();
  await registered(world.ports, known);
  const pages = async (typist: Typist) => {
    const of = await newVisitor(world.ports);
    const shown = await walkTo("otp", await startWalk(world, of), typist, of);
    return shown.map(({ html }) => html.replace(/>[A-Z]{4}</, "><").replace(/\d/g, "0"));
  };
  expect(await pages({ ...somebody(), citizenId: known.citizenId })).toEqual(await pages(somebody()));
});

test("a number with another phone on file ends at the staff, with nothing changed", async () => {
  const owner = somebody();
  await registered(world.ports, owner);
  me = { ...me, citizenId: owner.citizenId };
  await walkTo("otp");
  const end = await mine.send("/liff/register/otp", { otp: await lastOtp() });
  expect([end.at, titleOf(end)]).toEqual([
    "/liff/register/elsewhere",
    expect.stringContaining("กรุณาติดต่อเจ้าหน้าที่"),
  ]);
  expect((await mine.open("/liff/home")).at).toMatch(/^\/liff\/register\/consent/);
});

test("a registry that does not answer lets the person go on, and the end says what comes later", async () => {
  cardAnswer = "unavailable";
  const shown = await walkTo("review");
  expect(last(shown).html).toContain("ทะเบียนยังไม่ตอบ");
  await mine.send("/liff/register/review");
  const done = await mine.send("/liff/register/otp", { otp: await lastOtp() });
  expect(done.html).toContain("จะตรวจภายหลัง");
});

test("a card that does not match can be corrected at once, and what was typed is there", async () => {
  await walkTo("birth");
  cardAnswer = "mismatch";
  const wrong = await mine.send("/liff/register/birth", await typedAt.birth(me, visitor));
  expect([wrong.status, wrong.html]).toEqual([422, expect.stringContaining("ไม่ตรงกับทะเบียนบัตร")]);
  cardAnswer = "normal";
  expect((await mine.send("/liff/register/birth", await typedAt.birth(me, visitor))).at).toBe(
    "/liff/register/pin",
  );
});

test("without a gateway the first page says so, and nothing that was answered is lost", async () => {
  smsWorks = false;
  expect((await mine.open("/liff/register")).html).toContain("ขณะนี้ส่ง SMS ไม่ได้");
  await walkTo("review");
  const refusedNow = await mine.send("/liff/register/review");
  expect([refusedNow.status, refusedNow.html]).toEqual([422, expect.stringContaining("ข้อมูลของคุณยังอยู่")]);
  smsWorks = true;
  expect((await mine.send("/liff/register/review")).at).toBe("/liff/register/otp");
});

test("another OTP waits its minute, then replaces the first and says so", async () => {
  await walkTo("otp");
  const first = await lastOtp();
  const early = await mine.send("/liff/register/resend");
  expect([early.status, early.html]).toEqual([422, expect.stringContaining("ขอใหม่ได้หลัง")]);
  world.clock.pass(60);
  expect((await mine.send("/liff/register/resend")).html).toContain("ส่งรหัสใหม่แล้ว");
  expect(await lastOtp()).not.toBe(first);
});

test("an OTP that has expired is not asked for any more: the way on is another one", async () => {
  await walkTo("otp");
  world.clock.pass(300);
  const { html } = await mine.open("/liff/register/otp");
  expect(html).toContain("หมดอายุแล้ว");
  expect(html).not.toContain('name="otp"');
  const late = await mine.send("/liff/register/otp", { otp: await lastOtp() });
  expect([late.status, late.html]).toEqual([422, expect.not.stringContaining('href="#otp"')]);
});

test("an OTP is taken in Thai digits, with spaces, and as the whole SMS", async () => {
  const ways = [
    (otp: string) => otp.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit))),
    (otp: string) => `${otp.slice(0, 3)} ${otp.slice(3)}`,
    (otp: string) => `OTP: ${otp} (รหัสอ้างอิง BCDF)`,
  ];
  for (const way of ways) {
    const of = await newVisitor(world.ports);
    const walker = await startWalk(world, of);
    await walkTo("otp", walker, somebody(), of);
    const done = await walker.send("/liff/register/otp", { otp: way(await lastOtp(of)) });
    expect(titleOf(done)).toContain("ลงทะเบียนสำเร็จ");
  }
});

test("a LINE user who is linked is led to the PIN, never asked the number", async () => {
  const citizen = await registered(world.ports);
  const walker = await startWalk(world, { ...citizen, unlocked: false });
  const shown = await walker.open(`/liff/register?next=${encodeURIComponent("/liff/scan")}`);
  expect(shown.at).toBe(`/liff/unlock?next=${encodeURIComponent("/liff/scan")}`);
  expect((await walker.send("/liff/register/number", { citizenId: me.citizenId })).at).toBe("/liff/unlock");
});
