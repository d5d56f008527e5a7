import type { NamingOffer } from "../../credentials/actions/see-naming.ts";
import { namingPages, namingFields, type NamingField, type TypedNaming } from "../../credentials/naming.ts";
import type { SeparationRefusal } from "../../credentials/separation.ts";
import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { StepProgress } from "../../http/page/step-progress.tsx";
import { requestKeyField } from "../../http/request-key.ts";
import { ConsoleLayout } from "../layout.tsx";
import { namingAddress, seatsHome } from "./addresses.ts";
import { NamingCheck } from "./naming-check.tsx";
import { OrderFields } from "./order-fields.tsx";
import { PersonFields, PlaceFields } from "./person-fields.tsx";
import { wizardPages, type WizardPage } from "./typed-naming.ts";

export interface NamingPageProps {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly at: WizardPage;
  readonly offer: NamingOffer;
  readonly typed: TypedNaming;
  readonly faults: readonly SummaryItem[];
  /** The rule that stands against it (N12). */
  readonly separation: SeparationRefusal | null;
  readonly requestKey: string;
  /** Where the bar's "ย้อนกลับ" leads: one page back, or out of the wizard. */
  readonly back: string;
  /** Where a naming that was begun before goes on; null: none was. */
  readonly unfinished: string | null;
}

/** One page of the wizard by which the head names somebody; what the others hold goes along unseen. */
export function NamingWizard(props: NamingPageProps) {
  const { page, staff, at, faults, separation, requestKey, typed } = props;
  const words = page.words.credentials.naming;
  const step = wizardPages.indexOf(at) + 1;
  const shown: readonly string[] = at === "check" ? [] : namingPages[at];
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="seats"
      title={`${words.title} · ${words.pages[at]}`}
      back={props.back}
      wrong={faults.length > 0 || separation !== null}
    >
      <ErrorSummary page={page} items={faults} />
      {props.unfinished === null ? null : (
        <Banner tone="info" title={words.unfinished}>
          <a href={props.unfinished}>{words.goOnUnfinished}</a>
        </Banner>
      )}
      {separation === null ? null : <Separation page={page} refusal={separation} />}
      <StepProgress page={page} step={step} of={wizardPages.length} />
      <h1>{at === "check" ? words.check : words.pages[at]}</h1>
      {at === "check" ? (
        <>
          <NamingCheck page={page} offer={props.offer} typed={typed} />
          <DraftForm page={page} typed={typed} />
        </>
      ) : null}
      <form class="stack" method="post" action={namingAddress({})}>
        {/* The first button is what the Enter key presses. */}
        {at === "check" ? null : (
          <button class="visually-hidden" name="do" value="next" tabindex={-1} aria-hidden="true">
            {words.next}
          </button>
        )}
        <input type="hidden" name="at" value={at} />
        <input type="hidden" name={requestKeyField} value={requestKey} />
        <Unshown typed={typed} shown={shown} />
        <Fields {...props} />
        <Moves page={page} at={at} />
      </form>
    </ConsoleLayout>
  );
}

function Fields(props: NamingPageProps) {
  const { page, offer, typed, faults, at } = props;
  const faultAt = (field: NamingField) => faults.find((item) => item.field === field)?.sentence;
  const common = { page, offer, typed, faultAt };
  switch (at) {
    case "place":
      return <PlaceFields {...common} />;
    case "person":
      return <PersonFields {...common} />;
    case "order":
      return <OrderFields {...common} />;
    case "check":
      return null;
  }
}

function Moves({ page, at }: Pick<NamingPageProps, "page" | "at">) {
  const words = page.words.credentials.naming;
  const isCheck = at === "check";
  return (
    <ButtonGroup>
      <Button name="do" value={isCheck ? "confirm" : "next"} {...(isCheck ? { icon: "check" } : {})}>
        {isCheck ? words.confirm : words.next}
      </Button>
      {at === "place" ? null : (
        <Button kind="secondary" name="do" value="back">
          {words.previous}
        </Button>
      )}
      <ButtonLink kind="quiet" href={seatsHome}>
        {words.cancel}
      </ButtonLink>
    </ButtonGroup>
  );
}

/** What the other pages of the wizard hold. */
function Unshown({ typed, shown }: { typed: TypedNaming; shown: readonly string[] }) {
  return (
    <>
      {namingFields
        .filter((name) => !shown.includes(name))
        .map((name) => (
          <input type="hidden" name={name} value={typed[name]} />
        ))}
    </>
  );
}

/** A form of its own: one that was sent and answered with a file is not taken for the one that names. */
function DraftForm({ page, typed }: Pick<NamingPageProps, "page" | "typed">) {
  return (
    <form method="post" action={`${seatsHome}/name/draft.pdf`}>
      <Unshown typed={typed} shown={[]} />
      <Button kind="secondary" icon="download">
        {page.words.credentials.naming.draftPdf}
      </Button>
    </form>
  );
}

/** The rule quoted, where the person stands, what is safe, what next. */
function Separation({ page, refusal }: { page: PageContext; refusal: SeparationRefusal }) {
  const { naming, rights, parts } = page.words.credentials;
  const words = naming.separation;
  const { right, part, userCode } = refusal.held;
  return (
    <div role="alert" tabindex={-1} autofocus>
      <Banner tone="refused" title={words.title}>
        {words.held(rights[right], parts[part], userCode)} {words.safe} {words.next}
      </Banner>
      <blockquote class="rule">{words.rule}</blockquote>
    </div>
  );
}
