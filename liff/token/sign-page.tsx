import type { SeenChallenge } from "../../server/credentials/actions/see-challenge.ts";
import { Button, ButtonGroup } from "../../server/http/page/button.tsx";
import { Card, Facts } from "../../server/http/page/card.tsx";
import { ChallengeDrawing } from "../../server/http/page/challenge-picture.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../server/http/page/error-summary.tsx";
import { Field } from "../../server/http/page/field.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import { PinField } from "../../server/http/page/secret-field.tsx";
import { staffRelyingParty } from "../../server/credentials/sign-in-challenge.ts";
import { describedBy, Told } from "../../server/http/page/told.tsx";
import { nameIn } from "../../server/visits/names.ts";
import { KeyTroubles, tokenPath } from "./parts.tsx";

interface Props {
  readonly page: PageContext;
  readonly asked: SeenChallenge;
  readonly refusals: readonly SummaryItem[];
  /** The picture that was chosen before, when the form comes back. */
  readonly chosen: string;
  readonly digits: string;
}

/** Three pictures, two digits, the PIN; and "ไม่ใช่ฉัน". */
export function SignPage(props: Props) {
  const { page, asked, refusals } = props;
  const { sign: words, purposes } = page.words.credentials.phone;
  const { parts, keyId, agency, system } = asked;
  const path = `${tokenPath}/sign/${parts.id}`;
  const errorOf = (field: string) => refusals.find((refusal) => refusal.field === field)?.sentence;
  return (
    <Layout page={page} title={words.title} wrong={refusals.length > 0} scripts={["token-key.js"]}>
      <ErrorSummary page={page} items={refusals} />
      <h1>{words.title}</h1>
      <Card>
        <Facts
          rows={[
            [words.facts.what, purposes[parts.purpose]],
            ...(parts.relyingParty === staffRelyingParty
              ? [[words.facts.system, words.staffConsole] as const]
              : []),
            ...(system === null ? [] : [[words.facts.system, nameIn(system, page.language)] as const]),
            [words.facts.userCode, parts.userCode],
            ...(agency === null ? [] : [[words.facts.agency, nameIn(agency, page.language)] as const]),
          ]}
        />
      </Card>
      <KeyTroubles page={page} />
      <form
        class="stack"
        method="post"
        action={path}
        novalidate
        data-signs="answer"
        data-key-id={keyId}
        data-parts={JSON.stringify(parts)}
      >
        <Pictures {...props} />
        <Field
          name="digits"
          label={words.digits}
          value={props.digits}
          error={errorOf("digits")}
          inputmode="numeric"
          autocomplete="off"
          maxlength={6}
          figures
        />
        <PinField page={page} name="pin" label={words.pin} error={errorOf("pin")} />
        <input type="hidden" name="signature" value="" />
        <ButtonGroup>
          <Button>{words.submit}</Button>
        </ButtonGroup>
      </form>
      <form class="stack" method="post" action={`${path}/deny`}>
        <p>{words.notMeHint}</p>
        <Button kind="danger">{words.notMe}</Button>
      </form>
    </Layout>
  );
}

function Pictures({ page, asked, chosen, refusals }: Props) {
  const { phone, challenge } = page.words.credentials;
  const error = refusals.find(({ field }) => field === "picture")?.sentence;
  const told = { name: "picture", error };
  return (
    <fieldset class={`field${error ? " refused" : ""}`} {...describedBy(told)}>
      <legend class="label">{phone.sign.picture}</legend>
      <Told {...told} />
      <div class="riddle-choices">
        {asked.choices.map((picture, at) => (
          <label class="riddle-choice">
            <input
              id={at === 0 ? "picture" : `picture-${at}`}
              type="radio"
              name="picture"
              value={picture}
              checked={picture === chosen}
            />
            <ChallengeDrawing picture={picture} size={88} />
            <span>{challenge.pictures[picture]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
