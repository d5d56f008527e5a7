import type { OrderSeen } from "../../credentials/order-view.ts";
import { ChangeOrderFile, insteadField } from "../../http/page/change-order-file.tsx";
import type { PageContext } from "../../http/page/context.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { Table } from "../../http/page/table.tsx";
import { formatMoment } from "../../kernel/thai-date.ts";

interface Props {
  readonly page: PageContext;
  readonly files: OrderSeen["files"];
  /** The order's address, under which its files open. */
  readonly address: string;
  /** What is wrong with a change of one of them; absent: whoever looks changes none. */
  readonly faults?: readonly SummaryItem[];
}

/** The files of an order, each to be opened; none: what is missing. */
export function OrderFiles({ page, files, address, faults }: Props) {
  const words = page.words.credentials.orders;
  if (files.length === 0) return <p class="lead">{words.noFiles}</p>;
  return (
    <Table
      caption={words.files}
      rows={files}
      columns={[
        { title: words.file, cell: ({ id, name }) => <a href={`${address}/files/${id}`}>{name}</a> },
        { title: words.size, cell: ({ size }) => sizeText(size), figures: true },
        { title: words.at, cell: ({ madeAt }) => formatMoment(madeAt, page.language) },
        ...(faults
          ? [
              {
                title: words.manage,
                cell: (file: SeenFile) => <Change {...{ page, file, address, faults }} />,
              },
            ]
          : []),
      ]}
    />
  );
}

type SeenFile = OrderSeen["files"][number];

function Change(props: Pick<Props, "page" | "address"> & { file: SeenFile; faults: readonly SummaryItem[] }) {
  const { page, file, address, faults } = props;
  if (!file.mayGo) return <small>{page.words.credentials.orders.change.judged}</small>;
  const error = faults.find(({ field }) => field === insteadField(file.id))?.sentence;
  return (
    <form method="post" action={`${address}/files/${file.id}`} enctype="multipart/form-data">
      <ChangeOrderFile page={page} fileId={file.id} name={file.name} error={error} />
    </form>
  );
}

/** "1.2 MB", "340 KB". */
function sizeText(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
