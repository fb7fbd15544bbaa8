/** Reports on their way in: fetched, read and shown before anything is kept. */
@NullMarked
package org.attache.desk.intake;

import org.jspecify.annotations.NullMarked;
