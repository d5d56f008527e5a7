/** What notices about levels, second steps and seats to members of staff need and may do; the rest stands in `notice.ts`. */
export const staffNoticeRules = {
  /** One's own password or second step was changed (server/agencies/sign-in-change.ts names which). */
  staff_sign_in_changed: { refs: ["staffId", "what"], media: ["mail"], atNight: true },
  /** So many percent of the month's LINE messages are used up; to the administrators of local governments. */
  staff_line_plan: { refs: ["staffId", "percent"], media: ["mail"], atNight: false },
  /** Somebody with the right to took the second steps away, so that new ones can be set up. */
  staff_second_step_reset: { refs: ["staffId", "reason"], media: ["mail"], atNight: true },
  /** The agency's admin gave them another level: read from the account when it is told. */
  staff_level_changed: { refs: ["staffId"], media: ["mail"], atNight: false },
  /** To the other admins and the auditors: somebody was given, or lost, a level that has power over others. */
  staff_power_changed: {
    refs: ["staffId", "ofId", "byId", "level", "what"],
    media: ["mail"],
    atNight: true,
  },
  /** To the heads of an agency: a phone was lost and stopped; its letter is still to come. */
  staff_phone_lost: { refs: ["staffId", "holdingId", "lostPhoneId"], media: ["mail"], atNight: true },
  staff_lost_letter: { refs: ["staffId", "holdingId", "lostPhoneId"], media: ["mail"], atNight: false },
  /** To the head of an agency: a holder pressed "ไม่ใช่ฉัน", or ten wrong PINs ended a key; or (`ended`) they ended it
   * themselves and gave the seat up. */
  staff_seat_denied: { refs: ["staffId", "holdingId"], media: ["mail"], atNight: true },
  staff_key_disabled: { refs: ["staffId", "holdingId"], media: ["mail"], atNight: true },
  /** To the head who asked the central office for a user code: issued, or refused. */
  staff_code_answered: { refs: ["staffId", "codeAskId"], media: ["mail"], atNight: false },
  /** To everybody whose console will open by a Soft Token alone from a day on. */
  staff_token_demanded: { refs: ["staffId", "fromDay"], media: ["mail"], atNight: false },
  /** To heads and registrars: somebody else wrote into the thread of a request for service, or (`what`) a head is to sign it. */
  staff_request_said: { refs: ["staffId", "holdingId", "requestId"], media: ["mail"], atNight: true },
} as const;
