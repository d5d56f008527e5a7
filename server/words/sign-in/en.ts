import type { Shape } from "../shape.ts";
import type { signInTh } from "./th.ts";

/** Signing in: the entry page and LINE Login, in English. */
export const signInEn = {
  title: "Opening",
  opening: "Opening…",
  browser: "Sign in to go on",
  failed: "It did not open; everything of yours is safe. Try again, or go on in this browser",
  slow: "If this takes long, use the button below",
  goOn: "Sign in with LINE",
  noScript: {
    why: "JavaScript is off in this browser, so this page cannot open by itself. Nothing is lost. Go on with a button below.",
    seat: "A lost phone is reported and a request is filed with user code and password, on any device.",
    seatOpen: "Sign in with a user code",
    call: "Or call the central office:",
  },
  byPassword: "Sign in with your citizen id",
  join: "No LINE? Register here",
  again: "Try again",
  cancelled: { title: "Not signed in", body: "It was cancelled or the link expired. Nothing has changed." },
  down: {
    title: "LINE does not answer",
    body: "Signing in with LINE is not possible now. Please try again in a moment.",
  },
  many: { title: "Try again in a minute", body: "Too many sign-ins came from here." },
  signedOut: {
    title: "Signed out",
    body: "Come back at any time, in LINE or with your password.",
    again: "Sign in",
  },
} satisfies Shape<typeof signInTh>;
