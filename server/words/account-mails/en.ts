import type { Shape } from "../shape.ts";
import type { accountMailsTh } from "./th.ts";

/** What people are told by mail about their own account, in English. */
export const accountMailsEn: Shape<typeof accountMailsTh> = {
  greeting: "Hello",
  inLine: {
    title: "A web password was set",
    body: "Your account can now be used in a browser with that password. If it was not you, change the web password at once and tell an officer.",
    button: "See my account",
  },
  account_email_proof: {
    title: "Confirm your e-mail address",
    body: "Somebody registered for the online public services with this address. Press the button if it is yours: results of petitions and new passwords can then reach you here.",
    button: "Confirm the address",
    notAsked: "If you did not register, do nothing. This address will not be used.",
  },
  account_password_reset: {
    title: "A new password",
    body: "Somebody asked for a new password of your account for the online public services. This link works once, within 30 minutes.",
    button: "Change the password",
    notAsked: "If you did not ask, do nothing. Your password still works.",
  },
  account_password_changed: {
    title: "The password was changed",
    body: "The password of your account for the online public services was changed. Other devices that were signed in with the old one are signed out.",
    button: "Not you? Set a new password",
    notAsked: "If you changed it, do nothing.",
  },
  account_email_changed: {
    title: "Another e-mail address was given",
    body: "Somebody asked to use another address with your account for the online public services. This one stays in use until the new one is confirmed.",
    button: "See my account",
    notAsked: "If it was not you, change the password at once and tell your agency.",
  },
  account_locked: {
    title: "The password is locked, for safety",
    body: "The password of this account was mistyped many times and no longer signs in. Set a new one under “Forgot password”.",
    button: "Set a new password",
    notAsked: "If it was not you, your data is still safe, but a new password is better.",
  },
  account_linked: {
    title: "A LINE account was linked to your account",
    body: "Somebody signed in inside LINE with your password. That LINE account can now use the services in place of the password.",
    button: "See my account",
    notAsked: "If it was not you, change the password at once and tell your agency.",
  },
};
