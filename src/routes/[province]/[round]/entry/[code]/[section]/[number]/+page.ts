// The form saves itself and answers as one types; without script its buttons do the same.
export const csr = true;
