import type { AppContext } from "../../http/env.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext } from "../../http/send-page.ts";
import { isNameKnown } from "../../identity/actions/is-name-known.ts";
import { parsePrefix } from "../../identity/contact.ts";
import { parseCitizenId } from "../../kernel/citizen-id.ts";
import { parsePhone } from "../../kernel/phone.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { ToldAtCounter } from "../../petitions/petition-content.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { meetComer, type ComerWrong } from "../counter/meet-comer.ts";
import type { Comer } from "./counter-form-page.tsx";

/** Somebody who came, as it was typed. */
export interface TypedPerson {
  readonly citizenId: string;
  readonly prefix: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string;
  /** True: they have none, as they said. */
  readonly hasNoPhone: boolean;
}

/** Who came, read; kept as a person, and what a petition keeps beside. */
export interface MetComer {
  readonly comer: Comer;
  readonly personId: string;
  readonly told: ToldAtCounter;
}

/**
 * Reads who came to the counter and keeps them, if nobody of that number is known. Refuses a number that is none, names and
 * a phone that are none; of whom no name is known also a missing prefix, name or family name, and no word on a phone.
 */
export async function readComer(c: AppContext, typed: TypedPerson): Promise<Result<MetComer, ComerWrong>> {
  const { identity, desk } = pageContext(c).words;
  const faults: SummaryItem[] = [];
  const wrong = (field: string, sentence: string) => void faults.push({ field, sentence });
  const citizenId = parseCitizenId(typed.citizenId);
  if (!citizenId.ok) wrong("citizenId", sayRefusal(identity.refusal, citizenId.refusal));
  const isKnown = citizenId.ok && (await isNameKnown(c.var.ports, citizenId.value));
  if (citizenId.ok && !isKnown) {
    for (const field of ["prefix", "firstName", "lastName"] as const) {
      if (typed[field].trim() === "") wrong(field, desk.filing.missing[field]);
    }
    if (typed.phone.trim() === "" && !typed.hasNoPhone) wrong("phone", desk.filing.missing.phone);
  }
  const prefix = typed.prefix.trim() === "" ? null : parsePrefix(typed.prefix);
  if (prefix !== null && !prefix.ok) wrong("prefix", sayRefusal(identity.refusal, prefix.refusal));
  const phone = typed.phone.trim() === "" || typed.hasNoPhone ? null : parsePhone(typed.phone);
  if (phone !== null && !phone.ok) wrong("phone", sayRefusal(identity.refusal, phone.refusal));
  if (!citizenId.ok || faults.length > 0) return refuse({ kind: "comer_wrong", faults });
  const comer = { ...typed, citizenId: citizenId.value };
  const met = await meetComer(c, comer);
  if (!met.ok) return met;
  const told = { prefix: valueOf(prefix), phone: valueOf(phone) };
  return ok({ comer, personId: met.value.personId, told });
}

function valueOf<Value>(
  read: { readonly ok: true; readonly value: Value } | { readonly ok: false } | null,
): Value | null {
  return read?.ok === true ? read.value : null;
}
