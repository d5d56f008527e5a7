import { encode } from "uqr";
import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import { CounterScreen } from "../../server/http/page/counter-screen.tsx";
import { DoorMark } from "../../server/http/page/door-mark.tsx";
import { Field } from "../../server/http/page/field.tsx";
import { Icon, iconNames } from "../../server/http/page/icon.tsx";
import { PageTurns } from "../../server/http/page/pagination.tsx";
import { QrImage } from "../../server/http/page/qr-image.tsx";
import { StatusTag, tones, type Tone } from "../../server/http/page/status-tag.tsx";
import { Table } from "../../server/http/page/table.tsx";
import { say, type Scene } from "./scene.ts";

const qr = encode("HTTPS://PRATU.EXAMPLE.GO.TH/Q/0123456789ABCDEFGHJKMNPQ", { border: 0 }).data;

interface Row {
  readonly service: string;
  readonly scans: number;
  readonly tone: Tone;
  readonly status: string;
}

const rows: readonly Row[] = [
  { service: "บริการผู้ป่วยนอก · Out-patient", scans: 1248, tone: "done", status: "ใช้งาน" },
  { service: "ฉีดวัคซีนป้องกันไข้หวัดใหญ่", scans: 96, tone: "waiting", status: "รอเริ่ม" },
  { service: "ทันตกรรม", scans: 7, tone: "refused", status: "เพิกถอน" },
];

/** A console list: filter, table, more. */
export const table: Scene = {
  layout: (page) => ({
    title: say(page, "QR ของหน่วยบริการ", "Facility QR codes"),
    kind: "console",
    agency: say(page, "รพ.สต. บ้านน้ำใส", "Ban Nam Sai"),
  }),
  body: (page) => (
    <>
      <h1>{say(page, "QR ของหน่วยบริการ", "Facility QR codes")}</h1>
      <form class="filters" method="get">
        <Field name="q" type="search" label={say(page, "ค้นหาบริการ", "Search services")} />
        <Button kind="secondary">{say(page, "ค้นหา", "Search")}</Button>
      </form>
      <Table
        caption={say(page, "QR ที่ใช้อยู่", "Codes in use")}
        rows={rows}
        columns={[
          { title: say(page, "บริการ", "Service"), cell: (row) => row.service },
          { title: say(page, "สแกน", "Scans"), cell: (row) => row.scans.toLocaleString("en"), figures: true },
          {
            title: say(page, "สถานะ", "Status"),
            cell: (row) => <StatusTag tone={row.tone}>{row.status}</StatusTag>,
          },
        ]}
      />
      <PageTurns
        page={page}
        turned={{ previous: "2", next: "4" }}
        isFirst={false}
        placeText={(place) => place}
        href={(at) => `?${new URLSearchParams(at).toString()}`}
      />
      <ButtonGroup>
        <Button icon="qr">{say(page, "สร้าง QR CODE", "Make a QR code")}</Button>
        <ButtonLink icon="print" href="/print">
          {say(page, "พิมพ์", "Print")}
        </ButtonLink>
        <Button kind="danger">{say(page, "เพิกถอน", "Revoke")}</Button>
      </ButtonGroup>
    </>
  ),
};

/** The small pieces: doors, icons, tags. */
export const pieces: Scene = {
  layout: (page) => ({ title: say(page, "ชิ้นส่วน", "Pieces"), kind: "console" }),
  body: (page) => (
    <>
      <h1>{say(page, "ชิ้นส่วน", "Pieces")}</h1>
      <div class="buttons">
        {[0, 0.25, 0.5, 0.75, 1].map((openness) => (
          <DoorMark openness={openness} size={72} />
        ))}
      </div>
      <div class="buttons">
        {iconNames.map((name) => (
          <span>
            <Icon name={name} size={32} /> {name}
          </span>
        ))}
      </div>
      <div class="buttons">
        {tones.map((tone) => (
          <StatusTag tone={tone}>{tone}</StatusTag>
        ))}
      </div>
      <p lang="th">ที่ ปู่ น้ำ ฐิ ปั๊ม กี่ ซื้อ ญู่ ผู้ใหญ่บ้าน ก๊วยเตี๋ยว ฟื้นฟู ตั้งอยู่ที่นี่ 1234567890 ๑๒๓๔๕๖๗๘๙๐</p>
    </>
  ),
};

/** The counter's screen, full size. */
export const counter: Scene = {
  layout: (page) => ({ title: say(page, "จอเคาน์เตอร์", "Counter screen"), kind: "screen" }),
  body: (page) => (
    <CounterScreen
      facility={say(page, "โรงพยาบาลส่งเสริมสุขภาพตำบลบ้านน้ำใส", "Ban Nam Sai Health Promoting Hospital")}
      service={say(page, "บริการผู้ป่วยนอก", "Out-patient care")}
      invitation={say(page, "เปิด LINE แล้วสแกนเพื่อขอรหัสเข้ารับบริการ", "Open LINE and scan for a service code")}
      qr={<QrImage modules={qr} label="QR" />}
      shortCode={["123", "456", "789"]}
      shortCodeLabel={say(page, "หรือพิมพ์รหัสนี้", "or type this code")}
      remaining={{ seconds: 18, of: 30, label: say(page, "เหลือ 18 วินาที", "18 seconds left") }}
    >
      <p class="counter-figure">{say(page, "วันนี้ออกแล้ว 42 รหัส", "42 codes today")}</p>
      <ul class="arrivals">
        <li>
          <span>{say(page, "ปู่น้ำxxx ปั๊มxxx", "Namxxx Pamxxx")}</span>
          <span>PP 1234 567 890</span>
        </li>
        <li>
          <span>{say(page, "สมหญิxxx ใจxxx", "Somxxx Jaixxx")}</span>
          <span>PP 0042 117 305</span>
        </li>
      </ul>
    </CounterScreen>
  ),
};
