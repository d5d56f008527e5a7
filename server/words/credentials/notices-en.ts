import { campaignNoticesEn } from "./campaign-en.ts";
import { keyNoticesEn } from "./key-notices-en.ts";
import { registrationNoticesEn } from "./registration-notices-en.ts";
import { grantedBodiesEn, requestNoticesEn, requestWaitsEn } from "./request-notices-en.ts";

/** What somebody in a seat is told by mail and in LINE, in English. */
export const noticesEn = {
  facts: {
    userCode: "User code",
    right: "Right",
    agency: "Agency",
    linkUntil: "The link works until",
    lastDay: "Last day",
    reason: "Reason",
    when: "When",
  },
  ends: {
    resigned: "resigned",
    transferred: "transferred",
    holder_changed: "the holder changed",
    email_changed: "the registered e-mail changed",
    other: "other",
    not_taken_up: "withdrawn before registering",
    time_over: "the last day of the order has passed",
  },
  passwordOver: {
    title: "Set a new password before you sign in",
    body: "Your old password works no more. Set a new one by this link, then sign in and activate your Soft Token. The link works once; do not pass it on.",
    button: "Set a new password",
    notAsked:
      "If you neither asked nor registered, pass this link on to nobody and tell your head and the central office at once.",
  },
  grantedBodies: grantedBodiesEn,
  requestWaits: requestWaitsEn,
  kinds: {
    ...keyNoticesEn.kinds,
    ...campaignNoticesEn,
    ...registrationNoticesEn.kinds,
    ...requestNoticesEn,
    seat_named: {
      title: "You were named to a seat",
      body: "Set a password of your own by this link, then sign in and register your Soft Token. The link works once; do not pass it on.",
      button: "Set the password",
      notAsked: "If you were not named, leave the link alone and tell the head of the agency above.",
    },
    seat_password_link: {
      title: "Set a new password",
      body: "This link sets a new password once; do not pass it on.",
      button: "Set a new password",
      notAsked:
        "If you did not ask, leave the link alone: your password still works. Please tell the head of your agency.",
    },
    seat_naming_withdrawn: {
      title: "Your naming was withdrawn",
      body: "The head of the agency took it back before you had registered. The password and link you got work no more.",
      button: null,
      notAsked: "If in doubt, ask the head of the agency.",
    },
    seat_taken: {
      title: "The seat is yours",
      body: "The central office approved. Sign in to activate the Soft Token on your phone; if you are asked to change the password, follow the page.",
      button: "Sign in",
      notAsked: "If you did not register, tell the head of your agency at once.",
    },
    seat_end_planned: {
      title: "Your last day in the seat is set",
      body: "The head of the agency chose the last day on which you use this right. Until then everything works as before.",
      button: null,
      notAsked: "If this is not right, tell the head of the agency before that day.",
    },
    seat_phone_lost: {
      title: "Lost phone reported, Soft Token stopped",
      body: "The Soft Token, the computers that were signed in and the sign-ins that waited are all stopped. Your right stays. When you have another phone, file a request for service: phone lost.",
      button: null,
      notAsked: "If your phone is not lost, tell your head or the central office at once.",
    },
    seat_ended: {
      title: "Your time in the seat has ended",
      body: "You hold this right no more. Your Soft Token and the computers you were signed in on stopped working; what you did is all there.",
      button: null,
      notAsked: "If this is not right, tell the head of the agency at once.",
    },
  },
};
