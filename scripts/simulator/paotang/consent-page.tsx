/** What somebody says of the person whose app this is. */
export interface PaotangTyped {
  readonly pid: string;
  readonly name: string;
}

/** The items without which there is no yes. */
export const neededItems = ["citizenId", "name"] as const;

export type PaotangPage =
  | {
      readonly kind: "ask";
      readonly typed: PaotangTyped | null;
      readonly faults: readonly ("pid" | "items")[];
    }
  /** There is no such question any more. */
  | { readonly kind: "over" };

/** The demo's เป๋าตัง: whose app this is, the consent, and how it goes. */
export function paotangPage(shown: PaotangPage): string {
  const page: { toString(): string } = <Document shown={shown} />;
  return `<!doctype html>${page.toString()}`;
}

const style = `
  body{margin:0;background:#e9f4fb;color:#10253a;font:18px/1.6 'IBM Plex Sans Thai Looped',Sarabun,'Leelawadee UI',Thonburi,sans-serif}
  main{max-width:26rem;margin:0 auto;padding:24px 20px}
  h1{font-size:1.4rem;line-height:1.4} .sim{font-size:.9rem;color:#3f566b}
  label{display:block;margin-top:16px;font-weight:600}
  label.item{display:flex;gap:12px;align-items:center;min-height:44px;font-weight:400}
  input[type=checkbox]{width:24px;height:24px;flex:none}
  input:not([type=checkbox]){box-sizing:border-box;width:100%;min-height:52px;padding:8px 12px;border:2px solid #6d8296;border-radius:12px;font:inherit}
  button{display:block;width:100%;min-height:52px;margin-top:14px;border:2px solid #6d8296;border-radius:12px;background:#fff;color:#10253a;font:inherit;font-weight:600;cursor:pointer}
  button.yes{background:#05629c;border-color:#05629c;color:#fff}
  .wrong{color:#a61b12;font-weight:600}`;

function Document({ shown }: { readonly shown: PaotangPage }) {
  return (
    <html lang="th">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>เป๋าตัง (จำลอง)</title>
        <style>{style}</style>
      </head>
      <body>
        <main>
          <p class="sim">แอปเป๋าตังจำลองของเดโม ไม่มีข้อมูลจริง</p>
          {shown.kind === "over" ? <h1>รายการนี้สิ้นสุดแล้ว กลับไปเริ่มใหม่</h1> : <Ask {...shown} />}
        </main>
      </body>
    </html>
  );
}

function Ask({ typed, faults }: Extract<PaotangPage, { kind: "ask" }>) {
  return (
    <form method="post">
      <h1>ความยินยอมให้เปิดเผยแก่ผู้ให้บริการ</h1>
      <p>ประตู ขอข้อมูลต่อไปนี้เพื่อพิสูจน์ตัวตนของคุณ</p>
      {faults.includes("items") ? <p class="wrong">ต้องเลือกรายการที่มีคำว่า (จำเป็น) ให้ครบ</p> : null}
      <Item value="citizenId">เลขประจำตัวประชาชน (จำเป็น)</Item>
      <Item value="name">ชื่อและนามสกุล (จำเป็น)</Item>
      <Item value="phone">หมายเลขโทรศัพท์มือถือ</Item>
      <label for="pid">เลขประจำตัวประชาชนของเจ้าของเครื่องนี้</label>
      {faults.includes("pid") ? <p class="wrong">เลขมี 13 หลัก</p> : null}
      <input id="pid" name="pid" value={typed?.pid ?? ""} inputmode="numeric" autocomplete="off" />
      <label for="name">ชื่อและนามสกุลในแอป</label>
      <input id="name" name="name" value={typed?.name ?? "มานี ชูใจ"} autocomplete="off" />
      <button class="yes" name="answer" value="yes">
        ยินยอมและยืนยันตัวตน
      </button>
      <button name="answer" value="no">
        ไม่ยินยอม
      </button>
      <button name="answer" value="pending">
        บัญชีนี้ “รอการยืนยันตัวตนเพิ่มเติม”
      </button>
      <button name="answer" value="fault">
        ระบบของธนาคารขัดข้อง
      </button>
    </form>
  );
}

function Item({ value, children }: { readonly value: string; readonly children: string }) {
  return (
    <label class="item">
      <input type="checkbox" name="item" value={value} />
      {children}
    </label>
  );
}
