/** Knows words, sentences, their parse and quotations; the only package that sees CoreNLP. */
@NullMarked
package org.attache.language;

import org.jspecify.annotations.NullMarked;
