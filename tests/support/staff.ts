import { expect } from "vitest";
import { addOffice } from "../../server/agencies/actions/add-office.ts";
import { inviteStaff } from "../../server/agencies/actions/invite-staff.ts";
import { seeSecondStep } from "../../server/agencies/actions/see-second-step.ts";
import type { StaffPersonFields } from "../../server/agencies/staff-person.ts";
import { totpSecretText } from "../../server/agencies/totp.ts";
import { completeCitizenId } from "../../server/kernel/citizen-id.ts";
import type { StaffLevel } from "../../server/kernel/actor.ts";
import type { Ports } from "../../server/ports.ts";
import { Secret, TOTP } from "otpauth";
import { cookieGiven, type TestBrowser } from "./app.ts";
import { granted } from "./people.ts";

const administrator = { kind: "system", job: "test" } as const;
export const goodPassword = "ลมหนาวพัดผ่านทุ่งนา";
let met = 0;

/** Fields of somebody nobody has met, as they are typed. */
export function personFields(more: Partial<StaffPersonFields> = {}): StaffPersonFields {
  met += 1;
  return {
    firstName: "มานี",
    lastName: "ชูใจ",
    citizenId: completeCitizenId(String(300_000_000_000 + met)),
    workPhone: "020000001",
    mobile: "0810000001",
    email: `manee${met}@clinic.example`,
    ...more,
  };
}

/** The office of a region, or the centre for null. */
export async function openOffice(ports: Ports, region: number | null): Promise<string> {
  const names = { nameTh: region === null ? "ส่วนกลาง" : `เขต ${region}`, nameEn: `Office ${region ?? 0}` };
  const { agencyId } = await granted(addOffice(ports, administrator, { region, ...names }));
  return agencyId;
}

export interface InvitedStaff {
  readonly staffId: string;
  /** Where the link of the mail leads. */
  readonly path: string;
  readonly person: StaffPersonFields;
}

/** Somebody who was just invited. */
export async function invited(
  ports: Ports,
  agencyId: string,
  level: StaffLevel = "clerk",
  more: Partial<StaffPersonFields> = {},
): Promise<InvitedStaff> {
  const person = personFields(more);
  const made = await granted(inviteStaff(ports, administrator, { agencyId, level, person }));
  return { ...made, person };
}

/** The authenticator of somebody, as their phone holds it. */
export async function authenticatorOf(ports: Ports, staffId: string): Promise<() => string> {
  const step = await granted(seeSecondStep(ports, { kind: "gate" }, staffId));
  if (step.kind !== "enrol") throw new Error("an authenticator is enrolled already");
  const totp = new TOTP({ secret: Secret.fromBase32(totpSecretText(step.secret)) });
  return () => totp.generate({ timestamp: ports.clock.now().getTime() });
}

export interface StaffInside extends InvitedStaff {
  readonly username: string;
  readonly cookie: string;
  readonly browser: TestBrowser;
  /** The authenticator's code of now. */
  readonly code: () => string;
}

/** Somebody invited who set a password, enrolled an authenticator, accepted, and is in. */
export async function cameIn(
  ports: Ports,
  open: (cookie?: string) => TestBrowser,
  agencyId: string,
  level: StaffLevel = "clerk",
): Promise<StaffInside> {
  const person = await invited(ports, agencyId, level);
  const set = await open().post(person.path, { password: goodPassword });
  expect(set.headers.get("location")).toBe("/console/sign-in?told=password_set");
  const username = person.person.email.split("@")[0] ?? "";
  const half = await firstStep(open, username);
  const code = await authenticatorOf(ports, person.staffId);
  const cookie = await secondStep(open, half, code());
  expect((await open(cookie).post("/console/accept")).status).toBe(303);
  return { ...person, username, code, cookie, browser: open(cookie) };
}

/** The cookie after the password. */
export async function firstStep(
  open: (cookie?: string) => TestBrowser,
  username: string,
  password = goodPassword,
): Promise<string> {
  const answer = await open().post("/console/sign-in", { username, password });
  return cookieGiven(answer, "__Host-staff");
}

/** The cookie after the second step; empty: it was refused. */
export async function secondStep(
  open: (cookie?: string) => TestBrowser,
  half: string,
  code: string,
): Promise<string> {
  return cookieGiven(await open(half).post("/console/second-step", { code }), "__Host-staff");
}
