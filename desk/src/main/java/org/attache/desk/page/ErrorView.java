package org.attache.desk.page;

/**
 * What is wrong, and what to do.
 *
 * @param status of HTTP
 * @param title what is wrong
 * @param advice what to do
 */
record ErrorView(int status, String title, String advice) {}
