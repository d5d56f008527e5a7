import { Banner } from "../../server/http/page/banner.tsx";
import { Button } from "../../server/http/page/button.tsx";
import { Card } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";
import { StatusTag } from "../../server/http/page/status-tag.tsx";
import type { Device } from "../../server/identity/actions/see-devices.ts";
import { formatMoment } from "../../server/kernel/thai-date.ts";
import type { AccountDone } from "./home-page.tsx";

interface Props {
  readonly page: PageContext;
  readonly devices: readonly Device[];
  /** The session in hand. */
  readonly here: string;
  readonly done: AccountDone | null;
}

/** Where the citizen is signed in, each to be ended, or all but this one. */
export function DevicesPage({ page, devices, here, done }: Props) {
  const { devices: words, done: sentences } = page.words.account;
  const others = devices.filter((device) => device.id !== here);
  return (
    <Layout page={page} title={words.title} back="/liff/account">
      <h1>{words.title}</h1>
      {done ? <Banner tone="done" title={sentences[done]} live /> : null}
      <p class="lead">{others.length > 0 ? words.lead : words.onlyThis}</p>
      {devices.map((device) => (
        <DeviceCard page={page} device={device} isHere={device.id === here} />
      ))}
      {others.length > 0 ? (
        <form method="post" action="/liff/account/devices/end-others">
          <Button kind="danger">{words.endOthers}</Button>
        </form>
      ) : null}
    </Layout>
  );
}

function DeviceCard({ page, device, isHere }: { page: PageContext; device: Device; isHere: boolean }) {
  const words = page.words.account.devices;
  const where = device.via === "liff" ? words.liff : words.browser;
  const name = `${device.device} · ${where}`;
  return (
    <Card title={name}>
      {isHere ? (
        <div>
          <StatusTag tone="done">{words.here}</StatusTag>
        </div>
      ) : null}
      <p class="lead">
        {words.signedIn(formatMoment(device.signedInAt, page.language))}
        <br />
        {words.lastUsed(formatMoment(device.lastUsedAt, page.language))}
      </p>
      {isHere ? null : (
        <form method="post" action={`/liff/account/devices/${device.id}/end`}>
          <Button kind="secondary">
            {words.end} <span class="visually-hidden">{name}</span>
          </Button>
        </form>
      )}
    </Card>
  );
}
