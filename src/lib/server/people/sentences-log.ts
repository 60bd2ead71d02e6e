// What the log says of who comes in.
export const doorLogWords = {
	in: 'เข้าสู่ระบบ',
	refused: 'เข้าสู่ระบบไม่สำเร็จ',
	wait: 'เดารหัสผ่านถี่เกินไป ให้รอก่อน',
	changed: 'เปลี่ยนรหัสผ่าน',
	closed: 'เปิดหน้าที่ไม่มีสิทธิ์'
} as const;
