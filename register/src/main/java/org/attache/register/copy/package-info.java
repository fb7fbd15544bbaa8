/** Tells when one report is a copy of another: the same agency story over several outlets. */
@NullMarked
package org.attache.register.copy;

import org.jspecify.annotations.NullMarked;
