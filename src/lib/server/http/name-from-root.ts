/** A page sent under an address other than its own: what it loads is named from the root. */
export const nameFromRoot = (html: string): string => html.replaceAll(/ (href|src)="(?:\.\.?\/)+/g, ' $1="/');
