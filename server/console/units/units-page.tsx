import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup } from "../../http/page/button.tsx";
import { ChoiceGroup } from "../../http/page/choice-group.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { StatusTag } from "../../http/page/status-tag.tsx";
import { Table, type Column } from "../../http/page/table.tsx";
import type { StaffLevel } from "../../kernel/actor.ts";
import type { SeenUnit, SeenUnits } from "../../petitions/unit-seen.ts";
import { nameIn } from "../../visits/names.ts";
import { ConsoleLayout } from "../layout.tsx";

/** Where units are looked after. */
export const unitsHome = "/console/local/units";

export interface TypedUnit {
  readonly nameTh: string;
  readonly nameEn: string;
}

interface Common {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: SeenUnits;
  readonly typed: TypedUnit;
  readonly told: string | null;
  readonly faults: readonly SummaryItem[];
}

/** Every unit with how many work in it, and a form for one more. */
export function UnitsPage({ page, staff, seen, typed, told, faults }: Common) {
  const words = page.words.services.units;
  return (
    <ConsoleLayout page={page} staff={staff} current="units" title={words.title} wrong={faults.length > 0}>
      {told === null ? null : <Banner tone="done" title={told} live />}
      <ErrorSummary page={page} items={faults} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {seen.units.length === 0 ? (
        <p class="lead">{words.empty}</p>
      ) : (
        <Table caption={words.list} rows={seen.units} columns={columnsOf(page)} />
      )}
      <form class="card stack" method="post" action={unitsHome}>
        <h2>{words.add}</h2>
        <Names page={page} typed={typed} faults={faults} />
        <ButtonGroup>
          <Button>{words.add}</Button>
        </ButtonGroup>
      </form>
    </ConsoleLayout>
  );
}

function columnsOf(page: PageContext): Column<SeenUnit>[] {
  const words = page.words.services.units;
  return [
    {
      title: words.nameTh,
      cell: (unit) => <a href={`${unitsHome}/${unit.id}`}>{nameIn(unit, page.language)}</a>,
    },
    { title: words.members, cell: ({ memberIds }) => words.memberCount(memberIds.length) },
    {
      title: words.state,
      cell: ({ closedAt }) =>
        closedAt === null ? (
          <StatusTag tone="done">{words.works}</StatusTag>
        ) : (
          <StatusTag tone="plain">{words.closedState}</StatusTag>
        ),
    },
  ];
}

function Names({ page, typed, faults }: Pick<Common, "page" | "typed" | "faults">) {
  const words = page.words.services.units;
  return (
    <>
      <Field
        name="nameTh"
        label={words.nameTh}
        value={typed.nameTh}
        error={faults.find(({ field }) => field === "nameTh")?.sentence}
        maxlength={100}
      />
      <Field name="nameEn" label={words.nameEn} value={typed.nameEn} maxlength={100} lang="en" />
    </>
  );
}

/** One unit: its names, who works in it, and closing it. */
export function UnitPage({ page, staff, seen, unit, typed, told, faults }: Common & { unit: SeenUnit }) {
  const words = page.words.services.units;
  const at = `${unitsHome}/${unit.id}`;
  const name = nameIn(unit, page.language);
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="units"
      title={name}
      back={unitsHome}
      wrong={faults.length > 0}
    >
      {told === null ? null : <Banner tone="done" title={told} live />}
      <ErrorSummary page={page} items={faults} />
      <h1>{name}</h1>
      <form class="card stack" method="post" action={`${at}/members`}>
        {seen.staff.length === 0 ? (
          <p class="lead">{words.noStaff}</p>
        ) : (
          <ChoiceGroup
            name="staffIds"
            legend={words.chooseMembers}
            type="checkbox"
            chosen={unit.memberIds}
            choices={seen.staff.map(({ id, name: called, level }) => ({
              value: id,
              label: called,
              hint: page.words.console.level[level as StaffLevel],
            }))}
          />
        )}
        <ButtonGroup>
          <Button>{words.saveMembers}</Button>
        </ButtonGroup>
      </form>
      <form class="card stack" method="post" action={at}>
        <Names page={page} typed={typed} faults={faults} />
        <ButtonGroup>
          <Button kind="secondary">{words.rename}</Button>
        </ButtonGroup>
      </form>
      <form class="card stack" method="post" action={`${at}/${unit.closedAt === null ? "close" : "open"}`}>
        {unit.closedAt === null ? <p>{words.closeBody}</p> : null}
        <ButtonGroup>
          <Button kind={unit.closedAt === null ? "danger" : "secondary"}>
            {unit.closedAt === null ? words.close : words.openAgain}
          </Button>
        </ButtonGroup>
      </form>
    </ConsoleLayout>
  );
}
