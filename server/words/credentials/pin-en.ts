import { sayNotBefore } from "../not-before.ts";
import type { Shape } from "../shape.ts";
import type { keyPinTh } from "./pin-th.ts";

const fewLeft = 3;

const until = (moment: Date | null) =>
  moment === null ? "" : ` Try again after ${sayNotBefore(moment, "en")}.`;
const warned = (left: number) =>
  left > fewLeft
    ? ""
    : " If you do not remember it, stop trying: file a request for service, case 2, to activate again.";

/** What is said of the PIN of a Soft Token, in English. */
export const keyPinEn: Shape<typeof keyPinTh> = {
  pin_empty: () => "Type the PIN of 6 digits of the Soft Token",
  pin_length: ({ digits }) => `A PIN has 6 digits; there are ${digits}`,
  pin_not_digits: () => "A PIN has digits only",
  pin_all_same: () => "One digit six times is too easy to guess. Choose another PIN",
  pin_run: () => "A run of digits is too easy to guess. Choose another PIN",
  pin_birth_date: () => "Too near to the birthday. Choose another PIN",
  pin_citizen_id: () => "These are the last six digits of the citizen number. Choose another PIN",
  pin_phone: () => "These are the last six digits of the phone number. Choose another PIN",
  pin_common: () => "Many people use this one. Choose another PIN",
  pin_wait: ({ until: moment }) =>
    `The PIN was wrong several times. Try again after ${sayNotBefore(moment, "en")}. The Soft Token still works.`,
  pin_disabled: () => "The PIN was wrong ten times. This Soft Token was switched off for safety.",
  pin_wrong: ({ left, until: moment }) =>
    `The PIN is wrong. ${left === 1 ? "One try is" : `${left} tries are`} left before this Soft Token is switched off.${until(moment)}${warned(left)}`,
};
