import type { grantedBodiesTh, requestNoticesTh, requestWaitsTh } from "./request-notices-th.ts";

/** What is mailed about a request for service, in English. */
export const requestNoticesEn: typeof requestNoticesTh = {
  seat_request_sent: {
    title: "The central office received a request for a Soft Token service",
    body: "An officer looks at it and answers to this address. Your rights and your work stay as they are meanwhile.",
    button: null,
    notAsked:
      "If you did not ask, and your head did not for you, tell your head and the central office at once.",
  },
  seat_request_granted: {
    title: "Your request for a Soft Token service was granted",
    body: "The central office granted it. If a new password is to be set, the link is in another mail.",
    button: "Sign in",
    notAsked: "If you did not ask, tell your head and the central office at once.",
  },
  seat_request_refused: {
    title: "Your request for a Soft Token service was refused",
    body: "The reason is below. Put it right and send a new request. Your rights have not changed.",
    button: "Sign in",
    notAsked: "If you did not ask, tell your head.",
  },
  seat_request_answered: {
    title: "A new message in your request for a Soft Token service",
    body: "The central office or your head wrote into your request. Sign in to read and answer it; the message does not stand in this e-mail.",
    button: "Sign in",
    notAsked: "If you made no request, tell your head and the central office.",
  },
  seat_request_code: {
    title: "The code for your new e-mail",
    body: "Type these 6 digits into the page of your request within 10 minutes. Tell them to nobody.",
    button: null,
    notAsked: "If you did not ask for another e-mail, do nothing.",
  },
};

/** A request that the head has still to sign, in English. */
export const requestWaitsEn: typeof requestWaitsTh = {
  title: "Your request for a Soft Token service first waits for the signature of your head",
  body: "The request was sent. The head of your agency signs it next. The central office decides after that and answers to this address. Your rights and your work stay as they are meanwhile.",
  button: null,
  notAsked: requestNoticesEn.seat_request_sent.notAsked,
};

const newPhone =
  "Granted. Your old password and the Soft Token on the old phone work no more. First set a new password by the link in the other mail, then sign in and activate your Soft Token on the new phone.";
const newHolder =
  "The change of holder was granted. If you have not registered yet, the link that sets your password is in the other mail; then sign in and register your Soft Token.";

/** What a grant means, of each case, in English. */
export const grantedBodiesEn: typeof grantedBodiesTh = {
  password_forgotten:
    "Granted. Set a new password by the link in the other mail; look in the junk folder too.",
  phone_changed: newPhone,
  phone_lost: newPhone,
  other:
    "Granted. The central office reaches you at the number in your request. Your rights and your password have not changed.",
  holder_resigned: newHolder,
  holder_moved: newHolder,
  holder_other: newHolder,
  email_changed:
    "Granted. Your old password and Soft Token work no more. First set a new password by the link in the other mail, then sign in and activate a new Soft Token.",
};
