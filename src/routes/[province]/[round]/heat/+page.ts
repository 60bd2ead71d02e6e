// The cells answer to the keyboard and open their reasons in place; without the script each is a link to the same reasons.
export const csr = true;
