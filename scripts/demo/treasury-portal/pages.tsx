import type { Child } from "hono/jsx";
import { duties, reasonAgainst, rightNames, type Duty } from "./duties.ts";
import type { Official, Sitting } from "./signed-in.ts";

const system = "ระบบบริหารการเงินการคลังภาครัฐ (จำลอง)";

interface FrameProps {
  readonly title: string;
  readonly official?: Official;
  readonly children?: Child;
}

function Frame({ title, official, children }: FrameProps) {
  return (
    <html lang="th">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${system}`}</title>
        <link rel="stylesheet" href="/style.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <p class="sham">ระบบจำลองสำหรับทดลอง ไม่มีเงินจริงและไม่ใช่ระบบของทางราชการ</p>
        <header>
          <a class="name" href="/">
            <b>{system}</b>
            <span>New Government Fiscal Management (simulated)</span>
          </a>
          {official ? (
            <form method="post" action="/sign-out">
              <button class="quiet">ออกจากระบบ</button>
            </form>
          ) : null}
        </header>
        <main>{children}</main>
      </body>
    </html>
  );
}

/** Nobody is signed in: what this is, and the one way in. */
export function WelcomePage() {
  return (
    <Frame title="เข้าสู่ระบบ">
      <section class="card narrow">
        <h1>เข้าสู่ระบบ</h1>
        <p>สำหรับเจ้าหน้าที่ของหน่วยงานที่ได้รับรหัสผู้ใช้งาน 15 หลักและลงทะเบียน Soft Token แล้ว</p>
        <p>ระบบจะพาไปยืนยันตัวตนที่ “ประตู” แล้วพากลับมาที่นี่ ระบบนี้ไม่เห็นรหัสผ่านและ PIN ของท่าน</p>
        <a class="button" href="/sign-in">
          เข้าสู่ระบบด้วย Soft Token
        </a>
      </section>
    </Frame>
  );
}

interface DeskProps {
  readonly sitting: Sitting;
  /** What was just done, or why it was not. */
  readonly told?: { readonly tone: "done" | "refused"; readonly title: string; readonly body: string };
}

/** Who is signed in, and what their right may do. */
export function DeskPage({ sitting: { official, done }, told }: DeskProps) {
  return (
    <Frame title="งานของฉัน" official={official}>
      {told ? (
        <div class={`told ${told.tone}`} role="status">
          <b>{told.title}</b>
          <p>{told.body}</p>
        </div>
      ) : null}
      <section class="card">
        <h1>{official.name}</h1>
        <dl>
          <Fact name="รหัสผู้ใช้งาน" value={<code>{official.userCode}</code>} />
          <Fact
            name="สิทธิ"
            value={`${rightNames[official.right]}${official.isDeputy ? " (ผู้ปฏิบัติงานแทน)" : ""}`}
          />
          <Fact name="หน่วยเบิกจ่าย" value={official.agency} />
        </dl>
      </section>
      <section class="card">
        <h2>งานในระบบ</h2>
        <ul class="duties">
          {duties.map((duty) => (
            <DutyRow duty={duty} official={official} />
          ))}
        </ul>
      </section>
      {done.length > 0 ? (
        <section class="card">
          <h2>รายการที่ทำในครั้งนี้</h2>
          <ol class="done">
            {done.map(({ at, what }) => (
              <li>{`${timeOf(at)} น. ${what}`}</li>
            ))}
          </ol>
        </section>
      ) : null}
    </Frame>
  );
}

function Fact({ name, value }: { name: string; value: Child }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** The button is there for everybody, so that the refusal is seen to come from the right and not from the page. */
function DutyRow({ duty, official }: { duty: Duty; official: Official }) {
  const reason = reasonAgainst(duty, official.right);
  return (
    <li class={reason === null ? "may" : "may-not"}>
      <div>
        <b>{duty.name}</b>
        <p>{duty.means}</p>
        {reason === null ? null : <p class="reason">{`ทำไม่ได้: ${reason}`}</p>}
      </div>
      <form method="post" action={`/duties/${duty.key}`}>
        <button class={reason === null ? "" : "quiet"}>{reason === null ? "ทำรายการ" : "ลองทำ"}</button>
      </form>
    </li>
  );
}

interface NoticeProps {
  readonly title: string;
  readonly body: string;
  readonly next: string;
  /** Where it leads; else to the sign-in. */
  readonly href?: string;
}

/** A page that says one thing, and the way on. */
export function NoticePage({ title, body, next, href = "/sign-in" }: NoticeProps) {
  return (
    <Frame title={title}>
      <section class="card narrow">
        <h1>{title}</h1>
        <p>{body}</p>
        <a class="button" href={href}>
          {next}
        </a>
      </section>
    </Frame>
  );
}

function timeOf(at: Date): string {
  return new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(11, 16);
}
