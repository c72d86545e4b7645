package org.doorsopen.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of the layout on every page; they are there as {@code look}, and no controller adds
 * them.
 *
 * @param language the code of the page's language
 * @param languages all of them, for the switch
 * @param organizer the name of the organizer who is logged in, or null for everybody else
 * @param csrf the hidden field of the form that signs out, or null where there is none
 */
record Look(
    String language,
    List<Choice> languages,
    @Nullable String organizer,
    @Nullable Hidden csrf,
    Files files) {

  /**
   * @param name of the language, in the language itself
   * @param href leads to the same page in that language
   */
  record Choice(String code, String name, String href, boolean current) {}

  record Hidden(String name, String value) {}

  /** Addresses of styles and scripts. */
  record Files(
      String pico,
      String styles,
      String icon,
      String htmx,
      String desk,
      String keep,
      String live,
      String ownTime) {}
}
