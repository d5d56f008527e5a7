import type { OwnRequest } from "../../agencies/actions/see-access-request.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { FileField } from "../../http/page/file-field.tsx";
import { StatusTag } from "../../http/page/status-tag.tsx";

interface Props {
  readonly page: PageContext;
  readonly own: OwnRequest;
  readonly faults: readonly SummaryItem[];
}

/** What a draft still needs: to be completed, or to be printed, signed, attached and sent. */
export function DraftSteps({ page, own, faults }: Props) {
  const words = page.words.agencies.people.request;
  const path = `/console/people/requests/${own.request.id}`;
  const edit = `${path}/edit`;
  if (own.faults.length > 0) {
    return (
      <>
        <Banner tone="waiting" title={words.incomplete}>
          {words.incompleteBody(own.faults.length)}
        </Banner>
        <ButtonGroup>
          <ButtonLink kind="primary" href={edit}>
            {words.edit}
          </ButtonLink>
        </ButtonGroup>
      </>
    );
  }
  return (
    <>
      <ButtonGroup>
        <ButtonLink href={edit}>{words.edit}</ButtonLink>
      </ButtonGroup>
      <section class="card stack">
        <h2>{words.print}</h2>
        <p>{words.printBody}</p>
        <ButtonGroup>
          <ButtonLink icon="download" href={`${path}/letter.pdf`}>
            {words.printYes}
          </ButtonLink>
        </ButtonGroup>
      </section>
      <ScanForm page={page} own={own} faults={faults} />
      <form class="card stack" method="post" action={`${path}/send`}>
        <h2>{words.send}</h2>
        <p>{words.sendBody(officeOf({ page, own }))}</p>
        <ButtonGroup>
          <Button kind={own.request.hasScan ? "primary" : "secondary"}>{words.sendYes}</Button>
        </ButtonGroup>
      </form>
    </>
  );
}

function officeOf({ page, own }: Pick<Props, "page" | "own">): string {
  const words = page.words.agencies.people.request;
  const { region } = own.request.agency;
  return region === null ? words.regionUnknown : words.regionOffice(region);
}

function ScanForm({ page, own, faults }: Props) {
  const words = page.words.agencies.people.request;
  const path = `/console/people/requests/${own.request.id}/scan`;
  const { hasScan } = own.request;
  const told = {
    name: "scan",
    hint: words.scanHint,
    error: faults.find(({ field }) => field === "scan")?.sentence,
  };
  return (
    <form class="card stack" method="post" action={path} enctype="multipart/form-data">
      <h2>{words.scan}</h2>
      {hasScan ? (
        <p>
          <StatusTag tone="done">{words.scanThere}</StatusTag>
        </p>
      ) : null}
      <FileField label={words.scanFile} accept="application/pdf,image/jpeg,image/png" {...told} />
      <ButtonGroup>
        <Button kind={hasScan ? "secondary" : "primary"}>{words.scanYes}</Button>
        {hasScan ? <ButtonLink href={path}>{words.scanOpen}</ButtonLink> : null}
      </ButtonGroup>
    </form>
  );
}
