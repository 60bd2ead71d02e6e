declare module '*?raw' {
	const text: string;
	export default text;
}

declare namespace App {
	interface Error {
		message: string;
		/** by which it is found among what went wrong, where it is a fault of the program */
		ref?: string;
	}
	interface Locals {
		/** who asks; decided before any page is made */
		visitor: import('$lib/server/people/visitor.ts').Visitor;
		/** the code of the district whose results are all that may be shown; null where all may be that the address names */
		only: string | null;
	}
	interface Platform {
		/** as the built server was asked; nothing where something else serves, as in development */
		req: import('node:http').IncomingMessage;
	}
}
