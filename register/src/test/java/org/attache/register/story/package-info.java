/** Sample stories: reports of several outlets with what is right of them. */
@NullMarked
package org.attache.register.story;

import org.jspecify.annotations.NullMarked;
