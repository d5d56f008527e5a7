import type { Child } from "hono/jsx";
import { Card } from "../../server/http/page/card.tsx";
import { WholeName } from "../../server/http/page/whole-name.tsx";
import type { RegistrationAnswers, RegistrationStep } from "../../server/identity/registration.ts";
import { formatBirthDate } from "../../server/kernel/birth-date.ts";
import { formatCitizenId } from "../../server/kernel/citizen-id.ts";
import { formatPhone } from "../../server/kernel/phone.ts";
import { StepForm, type StepProps } from "./step-form.tsx";

/** The last look: every answer with its way to change it, then "ขอรับรหัส OTP". */
export function ReviewPage(props: StepProps & { readonly answers: RegistrationAnswers }) {
  const { page, query, answers } = props;
  const words = page.words.identity.review;
  const { citizenId, firstName, lastName, birth, card, phone } = answers;
  const name = <WholeName>{`${firstName ?? ""} ${lastName ?? ""}`}</WholeName>;
  const rows: readonly (readonly [string, Child, RegistrationStep])[] = [
    [words.number, <WholeName>{citizenId ? formatCitizenId(citizenId) : ""}</WholeName>, "number"],
    [words.name, name, "name"],
    [words.birth, birth ? formatBirthDate(birth, page.language) : "", "birth"],
    [words.card, card === "normal" ? words.cardNormal : words.cardUnavailable, "birth"],
    [words.pin, words.pinChosen, "pin"],
    [words.phone, <WholeName>{phone ? formatPhone(phone) : ""}</WholeName>, "phone"],
  ];
  return (
    <StepForm {...props} step="review" title={words.title} submit={words.send}>
      <h1>{words.heading}</h1>
      <Card>
        <dl class="facts">
          {rows.map(([name, value, step]) => (
            <div class="fact-row">
              <dt>{name}</dt>
              <dd>{value}</dd>
              <dd class="fact-change">
                <a class="tap" href={`/liff/register/${step}${query}`}>
                  {words.change} <span class="visually-hidden">{name}</span>
                </a>
              </dd>
            </div>
          ))}
        </dl>
      </Card>
    </StepForm>
  );
}
