/**
 * Reading archives on a cluster: the reader and the register, spread over Apache Spark. Nothing
 * here knows how a report is read or how claims come together; it knows what can be done apart.
 */
@NullMarked
package org.attache.spark;

import org.jspecify.annotations.NullMarked;
