// What the auditor's list says around its warnings.
export const auditWords = {
	district: (name: string) => `อำเภอ${name}`,
	province: (name: string) => `จังหวัด${name}`,
	/** by the code of the warning, in the order in which a list shows them */
	kinds: {
		audit_tenfold: 'ต่างจากเดิม 10 หรือ 100 เท่า',
		audit_copied: 'เหมือนของอำเภออื่น',
		audit_over_100: 'ร้อยละเกิน 100',
		audit_outside_round: 'วันอยู่นอกรอบ',
		audit_future: 'วันหลังจากรับแฟ้ม',
		audit_all_equal: 'เท่ากันทุกรายการ'
	} as Readonly<Record<string, string>>,
	title: (round: string) => `ข้อสังเกตของผู้ตรวจ ${round}`,
	columns: ['เรื่อง', 'ข้อสังเกต', 'รหัสอำเภอ', 'แฟ้ม', 'แผ่นงาน', 'บรรทัด', 'ช่อง', 'ใบรับ', 'รับเมื่อ', 'ผู้ส่ง'],
	none: 'ไม่มีข้อสังเกต'
};
