// What is said to somebody whose upload is not taken to its end.
import { formatNumber } from '../../thai/numbers.ts';
import type { UploadFault } from './upload.ts';

export const uploadWords = {
	refused: (fault: UploadFault): string => {
		switch (fault.kind) {
			case 'too_big':
				return `ส่งมาใหญ่เกิน ${formatNumber(Math.floor(fault.most / 1024 / 1024))} เมกะไบต์ จึงไม่ได้รับ ยังไม่มีอะไรถูกบันทึก แบ่งเป็นหลายไฟล์แล้วส่งทีละไฟล์`;
			case 'too_many_parts':
				return `ส่งมาพร้อมกันเกิน ${formatNumber(fault.most)} ไฟล์ จึงไม่ได้รับ ยังไม่มีอะไรถูกบันทึก แบ่งส่งเป็นหลายครั้ง`;
			case 'too_slow':
				return 'ไฟล์ส่งมาไม่ครบภายในเวลาที่รอได้ ยังไม่มีอะไรถูกบันทึก ตรวจสายหรือสัญญาณแล้วส่งใหม่';
			case 'too_many_at_once':
				return 'กำลังรับไฟล์จากหลายคนพร้อมกันจนเต็ม ยังไม่มีอะไรถูกบันทึก รอสักครู่แล้วส่งใหม่';
		}
	}
};
