import type { AccountNoticeKind } from "../identity/account-notice.ts";
import { isAccountKind, type NoticeKind } from "./notice.ts";

type LinkKind = Extract<AccountNoticeKind, "account_email_proof" | "account_password_reset">;

/** What a mail about somebody's own account is about. It names nobody: the address may be mistyped. */
export type AccountSubject =
  | {
      readonly kind: LinkKind;
      /** Where its link leads, under the address of the deployment. */
      readonly path: string;
      readonly expiresAt: Date;
    }
  /** When it happened. */
  | { readonly kind: Exclude<AccountNoticeKind, LinkKind>; readonly at: Date };

/** True for what people are told about their own account, which travels by mail only. */
export function isForAccount<Told extends { readonly kind: NoticeKind }>(
  subject: Told,
): subject is Extract<Told, { readonly kind: AccountNoticeKind }> {
  return isAccountKind(subject.kind);
}
