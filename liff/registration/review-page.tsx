import { Card } from "../../server/http/page/card.tsx";
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
  const rows: readonly (readonly [string, string, RegistrationStep])[] = [
    [words.number, citizenId ? formatCitizenId(citizenId) : "", "number"],
    [words.name, `${firstName ?? ""} ${lastName ?? ""}`, "name"],
    [words.birth, birth ? formatBirthDate(birth, page.language) : "", "birth"],
    [words.card, card === "normal" ? words.cardNormal : words.cardUnavailable, "birth"],
    [words.phone, phone ? formatPhone(phone) : "", "phone"],
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
