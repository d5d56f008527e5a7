import type { Shape } from "../shape.ts";
import type { secondStepResetTh } from "./reset-th.ts";

/** Setting somebody's second step anew, in English. */
export const secondStepResetEn: Shape<typeof secondStepResetTh> = {
  title: "Set a second step up anew",
  lead: "For when the owner of the account says in person that the old app or passkey is gone. Make sure it is them",
  what: "The authenticator app and every passkey stop working, machines that are signed in are signed out, the owner is told by e-mail and sets up a new app at the next sign-in",
  name: "Name",
  username: "User name",
  level: "Level",
  reason: "Reason",
  yes: "Set it up anew",
  no: "Leave it",
  doneTitle: "It will be set up anew",
  doneBody: "Tell the owner to sign in with the same password and set up the app as the page says",
  back: "Back",
  reasons: {
    lost: "Phone or device lost",
    replaced: "New phone or device",
    broken: "Phone or device broken",
    suspected: "Somebody else may have used it",
  },
  refusal: {
    staff_missing: () => "There is no such account",
    reset_reason_missing: () => "Choose a reason",
  },
};
