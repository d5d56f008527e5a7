import { encode } from "uqr";
import { Banner, EmptyState } from "../../server/http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../server/http/page/button.tsx";
import { Card, Facts, LinkRow } from "../../server/http/page/card.tsx";
import { CodeDisplay } from "../../server/http/page/code-display.tsx";
import { ConfirmPanel } from "../../server/http/page/confirm-panel.tsx";
import { PageTurns } from "../../server/http/page/pagination.tsx";
import { QrImage } from "../../server/http/page/qr-image.tsx";
import { Icon } from "../../server/http/page/icon.tsx";
import { ScannerFrame } from "../../server/http/page/scanner-frame.tsx";
import { Skeleton } from "../../server/http/page/skeleton.tsx";
import { StatusTag } from "../../server/http/page/status-tag.tsx";
import { WholeName } from "../../server/http/page/whole-name.tsx";
import { say, type Scene } from "./scene.ts";

const modules = encode("PP1234567890", { border: 0 }).data;

/** The first page of a citizen. */
export const home: Scene = {
  layout: (page) => ({ title: say(page, "หน้าหลัก", "Home") }),
  body: (page) => (
    <>
      <h1>
        <WholeName>{say(page, "สวัสดี คุณปู่น้ำเพชร ปั๊มทองคำ", "Hello, Namphet Pamthongkham")}</WholeName>
      </h1>
      <Card title={say(page, "ข้อมูลผู้ขอรับบริการ", "Your details")}>
        <Facts
          rows={[
            [say(page, "เลขบัตรประชาชน", "Citizen ID"), "1-xxxx-xxxxx-12-1"],
            [say(page, "โทรศัพท์", "Phone"), "08x-xxx-5678"],
          ]}
        />
      </Card>
      <ButtonLink kind="primary" icon="qr" href="/code">
        {say(page, "ขอรหัสเข้ารับบริการ", "Ask for a service code")}
      </ButtonLink>
      <Card title={say(page, "รายการขอใช้งานวันนี้", "Today")}>
        <LinkRow
          href="/code"
          title={say(page, "โรงพยาบาลส่งเสริมสุขภาพตำบลบ้านน้ำใส", "Ban Nam Sai Health Promoting Hospital")}
          detail={say(page, "ผู้ป่วยนอก · 14:05 น.", "Out-patient · 14:05")}
          end={<StatusTag tone="waiting">{say(page, "รอใช้", "Ready")}</StatusTag>}
        />
        <LinkRow
          href="/code"
          title={say(page, "คลินิกหมออุ่น", "Dr Un’s clinic")}
          detail={say(page, "วัคซีน · 09:30 น.", "Vaccination · 09:30")}
          end={<StatusTag tone="done">{say(page, "ใช้แล้ว", "Used")}</StatusTag>}
        />
      </Card>
      <Card>
        <LinkRow href="/history" icon="history" title={say(page, "ประวัติการขอ", "History")} />
        <LinkRow
          href="/people"
          icon="people"
          title={say(page, "เพิ่มบุคคลอื่น", "Add another person")}
          detail={say(page, "ขอรหัสแทนคนในครอบครัว", "Ask for someone in your family")}
        />
      </Card>
    </>
  ),
};

/** The heart: a code to be read across a counter. */
export const code: Scene = {
  layout: (page) => ({ title: say(page, "รหัสเข้ารับบริการ", "Service code"), back: "/home" }),
  body: (page) => (
    <>
      <div>
        <h1>
          <WholeName>
            {say(page, "โรงพยาบาลส่งเสริมสุขภาพตำบลบ้านน้ำใส", "Ban Nam Sai Health Promoting Hospital")}
          </WholeName>
        </h1>
        <p class="lead">{say(page, "บริการผู้ป่วยนอก", "Out-patient care")}</p>
      </div>
      <CodeDisplay page={page} groups={["PP", "1234", "567", "890"]}>
        <QrImage modules={modules} label={say(page, "คิวอาร์ของรหัสนี้", "QR of this code")} />
        <p>{say(page, "ใช้ได้ถึง 21 พ.ย. 2569 23:59 น.", "Valid until 21 Nov 2026 23:59")}</p>
      </CodeDisplay>
      <Facts
        rows={[
          [say(page, "ผู้รับบริการ", "For"), say(page, "ปู่น้ำเพชร ปั๊มทองคำ", "Namphet Pamthongkham")],
          [say(page, "ขอเมื่อ", "Asked"), say(page, "21 พ.ย. 2569 14:05 น.", "21 Nov 2026 14:05")],
        ]}
      />
      <Banner tone="info" title={say(page, "แจ้งเจ้าหน้าที่", "Show this to the staff")}>
        {say(page, "ยื่นหน้าจอนี้ที่เคาน์เตอร์", "Hold this screen up at the counter.")}
      </Banner>
      <ButtonGroup>
        <ButtonLink kind="quiet" href="/cancel">
          {say(page, "ยกเลิกรหัสนี้", "Cancel this code")}
        </ButtonLink>
      </ButtonGroup>
      <CodeDisplay page={page} groups={["EP", "0000", "000", "001"]} muted />
    </>
  ),
};

/** A question before the end of something. */
export const cancel: Scene = {
  layout: (page) => ({ title: say(page, "ยกเลิกรหัส", "Cancel the code"), back: "/code" }),
  body: (page) => (
    <ConfirmPanel
      title={say(page, "ยกเลิกรหัส PP 1234 567 890", "Cancel code PP 1234 567 890")}
      action="/cancel"
      yes={say(page, "ยกเลิกรหัส", "Cancel the code")}
      no={say(page, "เก็บไว้", "Keep it")}
      noHref="/code"
    >
      <p>{say(page, "หลังยกเลิก เจ้าหน้าที่จะใช้รหัสนี้ไม่ได้", "The staff can no longer use this code.")}</p>
    </ConfirmPanel>
  ),
};

/** The scanner with its camera open, and the ways beside it. */
export const scan: Scene = {
  layout: (page) => ({ title: say(page, "สแกน QR", "Scan the QR"), back: "/home" }),
  body: (page) => (
    <>
      <h1>{say(page, "สแกน QR ที่เคาน์เตอร์", "Scan the QR at the counter")}</h1>
      <ScannerFrame label={say(page, "กล้อง", "Camera")} hidden={false}>
        <button type="button">
          <Icon name="torch" />
          {say(page, "ไฟฉาย", "Torch")}
        </button>
      </ScannerFrame>
      <ButtonGroup>
        <Button kind="secondary" icon="picture" type="button">
          {say(page, "เลือกรูป QR", "Choose a picture")}
        </Button>
        <ButtonLink kind="line" href="/home">
          {say(page, "เปิดใน LINE", "Open in LINE")}
        </ButtonLink>
      </ButtonGroup>
    </>
  ),
};

/** What a page says when it has nothing, waits, or has something to tell. */
export const states: Scene = {
  layout: (page) => ({ title: say(page, "สถานะ", "States") }),
  body: (page) => (
    <>
      <h1>{say(page, "สถานะต่าง ๆ", "States")}</h1>
      <Banner tone="done" live title={say(page, "ลงทะเบียนสำเร็จ", "You are registered")}>
        {say(page, "จากนี้ขอรหัสได้ทันที", "You can ask for codes from now on.")}
      </Banner>
      <Banner tone="waiting" title={say(page, "รอเจ้าหน้าที่ตรวจสอบ", "Waiting for a clerk")} />
      <Banner tone="refused" title={say(page, "ที่นี่ยังไม่เปิดให้บริการ", "This place is closed")}>
        {say(page, "กรุณาสอบถามที่เคาน์เตอร์", "Please ask at the counter.")}
      </Banner>
      <EmptyState title={say(page, "ยังไม่มีคำร้อง", "No petitions yet")}>
        <p>{say(page, "เมื่อยื่นแล้วจะเห็นที่นี่", "They will appear here.")}</p>
      </EmptyState>
      <Skeleton />
      <PageTurns
        page={page}
        turned={{ previous: null, next: "2" }}
        isFirst={true}
        placeText={(place) => place}
        href={(at) => `/history?${new URLSearchParams(at).toString()}`}
      />
      <ButtonGroup>
        <Button kind="danger" icon="cross">
          {say(page, "ลบบัญชี", "Delete my account")}
        </Button>
      </ButtonGroup>
    </>
  ),
};
