// What is said to somebody whose request is not let in, before anything of it is read.
import { formatNumber } from '../../thai/numbers.ts';

export const doorWords = {
	closed: 'ยังไม่ได้ทำตามที่ขอ',
	foreign: (from: string, own: string): string =>
		`คำขอนี้ส่งมาจาก ${from} แต่โปรแกรมรับเฉพาะที่ส่งจาก ${own} จึงไม่ได้บันทึกอะไร เปิดโปรแกรมที่ ${own} แล้วทำใหม่ ถ้าที่อยู่นี้ไม่ถูก ให้ผู้ดูแลเครื่องตั้ง ORIGIN ให้ตรงกับที่อยู่ที่ใช้เปิด`,
	unnamed: (own: string): string =>
		`คำขอที่จะบันทึกต้องบอกว่ามาจากที่ใด จึงไม่ได้บันทึกอะไร เปิดโปรแกรมที่ ${own} แล้วทำใหม่ ถ้าส่งด้วยโปรแกรมอื่น ให้ใส่หัว Origin: ${own}`,
	tooFast: (seconds: number): string => `เครื่องนี้ขอเร็วกว่าที่รับไหว จึงยังไม่ได้ทำ รอ ${formatNumber(seconds)} วินาทีแล้วลองใหม่`,
	going: (issuer: string): string => `ไปเข้าสู่ระบบที่ ${issuer}`,
	goesByItself: 'เบราว์เซอร์กำลังเปิดหน้าเข้าสู่ระบบ ถ้าไม่เปิดเอง ให้กดลิงก์ข้างล่าง',
	goOn: (issuer: string): string => `เปิด ${issuer}`,
	proxyUnknown:
		'มีคำขอส่งต่อมาจากโปรแกรมตัวกลาง (reverse proxy) บนเครื่องนี้ แต่ยังไม่ได้ตั้ง ADDRESS_HEADER ผู้อ่านทุกคนจึงนับเป็นเครื่องเดียวกัน ดู “หลังพร็อกซี” ใน README'
} as const;
