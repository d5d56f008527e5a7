import type { SeatSession } from "../../../credentials/seat-session.ts";
import type { ServiceCase } from "../../../credentials/service-request.ts";
import type { TypedRequest } from "../../../credentials/typed-request.ts";
import { Button, ButtonGroup } from "../../../http/page/button.tsx";
import { ChoiceGroup } from "../../../http/page/choice-group.tsx";
import type { PageContext } from "../../../http/page/context.ts";
import type { SummaryItem } from "../../../http/page/error-summary.tsx";
import { PasswordField } from "../../../http/page/secret-field.tsx";
import { requestKeyField } from "../../../http/request-key.ts";
import { RequestFields } from "../../../http/page/request-fields.tsx";
import { SeatPage } from "../seat-page.tsx";
import { ownRequestsPath } from "./requests-page.tsx";

/** The ways a form can be signed that is written at a computer. */
export const ownWays = ["password", "device", "paper"] as const;
export type OwnWay = (typeof ownWays)[number];

interface Props {
  readonly page: PageContext;
  readonly seat: SeatSession;
  readonly cases: readonly ServiceCase[];
  readonly typed: TypedRequest;
  readonly way: OwnWay;
  readonly faults: readonly SummaryItem[];
  readonly requestKey: string;
}

/** The form, signed with the password that is given once more, or kept to be signed on the phone or by hand. */
export function NewOwnRequestPage({ page, seat, cases, typed, way, faults, requestKey }: Props) {
  const { requests: words, requestPages } = page.words.credentials;
  const { how } = requestPages;
  const isIn = seat.holdingState === "live";
  const choices = [
    { value: "password", label: how.password, hint: how.passwordHint },
    ...(isIn ? [{ value: "device", label: how.device, hint: how.deviceHint }] : []),
    { value: "paper", label: how.paper, hint: how.paperHint },
  ];
  return (
    <SeatPage
      page={page}
      seat={seat}
      title={words.newOwn}
      back={ownRequestsPath}
      faults={faults}
      scripts={["keep-typed.js"]}
    >
      <h1>{words.newOwn}</h1>
      <p class="lead">{words.lead.own}</p>
      <form
        class="stack"
        method="post"
        action={`${ownRequestsPath}/new`}
        novalidate
        data-keep={`request:${seat.holdingId}`}
      >
        <input type="hidden" name={requestKeyField} value={requestKey} />
        <RequestFields page={page} cases={cases} typed={typed} faults={faults} />
        <section class="card stack">
          <h2>{words.form.signTitle}</h2>
          <ChoiceGroup name="way" legend={how.title} type="radio" choices={choices} chosen={[way]} />
          <PasswordField
            page={page}
            name="proof"
            label={words.form.password}
            hint={how.proofOnly}
            error={faults.find(({ field }) => field === "proof")?.sentence}
            autocomplete="current-password"
          />
        </section>
        <ButtonGroup>
          <Button>{how.next}</Button>
        </ButtonGroup>
      </form>
    </SeatPage>
  );
}
