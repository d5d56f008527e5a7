import type { TypedRequest } from "../../agencies/access-form.ts";
import type { Member } from "../../agencies/member.ts";
import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { ChoiceGroup } from "../../http/page/choice-group.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { requestKeyField } from "../../http/request-key.ts";
import { ConsoleLayout } from "../layout.tsx";
import { JoinerFields } from "./joiner-fields.tsx";
import { blankJoiner } from "./typed-request.ts";

export interface RequestFormProps {
  readonly page: PageContext;
  readonly staff: StaffSession;
  /** Null: a new one. */
  readonly requestId: string | null;
  readonly version: number;
  readonly requestKey: string;
  readonly typed: TypedRequest;
  readonly faults: readonly SummaryItem[];
  /** Who may be named as leaving. */
  readonly members: readonly Member[];
  /** True: one more empty row, and the hand goes on there. */
  readonly more: boolean;
  /** Somebody else saved it meanwhile. */
  readonly changed: boolean;
}

/** A request for access as it is filled in: the letter, who comes, who leaves, the certification (F1.1). */
export function RequestForm(props: RequestFormProps) {
  const { page, staff, requestId, version, requestKey, faults, changed } = props;
  const words = page.words.agencies.people.form;
  const path = `/console/people/requests${requestId === null ? "" : `/${requestId}`}`;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="people"
      title={words.title}
      back={requestId === null ? "/console/people" : path}
      wrong={faults.length > 0 || changed}
    >
      <ErrorSummary page={page} items={faults} />
      {changed ? (
        <>
          <Banner tone="refused" title={words.changed} live />
          <ButtonGroup>
            <ButtonLink href={`${path}/edit`}>{words.openLatest}</ButtonLink>
          </ButtonGroup>
        </>
      ) : null}
      <h1>{words.title}</h1>
      <form class="stack" method="post" action={path}>
        {/* The first button is what the Enter key presses. */}
        <button class="visually-hidden" name="do" value="save" tabindex={-1} aria-hidden="true">
          {words.save}
        </button>
        <input type="hidden" name={requestKeyField} value={requestKey} />
        <input type="hidden" name="version" value={String(version)} />
        <LetterFields {...props} />
        <Joining {...props} />
        <Leaving {...props} />
        <Certified {...props} />
        <ButtonGroup>
          <Button name="do" value="save" icon="check">
            {words.save}
          </Button>
          <Button kind="secondary" name="do" value="later">
            {words.later}
          </Button>
          <ButtonLink kind="quiet" href={requestId === null ? "/console/people" : path}>
            {words.cancel}
          </ButtonLink>
        </ButtonGroup>
      </form>
    </ConsoleLayout>
  );
}

function faultOf({ faults }: RequestFormProps) {
  return (field: string) => faults.find((item) => item.field === field)?.sentence;
}

function LetterFields(props: RequestFormProps) {
  const { page, typed } = props;
  const words = page.words.agencies.people.form;
  const faultAt = faultOf(props);
  const of = (name: keyof typeof words.fields) => ({
    name,
    label: words.fields[name],
    value: typed[name],
    error: faultAt(name),
    maxlength: 300,
  });
  return (
    <section class="card stack">
      <h2>{words.letter}</h2>
      <div class="field-pair">
        <Field {...of("number")} />
        <Field {...of("date")} hint={words.dateHint} maxlength={40} />
        <Field {...of("address")} />
        <Field {...of("superiorName")} />
        <Field {...of("superiorPosition")} />
        <Field {...of("phone")} hint={words.phoneHint} type="tel" maxlength={60} figures />
        <Field {...of("fax")} type="tel" maxlength={60} figures />
      </div>
    </section>
  );
}

function Joining(props: RequestFormProps) {
  const { page, typed, more } = props;
  const words = page.words.agencies.people.form;
  const rows = more || typed.joining.length === 0 ? [...typed.joining, blankJoiner] : typed.joining;
  const faultAt = faultOf(props);
  return (
    <section class="card stack">
      <h2>{words.joining}</h2>
      <p class="lead">{words.joiningHint}</p>
      {rows.map((joiner, row) => (
        <JoinerFields {...{ page, row, joiner, faultAt, isNew: more && row === rows.length - 1 }} />
      ))}
      <ButtonGroup>
        <Button kind="secondary" icon="person" name="do" value="more">
          {words.more}
        </Button>
      </ButtonGroup>
    </section>
  );
}

function Leaving(props: RequestFormProps) {
  const { page, typed, members } = props;
  const words = page.words.agencies.people.form;
  return (
    <section class="card stack">
      {members.length === 0 ? (
        <>
          <h2>{words.leaving}</h2>
          <p class="lead">{words.nobodyToLeave}</p>
        </>
      ) : (
        <ChoiceGroup
          name="leaving"
          legend={words.leaving}
          hint={words.leavingHint}
          type="checkbox"
          error={faultOf(props)("leaving")}
          chosen={typed.leaving}
          choices={members.map(({ id, name, level, username }) => ({
            value: id,
            label: name,
            hint: `${page.words.console.level[level]} · ${username}`,
          }))}
        />
      )}
    </section>
  );
}

function Certified(props: RequestFormProps) {
  const words = props.page.words.agencies.people.form;
  return (
    <section class="card stack">
      <ChoiceGroup
        name="certified"
        legend={words.certifyLegend}
        type="checkbox"
        error={faultOf(props)("certified")}
        chosen={props.typed.certified ? ["yes"] : []}
        choices={[{ value: "yes", label: words.certified }]}
      />
    </section>
  );
}
