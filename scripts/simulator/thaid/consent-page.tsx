/** What the page says: the question, perhaps again, or that it is over. */
export type ConsentPage =
  | { readonly kind: "ask"; readonly client: string; readonly pid: string; readonly wrong: boolean }
  | { readonly kind: "over" };

/** The demo's ThaID app: a page where whoever tries the demo says whose ThaID this is, and yes or no. */
export function consentPage(shown: ConsentPage): string {
  const page: { toString(): string } = <Document shown={shown} />;
  return `<!doctype html>${page.toString()}`;
}

const style = `
  body{margin:0;background:#eef1f6;color:#1b2440;font:18px/1.6 'IBM Plex Sans Thai Looped',Sarabun,'Leelawadee UI',Thonburi,sans-serif}
  main{max-width:26rem;margin:0 auto;padding:24px 20px}
  h1{font-size:1.4rem;line-height:1.4} .sim{font-size:.9rem;color:#4a5470}
  label{display:block;margin-top:16px;font-weight:600}
  input{box-sizing:border-box;width:100%;min-height:52px;padding:8px 12px;border:2px solid #7b86a5;border-radius:12px;font:inherit}
  button{display:block;width:100%;min-height:52px;margin-top:14px;border:0;border-radius:12px;font:inherit;font-weight:600;cursor:pointer}
  .yes{background:#1d3a8a;color:#fff} .no{background:#fff;color:#1b2440;border:2px solid #7b86a5}
  .wrong{color:#a61b12;font-weight:600}`;

function Document({ shown }: { readonly shown: ConsentPage }) {
  return (
    <html lang="th">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>ThaID (จำลอง)</title>
        <style>{style}</style>
      </head>
      <body>
        <main>
          <p class="sim">แอป ThaID จำลองของเดโม ไม่มีข้อมูลจริง</p>
          {shown.kind === "over" ? (
            <h1>รายการนี้สิ้นสุดแล้ว กลับไปเริ่มใหม่</h1>
          ) : (
            <form method="post">
              <h1>ประตูขอยืนยันตัวตนของคุณ</h1>
              <p>จะได้รับ: เลขประจำตัวประชาชน ชื่อ นามสกุล</p>
              <label for="pid">เลขประจำตัวประชาชนของ ThaID เครื่องนี้</label>
              {shown.wrong ? <p class="wrong">เลขมี 13 หลัก</p> : null}
              <input id="pid" name="pid" value={shown.pid} inputmode="numeric" autocomplete="off" />
              <label for="name">ชื่อและนามสกุลใน ThaID</label>
              <input id="name" name="name" value="สมใจ ใจดี" autocomplete="off" />
              <button class="yes" name="answer" value="yes">
                ยินยอม
              </button>
              <button class="no" name="answer" value="no">
                ไม่ยินยอม
              </button>
            </form>
          )}
        </main>
      </body>
    </html>
  );
}
