// What is said of a disk that takes nothing, of a clock that went back, and of a store that somebody else works in.
import { formatDate } from '../../thai/write-date.ts';

const when = (at: string) => formatDate(at, { months: 'short' });

export const diskWords = {
	full: (store: string) =>
		`ดิสก์ของที่เก็บข้อมูล ${store} เต็ม สิ่งที่สั่งยังไม่ถูกบันทึก ลบหรือย้ายแฟ้มอื่นออกจากดิสก์นี้ แล้วสั่งใหม่ ระหว่างนี้ยังเปิดดูได้ตามปกติ`,
	refuses: (store: string) =>
		`ดิสก์ของที่เก็บข้อมูล ${store} ไม่รับการเขียน สิ่งที่สั่งยังไม่ถูกบันทึก ตรวจว่าดิสก์ไม่เสียและไม่ได้ต่อไว้ให้อ่านอย่างเดียว แล้วสั่งใหม่`,
	readOnly: (store: string, code: string) =>
		`โปรแกรมเขียนในโฟลเดอร์ที่เก็บข้อมูล ${store} ไม่ได้ (${code}) ให้สิทธิ์เขียนแก่ผู้ที่เปิดโปรแกรม หรือชี้ KPI_STORE ไปโฟลเดอร์อื่น แล้วเปิดใหม่ ยังไม่มีสิ่งใดถูกเปลี่ยน`,
	clockBehind: (clock: string, last: string) =>
		`นาฬิกาของเครื่องบอก ${when(clock)} แต่สมุดบันทึกบรรทัดท้ายลงเวลา ${when(last)} ตั้งนาฬิกาของเครื่องให้ถูก ระหว่างนี้สิ่งที่บันทึกลงเวลาเดียวกับบรรทัดท้าย ไม่ย้อนไปก่อนหน้า`
} as const;
