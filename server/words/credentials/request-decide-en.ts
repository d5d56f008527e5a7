import type { Shape } from "../shape.ts";
import type { requestDecideTh } from "./request-decide-th.ts";

/** How the central office decides a request for service, in English. */
export const requestDecideEn: Shape<typeof requestDecideTh> = {
  title: "Decide",
  grant: "Grant",
  refuse: "Refuse",
  reason: "Why it is refused",
  reasonHint: "Whoever asked reads this by e-mail",
  effects: {
    password_forgotten: "When granted, a link for a new password goes to the registered e-mail",
    phone_changed:
      "When granted, the Soft Token on the old phone and the old password end at once. A link for a new password is sent, then the new phone can be activated",
    phone_lost:
      "When granted, the old password ends at once. A link for a new password is sent, then the new phone can be activated",
    other: "When granted, only the answer is mailed. Reach whoever asked at the number given",
    holder_resigned:
      "When granted, the holder's right ends at once. The next one gets a link by e-mail unless registered already",
    holder_moved:
      "When granted, the holder's right ends at once. The next one gets a link by e-mail unless registered already",
    holder_other:
      "When granted, the holder's right ends at once. The next one gets a link by e-mail unless registered already",
    email_changed:
      "When granted, the new e-mail takes the old one's place, Soft Token and old password end at once, and a link for a new password goes to the new e-mail",
  },
  reported: (stopped, lostOn) =>
    `The loss was reported and everything stopped on ${stopped} (lost on ${lostOn})`,
  notReported: "The loss is not reported yet. This cannot be granted before",
};
