import type { Shape } from "../shape.ts";
import type { registrationNoticesTh } from "./registration-notices-th.ts";

/** What somebody who registers is told by mail and in LINE, in English. */
export const registrationNoticesEn: Shape<typeof registrationNoticesTh> = {
  code: "Code",
  codeUntil: "Good until",
  from: "You may begin on",
  refused: (userCode: string, reason: string) =>
    `The registration of user code ${userCode} was not approved: ${reason}. What you gave is kept; sign in, correct it and send it again`,
  kinds: {
    seat_email_code: {
      title: "Code for your e-mail",
      body: "Type these six digits in the registration within 10 minutes. Tell them to nobody",
      button: null,
      notAsked: "If you did not register, do nothing. This address belongs to nobody yet",
    },
    seat_registration_approved: {
      title: "Your registration is approved",
      body: "The central office approved it. On the day from which the order counts, sign in again for step 5",
      button: null,
      notAsked: "If you did not register, tell the head of your agency at once",
    },
    seat_registration_refused: {
      title: "Your registration was not approved",
      body: "The central office asks you to correct it. Sign in to see why; what you gave is kept",
      button: "Sign in and correct it",
      notAsked: "If you did not register, tell the head of your agency at once",
    },
    seat_password_changed: {
      title: "Your password was changed",
      body: "The password of this user code has just been changed, and every computer was signed out",
      button: null,
      notAsked: "If it was not you, tell the head of your agency or the central office at once",
    },
  },
};
