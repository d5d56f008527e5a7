import type { PageContext } from "../../server/http/page/context.ts";
import { formatTime } from "../../server/kernel/thai-date.ts";

interface Props {
  readonly page: PageContext;
  /** As it may be shown: masked. */
  readonly maskedPhone: string | null;
  readonly reference: string;
  readonly expiresAt: Date;
}

/** Where an OTP was sent, the letters that tell its SMS from others, and until when it is good. */
export function SentOtp({ page, maskedPhone, reference, expiresAt }: Props) {
  const words = page.words.identity.otp;
  return (
    <>
      {maskedPhone === null ? null : (
        <>
          {words.sentTo(maskedPhone)}
          <br />
        </>
      )}
      {words.reference} <strong class="kept">{reference}</strong>{" "}
      <span class="kept">({words.goodUntil(formatTime(expiresAt, page.language))})</span>
    </>
  );
}
