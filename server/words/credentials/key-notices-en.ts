import type { Shape } from "../shape.ts";
import type { keyNoticesTh } from "./key-notices-th.ts";

/** What the holder of a key on a phone is told, and their head, in English. */
export const keyNoticesEn: Shape<typeof keyNoticesTh> = {
  kinds: {
    seat_sign_in: {
      title: "Somebody asks to sign in",
      body: "Choose the picture and type the digits on the computer within 2 minutes. If it is not you, press “Not me” on that page.",
      button: "Confirm on the phone",
      notAsked: "If it is not you, press “Not me” and change your password.",
    },
    seat_renewal: {
      title: "Renew your Soft Token",
      body: "Your computer asks to renew it. Update your profile with your PIN within 10 minutes.",
      button: "Update profile",
      notAsked: "If it is not you, press “Not me” and change your password.",
    },
    seat_activated: {
      title: "Your Soft Token is active",
      body: "The key is on this phone now. Its certificate is good for 2 years.",
      button: null,
      notAsked: "If you did not activate it, tell the head of your agency at once to have it stopped.",
    },
    seat_renewed: {
      title: "Your Soft Token was renewed",
      body: "The new key and certificate are good for 2 more years. The old key no longer works.",
      button: null,
      notAsked: "If you did not renew it, tell the head of your agency at once.",
    },
    seat_key_ending: {
      title: "Your Soft Token ends soon",
      body: "Sign in and press “Renew Soft Token”: it takes less than a minute. Once it has ended, it must be renewed before anything else.",
      button: "Sign in",
      notAsked: "If you have renewed it, there is nothing to do.",
    },
    seat_key_ended: {
      title: "Your Soft Token was ended",
      body: "This user name no longer uses a Soft Token. The key and the computers that were signed in no longer work.",
      button: null,
      notAsked: "If you did not end it, tell the head of your agency at once.",
    },
    seat_phone_changed: {
      title: "The Soft Token on your old phone was ended",
      body: "The key on the old phone no longer works. Sign in on a computer to activate it on the new phone within 24 hours.",
      button: "Sign in",
      notAsked: "If you did not change your phone, tell the head of your agency at once.",
    },
    seat_sign_in_denied: {
      title: "You said that it was not you who signed in",
      body: "That sign-in was stopped. Somebody else knows your password: change it soon. The head of your agency was told.",
      button: "Sign in and change it",
      notAsked: "If you pressed it by mistake, you can sign in again as usual.",
    },
    seat_answers_wrong: {
      title: "Picture or digits were wrong three times",
      body: "What your phone was asked to confirm is over, and nobody came in. If it was you, ask again on the computer and look at picture and digits once more.",
      button: "Sign in",
      notAsked:
        "If it was not you, somebody has your phone and knows your password: report a lost phone or tell the head of your agency at once.",
    },
    seat_key_disabled: {
      title: "Your Soft Token was switched off for safety",
      body: "A wrong PIN was typed 10 times in a row. The key on the phone no longer works. File a request for service to activate it again.",
      button: null,
      notAsked: "If it was not you, tell the head of your agency at once.",
    },
  },
  /** What the phone is asked, beside signing in. */
  asks: {
    end_device: {
      title: "Confirm the change of phone",
      body: "Your computer asks to end the Soft Token on this phone, to move it to a new one. Choose the picture and type the digits on the computer within 2 minutes.",
      button: "Confirm on the phone",
      notAsked: "If you are not changing your phone, press “Not me” and change your password.",
    },
    service_request: {
      title: "Sign the request for service",
      body: "Your computer asks you to sign a request for service. Choose the picture and type the digits on the computer within 2 minutes.",
      button: "Confirm on the phone",
      notAsked: "If you filed no request, press “Not me” and change your password.",
    },
  },
  /** “Not me” to something else than signing in. */
  denied: {
    renew: {
      title: "You said that it was not you who renewed",
      body: "That renewal was stopped; your Soft Token works as before. Somebody else knows your password: change it soon. The head of your agency was told.",
      button: "Sign in and change it",
      notAsked: "If you pressed it by mistake, ask for the renewal again on the computer.",
    },
    end_device: {
      title: "You said that you are not changing your phone",
      body: "That was stopped; the Soft Token on this phone still works. Somebody else uses a computer you are signed in at: change your password soon, which signs every computer out. The head of your agency was told.",
      button: "Sign in and change it",
      notAsked: "If you pressed it by mistake, ask again on the computer.",
    },
    service_request: {
      title: "You said that you did not sign a request",
      body: "That signature was stopped and nothing was sent in your name. Somebody else uses a computer you are signed in at: change your password soon, which signs every computer out. The head of your agency was told.",
      button: "Sign in and change it",
      notAsked: "If you pressed it by mistake, you can sign again as usual.",
    },
  },
  head: {
    holder: "Holder",
    denied: {
      title: "A holder says that a sign-in was not theirs",
      body: "Somebody else used this holder’s password to ask to sign in, and the holder pressed “Not me”. That sign-in was stopped. Please see that the password is changed.",
      notAsked: "Nothing was done by that sign-in.",
    },
    deniedOther: {
      title: "A holder says that it was not them",
      body: (what) =>
        `The phone of this holder was asked to confirm “${what}”, and the holder pressed “Not me”. It was stopped. Please see that the password is changed.`,
      notAsked: "No harm was done by it.",
    },
    disabled: {
      title: "A holder’s Soft Token was switched off",
      body: "A wrong PIN was typed 10 times in a row. The key no longer works. Please ask the holder, and file a request for service to activate it again.",
      notAsked: "If it was not the holder, report the phone as lost at once.",
    },
    ended: {
      title: "A holder ended their Soft Token and gave the seat up",
      body: "This holder ended their Soft Token themselves and gave the seat back to the agency. Nobody is named next. Please appoint the next holder by an order.",
      button: "Appoint a holder",
      notAsked: "If it was not the holder, tell the central office at once.",
    },
  },
  device: "Device",
  daysLeft: "Left",
  days: (days) => (days === 1 ? "1 day" : `${days} days`),
};
