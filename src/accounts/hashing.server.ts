/** Argon2id with 19 MiB, 2 iterations, 1 lane (OWASP Password Storage Cheat Sheet). */
export const hashing = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
