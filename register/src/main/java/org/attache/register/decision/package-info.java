/**
 * What reviewers decide about claims and dealings: data like any other, never changed, only added
 * to.
 */
@NullMarked
package org.attache.register.decision;

import org.jspecify.annotations.NullMarked;
