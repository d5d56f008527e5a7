const digits = ["", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"];
const places = ["", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"];
const million = 1_000_000;

/**
 * An amount as Thai papers of money write it out, so that no figure can be added: 12_150 satang is
 * "หนึ่งร้อยยี่สิบเอ็ดบาทห้าสิบสตางค์", whole baht end in "ถ้วน". Takes whole satang from 0 up.
 */
export function bahtText(satang: number): string {
  const [baht, rest] = [Math.floor(satang / 100), satang % 100];
  const whole = baht === 0 && rest > 0 ? "" : `${numberText(baht)}บาท`;
  return `${whole}${rest === 0 ? "ถ้วน" : `${numberText(rest)}สตางค์`}`;
}

/** Satang as baht in figures, both of its decimals: "1,250.00". */
export function bahtFigures(satang: number): string {
  return (satang / 100).toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** Figures and words, as a paper of money has them: "1,250.00 บาท (หนึ่งพันสองร้อยห้าสิบบาทถ้วน)". */
export function bahtOnPaper(satang: number): string {
  return `${bahtFigures(satang)} บาท (${bahtText(satang)})`;
}

function numberText(number: number): string {
  if (number === 0) return "ศูนย์";
  if (number < million) return belowMillion(number, false);
  const rest = number % million;
  return `${numberText(Math.floor(number / million))}ล้าน${rest === 0 ? "" : belowMillion(rest, true)}`;
}

/** Tens are read "สิบ" and "ยี่สิบ", and a one behind anything "เอ็ด". */
function belowMillion(number: number, follows: boolean): string {
  const figures = String(number);
  return [...figures]
    .map((figure, at) => {
      const place = figures.length - 1 - at;
      if (figure === "0") return "";
      if (place === 1 && figure === "1") return "สิบ";
      if (place === 1 && figure === "2") return "ยี่สิบ";
      if (place === 0 && figure === "1" && (follows || number > 1)) return "เอ็ด";
      return `${digits[Number(figure)]}${places[place]}`;
    })
    .join("");
}
