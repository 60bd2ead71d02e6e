// Every page is whole as the server sends it: switches are links, openings are <details>, forms are forms. No script is shipped.
export const csr = false;
