/** What people are told about their own account, to the e-mail they gave (E1, E2). */
export const accountNoticeKinds = [
  /** The link that proves the address. */
  "account_email_proof",
  /** "แจ้งเปลี่ยนรหัสผ่าน": the link to a new password. */
  "account_password_reset",
  "account_password_changed",
  /** To the address so far: another one was given. */
  "account_email_changed",
  /** Too many wrong passwords. */
  "account_locked",
  /** A LINE user was linked by the password. */
  "account_linked",
] as const;
export type AccountNoticeKind = (typeof accountNoticeKinds)[number];
