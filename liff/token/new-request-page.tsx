import type { PhoneRequests } from "../../server/credentials/actions/see-phone-requests.ts";
import { phoneCases } from "../../server/credentials/service-request.ts";
import type { TypedRequest } from "../../server/credentials/typed-request.ts";
import { RequestFields } from "../../server/http/page/request-fields.tsx";
import { Button, ButtonGroup } from "../../server/http/page/button.tsx";
import { ChoiceGroup } from "../../server/http/page/choice-group.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../server/http/page/error-summary.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { requestKeyField } from "../../server/http/request-key.ts";
import { Elsewhere, phoneRequestsPath } from "./requests-page.tsx";

interface Props {
  readonly page: PageContext;
  readonly seats: PhoneRequests["seats"];
  readonly keyId: string;
  readonly typed: TypedRequest;
  readonly faults: readonly SummaryItem[];
  readonly requestKey: string;
}

/** The form on the phone: which seat, what for; signed with PIN and key on the next page. */
export function NewPhoneRequestPage({ page, seats, keyId, typed, faults, requestKey }: Props) {
  const { requests, requestPages } = page.words.credentials;
  const words = requestPages.phone;
  const [only] = seats;
  return (
    <Layout page={page} title={requests.newOwn} back={phoneRequestsPath} wrong={faults.length > 0}>
      <ErrorSummary page={page} items={faults} />
      <h1>{requests.newOwn}</h1>
      <form class="stack" method="post" action={`${phoneRequestsPath}/new`} novalidate>
        <input type="hidden" name={requestKeyField} value={requestKey} />
        {seats.length === 1 ? (
          <p>
            {words.seat} <strong class="code-like">{only?.userCode}</strong>
          </p>
        ) : (
          <ChoiceGroup
            name="keyId"
            legend={words.seat}
            type="radio"
            choices={seats.map((seat) => ({ value: seat.keyId, label: seat.userCode }))}
            chosen={[keyId]}
            error={faults.find(({ field }) => field === "userCode")?.sentence}
          />
        )}
        <RequestFields page={page} cases={phoneCases} typed={typed} faults={faults} />
        <ButtonGroup>
          <Button>{words.next}</Button>
        </ButtonGroup>
      </form>
      <Elsewhere page={page} />
    </Layout>
  );
}
