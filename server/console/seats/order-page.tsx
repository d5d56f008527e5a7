import type { OrderSeen } from "../../credentials/order-view.ts";
import type { TypedOrderMark } from "../../credentials/order-mark.ts";
import { isNumbered } from "../../credentials/seat-order.ts";
import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { Facts } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { FileField } from "../../http/page/file-field.tsx";
import { Table } from "../../http/page/table.tsx";
import { formatDay, formatMoment } from "../../kernel/thai-date.ts";
import { ConsoleLayout } from "../layout.tsx";
import { namingAddress, orderAddress, ordersHome, seatAddress } from "./addresses.ts";
import { BroughtMark } from "./brought-mark.tsx";
import { OrderFiles } from "./order-files.tsx";
import { OrderTexts, orderTitle } from "./order-texts.tsx";
import { daysOf } from "./seats-page.tsx";
import { StandingTag } from "./standing.tsx";

/** What was done a moment ago. */
export const orderTold = ["attached", "removed", "replaced", "marked"] as const;
export type OrderTold = (typeof orderTold)[number] | "link" | "letter";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly order: OrderSeen;
  readonly faults: readonly SummaryItem[];
  /** What was done a moment ago. */
  readonly told: OrderTold | null;
  /** Number and day of a brought order as they were typed; null: nothing was. */
  readonly mark: TypedOrderMark | null;
}

/** A written order: whom it names, its files, its paper to print and sign, what it says. */
export function OrderPage({ page, staff, order, faults, told, mark }: Props) {
  const words = page.words.credentials.orders;
  const title = orderTitle(words, order);
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="seats"
      title={title}
      back={ordersHome}
      wrong={faults.length > 0}
    >
      <ErrorSummary page={page} items={faults} />
      <ToldBanner page={page} told={told} />
      <h1>{title}</h1>
      <Facts
        rows={[
          ...(isNumbered(order) ? [[words.dated, formatDay(order.dated, page.language)] as const] : []),
          [words.madeAt, formatMoment(order.madeAt, page.language)],
        ]}
      />
      {order.isBrought ? (
        <BroughtMark page={page} order={order} faults={faults} typed={mark} />
      ) : (
        <ButtonGroup>
          <ButtonLink kind="primary" icon="print" href={`${orderAddress(order.id)}/order.pdf`}>
            {words.pdf}
          </ButtonLink>
          <ButtonLink icon="person" href={namingAddress({ order: order.id })}>
            {words.namesAnother}
          </ButtonLink>
        </ButtonGroup>
      )}
      <People page={page} order={order} />
      <section class="card stack" aria-labelledby="files">
        <h2 id="files">{words.files}</h2>
        <OrderFiles page={page} files={order.files} address={orderAddress(order.id)} faults={faults} />
        <Attach page={page} order={order} faults={faults} />
      </section>
      <OrderTexts page={page} order={order} />
    </ConsoleLayout>
  );
}

function ToldBanner({ page, told }: Pick<Props, "page" | "told">) {
  const words = page.words.credentials.orders;
  if (told === null) return null;
  const done = {
    attached: words.attached,
    removed: words.change.removed,
    replaced: words.change.replaced,
    marked: words.brought.saved,
  };
  if (told !== "link" && told !== "letter") return <Banner tone="done" title={done[told]} live />;
  return (
    <Banner tone="done" title={words.named.title} live>
      {words.named[told]} {words.named.next}
    </Banner>
  );
}

function People({ page, order }: Pick<Props, "page" | "order">) {
  const { orders: words, seats, rights, parts } = page.words.credentials;
  if (order.people.length === 0) return <p class="lead">{words.nobody}</p>;
  return (
    <Table
      caption={words.people}
      rows={order.people}
      columns={[
        {
          title: seats.name,
          cell: ({ name, position }) => (
            <span class="two-lines">
              {name}
              <small>{position}</small>
            </span>
          ),
        },
        {
          title: seats.userCode,
          cell: ({ userCode, right, seatId }) => (
            <span class="two-lines">
              <a href={seatAddress(seatId)}>{userCode}</a>
              <small>{rights[right]}</small>
            </span>
          ),
        },
        { title: seats.part, cell: ({ part }) => parts[part] },
        { title: seats.from, cell: (person) => daysOf(page, person) },
        { title: seats.state, cell: ({ standing }) => <StandingTag page={page} standing={standing} /> },
      ]}
    />
  );
}

function Attach({ page, order, faults }: Pick<Props, "page" | "order" | "faults">) {
  const words = page.words.credentials.orders;
  const error = faults.find(({ field }) => field === "file")?.sentence;
  return (
    <form
      class="stack"
      method="post"
      action={`${orderAddress(order.id)}/files`}
      enctype="multipart/form-data"
    >
      <FileField
        name="file"
        label={words.attachLabel}
        hint={words.attachHint}
        error={error}
        accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
      />
      <ButtonGroup>
        <Button kind="secondary">{words.attach}</Button>
      </ButtonGroup>
    </form>
  );
}
