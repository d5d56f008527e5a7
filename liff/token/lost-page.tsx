import type { ReportOffer } from "../../server/credentials/actions/offer-report.ts";
import type { TypedLoss } from "../../server/credentials/typed-loss.ts";
import { Banner } from "../../server/http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import { ChoiceGroup } from "../../server/http/page/choice-group.tsx";
import { Card } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../server/http/page/error-summary.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { LossFields, WhoseFields } from "../../server/http/page/loss-fields.tsx";
import { PinField } from "../../server/http/page/secret-field.tsx";
import { requestKeyField } from "../../server/http/request-key.ts";
import { KeyTroubles, tokenPath } from "./parts.tsx";

interface Props {
  readonly page: PageContext;
  /** The keys on this phone, which may speak for a colleague. */
  readonly offer: ReportOffer;
  /** The key that was chosen before, when the form comes back. */
  readonly chosen: string;
  readonly typed: TypedLoss;
  readonly faults: readonly SummaryItem[];
  readonly requestKey: string;
}

/** Somebody's phone is gone: one's own, by the password; a colleague's, by the key on this one and its PIN. */
export function LostPage(props: Props) {
  const { page, offer, faults } = props;
  const words = page.words.credentials.lost;
  return (
    <Layout
      page={page}
      title={words.phone.title}
      back={tokenPath}
      wrong={faults.length > 0}
      scripts={["token-key.js"]}
    >
      <ErrorSummary page={page} items={faults} />
      <h1>{words.phone.title}</h1>
      <Card title={words.phone.own}>
        <p>{words.phone.ownLead}</p>
        <ButtonGroup>
          <ButtonLink kind="danger" href="/seat/sign-in?next=%2Fseat%2Flost">
            {words.phone.ownButton}
          </ButtonLink>
        </ButtonGroup>
      </Card>
      {offer.keys.length > 0 ? (
        <Report {...props} />
      ) : (
        <Banner tone="info" title={words.phone.noKey}>
          <p>{words.phone.noKeyNext}</p>
        </Banner>
      )}
    </Layout>
  );
}

function Report(props: Props) {
  const { page, typed, faults, requestKey, offer } = props;
  const words = page.words.credentials.lost;
  const pinError = faults.find(({ field }) => field === "pin")?.sentence;
  return (
    <form
      class="stack"
      method="post"
      action={`${tokenPath}/lost`}
      novalidate
      data-signs="loss"
      data-parts={JSON.stringify({ nonce: offer.nonce, requestKey })}
    >
      <p class="lead">{words.phone.lead}</p>
      <p>{words.liability}</p>
      <KeyTroubles page={page} />
      <input type="hidden" name={requestKeyField} value={requestKey} />
      <input type="hidden" name="nonce" value={offer.nonce} />
      <input type="hidden" name="signature" value="" />
      <OwnKey {...props} />
      <WhoseFields page={page} typed={typed} faults={faults} />
      <LossFields page={page} typed={typed} faults={faults} />
      <PinField page={page} name="pin" label={words.phone.pin} error={pinError} />
      <ButtonGroup>
        <Button kind="danger">{words.reportNow}</Button>
      </ButtonGroup>
    </form>
  );
}

/** As whom: with one key on the phone there is nothing to choose. */
function OwnKey({ page, offer, chosen }: Props) {
  const [first] = offer.keys;
  const keyId = offer.keys.find((key) => key.keyId === chosen)?.keyId ?? first?.keyId ?? "";
  if (offer.keys.length < 2) return <input type="hidden" name="keyId" value={keyId} />;
  return (
    <ChoiceGroup
      name="keyId"
      legend={page.words.credentials.lost.phone.as}
      type="radio"
      choices={offer.keys.map((key) => ({ value: key.keyId, label: key.userCode }))}
      chosen={[keyId]}
    />
  );
}
