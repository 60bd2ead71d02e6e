// What is said of a server at work: in its log, on the page of whoever looks after it, and of its service.
import { formatNumber } from '../../thai/numbers.ts';

/** Where something went wrong. */
export const faultPlaces = {
	page: 'หน้าเว็บ',
	print: 'การพิมพ์',
	read: 'การอ่านไฟล์ที่ส่งมา',
	people: 'การเข้าสู่ระบบ',
	verify: 'การตรวจที่เก็บ',
	process: 'โปรแกรม'
} as const;
export type FaultPlace = keyof typeof faultPlaces;

export const storeParts = {
	archive: 'แฟ้มที่รับมา',
	journal: 'สมุดบันทึก',
	database: 'ฐานข้อมูล สร้างใหม่ได้',
	waiting: 'แฟ้มที่รอตัดสินใจ',
	drafts: 'ร่างของอำเภอ',
	office: 'ตั้งค่า ตรา แบบอักษร',
	people: 'บัญชีผู้ใช้',
	aside: 'ที่พักไว้เมื่อเริ่มใช้จริง',
	'before-restore': 'ที่พักไว้เมื่อคืนข้อมูล',
	log: 'บันทึกข้อผิดพลาด',
	rest: 'อื่น ๆ'
} as const;
export type StorePart = keyof typeof storeParts;

export const runningWords = {
	fault: (place: FaultPlace, ref: string, what: string) => `${faultPlaces[place]}ผิดพลาด รหัส ${ref} ${what}`,
	logWrong: (given: string) => `LOG=${given} ไม่ได้ ใช้ LOG=json หรือ LOG=text หรือไม่ต้องตั้ง`,
	/** in place of the link itself: a log is read by others than whoever sits before the window */
	firstByCommand: (command: string) => `ยังไม่มีใครมีบัญชี สั่ง ${command} ในเครื่องนี้เพื่อรับลิงก์ตั้งผู้อำนวยการคนแรก`,
	diskFull: 'ดิสก์ของเครื่องที่เปิดโปรแกรมเต็ม แจ้งผู้ดูแลให้ลบแฟ้มอื่นออกก่อน แล้วเปิดหน้านี้ใหม่เพื่อดูว่าสิ่งที่ส่งเข้าไปแล้วหรือยัง',
	diskRefuses: 'ดิสก์ของเครื่องที่เปิดโปรแกรมไม่รับการเขียน แจ้งผู้ดูแลให้ตรวจดิสก์ แล้วเปิดหน้านี้ใหม่เพื่อดูว่าสิ่งที่ส่งเข้าไปแล้วหรือยัง',
	stopping: 'กำลังปิด รอให้งานที่ทำอยู่เสร็จ',
	request: (method: string, route: string, status: number, ms: number) =>
		`${method} ${route} ${status} ${formatNumber(ms)} ms`,
	backupUnwritten: (why: string) => `แฟ้มสำรองใช้ได้ แต่จดลงสมุดบันทึกไม่ได้: ${why} หน้าดูแลระบบจะยังไม่นับการสำรองครั้งนี้`,
	unitLinuxOnly: 'systemd มีเฉพาะใน Linux ในเครื่องนี้ให้ตั้งคำสั่ง npm start ไว้ในตัวตั้งเวลาของเครื่อง',
	unitSteps: (store: string, there: { readonly store: boolean; readonly built: boolean }) => [
		'เก็บข้อความข้างบนเป็น /etc/systemd/system/watphon.service แล้วสั่ง systemctl daemon-reload && systemctl enable --now watphon',
		...(there.store ? [] : [`ก่อนเปิดครั้งแรก สร้างที่เก็บให้ผู้ใช้ที่เปิดโปรแกรมเป็นเจ้าของ: mkdir -p '${store}'`]),
		...(there.built ? [] : ['ก่อนเปิดครั้งแรก สร้างหน้าเว็บด้วย npm run build']),
		'ดูข้อความของโปรแกรมด้วย journalctl -u watphon'
	]
} as const;
