import {
  optionsFor,
  rowMatches,
  rowOps,
  type ConditionRow,
  type ConditionRows,
} from "../../forms/condition-rows.ts";
import type { PlainField } from "../../forms/field.ts";
import { opsFor } from "../../forms/condition-rows.ts";
import { wordingIn } from "../../forms/wording.ts";
import { Banner } from "../../http/page/banner.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { sayOption } from "./condition-said.ts";

/** So many lines a page offers, filled or not. */
const linesShown = 3;
const emptyRow: ConditionRow = { field: "", op: "equals", option: "", text: "" };

interface Props {
  readonly page: PageContext;
  readonly before: readonly PlainField[];
  /** Null: the condition says more than lines can. */
  readonly typed: ConditionRows | null;
  readonly error: string | undefined;
}

/**
 * When a question is shown: "[question] [is] [answer]", line by line. Every list holds all there is; a script leaves in
 * each what fits the question that was chosen.
 */
export function ConditionFields({ page, before, typed, error }: Props) {
  const words = page.words.services.builder.condition;
  const asked = before.filter((field) => opsFor(field).length > 0);
  return (
    <section class="stack" aria-labelledby="condition" data-conditions>
      <h2 id="condition" tabindex={-1}>
        {words.title}
      </h2>
      {error === undefined ? null : <p class="refusal">{error}</p>}
      {typed === null ? <Kept page={page} /> : null}
      {asked.length === 0 ? (
        <p class="hint">{words.none}</p>
      ) : typed === null ? null : (
        <Lines page={page} asked={asked} typed={typed} />
      )}
    </section>
  );
}

function Kept({ page }: { page: PageContext }) {
  const words = page.words.services.builder.condition;
  return (
    <>
      <Banner tone="info" title={words.kept} />
      <label class="tick">
        <input type="checkbox" name="dropCondition" value="1" />
        <span>{words.replace}</span>
      </label>
      <input type="hidden" name="keepCondition" value="1" />
    </>
  );
}

function Lines({
  page,
  asked,
  typed,
}: {
  page: PageContext;
  asked: readonly PlainField[];
  typed: ConditionRows;
}) {
  const words = page.words.services.builder.condition;
  const room = Math.max(linesShown, typed.rows.length + 1);
  const rows = Array.from({ length: room }, (_, at) => typed.rows[at] ?? emptyRow);
  return (
    <>
      <p class="hint">{words.always}</p>
      {rows.map((row, at) => (
        <fieldset class="condition-line" data-condition={row.field === "" && at > 0 ? "spare" : "used"}>
          <legend>{words.line(at + 1)}</legend>
          <Line page={page} asked={asked} row={row} at={at} />
        </fieldset>
      ))}
      <div class="field condition-match">
        <label class="label" for="match">
          {words.match}
        </label>
        <select class="input" id="match" name="match">
          {rowMatches.map((match) => (
            <option value={match} selected={typed.match === match}>
              {words[match]}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}

interface LineProps {
  readonly page: PageContext;
  readonly asked: readonly PlainField[];
  readonly row: ConditionRow;
  readonly at: number;
}

function Line({ page, asked, row, at }: LineProps) {
  const words = page.words.services.builder.condition;
  return (
    <>
      <select class="input" name={`field${at}`} aria-label={words.field} data-part="field">
        <option value="">{words.noField}</option>
        {asked.map((field) => (
          <option
            value={field.key}
            selected={field.key === row.field}
            data-ops={opsFor(field).join(" ")}
            data-has={optionsFor(field).length > 0 ? "options" : "text"}
          >
            {wordingIn(field.label, page.language)}
          </option>
        ))}
      </select>
      <select class="input" name={`op${at}`} aria-label={words.op} data-part="op">
        {rowOps.map((op) => (
          <option value={op} selected={op === row.op}>
            {words.ops[op]}
          </option>
        ))}
      </select>
      <OptionSelect page={page} asked={asked} row={row} at={at} />
      <input
        class="input"
        name={`text${at}`}
        value={row.text}
        aria-label={words.text}
        placeholder={words.text}
        data-part="text"
        maxlength={200}
        autocomplete="off"
      />
    </>
  );
}

function OptionSelect({ page, asked, row, at }: LineProps) {
  const words = page.words.services.builder.condition;
  return (
    <select class="input" name={`option${at}`} aria-label={words.option} data-part="option">
      <option value="">{words.noOption}</option>
      {asked
        .filter((field) => optionsFor(field).length > 0)
        .map((field) => (
          <optgroup label={wordingIn(field.label, page.language)} data-of={field.key}>
            {optionsFor(field).map((value) => (
              <option value={`${field.key}:${value}`} selected={row.option === `${field.key}:${value}`}>
                {sayOption(page, field, value)}
              </option>
            ))}
          </optgroup>
        ))}
    </select>
  );
}
