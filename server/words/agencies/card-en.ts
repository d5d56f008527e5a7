import type { Shape } from "../shape.ts";
import type { cardSignInTh } from "./card-th.ts";

/** Signing in by one's own ID card (F1.7), in English. */
export const cardSignInEn: Shape<typeof cardSignInTh> = {
  title: "Sign in with an ID card",
  lead: "Use your own ID card and its 4-digit PIN. Whoever lends card and PIN answers for what is done with them",
  pin: "4-digit PIN of the card",
  pinHint: "It goes to the card program on this machine only, never to us. Not the 6-digit PIN of citizens",
  pinShape: "The card's PIN has 4 digits",
  agency: "Come in for",
  agencyHint: "You have accounts at several agencies. Choose one, then type the PIN again",
  yes: "Sign in",
  back: "Use user name and password",
  noScript: "Signing in by card needs JavaScript and a card program on this machine",
  how: "To get the card's PIN",
  howBody:
    "Ask at any registration office in the country, in person, with the ID card only: no form, no letter from your agency, no fee",
  state: {
    working: "Leave the card in. Reading it",
    no_agent: "No card program answers on this machine. Open it and choose Start Service",
    blocked:
      "The browser does not let this page reach programs on this computer. Press the sign before the address, allow access to the local network, and load the page again. Or use user name and password",
    no_reader: "No card reader was found. Plug it in and try again",
    no_card: "No card is in the reader. Put it in and try again",
    bad_answer: "The card could not be read. Take it out, put it back and try again",
    timeout: "The reader does not answer. Take the card out, put it back and try again",
    cannot_sign: "The card program on this machine cannot sign with a card. Use user name and password",
    pin_wrong: "Wrong PIN. After 3 wrong in a row you need a new PIN from a registration office",
    pin_none:
      "This card has no PIN yet. Its owner asks for one at any registration office, in person, with the card only, free of charge",
    pin_reset:
      "3 wrong PINs in a row. Ask for a new PIN at any registration office, in person, with the card only, free of charge. Do not try again: after 5 a new card must be made",
    card_dead:
      "5 wrong PINs in a row. This card can no longer prove who you are: a new card must be made. For other services it still works. Meanwhile sign in with user name and password",
    failed: "Nothing was sent. Check the network and try again",
  },
  tooMany: "Too many tries in a short time. Wait a little and try again",
  refusal: {
    card_unavailable: () => "Signing in by card is not open here. Use user name and password",
    card_late: () => "Too late, or the card's answer was used already. Try again",
    card_refused: () =>
      "You cannot come in with this card. Check that it is yours and your account is in use, or use user name and password",
    card_choose: () => "Choose the agency, then type the PIN again",
  },
};
