import { parseCitizenId, type CitizenId } from "../kernel/citizen-id.ts";
import { toAsciiDigits } from "../kernel/digits.ts";
import { parseEmail, type Email } from "../kernel/email.ts";
import { parsePhone, type Phone } from "../kernel/phone.ts";

/** By what somebody signs in (E2): their number, or their own e-mail or phone in its place. */
export type Login =
  | { readonly kind: "citizen_id"; readonly citizenId: CitizenId }
  | { readonly kind: "email"; readonly email: Email }
  | { readonly kind: "phone"; readonly phone: Phone };

/** Reads what was typed in the field of the three; null: it is none of them, and nobody's. */
export function readLogin(text: string): Login | null {
  if (text.includes("@")) {
    const email = parseEmail(text);
    return email.ok ? { kind: "email", email: email.value } : null;
  }
  const digits = toAsciiDigits(text).replace(/\D/g, "").length;
  if (digits === 13) {
    const number = parseCitizenId(text);
    if (number.ok) return { kind: "citizen_id", citizenId: number.value };
  }
  const phone = parsePhone(text);
  return phone.ok ? { kind: "phone", phone: phone.value } : null;
}
