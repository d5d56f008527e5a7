import { say } from "./asking.ts";

/** The categories ("หมวด") that the packs stand in. */
export const repairs = say(["แจ้งซ่อมและร้องเรียน", "Repairs and complaints"]);
export const building = say(["ก่อสร้างและประปา", "Building and water"]);
export const business = say(["ใบอนุญาตประกอบกิจการ", "Business licences"]);
export const welfare = say(["สวัสดิการสังคม", "Welfare"]);
export const general = say(["ข้อมูลและบริการทั่วไป", "Information and general services"]);

/** The units that usually work on them. */
export const roads = say(["กองช่าง", "Public Works Division"]);
export const health = say(["กองสาธารณสุข", "Public Health Division"]);
export const clerkOffice = say(["สำนักปลัด", "Office of the Clerk"]);
export const socialWelfare = say(["กองสวัสดิการสังคม", "Social Welfare Division"]);
