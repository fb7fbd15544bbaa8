/**
 * Claims in columns, as Apache Parquet has them. Nothing else knows that library, and no class of
 * Hadoop is needed to run it.
 */
@NullMarked
package org.attache.register.exchange.parquet;

import org.jspecify.annotations.NullMarked;
