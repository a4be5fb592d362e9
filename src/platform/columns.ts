import { sql, type SQL } from 'drizzle-orm';
import { customType, text, timestamp, type AnyPgColumn } from 'drizzle-orm/pg-core';

/** Raw bytes. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength)
});

/** The words of a text as PostgreSQL searches them. */
export const words = customType<{ data: string; driverData: string }>({ dataType: () => 'tsvector' });

/** An id made by `newId()`. */
export const id = () => text().notNull();

/** A moment, kept in UTC. */
export const moment = () => timestamp({ withTimezone: true, mode: 'date' });

/** When the row came to be. */
export const createdAt = () => moment().notNull().defaultNow();

/**
 * That a column holds one of these texts. They are one value, so that the statement reads the same however many there
 * are, and PostgreSQL plans it once rather than for each number.
 */
export const oneOf = (column: AnyPgColumn | SQL, texts: readonly string[]): SQL =>
  sql`${column} = any(${sql.param([...texts])}::text[])`;
