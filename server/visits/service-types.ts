import type { BangkokDay } from "../kernel/thai-date.ts";
import type { ServiceKind, ServiceType, ServiceTypeCode } from "./service-type.ts";

const begin = "2020-01-01" as BangkokDay;
/** The day before COVID-19 stopped being a dangerous communicable disease. */
const endOfEpidemic = "2022-09-30" as BangkokDay;

/**
 * The service types a new deployment begins with, as the payer's clients list them (claimType codes). They are data:
 * the payer adds and ends types, and the list offered is the facility's own. Types of the epidemic are kept for
 * old visits and can no longer be asked for.
 */
export const initialServiceTypes: readonly ServiceType[] = [
  type("PG0060001", "main", "เข้ารับบริการรักษาทั่วไป (OPD/ IPD/ PP)", "General treatment (OPD/ IPD/ PP)"),
  type("PG0130001", "main", "บริการฟอกเลือดด้วยเครื่องไตเทียม (HD)", "Haemodialysis (HD)"),
  type("PG0150001", "main", "บริการดูแลอาการเจ็บป่วยเบื้องต้น", "Care for common illnesses"),
  type(
    "PG0180001",
    "secondary",
    "บริการตรวจสุขภาพที่จำเป็นตามกลุ่มวัย (เฉพาะเขต กทม)",
    "Essential health check by age group (Bangkok only)",
  ),
  type(
    "PG0080001",
    "secondary",
    "การดูแลรักษาในชุมชน (Community Isolation)",
    "Community isolation",
    endOfEpidemic,
  ),
  type("PG0090001", "secondary", "การดูแลรักษาในที่พัก (Home Isolation)", "Home isolation", endOfEpidemic),
  type("PG0110001", "secondary", "Self Isolation", "Self isolation", endOfEpidemic),
  type(
    "PG0120001",
    "secondary",
    "UCEP PLUS (ผู้ป่วยกลุ่มอาการสีเหลืองและสีแดง)",
    "UCEP Plus (yellow and red patients)",
    endOfEpidemic,
  ),
];

function type(
  code: string,
  kind: ServiceKind,
  nameTh: string,
  nameEn: string,
  validUntil: BangkokDay | null = null,
): ServiceType {
  return { code: code as ServiceTypeCode, kind, nameTh, nameEn, validFrom: begin, validUntil };
}
