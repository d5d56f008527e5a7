import { sayNotBefore } from "../not-before.ts";
import type { RefusalWords } from "../refusal-words.ts";
import { unbroken } from "../unbroken.ts";
import type { IdentityRefusal } from "./refusals-th.ts";

const seenAs = (seen: string, digit: string | null) =>
  digit === null
    ? `Use digits only; found “${seen}”`
    : `“${seen}” is not a digit. Did you mean ${digit}? Please type it again`;

/** The sentences of identity's refusals, in English. */
export const identityRefusalsEn = {
  birth_date_year_missing: () =>
    "Enter the year of birth (B.E.). If the card shows no day or month, choose “Unknown”",
  birth_date_month_missing: () => "You chose a day; please choose the month too",
  birth_date_not_digits: ({ part, seen, digit }) => `${part}: ${seenAs(seen, digit)}`,
  birth_date_year_not_buddhist: ({ suggestedBe }) =>
    suggestedBe === null
      ? "The year is B.E., four digits, such as 2498"
      : `The year must be B.E. Did you mean ${suggestedBe}?`,
  birth_date_impossible: ({ part }) => `There is no such ${part} in the calendar. Check the date on the card`,
  birth_date_future: () => "This date is still to come. Check the year (B.E.)",
  birth_date_too_old: ({ years }) => `More than ${years} years ago. Check the year (B.E.)`,
  citizen_id_empty: () => "Enter the 13-digit citizen ID",
  citizen_id_length: ({ digits }) => `A citizen ID has 13 digits; this has ${digits}`,
  citizen_id_not_digits: ({ seen, digit }) => seenAs(seen, digit),
  citizen_id_checksum: () => "A digit is mistyped. Check the number against your card",
  laser_code_empty: () => `Enter the code on the back of the card, such as ${unbroken("JT0-1234567-89")}`,
  laser_code_length: ({ characters }) =>
    `The code has 2 letters and 10 digits; this has ${characters} characters`,
  laser_code_letters: ({ seen }) => `The first two are letters A–Z; found “${seen}”`,
  laser_code_digits: ({ seen, digit }) => `After the first two letters: ${seenAs(seen, digit)}`,
  name_empty: () => "Enter it as it stands on the card",
  name_too_long: ({ limit }) => `Longer than ${limit} characters`,
  name_character: ({ seen }) => `Use Thai or English letters only; found “${seen}”`,
  phone_empty: () => "Enter a 10-digit mobile number",
  phone_not_digits: ({ seen, digit }) => seenAs(seen, digit),
  phone_foreign: () => "Only numbers in Thailand can be used",
  phone_length: ({ digits }) => `The number has 10 digits; this has ${digits}`,
  phone_not_mobile: () => "Mobile numbers begin with 06, 08 or 09",
  pin_empty: () => "Enter a 6-digit PIN",
  pin_length: ({ digits }) => `A PIN has 6 digits; this has ${digits}`,
  pin_not_digits: () => "A PIN has digits only",
  pin_all_same: () => "Six equal digits are too easily guessed. Choose another",
  pin_run: () => "Digits in order are too easily guessed. Choose another",
  pin_birth_date: () => "Too close to the date of birth. Choose another",
  pin_citizen_id: () => "It is part of your citizen ID. Choose another",
  pin_phone: () => "It is the end of your phone number. Choose another PIN; everything else is kept",
  pin_common: () => "Many people use this one. Choose another",
  pin_wait: ({ until }) => `Wrong several times. Try again after ${sayNotBefore(until, "en")}`,
  pin_disabled: () => "Wrong ten times: this PIN is switched off. Use “Forgot PIN” to set a new one",
  pin_wrong: ({ left, until }) =>
    until === null
      ? `Wrong PIN. ${left} tries left`
      : `Wrong PIN. ${left} tries left; try again after ${sayNotBefore(until, "en")}`,
  pin_not_same: () => "The two are not the same. Choose a PIN again; everything else is kept",
  pin_limit: () => "Too many PINs were tried; your answers are kept. Try again in an hour",
  otp_empty: () => "Enter the 6-digit OTP from the SMS",
  otp_length: ({ digits }) => `An OTP has 6 digits; this has ${digits}`,
  otp_not_digits: () => "The OTP is 6 digits. Look at the latest SMS",
  otp_wrong: ({ left }) => `Wrong OTP. ${left} tries left; compare the reference`,
  otp_expired: () => "This OTP has expired. Ask for a new one",
  otp_used: () => "This OTP was used. Ask for a new one",
  otp_replaced: () => "There is a newer OTP. Use the one in the latest SMS",
  otp_closed: ({ until }) => `Wrong several times. Try again after ${sayNotBefore(until, "en")}`,
  otp_wait: ({ until }) => `An OTP is on its way. You can ask again after ${sayNotBefore(until, "en")}`,
  otp_limit: () => "Too many requests. Try again in an hour, or ask the staff",
  otp_busy: () => "OTP checks are paused for now; your answers are kept. Try again in an hour",
  sms_off: () =>
    "SMS cannot be sent at the moment; your answers are kept. Please ask the staff at the counter",
  card_mismatch: () =>
    "This does not match the card registry. Check ID, name, date of birth and the code on the back",
  card_incomplete: () => "Something of the card is missing. Check every field",
  card_limit: () => "Too many card checks. Try again in an hour",
  card_changed: () =>
    "ID or name was changed on another screen. Please confirm date of birth and card code again",
  consent_version_changed: () =>
    "The text has just been revised. Please read the current one and answer again",
  registration_elsewhere: () => "This number is registered with another phone. Please contact the staff",
  recovery_mismatch: () => "ID or card code do not belong to this account. Check them against your card",
  no_phone: () => "This account has no phone yet. Please ask the staff at the counter",
  no_account: () => "There is no account yet. Please register first",
  no_pin: () => "There is no 6-digit PIN yet. Please sign in with your password first",
  step_out_of_order: () => "A step before this one is still to be done",
} as const satisfies RefusalWords<IdentityRefusal>;
