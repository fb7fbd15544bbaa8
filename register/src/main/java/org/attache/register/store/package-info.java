/** Where reports, claims, dealings and decisions are kept: SQLite in one file, or PostgreSQL. */
@NullMarked
package org.attache.register.store;

import org.jspecify.annotations.NullMarked;
