import { seatParts, type SeatPart } from "../../../credentials/holding.ts";
import { userCodeLength } from "../../../credentials/user-code.ts";
import { Banner } from "../../../http/page/banner.tsx";
import { Button, ButtonGroup } from "../../../http/page/button.tsx";
import { ChoiceGroup } from "../../../http/page/choice-group.tsx";
import type { PageContext } from "../../../http/page/context.ts";
import type { SummaryItem } from "../../../http/page/error-summary.tsx";
import { Field } from "../../../http/page/field.tsx";
import { PasswordField } from "../../../http/page/secret-field.tsx";
import { SeatPage } from "../seat-page.tsx";

/** Signs of hyphens and spaces a code may be typed with. */
const spare = 15;

/** What was done a moment ago, or why a session was ended from elsewhere. */
export const seatTellings = [
  "signed_out",
  "password_set",
  "password_changed",
  "phone_lost",
  "denied",
  "key_disabled",
  "password_over",
  "over",
] as const;
type SeatTold = (typeof seatTellings)[number];

/** What was done went well; the rest is to be read before going on. */
const done: readonly SeatTold[] = ["signed_out", "password_set", "password_changed"];

export interface SeatSignInProps {
  readonly page: PageContext;
  readonly userCode: string;
  readonly part: SeatPart;
  /** What was refused, the fields it stands at first. */
  readonly faults?: readonly SummaryItem[];
  /** The other system that asked to sign in; null: Pratu itself. */
  readonly system: string | null;
  readonly told?: SeatTold | null;
}

/** User code, in which part, password (flows T3). */
export function SeatSignInPage({ page, userCode, part, faults = [], told = null, system }: SeatSignInProps) {
  const { signIn, parts } = page.words.credentials;
  const errorAt = (field: string) => faults.find((item) => item.field === field)?.sentence;
  return (
    <SeatPage page={page} seat={null} title={signIn.title} faults={faults} scripts={["keep-typed.js"]}>
      {told ? (
        <Banner tone={done.includes(told) ? "done" : "waiting"} title={signIn.told[told]} live />
      ) : null}
      {system === null ? null : (
        <Banner tone="info" title={signIn.system(system)}>
          {signIn.systemNext}
        </Banner>
      )}
      <form class="card stack" method="post" action="/seat/sign-in" novalidate>
        <h1>{signIn.title}</h1>
        <Field
          name="userCode"
          label={signIn.userCode}
          hint={signIn.userCodeHint}
          value={userCode}
          error={errorAt("userCode")}
          autocomplete="username"
          maxlength={userCodeLength + spare}
          lang="en"
          figures
          autofocus={faults.length === 0 && userCode === ""}
        />
        <ChoiceGroup
          name="part"
          legend={signIn.part}
          type="radio"
          chosen={[part]}
          choices={seatParts.map((value) => ({ value, label: parts[value], hint: signIn.partHints[value] }))}
        />
        <PasswordField
          page={page}
          name="password"
          label={signIn.password}
          hint={signIn.passwordHint}
          error={errorAt("password")}
          autocomplete="current-password"
          autofocus={faults.length === 0 && userCode !== ""}
        />
        <ButtonGroup>
          <Button>{signIn.yes}</Button>
        </ButtonGroup>
      </form>
      <details class="card">
        <summary>{signIn.first.title}</summary>
        <p>{signIn.first.body}</p>
        <p>{signIn.lost}</p>
      </details>
      <p>
        <a href="/seat/sign-in?next=%2Fseat%2Flost">{signIn.phoneLost}</a>
      </p>
    </SeatPage>
  );
}
