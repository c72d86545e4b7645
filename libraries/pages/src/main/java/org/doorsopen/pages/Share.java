package org.doorsopen.pages;

/**
 * The words for programs that show a link to a page, such as chats and search engines. A page that
 * may be shared has it in its model as {@code share}.
 *
 * @param title such as “Rust night, Thursday, 3 December 2026”
 * @param description one or two sentences, without line ends
 * @param url the one address of the page, absolute
 */
public record Share(String title, String description, String url) {}
