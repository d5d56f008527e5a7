import { Banner } from "../../server/http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { ErrorSummary } from "../../server/http/page/error-summary.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { OtpField } from "../../server/http/page/secret-field.tsx";
import type { SeenJoin } from "../../server/identity/actions/see-join.ts";
import { ResendOtp } from "../otp/resend-otp.tsx";
import { SentOtp } from "../otp/sent-otp.tsx";

interface Props {
  readonly page: PageContext;
  readonly query: string;
  readonly seen: SeenJoin;
  readonly refused?: string;
  readonly resent: boolean;
  readonly now: Date;
}

/** The OTP that proves the phone: where it was sent, one field, and the ways on when it does not come. */
export function JoinOtpPage({ page, query, seen, refused, resent, now }: Props) {
  const { join, identity } = page.words;
  const { otp, maskedPhone } = seen;
  const isLive = otp !== null && now < otp.expiresAt;
  const items = refused ? [isLive ? { field: "otp", sentence: refused } : { sentence: refused }] : [];
  return (
    <Layout
      page={page}
      title={join.otp.title}
      wrong={refused !== undefined}
      back={`/liff/join/edit${query}`}
      scripts={["resend-otp.js"]}
    >
      <ErrorSummary page={page} items={items} />
      {resent ? <Banner tone="done" title={identity.otp.resent} live /> : null}
      {isLive ? (
        <form class="stack" method="post" action={`/liff/join/otp${query}`} novalidate>
          <OtpField
            name="otp"
            label={identity.otp.label}
            hint={<SentOtp page={page} maskedPhone={maskedPhone} {...otp} />}
            error={refused}
            heading
          />
          <ButtonGroup>
            <Button>{identity.confirm}</Button>
          </ButtonGroup>
        </form>
      ) : (
        <>
          <h1>{join.otp.title}</h1>
          {refused ? null : <Banner tone="waiting" title={identity.refusal.otp_expired()} />}
        </>
      )}
      <ResendOtp
        page={page}
        action={`/liff/join/resend${query}`}
        sentAt={otp?.sentAt ?? null}
        now={now}
        main={!isLive}
      />
      <ButtonLink kind="quiet" href={`/liff/join/edit${query}`}>
        {join.otp.back}
      </ButtonLink>
    </Layout>
  );
}
