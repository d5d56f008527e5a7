import { encodeBase64url } from "../../kernel/base64url.ts";
import { parseCitizenId, type CitizenId } from "../../kernel/citizen-id.ts";
import { parseNewPassword } from "../../kernel/password.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import type { Ports } from "../../ports.ts";
import type { ContactFacts } from "../contact.ts";
import type { ChosenPassword } from "../join-draft.ts";
import {
  judgeAddress,
  judgeReach,
  judgeWho,
  refused,
  type JoinedWho,
  type JoinFault,
  type JoinRefused,
  type TypedJoin,
} from "../join.ts";
import { hashCitizenPassword } from "./citizen-password.ts";
import { judgeRealAddress } from "./real-address.ts";

/** A password as it was typed, twice. */
export interface TypedPassword {
  readonly password: string;
  readonly again: string;
}

/** Reads who somebody is and their contact, with the address looked up; names everything that is wrong. */
export async function judgeJoin(
  ports: Ports,
  typed: TypedJoin,
): Promise<Result<{ readonly who: JoinedWho; readonly contact: ContactFacts }, JoinRefused>> {
  const who = judgeWho(typed, bangkokDay(ports.clock.now()));
  const contact = await judgeWholeContact(ports, typed);
  if (who.ok && contact.ok) return ok({ who: who.value, contact: contact.value });
  return refused({ ...(who.ok ? {} : who.refusal.faults), ...(contact.ok ? {} : contact.refusal.faults) });
}

/** Reads prefix, e-mail and address, with the address looked up. */
export async function judgeWholeContact(
  ports: Pick<Ports, "gazetteer">,
  typed: TypedJoin,
): Promise<Result<ContactFacts, JoinRefused>> {
  const reach = judgeReach(typed);
  const codes = judgeAddress(typed);
  const address = codes.ok ? await judgeRealAddress(ports, codes.value) : codes;
  if (reach.ok && address.ok) return ok({ ...reach.value, address: address.value });
  return refused({
    ...(reach.ok ? {} : reach.refusal.faults),
    ...(address.ok ? {} : address.refusal.faults),
  });
}

export type PasswordRead =
  | { readonly ok: true; readonly value: ChosenPassword | null }
  | { readonly ok: false; readonly fault: JoinFault };

/**
 * The password somebody chose, hashed and bound to the number they typed; null: it cannot be judged before the number is
 * one. Left empty where one was chosen for this number before, that one stays.
 */
export async function readChosen(
  ports: Ports,
  typed: TypedJoin,
  { password: text, again }: TypedPassword,
  before: ChosenPassword | null,
): Promise<PasswordRead> {
  const number = parseCitizenId(typed.citizenId);
  if (text === "" && again === "" && before && number.ok && before.citizenId === number.value) {
    return { ok: true, value: before };
  }
  const own = [typed.citizenId, typed.firstName, typed.lastName, typed.email, typed.phone];
  const password = parseNewPassword(text, own, "alone");
  if (!password.ok) return { ok: false, fault: password.refusal };
  if (again.normalize("NFKC") !== password.value) return { ok: false, fault: { kind: "password_again" } };
  if (!number.ok) return { ok: true, value: null };
  return { ok: true, value: await chosen(ports, number.value, password.value) };
}

async function chosen(
  ports: Ports,
  citizenId: CitizenId,
  password: Parameters<typeof hashCitizenPassword>[2],
): Promise<ChosenPassword> {
  return { citizenId, hash: encodeBase64url(await hashCitizenPassword(ports, citizenId, password)) };
}
