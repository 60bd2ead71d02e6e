// The page answers as one types; without script its form is sent, and what comes back is the same.
export const csr = true;
