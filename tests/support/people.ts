import { answerConsent } from "../../server/identity/actions/answer-consent.ts";
import { choosePin } from "../../server/identity/actions/choose-pin.ts";
import { confirmRegistration } from "../../server/identity/actions/confirm-registration.ts";
import { giveCard } from "../../server/identity/actions/give-card.ts";
import { giveName } from "../../server/identity/actions/give-name.ts";
import { giveNumber } from "../../server/identity/actions/give-number.ts";
import { givePhone } from "../../server/identity/actions/give-phone.ts";
import { repeatPin } from "../../server/identity/actions/repeat-pin.ts";
import { seeRegistration } from "../../server/identity/actions/see-registration.ts";
import { sendRegistrationOtp } from "../../server/identity/actions/send-registration-otp.ts";
import { consentVersions } from "../../server/identity/consent-versions.ts";
import { otpDigits } from "../../server/identity/otp.ts";
import { insertSession } from "../../server/http/session-store.ts";
import type { Citizen, Visitor } from "../../server/kernel/actor.ts";
import { completeCitizenId } from "../../server/kernel/citizen-id.ts";
import type { Refusal, Result } from "../../server/kernel/result.ts";
import type { Ports } from "../../server/ports.ts";

/** A synthetic person as they would type themselves. */
export interface Typist {
  readonly citizenId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly birth: { readonly day: string; readonly month: string; readonly year: string };
  readonly laserCode: string;
  readonly pin: string;
  readonly phone: string;
}

let made = 0;

/** Somebody new: numbers with a right checksum that belong to nobody. */
export function somebody(more: Partial<Typist> = {}): Typist {
  made += 1;
  return {
    citizenId: completeCitizenId(`1${String(70_000_000_000 + made).slice(-11)}`),
    firstName: "สมใจ",
    lastName: "ใจดี",
    birth: { day: "5", month: "3", year: "2498" },
    laserCode: "JT0123456789",
    pin: "493817",
    phone: `08${String(10_000_000 + made)}`,
    ...more,
  };
}

/** A LINE user who is signed in and has no account; with a session, as signing in makes it. */
export async function newVisitor(
  ports: Ports,
  name: string = ports.random.uuid(),
  channel = "2000000002",
): Promise<Visitor> {
  const user = { channel, lineUserId: `U${name}` };
  await ports.db.as({ kind: "gate" }, (tx) =>
    insertSession(tx, {
      ...user,
      id: ports.random.uuid(),
      tokenHash: ports.random.bytes(32),
      via: "liff",
      device: "test",
      language: "th",
      now: ports.clock.now(),
    }),
  );
  return { kind: "visitor", ...user };
}

/** Walks a visitor through registration up to the OTP that was sent; answers its digits. */
export async function walkToOtp(ports: Ports, visitor: Visitor, typist: Typist): Promise<string> {
  const version = consentVersions[0].version;
  await granted(answerConsent(ports, visitor, { version, answer: "given", language: "th", via: "liff" }));
  await granted(giveNumber(ports, visitor, typist.citizenId));
  await granted(giveName(ports, visitor, typist));
  await granted(giveCard(ports, visitor, { ...typist.birth, laserCode: typist.laserCode }));
  await granted(choosePin(ports, visitor, typist.pin));
  await granted(repeatPin(ports, visitor, typist.pin));
  await granted(givePhone(ports, visitor, typist.phone));
  await granted(sendRegistrationOtp(ports, visitor, "203.0.113.1"));
  const { answers } = await seeRegistration(ports, visitor);
  return otpDigits(ports.keys.otp, answers.otpId ?? "");
}

/** Registers somebody through the very actions the pages use, as `user` where one is named; unlocked. */
export async function registered(
  ports: Ports,
  typist: Typist = somebody(),
  user?: Visitor,
): Promise<Citizen> {
  const visitor = user ?? (await newVisitor(ports));
  const otp = await walkToOtp(ports, visitor, typist);
  const { personId } = await granted(confirmRegistration(ports, visitor, otp));
  const { channel, lineUserId } = visitor;
  return { kind: "citizen", channel, lineUserId, personId, unlocked: true };
}

/** The value of a result that must have been granted. */
export async function granted<T, R extends Refusal>(work: Promise<Result<T, R>>): Promise<T> {
  const result = await work;
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** The refusal of a result that must have been refused. */
export async function refusal<T, R extends Refusal>(work: Promise<Result<T, R>>): Promise<R> {
  const result = await work;
  if (result.ok) throw new Error("granted");
  return result.refusal;
}
