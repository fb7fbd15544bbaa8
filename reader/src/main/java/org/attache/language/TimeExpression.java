package org.attache.language;

/**
 * Words that give a time, as SUTime reads them.
 *
 * @param from index of the first token
 * @param to index after the last token
 * @param text the words
 * @param value TIMEX3 value: "2023-03", "2024-W12", "197X", "P2W", "PRESENT_REF"
 */
public record TimeExpression(int from, int to, String text, String value) {}
