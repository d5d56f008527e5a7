import type { StaffSession } from "../../http/env.ts";
import { Facts } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import type { SeenIdCheck } from "../../identity/seen-id-check.ts";
import { formatBirthDate } from "../../kernel/birth-date.ts";
import { addressLine } from "../../kernel/gazetteer.ts";
import { formatMoment } from "../../kernel/thai-date.ts";
import { ConsoleLayout } from "../layout.tsx";
import { DecideForm, type TypedDecision } from "./decide-form.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: SeenIdCheck;
  readonly typed: TypedDecision;
  readonly faults: readonly SummaryItem[];
}

/** One check (E5.3): the pictures beside what the person registered, what to look for, and the decision. */
export function IdCheckOfPage(props: Props) {
  const { page, staff, seen, faults } = props;
  const words = page.words.idChecks.one;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="idChecks"
      title={words.title}
      back="/console/id-checks"
      wrong={faults.length > 0}
    >
      <ErrorSummary page={page} items={faults} />
      <h1>{words.title}</h1>
      <div class="id-desk">
        <section class="id-desk-pictures" aria-label={words.pictures}>
          <p class="hint">{words.mark}</p>
          {seen.pictures.map((picture) => (
            <Picture page={page} seen={seen} picture={picture} />
          ))}
          <p class="hint">{words.unreadable}</p>
        </section>
        <div class="id-desk-side">
          <section class="card">
            <h2>{words.form}</h2>
            <Registered page={page} seen={seen} />
          </section>
          <DecideForm {...props} />
        </div>
      </div>
    </ConsoleLayout>
  );
}

function Picture(props: {
  readonly page: PageContext;
  readonly seen: SeenIdCheck;
  readonly picture: SeenIdCheck["pictures"][number];
}) {
  const { page, seen, picture } = props;
  const { idCheck, idChecks } = page.words;
  const name = idCheck.slots[picture.slot];
  return (
    <figure class="card id-desk-picture">
      <figcaption>
        <h2>{name}</h2>
        <p class="label">{idChecks.one.lookFor}</p>
        <ul>
          {idChecks.one.checks[picture.slot].map((check) => (
            <li>{check}</li>
          ))}
        </ul>
      </figcaption>
      <img src={`/console/id-checks/${seen.id}/pictures/${picture.id}`} alt={idChecks.one.picture(name)} />
    </figure>
  );
}

function Registered({ page, seen }: { readonly page: PageContext; readonly seen: SeenIdCheck }) {
  const words = page.words.idChecks.one;
  const { language } = page;
  const { prefix, name, birth, address } = seen;
  return (
    <Facts
      rows={[
        [words.name, name === null ? words.unnamed : `${prefix ?? ""}${name}`],
        [
          words.citizenId,
          <>
            <span class="figures id-desk-number">{seen.citizenId}</span>
            <br />
            <small>{words.citizenIdHint}</small>
          </>,
        ],
        [words.birth, birth ? formatBirthDate(birth, language) : "–"],
        [words.address, address ? addressLine(address, address.areas, language) : words.noAddress],
        [page.words.idChecks.waiting, formatMoment(seen.madeAt, language)],
      ]}
    />
  );
}
