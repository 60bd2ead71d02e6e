declare module '*?raw' {
	const text: string;
	export default text;
}

declare namespace App {
	interface Locals {
		/** who asks; decided before any page is made */
		visitor: import('$lib/server/people/visitor.ts').Visitor;
		/** the code of the district whose results are all that may be shown; null where all may be that the address names */
		only: string | null;
	}
}
