import type { PhoneRenewal } from "../../server/credentials/actions/see-phone-renewal.ts";
import { Button, ButtonGroup } from "../../server/http/page/button.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../server/http/page/error-summary.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { PinField } from "../../server/http/page/secret-field.tsx";
import { bangkokDay, formatDay } from "../../server/kernel/thai-date.ts";
import { KeyTroubles, tokenPath } from "./parts.tsx";

interface Props {
  readonly page: PageContext;
  readonly renewal: PhoneRenewal;
  readonly refusals: readonly SummaryItem[];
}

/** What renewing means, the PIN, and "ไม่ใช่ฉัน". */
export function RenewPage({ page, renewal, refusals }: Props) {
  const { renew: words, sign } = page.words.credentials.phone;
  const { id, nonce, userCode, renewsId, notAfter } = renewal;
  const path = `${tokenPath}/renew/${id}`;
  return (
    <Layout page={page} title={words.title} wrong={refusals.length > 0} scripts={["token-key.js"]}>
      <ErrorSummary page={page} items={refusals} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead(userCode)}</p>
      <p>{words.until(formatDay(bangkokDay(notAfter), page.language))}</p>
      <KeyTroubles page={page} />
      <form
        class="stack"
        method="post"
        action={path}
        novalidate
        data-signs="renew"
        data-parts={JSON.stringify({ id, nonce, userCode, renewsId })}
      >
        <PinField
          page={page}
          name="pin"
          label={words.pin}
          error={refusals.find(({ field }) => field === "pin")?.sentence}
        />
        <input type="hidden" name="publicKey" value="" />
        <input type="hidden" name="signature" value="" />
        <input type="hidden" name="oldSignature" value="" />
        <ButtonGroup>
          <Button>{words.submit}</Button>
        </ButtonGroup>
      </form>
      <form class="stack" method="post" action={`${path}/deny`}>
        <p>{sign.notMeHint}</p>
        <Button kind="danger">{sign.notMe}</Button>
      </form>
    </Layout>
  );
}
