import type { Standing } from "../../petitions/petition-tally.ts";

/** Open data of an agency's petitions, in Thai. */
export const openTh = {
  title: (agency: string) => `ข้อมูลเปิด: คำร้องของ${agency}`,
  lead: "จำนวนคำร้องรายเดือน แยกตามบริการและผล ไม่มีข้อมูลของบุคคลใด",
  span: (first: string, last: string) => `เดือน ${first} ถึง ${last} ปรับปรุงวันละครั้ง เดือนที่ยังไม่จบยังไม่แสดง`,
  csv: "ดาวน์โหลด CSV",
  json: "ดาวน์โหลด JSON",
  open311: "จุดที่แจ้งเกี่ยวกับสถานที่ มีให้ตามมาตรฐาน Open311 GeoReport v2",
  small: "กลุ่มที่มีน้อยกว่า 5 เรื่องจะรวมกับกลุ่มอื่น ถ้ายังน้อยอยู่จะไม่บอกจำนวน เพื่อไม่ให้รู้ว่าเป็นใคร",
  licenceTitle: "การนำไปใช้",
  licence:
    "นำไปใช้ได้ภายใต้สัญญาอนุญาต Creative Commons แสดงที่มา 4.0 (CC BY 4.0) ทั้งเพื่อการค้าและไม่ใช่การค้า โดยอ้างชื่อหน่วยงาน",
  dictionaryTitle: "คำอธิบายคอลัมน์",
  types: { month: "เดือน (YYYY-MM ค.ศ.)", text: "ข้อความ", number: "จำนวนเต็ม" },
  columns: {
    month: "เดือนที่ยื่นคำร้อง",
    service: "ชื่อที่ใช้ในที่อยู่ของบริการ ว่าง = รวมหลายบริการ",
    service_name: "ชื่อบริการ ว่าง = รวมหลายบริการ",
    status: "สถานะปัจจุบัน: submitted, received, in_progress หรือ completed ว่าง = รวมหลายสถานะ",
    outcome: "ผลของเรื่องที่เสร็จ: granted, refused, done, withdrawn หรือ not_ours",
    count: "จำนวนคำร้อง อย่างน้อย 5 ว่าง = น้อยกว่า 5",
    median_working_days: "ค่ากลางของจำนวนวันทำการ ตั้งแต่ถือว่าได้รับถึงเสร็จ",
  },
  tableTitle: "ข้อมูลเดือนล่าสุด",
  several: "หลายบริการรวมกัน",
  severalStandings: "หลายสถานะรวมกัน",
  fewer: "น้อยกว่า 5",
  standing: {
    submitted: "ส่งคำร้อง",
    received: "เจ้าหน้าที่รับเรื่อง",
    in_progress: "กำลังดำเนินการ",
    granted: "ดำเนินการสำเร็จ: อนุญาต",
    refused: "ดำเนินการสำเร็จ: ไม่อนุญาต",
    done: "ดำเนินการสำเร็จ: ทำแล้ว",
    withdrawn: "ดำเนินการสำเร็จ: ผู้ยื่นถอน",
    not_ours: "ดำเนินการสำเร็จ: ไม่อยู่ในอำนาจ",
  } satisfies Record<Standing, string>,
  counted: (count: number) => `${count} เรื่อง`,
  took: (days: number) => `ครึ่งหนึ่งเสร็จใน ${days} วันทำการ`,
  empty: "ยังไม่มีเดือนที่นับเสร็จ",
  tooMany: "ขอข้อมูลถี่เกินไป รอ 1 นาทีแล้วลองใหม่",
};
