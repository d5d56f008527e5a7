/** An amount of satang as baht in figures: "1,250" or "1,250.50". */
export function baht(satang: number): string {
  const whole = Math.trunc(Math.abs(satang) / 100);
  const rest = Math.abs(satang) % 100;
  const figures = String(whole).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${satang < 0 ? "-" : ""}${figures}${rest === 0 ? "" : `.${String(rest).padStart(2, "0")}`}`;
}
