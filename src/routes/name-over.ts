import { findProvinceNamed } from '$lib/server/places.ts';
import type { Person } from '$lib/server/people/visitor.ts';

/** What somebody's role is over, as people say it: อำเภอน้ำพอง, ส่งเสริม · ยุทธศาสตร์, จังหวัดขอนแก่น. */
export function nameOver({ province: slug, groups, district }: Person): string {
	const province = findProvinceNamed(slug);
	if (district !== null)
		return `อำเภอ${province?.districts.find(({ code }) => code === district)?.name ?? ` ${district}`}`;
	return groups.length > 0 ? groups.join(' · ') : `จังหวัด${province?.name ?? ` ${slug}`}`;
}
