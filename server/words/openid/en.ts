import type { Shape } from "../shape.ts";
import type { openIdTh } from "./th.ts";

/** The same in English. */
export const openIdEn: Shape<typeof openIdTh> = {
  handOn: {
    title: "You have proved who you are",
    body: (system) => `Taking you back to ${system}`,
    stay: "If the page does not change by itself within a few seconds, press this button",
    go: (system) => `Go to ${system}`,
  },
  again: {
    title: "Prove who you are once more",
    body: (system) =>
      `${system} asks you to prove who you are anew before you go on, to be sure that it is you at this computer`,
    safe: "When you press the button you are signed out on this computer, and sign in again with your user code, password and phone. What you sent already is not lost.",
    yes: "Prove it again",
  },
  refused: {
    title: "You cannot enter the other system",
    safe: "You are not signed in there, and nothing about you was sent",
    next: "Go back and start signing in anew from the system you want to use. If it happens again, tell those who run that system what this page says.",
    backTo: (system) => `Back to ${system}`,
    again: "Try again",
    ownSeat: "Go to your Soft Token page",
    why: {
      client_unknown: () => "The system that sent you here is not registered with Pratu, or is used no more",
      redirect_unknown: () =>
        "The address you would be sent back to is not the one that system registered. It may be a forged link, so you are not sent there.",
      request_too_long: () => "What the other system sent is longer than can be taken",
      request_over: () =>
        "This request to sign in was used already, its time is over (30 minutes), or there was none",
      too_many: () => "There were too many requests to sign in from here. Wait about a minute and try again.",
    },
  },
  out: {
    title: "Sign out",
    ask: (system) => (system === null ? "Do you want to sign out?" : `${system} asks you to sign out`),
    askBody:
      "To come in again you need your password and your phone. Other systems you entered through Pratu on this computer stop too.",
    yes: "Sign out",
    no: "Stay signed in",
    doneTitle: "You are signed out",
    doneBody: "This computer is signed in no more. If others use it too, just close this window.",
    stayed: "You are still signed in",
    foreign: "The address you would be sent back to is not registered, so you are not sent there",
    back: (system) => `Back to ${system}`,
  },
};
